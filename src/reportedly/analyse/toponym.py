"""Find the places that a report names: where they lie, and what their names do there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reportedly.analyse.demonym import find_demonyms
from reportedly.analyse.direction import find_offset, find_part, shift, shift_to_part
from reportedly.analyse.disambiguation import choose_places
from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.parse import Passage
from reportedly.analyse.place_name import Mention, find_place_names
from reportedly.analyse.toponym_use import find_use
from reportedly.event import Toponym, ToponymUse
from reportedly.report import Report
from reportedly.span import Field

# Kinds wide enough to have a north; a city's own north is within its radius anyway.
_WIDE: Final = frozenset(
    {"country", "continent", "region", "province", "county", "sea", "ocean", "islands", "island", "mountains"}
)
# An offset's point is only as good as the place that it is counted from.
_OFFSET_RADIUS: Final = 0.1


def find_places(report: Report, passages: Sequence[Passage], *, demonyms: bool = True) -> tuple[Toponym, ...]:
    """Give every toponym of `report`, the title's first, in reading order; only `literal` ones belong on a map.

    Args:
        report: whose words the passages are.
        passages: its parse.
        demonyms: whether 'Syrian' and 'the Russians' are listed too, with the use and the kind 'demonym'; GeoWebNews counts
            them as toponyms, GeoVirus does not.
    """
    peoples = [(passage, find_demonyms(passage.doc)) for passage in passages]
    countries = Counter(e.country for _, found in peoples for _, _, e in found if e is not None and e.country)
    named: list[tuple[Passage, Mention]] = []
    for passage, people in peoples:
        taken = {i for first, last, _ in people for i in range(first, last)}
        for mention in find_place_names(passage.doc):
            if not taken.intersection(range(mention.first, mention.last)) or mention.last - mention.first > 1:
                named.append((passage, mention))
    chosen = choose_places([mention for _, mention in named], countries)
    found = [_toponym(passage, mention, entry) for (passage, mention), entry in zip(named, chosen, strict=True)]
    if demonyms:
        covered = {(t.span.field, i) for t in found for i in range(t.span.start, t.span.end)}
        found += [
            toponym
            for passage, people in peoples
            for toponym in (_demonym(passage, first, last, entry) for first, last, entry in people)
            if (toponym.span.field, toponym.span.start) not in covered
        ]
    return tuple(sorted(found, key=lambda toponym: (toponym.span.field != Field.TITLE, toponym.span)))


def _demonym(passage: Passage, first: int, last: int, entry: GazetteerEntry | None) -> Toponym:
    """Make the record of a people's name; its point is the place's."""
    span = passage.span(first, last)
    return Toponym(
        span=span, use=ToponymUse.DEMONYM, name=entry.name if entry else span.text, lat=entry.lat if entry else None,
        lon=entry.lon if entry else None, country=entry.country if entry else None, kind="demonym",
        gazetteer_id=entry.gazetteer_id if entry else None, radius_km=entry.radius_km if entry else None, offset=None,
    )  # fmt: skip


def _toponym(passage: Passage, mention: Mention, entry: GazetteerEntry | None) -> Toponym:
    """Make the record of a name."""
    span = passage.span(mention.first, mention.last)
    use = find_use(mention, entry)
    if entry is None or entry.kind == "no_point":
        kind = "facility" if mention.site else (mention.wanted[0] if mention.wanted else None)
        return Toponym(
            span=span, use=use, name=span.text, lat=None, lon=None, country=None, kind=entry.kind if entry else kind,
            gazetteer_id=None, radius_km=None, offset=None,
        )  # fmt: skip
    lat, lon, radius, offset = entry.lat, entry.lon, entry.radius_km, None
    if lat is not None and lon is not None:
        part = find_part(passage.doc, mention.start) if entry.kind in _WIDE else None
        offset = find_offset(passage.doc, mention.start)
        if offset is not None:
            lat, lon = shift(lat, lon, offset)
            radius = max(1.0, round(offset.km * _OFFSET_RADIUS, 1))
        elif part is not None:
            lat, lon, radius = shift_to_part(lat, lon, radius, part)
    return Toponym(
        span=span, use=use, name=entry.name, lat=lat, lon=lon, country=entry.country, kind=entry.kind,
        gazetteer_id=entry.gazetteer_id, radius_km=radius, offset=offset,
    )  # fmt: skip
