"""Reports and their readings in a collection, every version of each; and inputs that could not be read."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from reportedly.judgement import digest_body
from reportedly.reading import Reading
from reportedly.record import from_record, to_record
from reportedly.report import Report, Unread
from reportedly.store import table
from reportedly.store.codec import deflate, inflate, pack, plain, put_before, unpack
from reportedly.store.parted import parted
from reportedly.text.day import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a collection notes of one version of a report."""

    number: int
    id: str
    item: str  # what all versions share
    digest: str  # of the body
    fetched: str
    superseded: str | None


def item_of(report: Report) -> str:
    """Give what the versions of one report share: its address, or, where it has none, its id.

    >>> from reportedly.read import read_text
    >>> item_of(read_text("Two died.", url="https://Example.org/a/?utm_source=x#top"))
    'https://example.org/a'
    """
    return _address(report.url) if report.url else report.id


def _address(url: str) -> str:
    """Give an address without what does not tell pages apart: fragment, campaign marks, last slash, capitals."""
    whole, _, _ = url.partition("#")
    path, mark, query = whole.partition("?")
    kept = [part for part in query.split("&") if part and not part.lower().startswith(("utm_", "fbclid=", "gclid="))]
    scheme, colon, rest = path.partition("://")
    host, slash, tail = rest.partition("/")
    return f"{scheme.lower()}{colon}{host.lower()}{slash}{tail}".rstrip("/") + (mark + "&".join(kept) if kept else "")


def save_report(connection: Connection, reading: Reading, fetched: str) -> int:
    """Keep a report that is not held with its reading, as the newest version; give its number."""
    report = reading.report
    item = item_of(report)
    same = or_(table.report.c.item == plain(item), table.report.c.id == report.id)
    connection.execute(update(table.report).where(same, table.report.c.superseded.is_(None)).values(superseded=fetched))
    body = plain(report.body) or ""
    record = to_record(report)
    if body == report.body:
        del record["body"]
    number: int = connection.execute(
        insert(table.report)
        .values(
            id=report.id,
            item=plain(item),
            digest=digest_body(report),
            publisher=plain(report.publisher),
            title=plain(report.title),
            body=body,
            published=report.published,
            known=known_moment(report, fetched),
            fetched=fetched,
            record=json.dumps(record, separators=(",", ":")),
        )
        .returning(table.report.c.number)
    ).scalar_one()
    save_reading(connection, number, reading)
    return number


def known_moment(report: Report, fetched: str) -> str:
    """Give when a report could be known, UTC: when it was published, else when it was fetched."""
    return moment(report.published) if report.published else moment(fetched)


def save_reading(connection: Connection, number: int, reading: Reading) -> None:
    """Keep what was read in a report, in place of what an older analysis read in it."""
    connection.execute(delete(table.reading).where(table.reading.c.report == number))
    connection.execute(
        insert(table.reading).values(
            report=number, made_by=join_components(reading.made_by), record=deflate(pack(reading, without="report"))
        )
    )


def join_components(components: Mapping[str, str]) -> str:
    """Name components with their versions in one line."""
    return " ".join(f"{name}={version}" for name, version in sorted(components.items()))


