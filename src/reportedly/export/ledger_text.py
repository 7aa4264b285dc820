"""The answer to a question as plain text for a terminal: a ledger with the words behind each line."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from reportedly.export.catalogue import catalogue
from reportedly.export.ledger import Column, Ledger, Row, lay_out_answer
from reportedly.export.wording import as_of, quoted
from reportedly.picture import Dossier

_QUOTE = 180  # characters of a quotation
_SHOWN = 8  # lines of a side; the rest are counted


def write_answers(dossier: Dossier, *, width: int = 100, whole: bool = False) -> str:
    """Write every answer of a picture.

    Args:
        dossier: the picture with its working papers.
        width: columns of the terminal.
        whole: tell every line of a side, however many.
    """
    papers = catalogue(dossier)
    ledgers = [lay_out_answer(answer, papers) for answer in dossier.picture.questions]
    shown = None if whole else _SHOWN
    parts = ["\n".join(_ledger(ledger, width, shown)) for ledger in ledgers]
    return "\n\n".join(parts)


def write_ledger(dossier: Dossier, *, width: int = 100) -> str:
    """Write the answer to one question, and of which day it is."""
    unread = [f"  {item.path}: {item.reason}" for item in dossier.picture.unread]
    told = ["NOT READ", *unread] if unread else []
    return "\n\n".join(
        part
        for part in (write_answers(dossier, width=width, whole=True), "\n".join(told), as_of(dossier.picture.as_of))
        if part
    )


def _ledger(ledger: Ledger, width: int, shown: int | None) -> Iterator[str]:
    """Write one answer: the question, the verdict and why, the sides, and what nobody reports."""
    answer = ledger.answer
    yield from wrap(answer.question, width)
    yield from _wrapped(f"{answer.verdict[:1].upper()}{answer.verdict[1:]}. {answer.why}", width, 2)
    if answer.missing is not None:
        yield from _wrapped(f"Not understood: {answer.missing}; {answer.understood} were looked for.", width, 2)
    else:
        yield from _wrapped(f"Asked: {answer.understood}.", width, 2)
    for column in ledger.columns:
        yield from _column(column, width, shown)
    if answer.gaps:
        yield f" {'GAPS':<10}what nobody has reported"
        for gap in answer.gaps:
            yield from wrap(f"– {gap}", width, initial_indent=" " * 5, subsequent_indent=" " * 7)


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    """Break a text into lines that start at a column."""
    return wrap(text, width, initial_indent=" " * indent, subsequent_indent=" " * indent)


def _column(column: Column, width: int, shown: int | None) -> Iterator[str]:
    """Write one side."""
    yield f" {column.heading.upper():<10}{column.counts}"
    for row in column.rows[:shown]:
        yield from _row(row, width)
    if shown is not None and len(column.rows) > shown:
        yield f"     and {len(column.rows) - shown} more"


def _row(row: Row, width: int) -> Iterator[str]:
    """Write one line: whose words, in which report, and why they stand here."""
    voice = row.leg.voices[0]
    where = voice.passages[0]
    words = " ".join(voice.quote.split())
    quote = words if len(words) <= _QUOTE else f"{words[:_QUOTE].rstrip()}…"
    line = f"{row.number}. {quoted(quote)} {voice.speaker} ({where.label} {where.name})"
    yield from wrap(line, width, initial_indent="   ", subsequent_indent=" " * 7)
    yield from _wrapped(row.facts, width, 7)
