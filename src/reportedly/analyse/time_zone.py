"""Tell which day it was at a dateline's place when a report came out."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.analyse.calendar import read_day
from reportedly.analyse.gazetteer import look_up
from reportedly.data import read_table


@cache
def _zones() -> dict[str, str]:
    return {row["place"]: row["zone"] for row in read_table("time_zones.tsv")}


def zone_of(place: str) -> str | None:
    """Give the time zone of a dateline's place; None where the place is not known or its country has several.

    >>> zone_of("WASHINGTON"), zone_of("KHARKIV, Ukraine")
    ('America/New_York', 'Europe/Kyiv')
    """
    parts = [part.strip().lower() for part in place.split(",")]
    for part in (parts[0], parts[-1]):
        if part in _zones():
            return _zones()[part]
    for part in (parts[-1], parts[0]):
        found = look_up(part)
        country = found[0].country if found and (found[0].kind == "country" or part == parts[0]) else None
        if country:
            return _zones().get(country)
    return None


def local_day(published: str | None, place: str | None) -> date | None:
    """Give the day from which a report counts 'today': that of its dateline's place, where both can be told.

    Args:
        published: ISO 8601, a day or a time; only a time with its offset can be moved to another zone.
        place: the dateline's; None where the report has none.

    >>> local_day("2024-12-14T01:30:00Z", "WASHINGTON"), local_day("2024-12-14", "WASHINGTON")
    (datetime.date(2024, 12, 13), datetime.date(2024, 12, 14))
    """
    if published is None:
        return None
    zone = zone_of(place) if place and "T" in published else None
    if zone is None:
        return read_day(published)
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return read_day(published)
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except (ZoneInfoNotFoundError, OverflowError):
        return read_day(published)
