"""The Desk: the stories as rows, with what came in since somebody last looked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from fastapi.responses import RedirectResponse

from reportedly.serve.shelf import Papers
from reportedly.serve.standing import KINDS, Standing, stand
from reportedly.serve.visit import Acts, Asks, Visit, check_origin
from reportedly.text.day import stamp

router = APIRouter(tags=["Desk"])
_COOKIE = "looked"
_YEAR = 365 * 24 * 3600  # seconds that a browser remembers when somebody looked
_AT_ONCE = 50  # stories on a page


@router.get("/")
def show_desk(
    visit: Asks,
    start: Annotated[int, Query(ge=0, le=10**9)] = 0,
    show: Annotated[str, Query(max_length=20, description=f"which stories: {', '.join(KINDS)}")] = "open",
) -> Response:
    """Show the stories, the latest first."""
    papers = visit.papers
    looked = visit.request.cookies.get(_COOKIE)
    standing = stand(papers, visit.marks.list_marks(visit.name), looked)
    fits, _ = KINDS.get(show, KINDS["open"])
    found = [story for story in papers.stories if fits(story, standing[story.id])]
    return visit.show(
        "desk.html",
        papers=papers,
        stories=found[start : start + _AT_ONCE],
        found=len(found),
        start=start,
        at_once=_AT_ONCE,
        shown=show if show in KINDS else "open",
        chips=_count_kinds(papers, standing),
        looked=looked,
        standing=standing,
        counts=count_all(papers),
        held_in=visit.shelf.collection.shown,
    )


def _count_kinds(papers: Papers, standing: Mapping[str, Standing]) -> list[tuple[str, str, int]]:
    """Count what the Desk may be narrowed to."""
    return [
        (kind, words, sum(fits(story, standing[story.id]) for story in papers.stories))
        for kind, (fits, words) in KINDS.items()
    ]


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
