"""Marking: a person keeps an eye on a story, or is done with it, for themselves alone; and takes that back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from reportedly.export.catalogue import title_report
from reportedly.serve.page import give_record, link
from reportedly.serve.visit import Acts, Asks
from reportedly.story_mark import MarkKind

router = APIRouter(tags=["Desk"])


@router.get("/marks.json")
def list_marks(visit: Asks) -> Response:
    """List the marks of whoever asks, the oldest first."""
    return give_record(list(visit.marks.list_marks(visit.name)))


@router.post("/mark")
def mark_story(
    visit: Acts,
    story: Annotated[str, Form(min_length=1, max_length=400)],
    kind: Annotated[MarkKind, Form()],
    off: Annotated[bool, Form()] = False,
    show: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Mark the story that a report belongs to, or take the mark off; nothing is judged by it."""
    papers = visit.papers if story in visit.papers.story_of else visit.about(story, compared=False)
    marked = papers.story(story)
    if off:
        visit.marks.unmark(marked.reports, kind, by=visit.name)
    else:
        visit.marks.mark(marked.lead, kind, by=visit.name)
    if not visit.request.headers.get("hx-request"):
        return RedirectResponse(link("/", show=show), status_code=303)
    title = title_report(papers.report(marked.lead))
    response = visit.show("marked_part.html", story=marked.id, kind=kind, off=off, title=title)
    response.headers["HX-Trigger"] = "judged"
    return response
