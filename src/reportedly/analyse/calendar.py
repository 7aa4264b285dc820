"""Count out TIMEX3 values: from a day, so many units back or on, at the unit's own grain."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_EARLIEST, _LATEST = 2, 9998  # years that can be counted out without leaving what a date can hold


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def tell(day: date, unit: str) -> str:
    """Give `day` at the grain of a unit: D, W, M, Q, Y, DE, CE; anything finer is the day.

    >>> tell(date(2024, 12, 14), "W"), tell(date(2024, 12, 14), "Q")
    ('2024-W50', '2024-Q4')
    """
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return {
        "M": f"{day:%Y-%m}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year:04}"[:3],
        "CE": f"{day.year:04}"[:2],
    }.get(unit, f"{day:%Y-%m-%d}".zfill(10))


def move(day: date, count: int, unit: str) -> date | None:
    """Give the day `count` units after `day`; None where the calendar does not reach.

    >>> move(date(2024, 12, 31), -1, "Q")
    datetime.date(2024, 9, 30)
    """
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    days = {"D": 1, "W": 7, "2W": 14}.get(unit, 0)
    if months is None:
        moved = day.toordinal() + count * days
        return date.fromordinal(moved) if 366 < moved < date.max.toordinal() else None
    year, month = divmod(_months(day) + count * months, 12)
    if not _EARLIEST < year < _LATEST:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday(day: date, wanted: int, towards: str) -> date:
    """Give the nearest day of the week: 'past' and 'future' may be `day` itself, 'before' and 'after' not.

    Args:
        day: the day that it is counted from.
        wanted: ISO 8601 day of the week, Monday is 1.
        towards: past, future, before or after.
    """
    back = (day.isoweekday() - wanted) % 7
    if towards == "past":
        return day - timedelta(back)
    if towards == "before":
        return day - timedelta(back or 7)
    on = (wanted - day.isoweekday()) % 7
    return day + timedelta(on if towards == "future" else on or 7)


def year_of(day: date, month: int, number: int | None, towards: str) -> int:
    """Give the year of a month, or of a day of a month, told without one: the nearest that fits.

    Args:
        day: the day that it is counted from.
        month: 1 to 12.
        number: the day of the month; None for the whole month.
        towards: past or future as the words tell it; empty for whichever is nearer.
    """
    if number is None:
        ahead = month - day.month
        years = {"past": (0, -1)[ahead > 0], "before": (0, -1)[ahead >= 0], "future": (0, 1)[ahead < 0]}
        years["after"] = (0, 1)[ahead <= 0]
        nearest = (0, -1)[ahead > 6] if ahead > 0 else (0, 1)[ahead < -6]
        return day.year + years.get(towards, nearest)
    apart = [(abs(month * 30.4 + number - day.month * 30.4 - day.day + 365 * step), step) for step in (0, -1, 1)]
    ahead = (month, number) > (day.month, day.day)
    if towards in ("past", "before") and ahead:
        return day.year - 1
    if towards in ("future", "after") and not ahead and (month, number) != (day.month, day.day):
        return day.year + 1
    return day.year + min(apart)[1]


def read_day(value: str) -> date | None:
    """Give the day that a TIMEX3 value starts with; None where it tells no whole day."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
