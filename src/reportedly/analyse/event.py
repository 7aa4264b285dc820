"""Find what is said to have happened: who did what to whom, with what, where and when, and how surely."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.actor import name_of
from reportedly.analyse.event_code import codes_of
from reportedly.analyse.event_kind import kinds_of
from reportedly.analyse.event_list import Part, dated_parts
from reportedly.analyse.event_meaning import meaning_of, predicates_of
from reportedly.analyse.event_page import Page, clause_of
from reportedly.analyse.event_role import Roles, find_roles
from reportedly.analyse.event_scene import Told, place_in_story
from reportedly.analyse.event_time import time_of
from reportedly.analyse.figure import is_harm_near
from reportedly.analyse.mood import Mood, read_mood
from reportedly.analyse.named_crime import is_named_crime
from reportedly.analyse.one_more import tell_one_more
from reportedly.analyse.parse import Passage
from reportedly.analyse.picture_contrast import earlier_count, emptied
from reportedly.analyse.predicate import WRECKED, Predicate, carries
from reportedly.analyse.predicate_table import Sense, is_usual
from reportedly.analyse.predicate_verb import chain, verb_of
from reportedly.analyse.pro_verb import say_again
from reportedly.analyse.sighting import (
    Sighting,
    appearance,
    find_sightings,
    hedged,
    is_guessed,
    picture_time,
    scene_of,
    seen_assets,
    sighting_of,
)
from reportedly.analyse.tagger import Observed, beside
from reportedly.analyse.tense import is_perceived
from reportedly.attribution import Attribution, CueClass, Polarity, Stance
from reportedly.event import Event, EventType, Factuality, Place, TimeExpression, Toponym, When, bare_event
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Field, Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_REACH = 200  # characters from what was seen on to what left it
_BUCKET = 512  # characters; contents are looked up by the stretch of text that they lie in
_SPOKEN_OF = frozenset(
    {
        EventType.AGREE,
        EventType.VOTE,
        EventType.TALKS,
        EventType.APPOINT,
        EventType.REMOVE,
        EventType.AID,
        EventType.TRANSACTION,
        EventType.CHARGE,
        EventType.RULING,
        EventType.THREATEN,
        EventType.SANCTION,
    }
)
_BUT_NOT = re.compile(r"\b(?:but|though|and) not\b|\brather than\b")
# What moods, quarrels and markets are likened to.
_LIKENED = frozenset(
    {EventType.DISASTER, EventType.ATTACK, EventType.CLASH, EventType.EXPLOSION, EventType.FLEE, EventType.DAMAGE}
)
_REFERRING = frozenset({"the", "this", "that", "these", "those", "such"})
_PERCEIVED = frozenset({CueClass.SHOW, CueClass.SEE})
_OPEN = frozenset({Stance.DECLINES, Stance.ASKS})  # what nobody would say, or only asked, is not told as so
_Carriers = dict[tuple[Field, int], list[tuple[Span, Attribution]]]


def find_events(
    report: Report,
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
    places: Sequence[Toponym],
    times: Sequence[TimeExpression],
    seen: Sequence[Observed] | None = None,
) -> tuple[Event, ...]:
    """Find every event that `report` tells, in reading order.

    Args:
        report: whose words the passages are.
        passages: its parse.
        attributions: an event refers to the smallest one whose content holds its predicate.
        places: every toponym of the report.
        times: every time expression of the report.
        seen: what the trained tagger makes of each passage, from which kinds of happening are read that no rule knows.
    """
    carriers = _carriers(attributions)
    found: list[Event] = []
    for passage, observed in beside(passages, seen):
        page = Page.read(passage, places, times, report.dateline, report.published)
        if observed is not None:
            page = replace(page, kinds=kinds_of(passage.doc, observed))
        named = sorted(_page_events(report.id, page), key=_in_order)
        again = [*say_again(report.id, page, named), *tell_one_more(report.id, page, named)]
        told = tuple(_grounded(sorted([*named, *again], key=_in_order)))
        found += [_carried(passage, event, carriers) for event in place_in_story(page, told)]
    return tuple(found)


def _in_order(told: Told) -> tuple[Span, Span, str]:
    """Sort by where the words stand, and events of one word by where their places do."""
    event = told.event
    place = event.place or event.origin or event.destination
    return event.predicate, place.span if place else event.predicate, event.id


def _carriers(attributions: Iterable[Attribution]) -> _Carriers:
    """Lay the cues of perception and all contents out by the stretches of text that they lie in."""
    found: _Carriers = defaultdict(list)
    for attribution in attributions:
        seen = [attribution.cue] if attribution.cue_class in _PERCEIVED and attribution.content else []
        for span in (*attribution.content, *(cue for cue in seen if cue is not None)):
            for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
                found[span.field, bucket].append((span, attribution))
    return found


def _carried(passage: Passage, event: Event, carriers: _Carriers) -> Event:
    """Hand the event to the attribution whose content, or cue of perception, holds its predicate most closely."""
    near = carriers.get((event.predicate.field, event.predicate.start // _BUCKET), [])
    holding = [each for each in near if each[0].holds(event.predicate)]
    if not holding:
        return event
    span, carrier = min(holding, key=lambda each: (each[0].end - each[0].start, each[1].id))
    if span == carrier.cue:
        evidence = _what_is_seen(event, carrier)
    else:
        start, end = max(span.start, event.evidence.start), min(span.end, event.evidence.end)
        evidence = Span.of(passage.text, start, end, span.field)
    factuality = Factuality.UNSPECIFIED if carrier.stance in _OPEN else event.factuality
    return replace(event, attribution=carrier.id, evidence=evidence, factuality=factuality)


def _what_is_seen(event: Event, carrier: Attribution) -> Span:
    """Give the part of the content that names what was seen."""
    named = event.assets[0].span if event.assets else event.predicate
    return next((span for span in carrier.content if span.holds(named)), event.evidence)


def _page_events(report_id: str, page: Page) -> Iterator[Told]:
    sightings = find_sightings(page.passage.doc)
    taken: set[Span] = set()
    told: dict[int, EventType] = {}
    for predicate in predicates_of(page, sightings, told):
        for event in _told(report_id, page, predicate, sightings):
            taken.update(asset.span for asset in event.assets if predicate.words != WRECKED)
            told[predicate.token.i] = event.type
            yield Told(event, predicate.token, verb_of(predicate))
            yield from _before(report_id, page, event, predicate.token)
    for sighting in sightings:
        for event in _seen(report_id, page, sighting, taken, told):
            yield Told(event, sighting.verb, sighting.verb)
            yield from _before(report_id, page, event, sighting.verb)
        yield from _gone(report_id, page, sighting)


def _before(report_id: str, page: Page, event: Event, word: Token) -> Iterator[Told]:
    """Give the presence that another is told to have changed from: '3 jets, down from 11 on Aug. 2'."""
    if (earlier := earlier_count(page, event, word)) is not None:
        at = {"place": earlier.place, "origin": None, "destination": None}
        bare = _bare(report_id, earlier.type, "", earlier.predicate, at, earlier.assets[0].span)
        yield Told(replace(earlier, id=bare.id, factuality=Factuality.CERTAIN), word, None)


def _gone(report_id: str, page: Page, sighting: Sighting) -> Iterator[Told]:
    """Give what is no longer where it stood: 'shows an empty pier where a frigate had been moored'."""
    for word, assets in emptied(page, sighting) if sighting.imagery is not None else ():
        bare = _bare(report_id, EventType.PRESENCE, "", page.passage.of(word), {"place": scene_of(page, sighting)})
        first, last = clause_of(sighting.verb)
        time = picture_time(page, sighting)
        found = replace(bare, assets=assets, polarity=Polarity.NEGATED, time=time)
        yield Told(replace(found, evidence=_evidence(page, first, last)), word, None)


def _told(report_id: str, page: Page, predicate: Predicate, sightings: Sequence[Sighting]) -> Iterator[Event]:
    """Give the events that a predicate names; none where its words are used of something else."""
    predicate, given, sense = meaning_of(page, predicate)
    if sense is None or is_named_crime(predicate.token) or (not predicate.noun and carries(predicate.token)):
        return
    for part in dated_parts(page, predicate, given) or [Part(given, time_of(page, predicate), None)]:
        roles = find_roles(page, predicate, part.given, sense, sightings)
        if is_usual(sense, noun=predicate.noun) and not (roles.any or part.when):
            return  # 'when nobody else came'
        if predicate.noun and not _tells(page, roles, predicate, sense, part.when):
            return
        shown = sighting_of(predicate.token, sightings)
        mood = _softened(read_mood(chain(predicate)), page, predicate, shown)
        apart = page.passage.of(part.joined) if part.joined is not None else None
        time = part.when or _shown_time(page, shown)
        for event in _split(report_id, page, predicate, sense, replace(roles, apart=apart)):
            polarity = Polarity.AFFIRMED if mood.polarity is event.polarity else Polarity.NEGATED
            yield replace(event, time=time, factuality=mood.factuality, polarity=polarity, planned=mood.planned)


def _shown_time(page: Page, shown: Sighting | None) -> When | None:
    """Give the time of the picture that shows a happening, or of those who were seen at it."""
    pictured = shown is not None and (shown.imagery is not None or shown.verb.tag_ == "VBN")
    return picture_time(page, shown) if pictured and shown is not None else None


def _softened(mood: Mood, page: Page, predicate: Predicate, shown: Sighting | None) -> Mood:
    """Give the mood, its factuality lowered where a picture only appears to show the happening."""
    if mood.factuality is Factuality.CERTAIN and not predicate.noun and is_guessed(predicate.token):
        return mood._replace(factuality=Factuality.PROBABLE)
    if shown is None or mood.factuality is not Factuality.CERTAIN:
        return mood
    return mood._replace(factuality=appearance(page, shown, predicate.token.i))


def _tells(page: Page, roles: Roles, predicate: Predicate, sense: Sense, time: When | None) -> bool:
    """Tell whether a noun of happening says who, whom, where or when: 'the attack' alone only refers back.

    'The vote', 'the deal' and 'talks' are mostly spoken about: these must have a verb of their own, or who and when.
    """
    lent = predicate.light is not None and predicate.light.lemma_ != "be"
    if sense.type is EventType.AGREE and _is_called_by_day(page, predicate.token):
        return True
    if predicate.token.pos_ == "PROPN":
        return False  # 'the Simla Agreement' alone only refers back
    if sense.type in _SPOKEN_OF:
        where_and_when = bool(roles.places) and time is not None
        held = _is_over(predicate.token) and bool(roles.places or roles.target)
        named = " " in predicate.words or sense.type is EventType.CHARGE
        if named and _is_brought_in(predicate) and (roles.places or roles.target or roles.actor or time is not None):
            return True
        by_whom = roles.actor is not None and bool(roles.target or roles.places or time)
        return lent or where_and_when or held or by_whom
    if sense.type is EventType.EXERCISE and not lent and not any(True for _ in predicate.token.lefts):
        # 'exercise is good for you' is of nobody's
        return predicate.token.tag_ == "NNS" or bool(roles.places or roles.actor)
    if sense.type is EventType.CASUALTIES and not lent:
        return bool(roles.actor or roles.target) or _is_new(predicate.token)
    named = any(
        token.pos_ == "PROPN" for token in predicate.token.doc[predicate.first : predicate.token.right_edge.i + 1]
    )
    if sense.type in _LIKENED and not (named or roles.assets or roles.places or time or roles.quantities):
        # 'a storm over the catalogue': nothing is told of it that would place it, and no harm is near.
        return is_harm_near(page, predicate) and (_is_new(predicate.token) or bool(roles.actor or roles.target or lent))
    return _is_new(predicate.token) or bool(roles.actor or roles.target or roles.assets or roles.places or lent or time)


def _is_called_by_day(page: Page, noun: Token) -> bool:
    """Tell whether a noun says of when it is: 'the accord of July 1972', 'a 2008 agreement'."""
    told = (page.passage.doc[i] for i in page.times_between(noun.left_edge.i, noun.right_edge.i + 1))
    return any(time.head.i == noun.i or (time.head.lower_ == "of" and time.head.head.i == noun.i) for time in told)


def _is_over(noun: Token) -> bool:
    """Tell whether a noun is told as what took place: 'after talks in the capital', 'after a week of talks'."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return _is_over(noun.head.head)
    return noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "during", "since")


