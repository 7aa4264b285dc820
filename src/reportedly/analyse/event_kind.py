"""Settle what kind of happening a word names between the rules and the reader of kinds, which tools/kinds trains."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.analyse.light_verb import lent_by
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.predicate_table import senses_of, senses_of_kind
from reportedly.analyse.tagger import Observed
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

KINDS = (None, *(kind for kind in EventType if kind is not EventType.OTHER))  # the columns that it was trained with
Kinds = NDArray[np.float32]  # tokens x KINDS, log probabilities
# How much the rules' word counts beside the model's, in log odds: that a word names a happening, and one of their type.
NAMED, TYPED = 4.0, 6.0
SURE = 0.65  # how likely, 0 to 1, a type must be for the model of a word that the rules know nothing of
_STATE = KINDS.index(EventType.STATE)
_NAMING = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


def kinds_of(doc: Doc, seen: Observed) -> Kinds:
    """Give how likely each token names a happening of each kind; marks and spaces name none."""
    found = np.full((len(doc), len(KINDS)), -np.inf, dtype=np.float32)
    found[:, 0] = 0.0
    for look in seen.looks:
        judged = look.window.judged - look.window.start
        found[list(seen.words.tokens[look.window.judged : look.window.end])] = look.kinds[judged:]
    found[:, 0] = np.logaddexp(found[:, 0], found[:, _STATE])  # a state is no happening
    found[:, _STATE] = -np.inf
    return found


def settle(kinds: Kinds, predicate: Predicate, told: EventType | None) -> EventType | None:
    """Give the type of a predicate; None where it names no happening.

    `told` is what the rules take it for.
    """
    words = (predicate.token.i, *range(predicate.first, predicate.last + 1), *predicate.parts)
    return _likeliest(min((kinds[i] for i in words), key=lambda row: float(row[0])), told)


def _likeliest(row: Kinds, told: EventType | None) -> EventType | None:
    """Give the type of a word of which the rules say `told`; None where it names no happening."""
    if told is EventType.STATE or told is EventType.OTHER:
        return told
    types = row[1:].copy()
    if told is None:
        return KINDS[int(types.argmax()) + 1] if types.max() >= math.log(SURE) else None
    if np.logaddexp.reduce(types) + NAMED < row[0]:
        return None
    types[KINDS.index(told) - 1] += TYPED
    return KINDS[int(types.argmax()) + 1]


def with_senses_of(predicate: Predicate, kind: EventType) -> Predicate:
    """Give a predicate that means `kind`: by its own rows for it where there are, else by what is usual."""
    own = tuple(sense for sense in predicate.senses if sense.type is kind)
    usual = senses_of_kind().get((kind, "noun" if predicate.noun else "verb"), ())
    return replace(predicate, senses=(*own, *usual))


def read_again(predicates: Iterable[Predicate], kinds: Kinds) -> Iterator[Predicate]:
    """Find among words that rows list, but not as they are used here, those that the model is sure of."""
    for predicate in predicates:
        kind = settle(kinds, predicate, None) if predicate.senses else None
        # What a noun's own row asks for is not there: 'three bodies had been entered twice' were not found.
        if kind is not None and not (predicate.noun and any(sense.type is kind for sense in predicate.senses)):
            yield with_senses_of(predicate, kind)


def find_unlisted(doc: Doc, kinds: Kinds, taken: Container[int]) -> Iterator[Predicate]:
    """Find the words that name a happening for the model alone, but for those at tokens that are `taken`."""
    for i in np.flatnonzero(kinds[:, 1:].max(axis=1) >= math.log(SURE)):
        token = doc[int(i)]
        if token.i in taken or not _may_name(token):
            continue
        if (kind := _likeliest(kinds[token.i], None)) is not None:
            yield with_senses_of(_bare(token), kind)


def _may_name(token: Token) -> bool:
    """Tell whether a word may name a happening: one that rows take for none may not, nor a noun before another."""
    if token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
        return False
    listed = senses_of().get((token.lemma_.lower(), "noun" if token.pos_ == "NOUN" else "verb"))
    return token.pos_ in _NAMING and token.dep_ not in ("aux", "auxpass") and listed != ()


def _bare(token: Token) -> Predicate:
    noun = token.pos_ == "NOUN"
    lemma = token.lemma_.lower()
    return Predicate(token, lemma, token.i, token.i, noun, (), lent_by(token) if noun else None)
