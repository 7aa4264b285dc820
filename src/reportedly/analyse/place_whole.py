"""Find our own places whose names hold figures or small words: 'Air Base 201', 'Tower 22', 'Krk LNG terminal'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.analyse.name_extent import INNER, place_nouns
from reportedly.data import read_table
from reportedly.text.fold import fold

_ARTICLES: Final = ("al-", "el-", "ad-", "ar-", "as-", "at-", "an-", "az-", "ash-")

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
    """Tell whether a name begins with a capital or a figure and holds what breaks off a run of capitals.

    A figure or small words do, in the middle or as a part of a word: 'Mar-a-Lago'. 'Mogadishu airport' is left to the
    noun: the name there is Mogadishu.
    """
    parts = [part for word in words for part in word.split("-") if part]
    if len(parts) < 2 or parts[0].islower() or words[0].startswith(_ARTICLES):
        return False
    if len(words) > 1 and any(word[0].isdigit() for word in words):
        return True
    small = next((len(words) - i for i, word in enumerate(reversed(words)) if not word.islower()), 0)
    if any(part.islower() and part not in INNER for part in (p for word in words[:small] for p in word.split("-"))):
        return True
    return small < len(words) and (" ".join(words[small:]) not in place_nouns() or not look_up(" ".join(words[:small])))
