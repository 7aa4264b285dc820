"""Sites and the map: what is known to be at places on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.errors import UnknownResource
from reportedly.export.claim_spots import place_claims
from reportedly.export.map import draw_map
from reportedly.picture import Condition, SiteQuery, SiteState, StateRow
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.screens.timeline import chart_of
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Sites"])
Day = Annotated[str | None, Query(max_length=10, description="ISO 8601; else the latest report's")]
What = Annotated[list[str] | None, Query(max_length=20)]
_ORDER = tuple(Condition)
_OLD_DAYS = 7  # after which a sighting is drawn as old


@router.get("/sites")
def show_sites(visit: Asks, on: Day = None) -> Response:
    """Show every site of which something is told."""
    survey = visit.shelf.survey(SiteQuery(day=_day(on)), visit.as_of)
    return visit.show(
        "sites.html",
        papers=visit.papers,
        survey=survey,
        boards=[(site, rows_of(site)) for site in survey.sites] if survey else [],
    )


@router.get("/sites.json")
def list_sites(visit: Asks, on: Day = None) -> Response:
    """Say what is known to be at every site."""
    return give_record(visit.shelf.survey(SiteQuery(day=_day(on)), visit.as_of))


@router.get("/site")
def show_site(
    visit: Asks, place: Annotated[str, Query(min_length=1, max_length=200)], on: Day = None, what: What = None
) -> Response:
    """Show what is known to be at a site on a day."""
    site = _site(visit, place, on, what)
    known = [each for each in visit.papers.dossier.picture.sites if each.place.name == place]
    claims = [claim for claim in visit.papers.dossier.picture.claims if claim.place and claim.place.name == place]
    day = date.fromisoformat(site.day)
    return visit.show(
        "site.html",
        papers=visit.papers,
        site=site,
        rows=rows_of(site),
        spot=known[0].place if known else None,
        cards=[visit.papers.card(claim) for claim in claims],
        wanted=what or [],
        before=(day - timedelta(days=1)).isoformat() if day > date.min else None,
        after=(day + timedelta(days=1)).isoformat() if day < date.max else None,
        old=_OLD_DAYS,
    )


@router.get("/site.json")
def give_site(
    visit: Asks, place: Annotated[str, Query(min_length=1, max_length=200)], on: Day = None, what: What = None
) -> Response:
    """Say what is known to be at a site on a day."""
    return give_record(visit.shelf.survey(_query(place, on, what), visit.as_of))


@router.get("/map")
def show_map(visit: Asks) -> Response:
    """Show where claims lie, when, and which cannot be placed."""
    papers = visit.papers
    placing = place_claims(papers.dossier.picture.claims, papers.catalogue)
    by_number = {number: papers.catalogue.claims[id_] for id_, number in papers.catalogue.numbers.items()}
    return visit.show(
        "map.html",
        papers=papers,
        placing=placing,
        by_number=by_number,
        chart=draw_map(placing.spots, width=900, height=560, font=13),
        narrow=draw_map(placing.spots, width=358, height=380, font=13),
        timeline=chart_of(papers),
    )


def rows_of(site: SiteState) -> list[StateRow]:
    """Put what is there before what is gone, and what nobody reports last."""
    return sorted(site.rows, key=lambda row: _ORDER.index(row.state))


def _query(place: str, on: str | None, what: list[str] | None) -> SiteQuery:
    return SiteQuery(place=place, day=_day(on), wanted=tuple(each for each in what or () if each.strip()))


def _site(visit: Visit, place: str, on: str | None, what: list[str] | None) -> SiteState:
    survey = visit.shelf.survey(_query(place, on, what), visit.as_of)
    if survey is None:
        raise UnknownResource("no report has a date: say the day")
    return survey.sites[0]


def _day(told: str | None) -> str | None:
    """Read a day.

    Raises:
        WrongRequest: it is none.
    """
    try:
        return date.fromisoformat(told).isoformat() if told else None
    except ValueError:
        raise WrongRequest(f"{told} is no day: one is wanted as 2025-03-14") from None
