"""Give the time that the words tie to a happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.predicate import Predicate, chain
from reportedly.analyse.when import resolve
from reportedly.event import TimeExpression, When

if TYPE_CHECKING:
    from spacy.tokens import Token


def time_of(page: Page, predicate: Predicate) -> When | None:
    """Give when the happening took place: the time nearest to it in the parse, in its own clause first."""
    words = chain(predicate)
    own = {predicate.token.i}
    wider = {word.i for word in words}
    if predicate.noun and predicate.light is None:
        wider |= _clause_verbs(predicate.token)
    best: tuple[int, int, TimeExpression] | None = None
    sentence = predicate.token.sent
    for i, time in page.times_between(sentence.start, sentence.end).items():
        rank = _rank(page.passage.doc[i], own, wider)
        if rank is not None and (best is None or (rank, abs(i - predicate.token.i)) < best[:2]):
            best = (rank, abs(i - predicate.token.i), time)
    return resolve(best[2]) if best is not None else None


def _clause_verbs(noun: Token) -> set[int]:
    """Give the verb whose clause a noun stands in."""
    token = noun
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX"):
            return {token.i}
        token = token.head
    return set()


def _rank(time: Token, own: set[int], wider: set[int]) -> int | None:
    """Rank how closely a time hangs on a happening, 0 the closest; None where it belongs to another."""
    token = time
    for _ in range(8):
        if token.i in own:
            return 0
        if token.i in wider:
            return 1
        if (token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")) or token.head.i == token.i:
            return None
        token = token.head
    return None
