"""Tell what firms do, as far as their names and the nouns beside them say it: no airline is 'the lender'."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.data import read_table


@cache
def _trades(column: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("speaker_trades.tsv"):
        for word in row[column].split("|"):
            found.setdefault(word, set()).add(row["trade"])
    return {word: frozenset(trades) for word, trades in found.items()}


def trades_of(nouns: Iterable[str]) -> frozenset[str]:
    """Give what firms do that go by one of some nouns; nothing for 'company', which says nothing of it.

    >>> sorted(trades_of({"carrier", "company"}))
    ['air', 'carrying']
    """
    found = (_trades("nouns").get(noun, {"making"} if noun.endswith("maker") else frozenset()) for noun in nouns)
    return frozenset().union(*found)


def trades_of_name(name: str) -> frozenset[str]:
    """Give what a firm does by its name: 'Skarv Air' flies.

    >>> sorted(trades_of_name("Skarv Air"))
    ['air']
    """
    words = name.lower().replace(",", "").split()
    ends = ("bank", "air", "rail", "oil", "steel")
    joined = {end for end in ends for word in words[:1] if len(words) == 1 and word.endswith(end) and word != end}
    return frozenset().union(*(_trades("names").get(word, frozenset()) for word in {*words[:1], *words[-1:], *joined}))
