"""Find the happenings that 'one', 'another' and 'the other' tell again with a day of their own: 'and one in 2011'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.event_scene import Told
from reportedly.analyse.when import resolve
from reportedly.event import EventType, Place, ToponymUse
from reportedly.identity import identify

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ONE = frozenset({"one", "another", "other"})
_ENDS = frozenset({",", ";", "and", "but", "-", "--"})
_UNTOLD = frozenset({EventType.STATE, EventType.OTHER, EventType.PRESENCE, EventType.TALKS, EventType.CASUALTIES})


def tell_one_more(report_id: str, page: Page, told: Sequence[Told]) -> Iterator[Told]:
    """Give what each 'one in 2011' of a page tells: the noun of happening before it, on its own day.

    Args:
        report_id: of the report that the page belongs to.
        page: its words.
        told: every happening that the page names by its own word.
    """
    nouns = [each for each in told if _has_several(each.word) and each.event.type not in _UNTOLD]
    for word in page.passage.doc if nouns else ():
        before = [each for each in nouns if each.word.sent.start == word.sent.start and each.word.i < word.i]
        if not before or not _stands_for_another(word):
            continue
        end = _end(word)
        times = list(page.times_between(word.i, end).values())
        when = resolve(times[0]) if len(times) == 1 else None
        if when is None or when == before[-1].event.time:
            continue
        span, place = page.passage.of(word), _place(page, word.i, end)
        event = replace(
            before[-1].event,
            id=identify("event", report_id, span.field, span.start, span.end, before[-1].event.type),
            predicate=span,
            target=before[-1].event.target if place is None else None,
            time=when,
            place=place or before[-1].event.place,
            evidence=page.passage.span(word.i, end),
        )
        yield Told(event, word, before[-1].verb)


def _has_several(word: Token) -> bool:
    """Tell whether a happening is told by a noun, or is done to things that are counted: 'fought two wars'."""
    counted = (child for noun in word.rights if noun.dep_ == "dobj" and noun.tag_ == "NNS" for child in noun.lefts)
    return word.pos_ == "NOUN" or any(child.dep_ == "nummod" for child in counted)


def _stands_for_another(word: Token) -> bool:
    """Tell whether 'one' opens a phrase by itself, as one of several joined."""
    if word.lower_ not in _ONE or word.dep_ not in ("conj", "appos", "dobj", "pobj") or word.i + 1 >= word.sent.end:
        return False
    before = word.nbor(-2) if word.nbor(-1).lower_ == "the" else word.nbor(-1)
    return before.lower_ in _ENDS and word.nbor().pos_ == "ADP" and word.nbor().lower_ != "of"


def _end(word: Token) -> int:
    """Give the token before which the words that 'one' opens end."""
    after = word.doc.tokens[word.i + 1 : word.sent.end]
    return next((token.i for token in after if token.lower_ in _ENDS or token.pos_ in ("VERB", "AUX")), word.sent.end)


def _place(page: Page, first: int, last: int) -> Place | None:
    """Give the place that is named in a stretch; None without one."""
    named = (page.where.at[i] for i in range(first, last) if i in page.where.at)
    return next((Place.of(toponym) for toponym in named if toponym.use is ToponymUse.LITERAL), None)
