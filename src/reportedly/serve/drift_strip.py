"""The drift strip: a retelling from its first word to its last, with the changes where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.export.side_by_side import SideBySide
from reportedly.lineage import VariationKind
from reportedly.span import Field

WIDTH = 1000  # units that the strip is long
_LEAST = 5  # units that a change is wide, so that it can be seen
_ALARMS = frozenset({VariationKind.QUOTE_ALTERED, VariationKind.POLARITY_CHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One change on the strip."""

    x: float
    width: float
    tone: str  # stronger, weaker or neutral
    alarm: bool  # words inside quotation marks, or a yes for a no
    row: int  # among the changed passages, by weight
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A drawn strip."""

    kept: tuple[tuple[float, float], ...]  # where the retelling has a counterpart: left and width
    ticks: tuple[Tick, ...]


def draw_strip(page: SideBySide) -> Strip:
    """Draw the changes of a comparison along its retelling."""
    unit = WIDTH / max(1, len(page.right.body))
    reversed_ = page.comparison.reports.a.id != page.left.id
    kept = [
        (span.start * unit, (span.end - span.start) * unit)
        for each in page.comparison.alignments
        for span in (each.origin if reversed_ else each.derivative)
        if span.field is Field.BODY
    ]
    ticks = [
        Tick(
            x=each.derivative.start * unit,
            width=max(_LEAST, (each.derivative.end - each.derivative.start) * unit),
            tone=each.direction.value,
            alarm=each.kind in _ALARMS,
            row=number,
            words=each.note,
        )
        for number, row in enumerate(page.changed)
        for each in row.variations
        if each.derivative is not None and each.derivative.field is Field.BODY
    ]
    return Strip(kept=tuple(sorted(kept)), ticks=tuple(sorted(ticks, key=lambda tick: (tick.x, tick.row))))
