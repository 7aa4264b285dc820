"""Read what a picture is set against: how many stood there before, and what is no longer where it had stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.event_time import counted_off
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.sighting import Sighting
from reportedly.analyse.when import resolve
from reportedly.event import Asset, Event, EventType, When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_CHANGED = frozenset({"down", "up"})
_EMPTY = frozenset({"bare", "deserted", "empty", "unoccupied", "vacant"})
_STANDS = frozenset("apron berth bay dock hangar jetty mooring pad pier quay ramp revetment shelter slip wharf".split())


def earlier_count(page: Page, event: Event, word: Token) -> Event | None:
    """Give the presence that one is told to have changed from: '3 jets, down from 11 on Aug. 2'; None without a day.

    Args:
        page: of the passage.
        event: what is there now.
        word: the word that tells it.
    """
    if event.type is not EventType.PRESENCE or not event.assets:
        return None
    for change in word.sent:
        number = _from(change)
        if number is None or change.i < word.i:
            continue
        told = next((each for each in page.numbers if each.start <= number.idx < each.end and not each.unit), None)
        time = _day_behind(page, number)
        if told is None or told.low is None or time is None:
            continue
        before = [asset for asset in event.assets if asset.span.end <= page.passage.of(change).start]
        if before:
            high = int(told.high) if told.high is not None else None
            counted = replace(before[-1], min=int(told.low), max=high, span=page.passage.of(number))
            return replace(event, assets=(counted,), quantities=(), time=time)
    return None


def _from(change: Token) -> Token | None:
    """Give the number in 'down from 11'; None where a word is none such."""
    words = change.rights if change.lower_ in _CHANGED else ()
    numbers = (noun for word in words if word.lower_ == "from" for noun in word.children if noun.like_num)
    return next(numbers, None)


def _day_behind(page: Page, number: Token) -> When | None:
    """Give the time right behind a number: 'on Aug. 2', 'a month ago'; None where none is told there."""
    last = min(number.i + 5, number.sent.end)
    told = next(iter(page.times_between(number.i + 1, last).values()), None)
    return (counted_off(page, told) or resolve(told)) if told is not None else None


def emptied(page: Page, sighting: Sighting) -> Iterator[tuple[Token, tuple[Asset, ...]]]:
    """Give each stand that is seen empty, and what had stood there: 'an empty pier where a frigate had been moored'."""
    doc = page.passage.doc
    for word in doc[sighting.first : sighting.last]:
        stand = word.head
        if word.lower_ not in _EMPTY or word.dep_ != "amod" or not _is_stand(stand):
            continue
        clauses = [clause for clause in stand.subtree if clause.dep_ == "relcl"]  # the model may hang it on the place
        gone = [page.assets_between(clause.left_edge.i, clause.right_edge.i + 1) for clause in clauses[:1]]
        if gone and gone[0]:
            yield word, tuple(gone[0].values())


def _is_stand(noun: Token) -> bool:
    return noun.lemma_.lower() in _STANDS or "place" in classes_of(noun)
