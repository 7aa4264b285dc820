"""Compare: two reports side by side, with every change named."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from reportedly.export.side_by_side import Row, lay_side_by_side
from reportedly.lineage import VariationKind
from reportedly.serve.drift_strip import draw_strip
from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Compare"])
A = Annotated[str, Query(min_length=1, max_length=400, description="a report's id")]
B = Annotated[str, Query(min_length=1, max_length=400, description="another report's id")]
Order = Literal["weight", "text", ""]
_LAST = 10**9


@router.get("/compare")
def show_comparison(
    visit: Asks, a: A, b: B, kind: VariationKind | None = None, order: Order = "weight", swap: bool = False
) -> Response:
    """Show what changed between two reports."""
    comparison = visit.shelf.compare(a, b, visit.as_of)
    page = lay_side_by_side(comparison)
    rows = [row for row in page.changed if kind is None or any(each.kind is kind for each in row.variations)]
    if order == "text":
        rows.sort(key=_place)
    kinds = Counter(each.kind for row in page.changed for each in row.variations)
    papers = visit.about(a, b)
    return visit.show(
        "compare.html",
        papers=papers,
        page=page,
        rows=rows,
        kinds=sorted(kinds.items(), key=lambda item: (-item[1], item[0])),
        kind=kind,
        order=order,
        swap=swap,
        asked={"a": a, "b": b},
        strip=draw_strip(page),
        story=papers.story(page.left.id),
    )


@router.get("/compare.json")
def give_comparison(visit: Asks, a: A, b: B) -> Response:
    """Give what changed between two reports."""
    return give_record(visit.shelf.compare(a, b, visit.as_of))


def _place(row: Row) -> int:
    """Give where the changed words stand in the retelling, or, where it has none, in the origin."""
    first = row.variations[0]
    span = first.derivative or first.origin
    return span.start if span else _LAST
