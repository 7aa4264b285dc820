"""The Desk: the stories as rows, with what came in since somebody last looked."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from fastapi.responses import RedirectResponse

from reportedly.serve.shelf import Papers
from reportedly.serve.story import Story
from reportedly.serve.visit import Acts, Asks, Visit, check_origin
from reportedly.text.day import stamp

router = APIRouter(tags=["Desk"])
_COOKIE = "looked"
_YEAR = 365 * 24 * 3600  # seconds that a browser remembers when somebody looked
_AT_ONCE = 50  # stories on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came into a story since somebody last looked."""

    reports: int
    claims: int  # that only reports tell which have come in since


@router.get("/")
def show_desk(visit: Asks, start: Annotated[int, Query(ge=0, le=10**9)] = 0) -> Response:
    """Show the stories, the latest first."""
    papers = visit.papers
    looked = visit.request.cookies.get(_COOKIE)
    fresh = {report for report, arrived in papers.arrivals.items() if arrived > looked} if looked else set()
    news = {story.id: came_in(story, papers, fresh) for story in papers.stories} if looked else {}
    return visit.show(
        "desk.html",
        papers=papers,
        stories=papers.stories[start : start + _AT_ONCE],
        start=start,
        at_once=_AT_ONCE,
        looked=looked,
        news=news,
        counts=count_all(papers),
        held_in=visit.shelf.collection.shown,
    )


@router.get("/desk.json")
def list_stories(visit: Asks) -> Response:
    """List the stories, the latest first."""
    return visit.give(visit.papers.stories)


@router.post("/looked")
def note_look(visit: Acts) -> Response:
    """Remember, in the browser, that everything has been seen."""
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(_COOKIE, stamp(), max_age=_YEAR, httponly=True, samesite="strict")
    return response


@router.post("/theme")
def choose_theme(visit: Asks, theme: Annotated[str, Form(max_length=10)] = "") -> Response:
    """Choose light or dark; anything else leaves it to the system."""
    check_origin(visit.request)
    response = RedirectResponse(_back(visit), status_code=303)
    if theme in ("light", "dark"):
        response.set_cookie("theme", theme, max_age=_YEAR, httponly=True, samesite="strict")
    else:
        response.delete_cookie("theme")
    return response


def _back(visit: Visit) -> str:
    """Give the page that a form was sent from, as far as it is one of ours."""
    referer = visit.request.headers.get("referer", "")
    host = visit.request.headers.get("host", "")
    _, found, path = referer.partition(f"://{host}")
    return path if found and path.startswith("/") and not path.startswith("//") else "/"


def came_in(story: Story, papers: Papers, fresh: Set[str]) -> News:
    """Count what came into a story with some reports."""
    new = [
        claim
        for claim in story.claims
        if all(each.report in fresh for each in papers.catalogue.claims[claim].supporting)
    ]
    return News(reports=sum(report in fresh for report in story.reports), claims=len(new))


def count_all(papers: Papers) -> Mapping[str, int]:
    """Count what the Desk's head tells."""
    claims = papers.dossier.picture.claims
    return {
        "reports": len(papers.catalogue.reports),
        "stories": len(papers.stories),
        "claims": len(claims),
        "independent": sum(claim.origins > 1 for claim in claims),
        "opposed": sum(any(not each.withdrawn for each in claim.opposing) for claim in claims),
        "quotes": sum(story.quotes_altered for story in papers.stories),
        "stronger": sum(story.stronger for story in papers.stories),
        "not_held": sum(story.family.inferred_origin is not None for story in papers.stories),
        "undated": sum(report.published is None for report in papers.catalogue.reports.values()),
        "unread": len(papers.dossier.picture.unread),
        "lost": len(papers.dossier.picture.lost),
    }
