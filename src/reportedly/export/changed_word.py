"""Find the words of a changed passage that the other side does not have."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.data import read_table
from reportedly.span import Span
from reportedly.text.word import words

_GLUE = frozenset("a an and as at by for from in of on that the to which who with".split())  # alone these change little
CHANGED = "word"  # the tone of their marks


def find_changed_words(text: str, spans: Iterable[Span], other: str) -> list[tuple[str, int, int]]:
    """Give the words inside `spans` of `text` that `other` lacks, as `(tone, start, end)`; neighbours are one.

    >>> find_changed_words("It may rain.", [Span.of("It may rain.", 0, 12)], "It will rain.")
    [('word', 3, 6)]
    """
    known = {_spelt(word.form) for word in words(other)}
    found: list[tuple[str, int, int]] = []
    for start, end in _joined((span.start, span.end) for span in spans):
        for word in words(text[start:end]):
            if _spelt(word.form) in known:
                continue
            first, last = start + word.start, start + word.end
            if found and text[found[-1][2] : first].isspace():
                first = found.pop()[1]
            found.append((CHANGED, first, last))
    return [mark for mark in found if not _GLUE.issuperset(word.form for word in words(text[mark[1] : mark[2]]))]


def _spelt(form: str) -> str:
    """Give a word as it is spelt on one side of the Atlantic."""
    return _spellings().get(form, form)


@cache
def _spellings() -> dict[str, str]:
    """Read American spellings with their British ones."""
    return {row["american"]: row["british"] for row in read_table("spelling.tsv")}


def _joined(reaches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Make one of reaches that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(reaches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
