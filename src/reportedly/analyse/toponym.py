"""Find the places that a report names: where they lie, and what their names do there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportedly.analyse.demonym import find_demonyms
from reportedly.analyse.direction import REACH, find_distance, find_offset, find_part, lies_around, shift, shift_to_part
from reportedly.analyse.disambiguation import Choice, choose_places
from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.parse import Passage
from reportedly.analyse.place_evidence import Mention
from reportedly.analyse.place_name import find_place_names
from reportedly.analyse.place_score import LEAST_SCORE, score_place
from reportedly.analyse.toponym_use import find_use
from reportedly.event import Toponym, ToponymUse
from reportedly.report import Report
from reportedly.span import Field, Span
from reportedly.text.fold import fold

# Kinds wide enough to have a north; a city's own north is within its radius anyway.
_WIDE: Final = frozenset("country continent region province county sea ocean islands island mountains".split())
# 'Tabriz airfield', where the gazetteer has but the town: it lies somewhere around it.
_OUTSKIRTS: Final = frozenset({"airport", "base"})
_OUTSKIRTS_KM: Final = 10.0
# 'Near Homs' and 'just north of Homs' may be as far out as this, or as the town is wide again.
_AROUND_KM: Final = 10.0
# An offset's point is only as good as the place that it is counted from.
_OFFSET_RADIUS: Final = 0.1


def find_places(report: Report, passages: Sequence[Passage], *, demonyms: bool = True) -> tuple[Toponym, ...]:
    """Give every toponym of `report`, the title's first, in reading order; only `literal` ones belong on a map.

    Args:
        report: whose words the passages are.
        passages: its parse.
        demonyms: whether 'Syrian' and 'the Russians' are listed too, with the use and the kind 'demonym';
            GeoWebNews counts them as toponyms, GeoVirus does not.
    """
    peoples = [(passage, find_demonyms(passage.doc)) for passage in passages]
    countries = Counter(e.country for _, found in peoples for _, _, e in found if e is not None and e.country)
    names = find_place_names([passage.doc for passage in passages], countries)
    named = [
        (passage, mention)
        for (passage, people), mentions in zip(peoples, names, strict=True)
        for mention in _without_peoples(mentions, people)
    ]
    chosen = choose_places([mention for _, mention in named], countries)
    found = [_toponym(passage, mention, choice) for (passage, mention), choice in zip(named, chosen, strict=True)]
    if demonyms:
        covered = {(t.span.field, i) for t in found for i in range(t.span.start, t.span.end)}
        listed = [_demonym(passage, *one) for passage, people in peoples for one in people]
        found += [toponym for toponym in listed if (toponym.span.field, toponym.span.start) not in covered]
    return tuple(sorted(found, key=lambda toponym: (toponym.span.field != Field.TITLE, toponym.span)))


def _without_peoples(
    mentions: Sequence[Mention], people: Sequence[tuple[int, int, GazetteerEntry | None]]
) -> list[Mention]:
    """Give the names of places that are not just a people's."""
    taken = {i for first, last, _ in people for i in range(first, last)}
    whole = {(first, last) for first, last, _ in people}  # 'the South Korean port of Busan'
    named = [mention for mention in mentions if (mention.first, mention.last) not in whole]
    return [mention for mention in named if mention.last - mention.first > 1 or mention.first not in taken]


def _record(
    span: Span, use: ToponymUse, kind: str | None, entry: GazetteerEntry | None, score: float | None = None
) -> Toponym:
    """Make the record of a name at its place's own point; unplaced without an entry."""
    return Toponym(
        span=span,
        use=use,
        name=entry.name if entry else span.text,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        country=entry.country if entry else None,
        kind=kind,
        gazetteer_id=entry.gazetteer_id if entry else None,
        radius_km=entry.radius_km if entry and entry.lat is not None else None,
        offset=None,
        score=score if entry and entry.lat is not None else None,
    )


def _demonym(passage: Passage, first: int, last: int, entry: GazetteerEntry | None) -> Toponym:
    """Make the record of a people's name; its point is the place's."""
    return _record(passage.span(first, last), ToponymUse.DEMONYM, "demonym", entry)


def _toponym(passage: Passage, mention: Mention, choice: Choice) -> Toponym:
    """Make the record of a name, its point moved as the words before it say; unplaced where that would be a guess."""
    score = score_place(mention, choice)
    if score is not None and score < LEAST_SCORE:
        choice, score = Choice(None), None
    entry, span = choice.entry, passage.chars(mention.start, mention.end)
    use = find_use(mention, entry)
    if entry is None:
        kind = "facility" if mention.site else next((kind for kind in mention.wanted if kind != "country"), None)
        return _unnamed(_record(span, use, kind, choice.within, score))
    if mention.site and entry.kind == "city":  # a building that bears its town's name lies somewhere in it
        return _unnamed(_record(span, use, "facility", entry, score))
    if entry.kind == "city" and mention.wanted and mention.wanted[0] in _OUTSKIRTS and "city" not in mention.wanted:
        record = _unnamed(_record(span, use, mention.wanted[0], entry, score))
        return _move(replace(record, radius_km=max(_OUTSKIRTS_KM, entry.radius_km)), passage)
    return _move(_record(span, use, entry.kind, entry, score), passage)


def _unnamed(toponym: Toponym) -> Toponym:
    """Take the point of the town that a place lies in without taking its name and id: it is another place."""
    return replace(toponym, name=toponym.span.text, gazetteer_id=None)


def _move(toponym: Toponym, passage: Passage) -> Toponym:
    """Move a point by a distance ('13 km northwest of') or into a part ('northern') that stands before the name."""
    if toponym.lat is None or toponym.lon is None:
        return toponym
    before = fold(passage.text[max(0, toponym.span.start - REACH) : toponym.span.start])
    offset = find_offset(before)
    if offset is not None:
        lat, lon = shift(toponym.lat, toponym.lon, offset)
        radius = max(1.0, round(offset.km * _OFFSET_RADIUS, 1))
        return replace(toponym, lat=lat, lon=lon, radius_km=radius, offset=offset)
    away = find_distance(before)
    if away is not None:
        return replace(toponym, radius_km=round(away + (toponym.radius_km or 0.0), 1))
    part = find_part(before) if toponym.kind in _WIDE else None
    if part is None:
        wider = max(_AROUND_KM, 2 * (toponym.radius_km or 0.0))
        return replace(toponym, radius_km=wider) if toponym.kind not in _WIDE and lies_around(before) else toponym
    lat, lon, radius = shift_to_part(toponym.lat, toponym.lon, toponym.radius_km or 0.0, part)
    return replace(toponym, lat=lat, lon=lon, radius_km=radius)
