"""The Timeline: claims at the days of what they tell."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.serve.visit import Asks

router = APIRouter(tags=["Timeline"])
Day = Annotated[str | None, Query(max_length=40)]


@router.get("/timeline")
def show_timeline(visit: Asks) -> Response:
    """Show claims along time."""
    return visit.show("timeline.html", papers=visit.papers, timeline=visit.shelf.drawings(visit.as_of).timeline)


@router.get("/timeline.json")
def list_entries(visit: Asks, since: Day = None, until: Day = None) -> Response:
    """List claims by the time of what they tell, earliest first."""
    return visit.give(
        [
            entry
            for entry in visit.papers.dossier.picture.timeline
            if (not since or (entry.end or entry.start or "") >= since)
            and (not until or (entry.start or "")[: len(until)] <= until)
        ]
    )
