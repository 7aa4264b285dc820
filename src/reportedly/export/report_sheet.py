"""The report sheet: a report in full, or no more of it than claims rest on, with the words that they rest on marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.export.catalogue import Catalogue, anchor
from reportedly.export.excerpt import excerpt
from reportedly.export.marked_text import Act, Mark, Piece, mark_text, paragraphs
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.span import Field, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report laid out for people."""

    label: str
    report: Report
    not_analysed: str | None
    title: tuple[Piece, ...]
    body: tuple[tuple[Piece, ...], ...]  # one a paragraph
    claims: tuple[int, ...]  # those that rest on it, or that it opposes


Uses = dict[Span, dict[int, str]]  # words -> the claims that rest on them, and whether for or against


def lay_out_sheets(papers: Catalogue, readings: Iterable[Reading], *, share: bool = False) -> tuple[Sheet, ...]:
    """Lay out every report, in the order of the labels.

    Args:
        papers: the records of the dossier.
        readings: one for each report.
        share: whether to leave only the sentences that claims rest on.
    """
    uses = _uses(papers)
    by_report = {reading.report.id: reading for reading in readings}
    return tuple(
        _sheet(papers, report, uses.get(report.id, {}), by_report.get(report.id), share=share)
        for report in papers.reports.values()
    )


def _uses(papers: Catalogue) -> Mapping[str, Uses]:
    """List for each report the words that claims rest on."""
    found: dict[str, Uses] = defaultdict(dict)
    for claim in papers.claims.values():
        number = papers.numbers[claim.id]
        for tone, supports in (("for", claim.supporting), ("against", claim.opposing)):
            for support in supports:
                found[support.report].setdefault(support.evidence, {})[number] = tone
    return found


def _sheet(papers: Catalogue, report: Report, uses: Uses, reading: Reading | None, *, share: bool) -> Sheet:
    """Lay out one report."""
    label = papers.label(report.id)
    marks: dict[Field, list[Mark]] = {Field.TITLE: [], Field.BODY: []}
    for span, claims in uses.items():
        tone = "against" if set(claims.values()) == {"against"} else "for"
        marks[span.field].append(
            Mark(start=span.start, end=span.end, id=anchor(label, span), tone=tone, refs=tuple(sorted(claims)))
        )
    kept = excerpt(report, uses, reading.sentences if reading else ()) if share else [(0, len(report.body))]
    return Sheet(
        label=label,
        report=report,
        not_analysed=reading.not_analysed if reading else None,
        title=mark_text(report.title or "", marks[Field.TITLE]),
        body=tuple(_paragraphs(report.body, marks[Field.BODY], kept)),
        claims=tuple(sorted({number for claims in uses.values() for number in claims})),
    )


def _paragraphs(body: str, marks: list[Mark], kept: list[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    """Give each paragraph of which something is kept, with dots for all that is not."""
    dots = Piece(act=Act.TEXT, text=" … ")
    done = 0  # up to where the body is told or elided
    for start, end, here in _by_paragraph(marks, body):
        pieces: list[Piece] = []
        for first, last in _within(kept, start, end):
            if body[done:first].strip():
                pieces.append(dots)
            elif pieces:
                pieces.append(Piece(act=Act.TEXT, text=" "))
            pieces += mark_text(body, here, first, last)
            done = last
        if pieces:
            yield tuple(pieces)
    if body[done:].strip():
        yield (dots,)


def _within(kept: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give what lies in `[start, end)` of the stretches that are kept."""
    return ((max(first, start), min(last, end)) for first, last in kept if first < end and start < last)


def _by_paragraph(marks: list[Mark], body: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Give each paragraph with the marks that reach into it."""
    waiting = sorted(marks, key=lambda mark: -mark.start)
    active: list[Mark] = []
    for start, end in paragraphs(body):
        while waiting and waiting[-1].start < end:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > start]
        yield start, end, active
