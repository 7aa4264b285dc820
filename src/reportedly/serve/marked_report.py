"""A report laid out by paragraph: its words with their marks, and beside them the claims that rest on these."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reportedly.claim import Claim, Support
from reportedly.export.marked_text import Mark, Piece, mark_text, paragraphs
from reportedly.serve.shelf import Papers
from reportedly.span import Field, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands in the margin: one claim and who says it here."""

    claim: Claim
    support: Support
    number: int  # among the notes of the report
    opposes: bool
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Notes on what one speaker says in one way, so that the speaker is named once."""

    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with the notes on its words."""

    start: int  # where it begins in the body
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report laid out."""

    title: tuple[Piece, ...]
    title_voices: tuple[Voice, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: int


def spot(span: Span) -> str:
    """Give what the words of a span are called on the page of their report."""
    return f"{span.field.value[0]}{span.start}-{span.end}"


def lay_out_report(papers: Papers, id_: str) -> MarkedReport:
    """Lay a report out."""
    report = papers.report(id_)
    notes = _notes(papers, id_)
    by_field: dict[Field, list[Note]] = defaultdict(list)
    for note in notes:
        by_field[note.support.evidence.field].append(note)
    laid = []
    body = by_field[Field.BODY]
    marks = _marks(body)
    for start, end in paragraphs(report.body):
        here = [note for note in body if start <= note.support.evidence.start < end]
        reach = [mark for mark in marks if mark.start < end and start < mark.end]
        laid.append(Paragraph(start=start, pieces=mark_text(report.body, reach, start, end), voices=_voices(here)))
    return MarkedReport(
        title=mark_text(report.title or "", _marks(by_field[Field.TITLE])),
        title_voices=_voices(by_field[Field.TITLE]),
        paragraphs=tuple(laid),
        claims=len({note.claim.id for note in notes}),
    )


def _notes(papers: Papers, id_: str) -> list[Note]:
    """List what claims rest on in a report, in the order of its words."""
    told = [
        (support.evidence, claim, support, opposes)
        for claim in papers.catalogue.claims.values()
        for opposes, supports in ((False, claim.supporting), (True, claim.opposing))
        for support in supports
        if support.report == id_
    ]
    told.sort(key=lambda item: (item[0].field.value, item[0].start, item[0].end, item[3], item[1].id))
    return [
        Note(claim=claim, support=support, number=number, opposes=opposes, anchor=spot(span))
        for number, (span, claim, support, opposes) in enumerate(told, 1)
    ]


def _voices(notes: list[Note]) -> tuple[Voice, ...]:
    """Gather notes by who speaks, how they would know and how sure they are."""
    gathered: dict[tuple[str, str, str], list[Note]] = defaultdict(list)
    for note in notes:
        gathered[note.support.speaker, note.support.basis, note.support.certainty].append(note)
    return tuple(Voice(notes=tuple(each)) for each in gathered.values())


def _marks(notes: list[Note]) -> list[Mark]:
    """Make one mark of all notes on the same words."""
    by_words: dict[Span, list[Note]] = defaultdict(list)
    for note in notes:
        by_words[note.support.evidence].append(note)
    return [
        Mark(
            start=span.start,
            end=span.end,
            id=spot(span),
            tone="against" if all(note.opposes for note in here) else "for",
            refs=tuple(note.number for note in here),
        )
        for span, here in by_words.items()
    ]
