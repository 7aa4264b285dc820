"""A table as CSV that spreadsheets open without obeying anything in it.

A cell of text whose first sign a spreadsheet could take for a formula gets an apostrophe in front, and so does one
that begins with an apostrophe itself. So a reader who drops one leading apostrophe from every cell that has one
holds the words as they were. Numbers are written as they are. Source: RFC 4180 for the form.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from reportedly.export.table import Cell, Table
from reportedly.export.untrusted import mend
from reportedly.picture import Dossier

# The wide forms count as the plain ones where East Asian keyboards are used.
_FORMULA = "=+-@\t\r＝＋－＠"


def guard(text: str) -> str:
    """Put an apostrophe before words that a spreadsheet could take for a formula.

    >>> guard("=1+1"), guard("two ships"), guard("'tis so")
    ("'=1+1", 'two ships', "''tis so")
    """
    first = text.lstrip(" \n\v\f\xa0\u200b\ufeff")[:1]
    return f"'{text}" if text[:1] == "'" or (first and first in _FORMULA) else text


def unguard(text: str) -> str:
    """Give the words back that `guard` was given.

    >>> unguard("'=1+1"), unguard("two ships"), unguard("''tis so")
    ('=1+1', 'two ships', "'tis so")
    """
    return text.removeprefix("'")


def write_csv(table: Table, dossier: Dossier) -> str:
    """Write one table with a line of column names."""
    return write_rows(table.columns, table.rows(dossier))


def write_rows(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Write rows under a line of column names."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue()


def _cell(cell: Cell) -> Cell:
    """Make a cell safe; nothing told is the empty text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    # Many readers stop at a zero byte.
    return guard(mend(str(cell)).replace("\x00", "\ufffd")) if isinstance(cell, str) else cell
