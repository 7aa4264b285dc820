"""Sites: what is known to be at places on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import StringConstraints

from reportedly.claim import ClaimFilter
from reportedly.collect.dossier import OF_SITE
from reportedly.errors import UnknownResource
from reportedly.picture import Condition, SiteQuery, SiteState, StateRow
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.site_change import compare_states
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Sites"])
Day = Annotated[str | None, Query(max_length=10, description="ISO 8601; else the latest report's")]
AnotherDay = Annotated[str, Query(min_length=1, max_length=10, description="ISO 8601")]
Place = Annotated[str, Query(min_length=1, max_length=200)]
Asset = Annotated[str, StringConstraints(max_length=200)]
What = Annotated[list[Asset] | None, Query(max_length=20)]
_ORDER = tuple(Condition)
_CLAIMS = 60  # that a site's page lists
_OLD_DAYS = 7  # after which a sighting is drawn as old


@router.get("/sites")
def show_sites(visit: Asks, on: Day = None) -> Response:
    """Show every site of which something is told; what is there is worked out for each as it comes into view."""
    picture = visit.papers.dossier.picture
    told: Counter[str] = Counter()
    for site in picture.sites:
        told[site.place.name] += len((*site.present, *site.absent, *site.arrivals, *site.departures))
    day = _day(on) or (picture.as_of or "")[:10] or None
    sites = sorted(((place, number) for place, number in told.items() if day and number), key=_most_told)
    return visit.show("sites.html", papers=visit.papers, sites=sites, day=day)


@router.get("/board", include_in_schema=False)
def show_board(visit: Asks, place: Place, on: Day = None) -> Response:
    """Show what is known to be at a site on a day, as a part of the page of all sites."""
    site = _site(visit, place, on, None)
    return visit.show("board.html", papers=visit.papers, site=site, rows=rows_of(site))


@router.get("/sites.json")
def list_sites(visit: Asks, on: Day = None) -> Response:
    """Say what is known to be at every site."""
    return visit.give(visit.shelf.survey(SiteQuery(day=_day(on)), visit.as_of))


@router.get("/site")
def show_site(visit: Asks, place: Place, on: Day = None, beside: Day = None, what: What = None) -> Response:
    """Show what is known to be at a site on a day, and, where another day is told, what changed between the two."""
    other = _site(visit, place, beside, what) if beside else None
    site = _site(visit, place, on, what)
    found = visit.shelf.claims(ClaimFilter(place=place), visit.as_of, limit=_CLAIMS).claims
    shown = (*site.rows, *(other.rows if other else ()))
    shown_in = {each.report for row in shown for each in row.evidence}
    papers = visit.about_claims(*(claim.id for claim in found), beside=shown_in, voiced=False)
    known = [each for each in papers.dossier.picture.sites if each.place.name == place]
    day = date.fromisoformat(site.day)
    return visit.show(
        "site.html",
        papers=papers,
        site=site,
        rows=rows_of(site),
        spot=known[0].place if known else None,
        cards=[papers.card(papers.claim(claim.id)) for claim in found],
        changed=compare_states(site, other) if other else None,
        beside=other.day if other else None,
        wanted=what or [],
        before=(day - timedelta(days=1)).isoformat() if day > date.min else None,
        after=(day + timedelta(days=1)).isoformat() if day < date.max else None,
        old=_OLD_DAYS,
        drawn=_drawn_from(visit),
    )


@router.get("/site.json")
def give_site(visit: Asks, place: Place, on: Day = None, what: What = None) -> Response:
    """Say what is known to be at a site on a day."""
    response = give_record(visit.shelf.survey(_query(place, on, what), visit.as_of))
    if drawn := _drawn_from(visit):
        response.headers["X-Part"] = drawn
    return response


@router.get("/site-change.json")
def give_change(visit: Asks, place: Place, beside: AnotherDay, on: Day = None, what: What = None) -> Response:
    """Say what changed at a site between two days."""
    states = [_site(visit, place, each, what) for each in (on, beside)]
    return give_record(compare_states(states[0], states[1]))


def _drawn_from(visit: Visit) -> str:
    """Say by which reports of a large collection the state of a site is told; empty where it is by all."""
    if visit.as_of is not None or not visit.shelf.large:
        return ""
    return f"the latest {OF_SITE} reports that name it, the latest {OF_SITE} that tell what is there, and their kin"


def rows_of(site: SiteState) -> list[StateRow]:
    """Put what is there before what is gone, and what nobody reports last."""
    return sorted(site.rows, key=lambda row: _ORDER.index(row.state))


def _most_told(told: tuple[str, int]) -> tuple[int, str]:
    return -told[1], told[0]


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
