"""How high a source stands: what is laid to a higher one claims more."""

from __future__ import annotations

from functools import cache

from reportedly.data import read_table
from reportedly.lineage import Drift
from reportedly.link.source_words import SourceWords, sort_of

_BODY = 4  # how high a body stands whose noun is not listed
_LOWER = frozenset("former retired ex junior deputy acting assistant".split())
_HIGHER = frozenset("senior top chief leading high-ranking ranking head".split())


@cache
def _heights() -> tuple[dict[str, int], dict[int, int]]:
    """Read how high nouns stand, and by them the sorts that they are of."""
    nouns = {row["phrase"]: int(row["height"]) for row in read_table("variation_roles_height.tsv")}
    return nouns, {sort: height for noun, height in nouns.items() if (sort := sort_of(noun)) is not None and sort}


def _height(words: SourceWords) -> float | None:
    """Give how high a source stands; None where nothing tells."""
    nouns, sorts = _heights()
    bare = nouns.get(words.head, sorts.get(words.sort) if words.sort else None)
    if bare is None:
        return _BODY if words.body else None
    told = words.other | words.ranks
    return bare + 0.5 * (not _HIGHER.isdisjoint(told)) - 0.5 * (not _LOWER.isdisjoint(told))


def compare_heights(one: SourceWords, two: SourceWords) -> Drift:
    """Tell whether the claim grew by being laid to the source `two` instead of `one`."""
    old, new = _height(one), _height(two)
    if old is None or new is None or old == new:
        return Drift.NEUTRAL
    return Drift.STRONGER if new > old else Drift.WEAKER
