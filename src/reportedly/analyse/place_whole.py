"""Find our own places whose names hold figures or small words: 'Air Base 201', 'Tower 22', 'Krk LNG terminal'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.analyse.name_extent import place_nouns
from reportedly.data import read_table
from reportedly.text.fold import fold

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc


def whole_names(doc: Doc) -> Iterator[tuple[int, int, tuple[GazetteerEntry, ...]]]:
    """Give each such name as tokens `[first, last)`, the longest where several begin together."""
    text = fold(doc.text)
    starts = {token.idx: token.i for token in doc.tokens}
    ends = {token.idx + len(token.text): token.i + 1 for token in doc.tokens}
    for token in doc.tokens:
        for name in _names().get(fold(token.text), ()):
            last = ends.get(token.idx + len(name))
            if last is not None and token.idx in starts and text.startswith(name, token.idx):
                yield token.i, last, look_up(name)
                break


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Give the names by their first word, as it is spelled, the longest first."""
    found: dict[str, list[str]] = {}
    for row in read_table("facilities.tsv"):
        for name in (row["name"], *(row["aliases"] or "").split("|")):
            if _is_mixed(name.split()):
                found.setdefault(fold(name).split()[0].split("-")[0], []).append(fold(name))
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def _is_mixed(words: list[str]) -> bool:
    """Tell whether a name of several words holds a figure, or ends in small words that are no noun of place's.

    'Mogadishu airport' is left to the noun: the name there is Mogadishu.
    """
    if len(words) < 2 or words[0].islower():
        return False
    if any(word[0].isdigit() for word in words):
        return True
    small = next((len(words) - i for i, word in enumerate(reversed(words)) if not word.islower()), 0)
    if small == len(words):
        return False
    return " ".join(words[small:]) not in place_nouns() or not look_up(" ".join(words[:small]))