def _is_brought_in(predicate: Predicate) -> bool:
    """Tell whether a noun says what kind of thing it brings in: 'a bomb threat', 'a lawsuit'."""
    return any(child.lower_ in ("a", "an", "another") for child in predicate.token.lefts)


def _is_new(noun: Token) -> bool:
    """Tell whether a noun brings in what was not told of before: 'an explosion', 'air strikes', not 'the attack'."""
    return not any(child.dep_ == "poss" or child.lower_ in _REFERRING for child in noun.lefts)


def _split(report_id: str, page: Page, predicate: Predicate, sense: Sense, roles: Roles) -> Iterator[Event]:
    """Give one event for each origin or place joined to another: 'from the front and from the hills' is two."""
    places = dict(roles.places)
    many = next((role for role in ("origin", "destination", "place") if len(places.get(role, ())) > 1), None)
    options = places[many] if many else ()
    for place in options or (None,):
        at: dict[str, Place | None] = {role: options[0] for role, options in places.items()}
        if many:
            at[many] = place
        event = _event(report_id, page, predicate, sense, roles, at)
        yield replace(event, polarity=Polarity.NEGATED) if _is_excepted(page, options, place) else event


def _is_excepted(page: Page, options: Sequence[Place], place: Place | None) -> bool:
    """Tell whether a place is named as one where it is not so: 'from the hills but not from its bases'."""
    before = [other for other in options if place is not None and other.span.end <= place.span.start]
    if place is None or not before:
        return False
    start = max(other.span.end for other in before)
    return _BUT_NOT.search(page.passage.text, start, place.span.start) is not None


