"""The state of sites as plain text for a terminal."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap

from reportedly.export.wording import BASIS, CERTAINTY, as_of, count, day, quoted
from reportedly.picture import Condition, SiteState, StateRow, Survey

_QUOTE = 160  # characters of evidence on one line
_STATE = {
    Condition.PRESENT: "PRESENT",
    Condition.LAST_SEEN: "LAST SEEN",
    Condition.ARRIVED: "ARRIVED",
    Condition.LEFT: "LEFT",
    Condition.ABSENT: "ABSENT",
    Condition.NOT_REPORTED: "NOT REPORTED",
}


def write_survey(survey: Survey, *, width: int = 100) -> str:
    """Write the sites one under the other, what is there before what is gone.

    Args:
        survey: the sites on a day.
        width: columns of the terminal.
    """
    blocks = [_site(site, width) for site in survey.sites]
    if not blocks:
        return f"No site is told of, {as_of(survey.day)}.\n"
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _site(site: SiteState, width: int) -> list[str]:
    names = [name for name in site.known_as if name != site.place]
    also = f" ({', '.join(names)})" if names else ""
    lines = [f"{site.place}{also}, {day(site.day)}"]
    order = list(_STATE)
    told = sorted(site.rows, key=lambda row: order.index(row.state))
    for state, rows in groupby(told, key=lambda row: row.state):
        for row in rows:
            lines += _row(row, state, width)
    if not site.rows:
        lines.append("  no report tells of anything here up to this day")
    return lines


def _row(row: StateRow, state: Condition, width: int) -> list[str]:
    head = f"  {_STATE[state]:13} {row.what}"
    if state is Condition.NOT_REPORTED:
        return [f"{head}: nobody says anything of it"]
    parts = [_number(row), _day(row), BASIS[row.basis], CERTAINTY[row.certainty], count(row.origins, "origin")]
    lines = [f"{head}: {', '.join(part for part in parts if part)}{'; disputed' if row.opposed else ''}"]
    lines += [f"{'':16} since: {note}" for note in row.since]
    for each in row.evidence[:1]:
        words = quoted(" ".join(each.span.text.split())[:_QUOTE])
        lines += wrap(f"{words} ({each.report})", width, initial_indent=" " * 16, subsequent_indent=" " * 16)
    return lines


def _number(row: StateRow) -> str:
    """Give how many, as a range where the words leave it open."""
    if row.min is None and row.max is None:
        return "number not told"
    if row.max is None:
        return f"{row.min} or more"
    if row.min is None:
        return f"up to {row.max}"
    return str(row.min) if row.min == row.max else f"{row.min} to {row.max}"


def _day(row: StateRow) -> str:
    if row.day is None:
        return "day not told"
    return f"{day(row.day)}, {count(row.age_days, 'day')} before" if row.age_days else day(row.day)
