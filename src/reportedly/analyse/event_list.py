"""Take a verb apart that tells several dated happenings: 'took one ship in April 2023 and the other on Jan. 11'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.phrase import Phrase, conjuncts, phrases_of
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.when import resolve
from reportedly.event import When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_OF_NOUNS = frozenset({"amod", "acl", "relcl", "compound", "nmod"})


class Part(NamedTuple):
    """One of the happenings, with what stands around it alone."""

    given: Arguments
    when: When | None
    joined: Token | None  # the noun that 'and' brings in; None in the first


def dated_parts(page: Page, predicate: Predicate, given: Arguments) -> list[Part]:
    """Give the happenings that one verb tells, each with its own thing, time and places; empty where it tells one."""
    verb = predicate.token
    if predicate.noun or predicate.light is not None:
        return []
    joined = list(_joined(page, verb, given))
    starts = [verb.i, *(noun.left_edge.i for noun in joined)]
    ends = [*starts[1:], _end(verb, starts[-1])]
    times = [list(page.times_between(*stretch).values()) for stretch in zip(starts, ends, strict=True)]
    if not joined or not all(times):
        return []
    first = _within(given, verb.sent.start, ends[0])
    parts = [Part(first, resolve(times[0][0]), None)]
    for noun, start, end, told in zip(joined, starts[1:], ends[1:], times[1:], strict=True):
        own = _within(given, start, end)
        things = tuple(conjuncts(noun))
        phrases = dict.fromkeys((*own.phrases, *phrases_of(noun), *_placed(page, start, end)))
        own = replace(own, phrases=tuple(phrases))
        own = replace(own, objects=things) if given.objects else replace(own, subjects=things, objects=())
        own = replace(own, subjects=given.subjects) if given.objects else own
        parts.append(Part(own, resolve(told[0]), noun))
    return parts


def _joined(page: Page, verb: Token, given: Arguments) -> Iterator[Token]:
    """List the nouns behind a time that 'and' joins to what the verb is about: 'seized A in May and B in June'."""
    about = {verb.i, *(token.i for token in (given.objects or given.subjects))}
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ != "conj" or token.pos_ not in _NOUNS or token.i in page.times or _in_time(page, token):
            continue
        above = token.head
        # The model joins it to whatever stands before it, the time or the place.
        place = token.i in page.assets and above.dep_ == "pobj" and above.i not in page.assets
        strayed = (above.i in page.times or place) and verb.i in (above.head.i, above.head.head.i)
        opening = token.left_edge.nbor(-1).lower_
        if (above.i in about or strayed) and opening in ("and", ",") and page.times_between(verb.i, token.left_edge.i):
            about.add(token.i)
            yield token


def _placed(page: Page, start: int, end: int) -> Iterator[Phrase]:
    """List the places that prepositions bring in within a stretch, whatever the model hangs them on."""
    for i in range(start, end):
        token = page.passage.doc[i]
        if i in page.where.at and token.dep_ == "pobj":
            yield Phrase(token.head.lower_, token)


def _in_time(page: Page, token: Token) -> bool:
    """Tell whether a noun is part of the words of a time: 'in May and June'."""
    start = page.passage.of(token).start
    return any(time.span.start <= start < time.span.end for time in page.times.values())


def _end(verb: Token, start: int) -> int:
    """Give the token at which the last happening's words end: the next verb, or the sentence's end."""
    after = verb.doc[start : verb.sent.end]
    stops = (token.i for token in after if token.pos_ in ("VERB", "AUX") and token.dep_ not in _OF_NOUNS)
    return next(stops, verb.sent.end)


def _within(given: Arguments, first: int, last: int) -> Arguments:
    """Leave of the objects and phrases those that stand in one stretch."""

    def inside(tokens: Sequence[Token]) -> tuple[Token, ...]:
        return tuple(token for token in tokens if first <= token.i < last)

    return replace(
        given,
        objects=inside(given.objects),
        phrases=tuple(phrase for phrase in given.phrases if first <= phrase.head.i < last),
    )
