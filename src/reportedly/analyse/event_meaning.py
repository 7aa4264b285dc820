"""Find the words of a page that name a happening, and what each means: by the rules and by the reader of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments, find_arguments
from reportedly.analyse.event_kind import find_unlisted, read_again, settle, with_senses_of
from reportedly.analyse.event_page import Page
from reportedly.analyse.event_sense import choose_sense
from reportedly.analyse.predicate import Predicate, find_predicates
from reportedly.analyse.predicate_table import Sense
from reportedly.analyse.sighting import Sighting
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_AT_REST = frozenset({EventType.PRESENCE, EventType.ARRIVE, EventType.DEPLOY})
_WITHIN = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "xcomp"})


def predicates_of(page: Page, sightings: Sequence[Sighting], told: Mapping[int, EventType]) -> Iterator[Predicate]:
    """Give the words that the rules list, then those that only the reader of kinds takes for a happening.

    Args:
        page: the passage.
        sightings: what is seen in it; their verbs are no happenings of their own.
        told: the types of what the predicates given so far were found to tell, by token; the caller fills it.
    """
    listed = list(find_predicates(page.passage.doc))
    yield from listed
    if page.kinds is None:
        return
    taken = {sighting.verb.i for sighting in sightings}
    for predicate in listed:
        lent = () if predicate.light is None else (predicate.light.i,)
        taken.update((predicate.token.i, *predicate.parts, *range(predicate.first, predicate.last + 1), *lent))
    unmeant = [predicate for predicate in listed if predicate.token.i not in told]
    for predicate in (*read_again(unmeant, page.kinds), *find_unlisted(page.passage.doc, page.kinds, taken)):
        if not (_is_told_beside(predicate, told) or _is_seen(predicate, sightings) or _names(page, predicate.token)):
            yield predicate


def _names(page: Page, token: Token) -> bool:
    """Tell whether a word is part of what a craft is called: 'landing' of 'two landing ships'."""
    here = page.passage.of(token)
    return token.dep_ in ("amod", "compound") and any(asset.span.holds(here) for asset in page.assets.values())


def _is_told_beside(predicate: Predicate, told: Mapping[int, EventType]) -> bool:
    """Tell whether what a word goes with tells it already: 'ripped' of 'an explosion ripped through the mill'."""
    token = predicate.token
    if token.pos_ == "AUX":
        # 'is in talks': the noun tells it
        below = (noun for child in token.children for noun in (child, *child.children))
        return any(noun.i in told for noun in below)
    beside = [child for child in token.children if child.dep_ in _WITHIN]
    beside += [token.head] if token.dep_ in _WITHIN else []
    return any(told.get(other.i) is predicate.senses[0].type for other in beside)


def _is_seen(predicate: Predicate, sightings: Sequence[Sighting]) -> bool:
    """Tell whether a presence is part of what is shown or seen, which tells it: 'shows three ships moored'."""
    # What was seen anchored did not come then.
    kinds = _AT_REST if predicate.token.tag_ == "VBN" else {EventType.PRESENCE}
    if predicate.senses[0].type not in kinds:
        return False
    return any(sighting.verb.left_edge.i <= predicate.token.i <= sighting.verb.right_edge.i for sighting in sightings)


def meaning_of(page: Page, predicate: Predicate) -> tuple[Predicate, Arguments, Sense | None]:
    """Give a predicate with what stands around it and what it means there, by the rules and the trained reader."""
    given = _given(page, predicate)
    sense = choose_sense(page, predicate, given)
    if page.kinds is None or sense is None:
        return predicate, given, sense
    kind = settle(page.kinds, predicate, sense.type)
    if kind is None or kind is sense.type:
        return predicate, given, sense if kind is not None else None
    predicate = with_senses_of(predicate, kind)
    given = _given(page, predicate)
    return predicate, given, choose_sense(page, predicate, given)


def _given(page: Page, predicate: Predicate) -> Arguments:
    """Give what stands around a predicate; a dateline is nobody's subject."""
    given = find_arguments(predicate)
    return replace(given, subjects=tuple(token for token in given.subjects if token.i >= page.opening))
