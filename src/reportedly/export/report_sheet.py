"""The report sheet: a report in full, with the words that claims rest on marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.export.catalogue import Catalogue, anchor
from reportedly.export.marked_text import Mark, Piece, mark_text, paragraphs
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


def lay_out_sheets(papers: Catalogue, readings: Iterable[Reading]) -> tuple[Sheet, ...]:
    """Lay out every report, in the order of the labels."""
    uses = _uses(papers)
    unread = {reading.report.id: reading.not_analysed for reading in readings}
    return tuple(_sheet(papers, report, uses.get(report.id, {}), unread) for report in papers.reports.values())


def _uses(papers: Catalogue) -> Mapping[str, Uses]:
    """List for each report the words that claims rest on."""
    found: dict[str, Uses] = defaultdict(dict)
    for claim in papers.claims.values():
        number = papers.numbers[claim.id]
        for tone, supports in (("for", claim.supporting), ("against", claim.opposing)):
            for support in supports:
                found[support.report].setdefault(support.evidence, {})[number] = tone
    return found


def _sheet(papers: Catalogue, report: Report, uses: Uses, unread: Mapping[str, str | None]) -> Sheet:
    """Lay out one report."""
    label = papers.label(report.id)
    marks: dict[Field, list[Mark]] = {Field.TITLE: [], Field.BODY: []}
    for span, claims in uses.items():
        tone = "against" if set(claims.values()) == {"against"} else "for"
        marks[span.field].append(
            Mark(start=span.start, end=span.end, id=anchor(label, span), tone=tone, refs=tuple(sorted(claims)))
        )
    return Sheet(
        label=label,
        report=report,
        not_analysed=unread.get(report.id),
        title=mark_text(report.title or "", marks[Field.TITLE]),
        body=tuple(
            mark_text(report.body, here, start, end)
            for start, end, here in _by_paragraph(marks[Field.BODY], report.body)
        ),
        claims=tuple(sorted({number for claims in uses.values() for number in claims})),
    )


def _by_paragraph(marks: list[Mark], body: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Give each paragraph with the marks that reach into it."""
    waiting = sorted(marks, key=lambda mark: -mark.start)
    active: list[Mark] = []
    for start, end in paragraphs(body):
        while waiting and waiting[-1].start < end:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > start]
        yield start, end, active
