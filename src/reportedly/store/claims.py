"""The claims of a collection, with their supports and what they say of sites, each found by what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, or_, select

from reportedly.claim import ClaimFilter, ClaimGroup, Grouping, Support
from reportedly.event import Place
from reportedly.picture import Finding
from reportedly.store import table
from reportedly.store.codec import deflate, inflate, pack, plain, unpack
from reportedly.store.parted import parted
from reportedly.text.day import moment

_LAST = "~"  # sorts after every date
_MANY = 9999


def save_findings(connection: Connection, findings: Iterable[tuple[int, Finding]]) -> None:
    """Keep claims of which none is held, each with the part that all of its mentions are in."""
    told = list(findings)
    if not told:
        return
    added = insert(table.claim).returning(table.claim.c.number, sort_by_parameter_order=True)
    numbers = list(connection.execute(added, [{**_row(finding), "part": part} for part, finding in told]).scalars())
    supports = [row for number, (_, each) in zip(numbers, told, strict=True) for row in _support_rows(number, each)]
    if supports:
        connection.execute(insert(table.support), supports)
    sightings = [row for number, (_, each) in zip(numbers, told, strict=True) for row in _sighting_rows(number, each)]
    if sightings:
        connection.execute(insert(table.sighting), sightings)


def _row(finding: Finding) -> dict[str, object]:
    claim = finding.claim
    told = dict.fromkeys(support.evidence.text for support in (*claim.supporting, *claim.opposing))
    return {
        "id": claim.id,
        "rank": _rank(finding),
        "summary": plain(claim.summary),
        "label": plain(finding.label),
        "words": plain("\n".join(told)),
        "type": claim.type.value,
        "place": None if claim.place is None else plain(site_key(claim.place)),
        "place_name": None if claim.place is None else plain(claim.place.name.casefold()),
        "latitude": claim.place.lat if claim.place else None,
        "longitude": claim.place.lon if claim.place else None,
        "start": claim.time.start if claim.time else None,
        "end": claim.time.end if claim.time else None,
        "first_reported": claim.first_reported,
        "last_reported": claim.last_reported,
        "reports": claim.reports,
        "origins": claim.origins,
        "credibility": claim.credibility,
        "opposed": bool(claim.opposing),
        "record": deflate(pack(finding)),
    }


def _rank(finding: Finding) -> str:
    """Give text in whose order claims are shown."""
    claim = finding.claim
    legs, reports = (_MANY - min(count, _MANY) for count in (claim.origins, claim.reports))
    first = moment(claim.first_reported) if claim.first_reported else _LAST
    return f"{legs:04}{finding.remoteness}{reports:04}{first} {claim.id}"


def site_key(place: Place) -> str:
    """Give what a place is known by: its gazetteer id, else its name."""
    return place.gazetteer_id or place.name.casefold()


def _support_rows(number: int, finding: Finding) -> list[dict[str, object]]:
    claim = finding.claim
    supports = [(support, False) for support in claim.supporting] + [(support, True) for support in claim.opposing]
    return [_support_row(number, place, *support) for place, support in enumerate(supports)]


def _sighting_rows(number: int, finding: Finding) -> list[dict[str, object]]:
    return [
        {
            "claim": number,
            "site": plain(site_key(entry.place)),
            "name": plain(entry.place.name),
            "heading": entry.heading.value,
            "start": entry.sighting.start,
            "end": entry.sighting.end,
            "latitude": entry.place.lat,
            "longitude": entry.place.lon,
            "record": pack(entry),
        }
        for entry in finding.entries
    ]


def _support_row(number: int, place: int, support: Support, opposing: bool) -> dict[str, object]:
    return {
        "claim": number,
        "place": place,
        "opposing": opposing,
        "report": support.report,
        "start": support.evidence.start,
        "end": support.evidence.end,
        "speaker": plain(support.speaker),
        "leg": support.leg,
    }


def drop_claims(connection: Connection, parts: Iterable[int]) -> None:
    """Let go of the claims on mentions of some parts, with all that belongs to them."""
    for some in parted(parts):
        connection.execute(delete(table.claim).where(table.claim.c.part.in_(some)))


def load_findings(
    connection: Connection, wanted: ClaimFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> list[Finding]:
    """Give findings in the order in which claims are shown."""
    chosen = select(table.claim.c.record).where(*_conditions(wanted or ClaimFilter())).order_by(table.claim.c.rank)
    return _findings(connection, chosen.limit(limit).offset(offset))


def find_findings(connection: Connection, ids: Sequence[str]) -> list[Finding]:
    """Give the findings of claims by id, in the order in which claims are shown; unknown ids are passed over."""
    chosen = select(table.claim.c.record).order_by(table.claim.c.rank)
    return [
        finding for part in parted(ids) for finding in _findings(connection, chosen.where(table.claim.c.id.in_(part)))
    ]


def match_ids(connection: Connection, start: str, limit: int = 5) -> list[str]:
    """List ids of claims that begin so, shortest way for a person to name one."""
    id_ = table.claim.c.id
    begins = id_.startswith(start, autoescape=True)
    if connection.dialect.name == "sqlite":  # whose LIKE looks at every claim
        begins = begins & (id_ >= start) & (id_ < f"{start}\U0010ffff")
    return list(connection.execute(select(id_).where(begins).order_by(id_).limit(limit)).scalars())


def count_claims(connection: Connection, wanted: ClaimFilter | None = None) -> int:
    """Count claims."""
    chosen = select(func.count()).select_from(table.claim).where(*_conditions(wanted or ClaimFilter()))
    return connection.execute(chosen).scalar_one()


def count_groups(connection: Connection, by: Grouping, wanted: ClaimFilter) -> list[ClaimGroup]:
    """Count claims by what they have in common, in no order; one that several stories tell is counted in each."""
    claim = table.claim.c
    if by is Grouping.STORY:
        family = func.coalesce(table.member.c.family, table.support.c.report)
        told = table.claim.join(table.support, table.support.c.claim == claim.number)
        told = told.outerjoin(table.member, table.member.c.report == table.support.c.report)
        chosen = select(family, func.count(claim.number.distinct())).select_from(told).group_by(family)
    else:
        key = {Grouping.PLACE: claim.place_name, Grouping.DAY: claim.start, Grouping.TYPE: claim.type}[by]
        chosen = select(key, func.count()).group_by(key)
    rows = connection.execute(chosen.where(*_conditions(wanted)))
    return [ClaimGroup(by=by, key=key or "", claims=number) for key, number in rows]


def count_by_report(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    """Count the claims that each of some reports bears on, by its id; those that bear on none are missing."""
    held, counted = table.support.c, func.count(table.support.c.claim.distinct())
    chosen = select(held.report, counted).group_by(held.report)
    return {
        report: count
        for part in parted(reports)
        for report, count in connection.execute(chosen.where(held.report.in_(part)))
    }


def labels_of(connection: Connection, findings: Iterable[Finding]) -> dict[str, set[str]]:
    """Give for each summary of some findings the labels of all claims that are told in these words."""
    held = {finding.claim.summary: plain(finding.claim.summary) or "" for finding in findings}
    found: dict[str, set[str]] = {}
    for part in parted(held.values()):
        chosen = select(table.claim.c.summary, table.claim.c.label).where(table.claim.c.summary.in_(part)).distinct()
        for summary, label in connection.execute(chosen):
            found.setdefault(summary, set()).add(label)
    return {summary: found.get(kept, set()) for summary, kept in held.items()}


def find_findings_of(connection: Connection, reports: Iterable[str]) -> list[Finding]:
    """Give the findings that some reports bear on, in the order in which claims are shown."""
    numbers: set[int] = set()
    for part in parted(reports):
        numbers |= set(
            connection.execute(select(table.support.c.claim).where(table.support.c.report.in_(part))).scalars()
        )
    chosen = select(table.claim.c.rank, table.claim.c.record)
    rows = [
        (rank, record)
        for part in parted(numbers)
        for rank, record in connection.execute(chosen.where(table.claim.c.number.in_(part)))
    ]
    return [unpack(Finding, inflate(record)) for _, record in sorted(rows)]


def reports_of_site(connection: Connection, place: str, until: str | None, limit: int) -> list[str]:
    """Name the latest reports of which claims say what is at a site, came to it or left it.

    Args:
        connection: a connection that reads.
        place: the site's name or its id in the gazetteer.
        until: a day, ISO 8601, after which reports count no more.
        limit: how many at most.
    """
    seen = table.sighting.c
    named = select(seen.claim).where(or_(seen.site.in_([place, place.casefold()]), seen.name == place))
    told: set[str] = set()
    for part in parted(connection.execute(named).scalars()):
        told |= set(connection.execute(select(table.support.c.report).where(table.support.c.claim.in_(part))).scalars())
    noted, latest = table.report.c, []
    for some in parted(told):
        chosen = select(noted.known, noted.id).where(noted.id.in_(some), noted.superseded.is_(None))
        latest += [(row.known, row.id) for row in connection.execute(chosen)]
    counted = [each for each in latest if until is None or each[0] <= until + _LAST]
    return [id_ for _, id_ in sorted(sorted(counted, key=itemgetter(1)), key=itemgetter(0), reverse=True)][:limit]


def _conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """List what a claim has to be."""
    claim = table.claim.c
    if wanted.type is not None:
        yield claim.type == wanted.type.value
    yield from _where(wanted)
    for reports in (None if wanted.report is None else (wanted.report,), wanted.reports):
        if reports is not None:
            yield claim.number.in_(
                select(table.support.c.claim).where(table.support.c.report.in_(reports)).scalar_subquery()
            )
    if wanted.since is not None:
        yield func.coalesce(claim.end, claim.start) >= wanted.since
    if wanted.until is not None:
        yield claim.start <= wanted.until + _LAST
    if wanted.origins is not None:
        yield claim.rank < f"{_MANY - min(wanted.origins, _MANY) + 1:04}"  # which begins with the origins
    if wanted.opposed is not None:
        yield claim.opposed == wanted.opposed


def _where(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """List where a claim has to lie, and on which day; nowhere where none is told."""
    claim = table.claim.c
    if wanted.place == "":
        yield claim.place.is_(None)
    elif wanted.place is not None:
        yield or_(claim.place == wanted.place, claim.place_name == wanted.place.casefold())
    if wanted.box is not None:
        west, south, east, north = wanted.box
        yield claim.latitude.between(south, north)
        yield claim.longitude.between(west, east) if west <= east else ~claim.longitude.between(east, west)
    if wanted.day is not None:
        yield claim.start == wanted.day if wanted.day else claim.start.is_(None)


def _findings(connection: Connection, chosen: Select[Any]) -> list[Finding]:
    return [unpack(Finding, inflate(record)) for record in connection.execute(chosen).scalars()]
