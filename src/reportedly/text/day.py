"""Dates as told, put in order without being moved to another zone in what is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from reportedly.errors import UnknownResource


def civil_day(told: str | None) -> date | None:
    """Give the civil day of an ISO 8601 date or time; None where there is none."""
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None


@lru_cache(maxsize=1 << 12)
def moment(told: str | None) -> str:
    """Give what dates are put in order by; a day stands at its start, no date at the very end.

    >>> moment("2024-12-14T01:00:00+03:00") < moment("2024-12-14") < moment(None)
    True
    """
    try:
        when = datetime.fromisoformat(told or "")
    except ValueError:
        return told or "\uffff"
    return (when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when).isoformat()


def stamp(when: datetime | None = None) -> str:
    """Give a moment, aware, or now where none is told, as this program notes it: UTC, to the second.

    >>> stamp(datetime.fromisoformat("2024-12-14T13:05:09.5+03:00"))
    '2024-12-14T10:05:09Z'
    """
    utc = (when or datetime.now(UTC)).astimezone(UTC)
    return utc.replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def end_of(as_of: str) -> str:
    """Give the moment, UTC, that a person means by a day or a moment; a day is meant to its end.

    Raises:
        UnknownResource: it is no day and no moment.

    >>> end_of("2024-12-14")
    '2024-12-14T23:59:59'
    """
    try:
        datetime.fromisoformat(as_of)
    except ValueError:
        raise UnknownResource(
            f"{as_of} is no day or moment as ISO 8601 writes them: 2024-12-14, 2024-12-14T10:00Z"
        ) from None
    return moment(f"{as_of}T23:59:59" if len(as_of) == len("2024-12-14") else as_of)


def day_words(told: str, *, year: bool) -> str:
    """Give a day in words, with its year where wanted.

    >>> day_words("2024-12-03", year=False)
    '3 December'
    """
    day = civil_day(told)
    if day is None:
        return told
    return f"{day.day} {day:%B} {day.year}" if year else f"{day.day} {day:%B}"
