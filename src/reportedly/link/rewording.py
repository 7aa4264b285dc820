"""How far matched sentences were reworded: how often words of content stand where others of another meaning stood."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from reportedly.link.align import Match
from reportedly.link.digest import Digest

_MOST = 400  # words of a sentence; longer ones are lists


def count_reworded(one: Digest, other: Digest, matches: Sequence[Match]) -> float:
    """Give how many times in a hundred words of matched sentences content was put for other content.

    Words left out, put in or moved do not count: who only edits does that.
    """
    exchanged, length = 0, 0.0
    for match in matches:
        before, after = sorted((_keys(one, match.ones), _keys(other, match.others)))  # the same in either order
        length += (len(before) + len(after)) / 2
        if before != after and max(len(before), len(after)) <= _MOST:
            exchanged += _count(before, after)
    return 100 * exchanged / max(1.0, length)


def _keys(digest: Digest, sentences: Sequence[int]) -> list[int]:
    """Give the words of some sentences by key; the lowest bit tells whether one is of content."""
    return [word for number in sentences for word in digest.weighed[slice(*digest.places[number])]]


def _count(before: list[int], after: list[int]) -> int:
    """Count the stretches with content that stand where others stood."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(
        tag == "replace" and any(word & 1 for word in before[i:j]) and any(word & 1 for word in after[m:n])
        for tag, i, j, m, n in codes
    )
