"""Claims: the table of what is claimed, with its filters in the address."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from reportedly.claim import ClaimFilter
from reportedly.event import EventType
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.screens.views import read_views
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Claims"])
_AT_ONCE = 40  # claims on a page
_HUGE = 10**9
Start = Annotated[int, Query(ge=0, le=_HUGE)]
Words = Annotated[str | None, Query(max_length=200)]
Number = Annotated[str | None, Query(max_length=9, pattern="^[0-9]*$")]


def read_filter(
    type_: Annotated[str | None, Query(alias="type", max_length=40)] = None,
    place: Words = None,
    report: Words = None,
    since: Words = None,
    until: Words = None,
    origins: Number = None,
    opposed: Annotated[str | None, Query(max_length=5, pattern="^(true|false|)$")] = None,
) -> ClaimFilter:
    """Read which claims are wanted; a form sends an empty text for what is not asked about.

    Raises:
        WrongRequest: there is no such type of claim.
    """
    if type_ and type_ not in set(EventType):
        raise WrongRequest(f"{type_} is no type of claim: {', '.join(EventType)}")
    return ClaimFilter(
        type=EventType(type_) if type_ else None,
        place=place or None,
        report=report or None,
        since=since or None,
        until=until or None,
        origins=int(origins) if origins else None,
        opposed=opposed == "true" if opposed else None,
    )


Wanted = Annotated[ClaimFilter, Depends(read_filter)]


@router.get("/claims")
def show_claims(visit: Asks, wanted: Wanted, start: Start = 0) -> Response:
    """Show the claims, those on most origins first."""
    found = visit.shelf.claims(wanted, visit.as_of, start=start, limit=_AT_ONCE)
    papers = visit.about_claims(*(claim.id for claim in found.claims), beside=[wanted.report or ""], voiced=False)
    known = visit.papers.catalogue.claims.values()
    return visit.show(
        "claims.html",
        papers=papers,
        cards=[papers.card(papers.claim(claim.id)) for claim in found.claims],
        total=found.total,
        start=start,
        at_once=_AT_ONCE,
        wanted=wanted,
        asked=_asked(wanted),
        types=sorted({claim.type.value for claim in known}),
        places=sorted({claim.place.name for claim in known if claim.place}),
        saved=visit.request.url.query,
        views=read_views(visit),
    )


@router.get("/claims.json")
def list_claims(
    visit: Asks, wanted: Wanted, start: Start = 0, limit: Annotated[int | None, Query(ge=1, le=_HUGE)] = None
) -> Response:
    """List the claims, those on most origins first."""
    return give_record(visit.shelf.claims(wanted, visit.as_of, start=start, limit=limit).claims)


def _asked(wanted: ClaimFilter) -> dict[str, object]:
    """Give a filter as an address has it."""
    return {
        "type_": wanted.type.value if wanted.type else None,
        "place": wanted.place,
        "report": wanted.report,
        "since": wanted.since,
        "until": wanted.until,
        "origins": wanted.origins,
        "opposed": None if wanted.opposed is None else str(wanted.opposed).lower(),
    }
