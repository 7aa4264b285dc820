"""The map and the timeline of what is at hand, drawn for a desk and for a phone."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.export.catalogue import Catalogue, name_report
from reportedly.export.claim_spots import Placing, place_claims
from reportedly.export.map import Chart, draw_map
from reportedly.export.timeline_chart import Timeline, draw_timeline
from reportedly.picture import Picture

_WIDE = (900, 560)  # pixels
_NARROW = (358, 380)  # pixels: labels keep their size, so they are placed anew
_FONT = 13  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """A map and a timeline of the same claims."""

    placing: Placing
    wide: Chart | None  # None where no claim tells a place that is known
    narrow: Chart | None
    timeline: Timeline


def draw(picture: Picture, papers: Catalogue) -> Drawings:
    """Draw where the claims of a picture lie, and when."""
    placing = place_claims(picture.claims, papers)
    published = {f"{name_report(report)} {report.id}": report.published for report in papers.reports.values()}
    return Drawings(
        placing=placing,
        wide=draw_map(placing.spots, width=_WIDE[0], height=_WIDE[1], font=_FONT),
        narrow=draw_map(placing.spots, width=_NARROW[0], height=_NARROW[1], font=_FONT),
        timeline=draw_timeline(picture.timeline, published, picture.as_of),
    )
