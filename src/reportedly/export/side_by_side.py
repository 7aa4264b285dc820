"""Two reports side by side: each aligned passage with the changes in it, changed ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.export.changed_word import find_changed_words
from reportedly.export.marked_text import Act, Mark, Piece, mark_text
from reportedly.lineage import Comparison, Drift, Variation, VariationKind
from reportedly.report import Report
from reportedly.span import Field, Span

QUOTES = frozenset({VariationKind.QUOTE_ALTERED, VariationKind.QUOTE_DIFFERS})
# Whole passages that only one side has: listed apart, since nothing stands beside them.
_ONE_SIDED = frozenset({VariationKind.OMITTED, VariationKind.ADDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage of the origin and its counterpart, with the changes between them."""

    origin: tuple[Piece, ...]  # empty where the origin has nothing here
    derivative: tuple[Piece, ...]
    variations: tuple[Variation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """A comparison laid out in two columns."""

    comparison: Comparison
    left: Report  # the origin; report `a` where the direction is not told
    right: Report
    changed: tuple[Row, ...]
    left_out: tuple[Variation, ...]
    put_in: tuple[Variation, ...]
    kept: tuple[Row, ...]  # aligned passages without a named change

    def drift(self, direction: Drift) -> int:
        """Count the changes that go in one direction."""
        return sum(variation.direction is direction for variation in self.comparison.variations)

    @property
    def quotes_altered(self) -> int:
        """Count the quotations whose words were changed."""
        return sum(v.kind is VariationKind.QUOTE_ALTERED for v in self.comparison.variations)


def lay_side_by_side(comparison: Comparison, *, share: bool = False) -> SideBySide:
    """Lay a comparison out in two columns; rows come in the order of their most important change.

    Args:
        comparison: what changed between the two.
        share: whether to leave only the changed words, and count the passages that one side lacks.
    """
    left, right = comparison.reports.a, comparison.reports.b
    if comparison.origin == right.id:
        left, right = right, left
    paired = [v for v in comparison.variations if v.kind not in _ONE_SIDED]
    rank = {variation: number for number, variation in reversed(list(enumerate(paired)))}
    if share:
        gathered: list[list[Variation]] = [[] for _ in comparison.alignments]
        loose = paired
    else:
        gathered, loose = _gather(comparison, paired)
    aligned = [
        _row(left, right, (alignment.origin, alignment.derivative), found)
        for alignment, found in zip(comparison.alignments, gathered, strict=True)
    ]
    single = [_row(left, right, (_spans(v.origin), _spans(v.derivative)), [v]) for v in loose]
    changed = [row for row in aligned if row.variations] + single
    return SideBySide(
        comparison=comparison,
        left=left,
        right=right,
        changed=tuple(sorted(changed, key=lambda row: rank[row.variations[0]])),
        left_out=tuple(v for v in comparison.variations if v.kind is VariationKind.OMITTED),
        put_in=tuple(v for v in comparison.variations if v.kind is VariationKind.ADDED),
        kept=() if share else tuple(row for row in aligned if not row.variations),
    )


def _spans(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _gather(comparison: Comparison, variations: list[Variation]) -> tuple[list[list[Variation]], list[Variation]]:
    """Put each variation with the alignment that holds its words; those that none holds stay loose."""
    gathered: list[list[Variation]] = [[] for _ in comparison.alignments]
    loose: list[Variation] = []
    for variation in variations:
        for number, alignment in enumerate(comparison.alignments):
            if _lies_in(variation.origin, alignment.origin) and _lies_in(variation.derivative, alignment.derivative):
                gathered[number].append(variation)
                break
        else:
            loose.append(variation)
    return gathered, loose


def _lies_in(span: Span | None, sentences: tuple[Span, ...]) -> bool:
    """Tell whether the words stand in one of the sentences; no words stand anywhere."""
    return span is None or any(sentence.overlaps(span) for sentence in sentences)


def _row(left: Report, right: Report, spans: tuple[tuple[Span, ...], tuple[Span, ...]], found: list[Variation]) -> Row:
    """Lay out one passage, given the origin's words and the derivative's."""
    origin, derivative = spans
    said = [" ".join(span.text for span in side) for side in spans]
    return Row(
        origin=_column(left, origin, [(v, v.origin) for v in found], said[1]),
        derivative=_column(right, derivative, [(v, v.derivative) for v in found], said[0]),
        variations=tuple(found),
    )


def _column(
    report: Report, sentences: tuple[Span, ...], changes: Sequence[tuple[Variation, Span | None]], other: str
) -> tuple[Piece, ...]:
    """Cut each sentence at what was changed in it, and there at the words that `other` lacks.

    Dots stand for sentences between.
    """
    pieces: list[Piece] = []
    for number, sentence in enumerate(sentences):
        text = (report.title or "") if sentence.field is Field.TITLE else report.body
        if number:
            pieces.append(Piece(act=Act.TEXT, text=_gap(text, sentences[number - 1], sentence)))
        here = [(variation, span) for variation, span in changes if span and span.field is sentence.field]
        marks = [(variation.direction.value, span.start, span.end) for variation, span in here]
        marks += find_changed_words(text, (span for _, span in here), other) if other else []
        pieces += mark_text(
            text,
            [Mark(start=start, end=end, id="", tone=tone) for tone, start, end in marks],
            sentence.start,
            sentence.end,
        )
    return tuple(pieces)


def _gap(text: str, before: Span, after: Span) -> str:
    """Give what stands between two sentences: a space, or dots where others were left out."""
    adjacent = before.field is after.field and not text[before.end : after.start].strip()
    return " " if adjacent and before.end <= after.start else " … "
