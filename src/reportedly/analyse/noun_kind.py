"""Tell of what kind a noun is, as far as the needs of predicates ask: a court, a bill, a contest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.quantity import of_noun
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_MEASURES = frozenset("dozen hundred thousand million number group pair score ton tonne kilo".split())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_table("predicates_kinds.tsv"):
        found[row["noun"]].add(row["kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def kinds_of(tokens: Iterable[Token]) -> set[str]:
    """Give every kind of predicates_kinds.tsv that one of `tokens` is of, or what it counts: 'dozens of suspects'."""
    return {kind for token in tokens for kind in _kinds().get(_counted(token).lemma_.lower(), ())}


def _counted(token: Token) -> Token:
    if token.pos_ == "NOUN" and token.lemma_.lower() not in _MEASURES and not token.like_num:
        return token
    return of_noun(token) or token