def _event(
    report_id: str, page: Page, predicate: Predicate, sense: Sense, roles: Roles, at: dict[str, Place | None]
) -> Event:
    first, last = clause_of(predicate.light or predicate.token)
    # 'the accord, which was announced on Friday': the clause behind the noun tells when, the noun tells what
    first, last = min(first, predicate.first), max(last, predicate.last + 1)
    word = page.passage.span(predicate.first, predicate.last + 1)
    bare = _bare(report_id, sense.type, predicate.words, word, at, roles.apart)
    return replace(
        bare,
        actor=roles.actor,
        target=roles.target,
        assets=roles.assets,
        quantities=roles.quantities,
        evidence=_evidence(page, first, last),
    )


def _evidence(page: Page, first: int, last: int) -> Span:
    """Give a clause without the dateline before it; one that lies in the dateline as a whole is given whole."""
    return page.passage.span(max(first, page.opening) if page.opening < last else first, last)


def _seen(report_id: str, page: Page, sighting: Sighting, taken: set[Span], told: Container[int]) -> Iterator[Event]:
    """Give the presence of what is shown or seen, where no other event speaks of it or of what it was seen to do."""
    doc = page.passage.doc
    heads = [i for i in seen_assets(page, sighting) if sighting.denied or page.assets[i].span not in taken]
    heads = [i for i in heads if not _is_of_deed(doc[i], sighting.verb, told)]
    place = scene_of(page, sighting)
    if not heads:
        return
    first, last = clause_of(sighting.verb)
    levels = {i: (hedged(page, sighting, i), sighting.denied or _is_none(doc[i])) for i in heads}
    for n, (level, denied) in enumerate(dict.fromkeys(levels.values())):
        alike = [i for i in heads if levels[i] == (level, denied)]
        apart = page.assets[alike[0]].span if n else None
        yield replace(
            _bare(report_id, EventType.PRESENCE, "", page.passage.of(sighting.verb), {"place": place}, apart),
            actor=name_of(page, [doc[i] for i in alike], owner=True),
            assets=tuple(page.assets[i] for i in alike),
            time=picture_time(page, sighting, doc[alike[0]]),
            factuality=level,
            polarity=Polarity.NEGATED if denied else Polarity.AFFIRMED,
            evidence=_evidence(page, first, last),
        )


