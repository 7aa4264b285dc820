"""Marking: a person keeps an eye on a story, or is done with it, for themselves alone; and takes that back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse
from pydantic import StringConstraints

from reportedly.export.catalogue import title_report
from reportedly.serve.page import give_record, link
from reportedly.serve.visit import Acts, Asks
from reportedly.story_mark import MarkKind

router = APIRouter(tags=["Desk"])
Id = Annotated[str, StringConstraints(min_length=1, max_length=400)]
_AT_ONCE = 50  # stories that are marked at once: as many as the Desk shows


@router.get("/marks.json")
def list_marks(visit: Asks) -> Response:
    """List the marks of whoever asks, the oldest first."""
    return give_record(list(visit.marks.list_marks(visit.name)))


@router.post("/mark")
def mark_stories(
    visit: Acts,
    story: Annotated[list[Id], Form(min_length=1, max_length=_AT_ONCE)],
    kind: Annotated[MarkKind, Form()],
    off: Annotated[bool, Form()] = False,
    show: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Mark the stories that reports belong to, or take the mark off; nothing is judged by it."""
    papers = visit.papers if set(story) <= visit.papers.story_of.keys() else visit.about(*story, compared=False)
    named = {each.id: each for each in map(papers.story, story)}
    marked = {each.report for each in visit.marks.list_marks(visit.name) if each.kind is kind}
    changed = [each for each in named.values() if marked.isdisjoint(each.reports) is not off or kind is MarkKind.DONE]
    for each in changed:
        if off:
            visit.marks.unmark(each.reports, kind, by=visit.name)
        else:
            visit.marks.mark(each.lead, kind, by=visit.name)
    if not visit.request.headers.get("hx-request"):
        return RedirectResponse(link("/", show=show), status_code=303)
    titles = [title_report(papers.report(each.lead)) for each in named.values()]
    response = visit.show("marked_part.html", stories=[each.id for each in changed], kind=kind, off=off, titles=titles)
    response.headers["HX-Trigger"] = "judged"
    return response
