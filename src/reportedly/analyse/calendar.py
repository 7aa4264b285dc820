"""Count out TIMEX3 values: from a day, so many units back or on, at the unit's own grain."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# Northern seasons, by their first month; winter is told by the year in which it begins or ends.
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
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


def bounds(value: str) -> tuple[date, date, str] | None:
    """Give the first day, the last day and the EDTF form of a TIMEX3 value; None where it has no bounds.

    >>> bounds("2024-W50")[2], bounds("199")[2], bounds("P49Y")
    ('2024-12-09/2024-12-15', '199X', None)
    """
    since, _, upto = value.partition("/")
    try:
        if upto:
            return _interval(date.fromisoformat(since), date.fromisoformat(upto))
        return _bounds(*value.partition("-")[::2])
    except ValueError:
        return None


def _bounds(year: str, rest: str) -> tuple[date, date, str] | None:
    """Give the bounds of a value cut at its first dash; raises ValueError where it names no time."""
    if len(year) == 3 and year.isdigit():
        return date(int(year) * 10, 1, 1), date(int(year) * 10 + 9, 12, 31), f"{year}X"
    if len(year) == 4 and year[2:] == "XX" and year[:2].isdigit():
        return date(int(year[:2]) * 100, 1, 1), date(int(year[:2]) * 100 + 99, 12, 31), year
    if len(year) != 4 or not year.isdigit():
        return None
    if not rest or rest == "WXX":
        return date(int(year), 1, 1), date(int(year), 12, 31), year
    if rest[0].isdigit():
        return _civil(int(year), rest)
    return _interval(*_part_of_year(int(year), rest))


def _civil(year: int, rest: str) -> tuple[date, date, str]:
    """Give the bounds of a month, or of a day with or without a time of day."""
    month = int(rest[:2])
    if len(rest) >= 5 and rest[3:5].isdigit():
        day = date(year, month, int(rest[3:5]))
        return day, day, day.isoformat()
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year:04}-{month:02}"


def _part_of_year(year: int, rest: str) -> tuple[date, date]:
    """Give the bounds of a week, a weekend, a quarter, a half or a season."""
    if rest[0] == "W" and rest[1:3].isdigit():
        monday = date.fromisocalendar(year, int(rest[1:3]), 1)
        return monday + timedelta(5 if rest.endswith("WE") else 0), monday + timedelta(6)
    if rest[0] in "QH" and rest[1:2].isdigit():
        months = 3 if rest[0] == "Q" else 6
        last = int(rest[1]) * months
        return date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])
    if rest[:2] in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[rest[:2]]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if rest[:2] == "WI":
        return date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(1)
    return date(year, 1, 1), date(year, 12, 31)


def _interval(start: date, end: date) -> tuple[date, date, str]:
    return start, end, f"{start.isoformat()}/{end.isoformat()}"
