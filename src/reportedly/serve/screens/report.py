"""The Report: its text with the words that claims rest on, who says them, and what was cut from it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.event import EventType
from reportedly.export.side_by_side import lay_side_by_side
from reportedly.serve.marked_report import lay_out_report
from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Report"])
Id = Annotated[str, Query(alias="id", min_length=1, max_length=400)]


@router.get("/report")
def show_report(visit: Asks, id_: Id) -> Response:
    """Show a report."""
    papers = visit.about(id_, compared=False)
    report = papers.report(id_)
    story = papers.story(id_)
    place = story.reports.index(id_)
    return visit.show(
        "report.html",
        papers=papers,
        report=report,
        reading=papers.readings[id_],
        sheet=lay_out_report(papers, id_),
        story=story,
        earlier=story.reports[place - 1] if place else None,
        revisions=[(each, lay_side_by_side(each.comparison)) for each in visit.shelf.revisions(id_, visit.as_of)],
        types=sorted(EventType),
        speakers=sorted({each.speaker.name for each in papers.readings[id_].attributions if each.speaker.name}),
        places=sorted({each.place.name for each in papers.catalogue.claims.values() if each.place}),
        later=story.reports[place + 1] if place + 1 < len(story.reports) else None,
    )


@router.get("/versions.json")
def list_revisions(visit: Asks, id_: Id) -> Response:
    """Tell what each later version of a report changed in the one before it, the latest first."""
    visit.about(id_, compared=False).report(id_)
    return give_record(list(visit.shelf.revisions(id_, visit.as_of)))


@router.get("/report.json")
def give_reading(visit: Asks, id_: Id) -> Response:
    """Give a report with all that is read in it."""
    papers = visit.about(id_, compared=False)
    papers.report(id_)
    return give_record(papers.readings[id_])
