"""The Timeline: claims at the days of what they tell."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.export.catalogue import name_report
from reportedly.export.timeline_chart import Timeline, draw_timeline
from reportedly.serve.page import give_record
from reportedly.serve.shelf import Papers
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Timeline"])
Day = Annotated[str | None, Query(max_length=40)]


@router.get("/timeline")
def show_timeline(visit: Asks) -> Response:
    """Show claims along time."""
    return visit.show("timeline.html", papers=visit.papers, timeline=chart_of(visit.papers))


@router.get("/timeline.json")
def list_entries(visit: Asks, since: Day = None, until: Day = None) -> Response:
    """List claims by the time of what they tell, earliest first."""
    return give_record(
        [
            entry
            for entry in visit.papers.dossier.picture.timeline
            if (not since or (entry.end or entry.start or "") >= since)
            and (not until or (entry.start or "")[: len(until)] <= until)
        ]
    )


def chart_of(papers: Papers) -> Timeline:
    """Draw the timeline of everything that is known."""
    picture = papers.dossier.picture
    published = {f"{name_report(report)} {report.id}": report.published for report in papers.catalogue.reports.values()}
    return draw_timeline(picture.timeline, published, picture.as_of)
