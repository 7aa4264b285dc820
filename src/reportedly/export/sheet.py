"""Records as comma-separated values that a spreadsheet opens without obeying them.

Source: RFC 4180; the guard is OWASP's against formulas: a cell that would begin one gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_sheet(rows: Sequence[Mapping[str, str | int | float | None]]) -> str:
    """Write rows under the names of the first one's columns; nothing where there is none."""
    if not rows:
        return ""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _cell(value: str | float | None) -> str | float | None:
    """Give what goes into a cell."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