def _is_none(noun: Token) -> bool:
    """Tell whether a noun is said to be there in no number: 'no aircraft'."""
    return any(child.lower_ == "no" for child in noun.lefts)


def _is_of_deed(token: Token, verb: Token, told: Container[int]) -> bool:
    """Tell whether a word belongs to what was seen to happen: the trawler in 'watched two ships pass the trawler'."""
    while token.head.i not in (token.i, verb.i):
        token = token.head
        if token.i in told and is_perceived(token):
            return True
    return False


def _bare(
    report_id: str, type_: EventType, words: str, word: Span, at: dict[str, Place | None], apart: Span | None = None
) -> Event:
    """Make the event that a word names, with its codes, its places and nothing else.

    Args:
        report_id: of the report.
        type_: what happens.
        words: the predicate's row.
        word: where it stands.
        at: its places, by role.
        apart: what tells it from the word's first event where the places may not.
    """
    codes = codes_of(type_, words)
    key = [place.span if place else None for place in (at.get(role) for role in ("origin", "destination", "place"))]
    key += [apart] if apart is not None else []
    return replace(
        bare_event(identify("event", report_id, word.field, word.start, word.end, type_, *key), type_, word),
        plover=codes.plover,
        cameo=codes.cameo,
        acled=codes.acled,
        place=at.get("place"),
        origin=at.get("origin"),
        destination=at.get("destination"),
        via=at.get("via"),
    )


def _grounded(told: Sequence[Told]) -> Iterator[Told]:
    """Give departures the place where the last sentence saw the same kind of asset, if they tell none."""
    last: Event | None = None
    for each in told:
        event = each.event
        if event.type is EventType.DEPART and event.origin is None and event.place is None and last is not None:
            kinds = {asset.category for asset in event.assets}
            near = event.predicate.start - last.evidence.end < _REACH
            if near and kinds & {asset.category for asset in last.assets}:
                yield replace(each, event=replace(event, origin=last.place))
                continue
        if event.type is EventType.PRESENCE and event.place is not None:
            last = event
        yield each
