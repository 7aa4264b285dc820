"""Dates as told, in the one form that stricter formats take."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time

from reportedly.export.wording import read_day


def instant(iso: str | None) -> str | None:
    """Give a date or time in UTC to the second; a civil date stands for its first second, None for what is neither.

    >>> instant("2024-12-14T09:30:00+02:00"), instant("2024-12-14"), instant("2024-12")
    ('2024-12-14T07:30:00Z', '2024-12-14T00:00:00Z', None)
    """
    day = read_day(iso)
    if iso is None or day is None:
        return None
    told = datetime.combine(day, time(), UTC)
    with suppress(ValueError, OverflowError):  # no clock could be read: the day is all that is told
        told = datetime.fromisoformat(iso)
        told = told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
    return told.strftime("%Y-%m-%dT%H:%M:%SZ").zfill(20)