def drop_reports(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Let go of reports in all their versions, with the readings; give the ids of those that were held."""
    noted = table.report.c
    gone: list[str] = []
    for some in parted(ids):
        part = noted.id.in_(some)
        items = list(connection.execute(select(noted.item).where(part)).scalars())
        gone += connection.execute(select(noted.id).where(part, noted.superseded.is_(None))).scalars()
        connection.execute(delete(table.report).where(noted.item.in_(items)))
    return gone


def find_newest(connection: Connection, report: Report) -> Held | None:
    """Give what is noted of the newest version of a report; None where it is not held."""
    same = or_(table.report.c.item == plain(item_of(report)), table.report.c.id == report.id)
    return next(iter(_noted(connection, same, table.report.c.superseded.is_(None))), None)


def find_numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Give the numbers of the newest versions of some reports, by id; those that are not held are missing."""
    noted = table.report.c
    return {
        id_: number
        for part in parted(ids)
        for id_, number in connection.execute(
            select(noted.id, noted.number).where(noted.id.in_(part), noted.superseded.is_(None))
        )
    }


def find_digests(connection: Connection, digests: Iterable[str]) -> set[str]:
    """List the ids of the reports, in their newest versions, whose bodies are known by some digests."""
    noted = table.report.c
    chosen = select(noted.id).where(noted.digest.in_(sorted(set(digests))), noted.superseded.is_(None))
    return set(connection.execute(chosen).scalars())


def find_held_digests(connection: Connection, digests: Iterable[str]) -> set[str]:
    """List those of some digests by which a body is known that is held in its newest version."""
    noted = table.report.c
    chosen = select(noted.digest).where(noted.digest.in_(sorted(set(digests))), noted.superseded.is_(None))
    return set(connection.execute(chosen).scalars())


def list_held(connection: Connection, as_of: str | None = None) -> list[Held]:
    """List the newest version of every report, by id.

    Args:
        connection: a connection that reads.
        as_of: a moment, UTC: only what could be known then, each report as this collection held it then; one that
            came in later, as it first came in.
    """
    if as_of is None:
        return _noted(connection, table.report.c.superseded.is_(None))
    chosen: dict[str, Held] = {}
    for each in sorted(_noted(connection, table.report.c.known <= as_of), key=lambda each: each.number):
        if each.item not in chosen or moment(each.fetched) <= as_of:
            chosen[each.item] = each
    return sorted(chosen.values(), key=lambda each: each.id)


def versions_of(connection: Connection, item: str) -> list[Held]:
    """List the versions of one report, oldest first."""
    return sorted(_noted(connection, table.report.c.item == item), key=lambda each: each.number)


def versions_beside(connection: Connection, id_: str) -> list[Held]:
    """List the versions of the report of which one has an id, oldest first."""
    items = {plain(note.item) for note in _noted(connection, table.report.c.id == id_)}
    return sorted(
        {note.number: note for item in items for note in _noted(connection, table.report.c.item == item)}.values(),
        key=lambda note: note.number,
    )


def _noted(connection: Connection, *where: ColumnElement[bool]) -> list[Held]:
    noted = table.report.c
    columns = (noted.number, noted.id, noted.item, noted.digest, noted.fetched, noted.superseded)
    rows = connection.execute(select(*columns).where(*where).order_by(noted.id))
    return [Held(**row._mapping) for row in rows]


def load_reports(connection: Connection, numbers: Iterable[int]) -> list[Report]:
    """Give reports, by id."""
    columns = (table.report.c.body, table.report.c.record)
    found = [
        unpack(Report, _whole(record, body))
        for part in parted(numbers)
        for body, record in connection.execute(select(*columns).where(table.report.c.number.in_(part)))
    ]
    return sorted(found, key=lambda report: report.id)


def load_readings(connection: Connection, numbers: Iterable[int]) -> list[Reading]:
    """Give the readings of reports, by report id."""
    found = [unpack(Reading, put_before(reading, report=report)) for report, reading in _stored(connection, numbers)]
    return sorted(found, key=lambda reading: reading.report.id)


def load_excerpts(connection: Connection, numbers: Iterable[int], ids: Container[str]) -> list[Reading]:
    """Give the readings of reports, by report id, with no more in them than the parts that have some ids.

    A page of claims shows few parts of many readings.
    """
    found = [
        from_record(Reading, {**_cut(json.loads(reading), ids), "report": json.loads(report)})
        for report, reading in _stored(connection, numbers)
    ]
    return sorted(found, key=lambda reading: reading.report.id)


def _cut(record: Mapping[str, Any], ids: Container[str]) -> dict[str, Any]:
    return {
        name: [part for part in value if part.get("id") in ids] if isinstance(value, list) else value
        for name, value in record.items()
    }


def _stored(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[str, str]]:
    """Give reports and their readings, as JSON."""
    columns = (table.report.c.body, table.report.c.record, table.reading.c.record)
    joined = table.report.join(table.reading, table.reading.c.report == table.report.c.number)
    for part in parted(numbers):
        chosen = select(*columns).select_from(joined).where(table.report.c.number.in_(part))
        for body, record, reading in connection.execute(chosen):
            yield _whole(record, body), inflate(reading)


def load_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """Give reports by their numbers."""
    columns = (table.report.c.number, table.report.c.body, table.report.c.record)
    return {
        number: unpack(Report, _whole(record, body))
        for part in parted(numbers)
        for number, body, record in connection.execute(select(*columns).where(table.report.c.number.in_(part)))
    }


def find_outdated(connection: Connection, components: Mapping[str, str]) -> list[int]:
    """List the numbers of the newest versions whose readings were made by other components than these."""
    joined = table.report.join(table.reading, table.reading.c.report == table.report.c.number)
    chosen = select(table.report.c.number).select_from(joined).where(table.report.c.superseded.is_(None))
    return list(
        connection.execute(
            chosen.where(table.reading.c.made_by != join_components(components)).order_by(table.report.c.number)
        ).scalars()
    )


def count_versions(connection: Connection) -> dict[str, Any]:
    """Count the reports and their older versions; give the first and last dates, as fields of `Holdings`."""
    noted, newest = table.report.c, table.report.c.superseded.is_(None)
    ever, last = connection.execute(select(func.count(), func.max(noted.fetched))).one()
    held = connection.execute(select(func.count()).where(newest)).scalar_one()
    dated = select(noted.published).where(newest, noted.published.is_not(None)).limit(1)
    return {
        "reports": held,
        "versions": ever - held,
        "first_published": connection.execute(dated.order_by(noted.known)).scalar_one_or_none(),
        "last_published": connection.execute(dated.order_by(noted.known.desc())).scalar_one_or_none(),
        "last_fetched": last,
    }


def save_unread(connection: Connection, unread: Sequence[Unread], fetched: str) -> None:
    """Keep inputs that could not be read; one that was refused before is told once, with its newest reason."""
    for each in unread:
        path = plain(each.path)
        connection.execute(delete(table.unread).where(table.unread.c.path == path))
        connection.execute(insert(table.unread).values(path=path, reason=plain(each.reason), fetched=fetched))


def load_unread(connection: Connection) -> tuple[Unread, ...]:
    """List the inputs that could not be read, by path."""
    chosen = select(table.unread.c.path, table.unread.c.reason).order_by(table.unread.c.path)
    return tuple(Unread(path=path, reason=reason) for path, reason in connection.execute(chosen))


def _whole(record: str, body: str) -> str:
    """Give a report as JSON: with the database's body, or the record's own where no database would take that."""
    return put_before(record, body=json.dumps(body))
