"""A timeline as lines for a terminal, and as rows of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from reportedly.export.wording import day
from reportedly.picture import TimelineEntry

_WHEN = 29


def write_timeline(entries: Sequence[TimelineEntry], *, width: int = 100) -> str:
    """Write one entry after the other, the days in front."""
    if not entries:
        return "nothing with a date that is told"
    lines: list[str] = []
    for entry in entries:
        first, last = (day(each) if each else "?" for each in (entry.start, entry.end or entry.start))
        when = first if first == last else f"{first} – {last}"
        lines += wrap(
            f"{entry.summary} [{entry.claim}]",
            width,
            initial_indent=f"{when:<{_WHEN}} ",
            subsequent_indent=" " * (_WHEN + 1),
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def entry_row(entry: TimelineEntry) -> dict[str, str | int | float | None]:
    """Give what a sheet shows of an entry."""
    return {"start": entry.start, "end": entry.end, "edtf": entry.edtf, "claim": entry.claim, "summary": entry.summary}
