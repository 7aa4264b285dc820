"""Claims: the table of what is claimed, with its filters in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BeforeValidator

from reportedly.claim import ClaimFilter, ClaimGroup, Grouping
from reportedly.event import EventType
from reportedly.export.catalogue import title_report
from reportedly.export.claim_card import Card
from reportedly.export.wording import day as name_day
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.screens.views import read_views
from reportedly.serve.shelf import Papers
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Claims"])
_AT_ONCE = 40  # claims on a page
_GROUPS = 12  # groups on a page
_OF_GROUP = 3  # claims that are shown of each
ASKED = ("type", "place", "day", "report", "story", "box", "since", "until", "origins", "opposed")
_HUGE = 10**9
By = Annotated[Grouping | None, BeforeValidator(lambda told: told or None), Query(description="what to gather by")]
Start = Annotated[int, Query(ge=0, le=_HUGE)]
Words = Annotated[str | None, Query(max_length=200)]
Box = Annotated[str | None, Query(max_length=80, description="west,south,east,north in degrees")]
Number = Annotated[str | None, Query(max_length=9, pattern="^[0-9]*$")]


def read_filter(
    visit: Asks,
    type_: Annotated[str | None, Query(alias="type", max_length=40)] = None,
    place: Words = None,
    day: Words = None,
    report: Words = None,
    story: Words = None,
    since: Words = None,
    until: Words = None,
    box: Box = None,
    origins: Number = None,
    opposed: Annotated[str | None, Query(max_length=5, pattern="^(true|false|)$")] = None,
) -> ClaimFilter:
    """Read which claims are wanted; a form sends an empty text for what is not asked about, `-` is what is not told.

    Raises:
        UnknownResource: there is no such story.
        WrongRequest: there is no such type of claim.
    """
    if type_ and type_ not in set(EventType):
        raise WrongRequest(f"{type_} is no type of claim: {', '.join(EventType)}")
    return ClaimFilter(
        type=EventType(type_) if type_ else None,
        place=_told(place),
        day=_told(day),
        report=report or None,
        reports=visit.about(story, compared=False).story(story).reports if story else None,
        since=since or None,
        until=until or None,
        box=_read_box(box, lenient=visit.request.url.path == "/map"),
        origins=int(origins) if origins else None,
        opposed=opposed == "true" if opposed else None,
    )


def _read_box(told: str | None, *, lenient: bool) -> tuple[float, float, float, float] | None:
    """Read a part of the map; the map itself passes over what is none, as it does over all that means nothing to it.

    Raises:
        WrongRequest: it is none.
    """
    if not told:
        return None
    try:
        west, south, east, north = (float(each) for each in told.split(","))
    except ValueError:
        if lenient:
            return None
        raise WrongRequest(f"{told} is no part of the map: west,south,east,north") from None
    return west, south, east, north


def _told(part: str | None) -> str | None:
    """Read a part of an address of which it can be asked that nothing is told."""
    return "" if part == "-" else part or None


Wanted = Annotated[ClaimFilter, Depends(read_filter)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of claims as the page shows it, with the first of them."""

    group: ClaimGroup
    name: str
    address: str  # of all of them
    cards: tuple[Card, ...]


@router.get("/claims")
def show_claims(visit: Asks, wanted: Wanted, start: Start = 0, group: By = None) -> Response:
    """Show the claims, those on most origins first, or gathered by what they have in common."""
    sections = [] if group is None else visit.shelf.groups(group, wanted, visit.as_of)
    if group is None:
        parts = [visit.shelf.claims(wanted, visit.as_of, start=start, limit=_AT_ONCE)]
    else:
        within = [_within(visit, wanted, each) for each in sections[start : start + _GROUPS]]
        parts = [visit.shelf.claims(each, visit.as_of, limit=_OF_GROUP) for each in within]
    shown = [claim.id for part in parts for claim in part.claims]
    leads = [each.key for each in sections[start : start + _GROUPS] if group is Grouping.STORY]
    papers = visit.about_claims(*shown, beside=[wanted.report or "", *leads], voiced=False)
    cards = [[papers.card(papers.claim(claim.id)) for claim in part.claims] for part in parts]
    known = visit.papers.catalogue.claims.values()
    asked = {name: visit.request.query_params.get(name) for name in (*ASKED, "group")}
    return visit.show(
        "claims.html",
        papers=papers,
        cards=[] if group else cards[0],
        sections=[
            _section(visit, papers, each, some, asked)
            for each, some in zip(sections[start : start + _GROUPS], cards, strict=False)
        ],
        total=visit.shelf.claims(wanted, visit.as_of, limit=1).total,
        groups=len(sections),
        group=group,
        groupings=tuple(Grouping),
        start=start,
        at_once=_GROUPS if group else _AT_ONCE,
        wanted=wanted,
        asked=asked,
        types=sorted({claim.type.value for claim in known}),
        places=sorted({claim.place.name for claim in known if claim.place}),
        saved=visit.request.url.query,
        views=read_views(visit),
    )


@router.get("/claim-groups.json")
def list_groups(visit: Asks, wanted: Wanted, group: Annotated[Grouping, Query()] = Grouping.PLACE) -> Response:
    """Count the claims by what they have in common: days the latest first, else by their number."""
    return give_record(list(visit.shelf.groups(group, wanted, visit.as_of)))


def _within(visit: Visit, wanted: ClaimFilter, group: ClaimGroup) -> ClaimFilter:
    """Give what claims of a group are, beside what was wanted of all."""
    if group.by is Grouping.PLACE:
        return replace(wanted, place=group.key)
    if group.by is Grouping.DAY:
        return replace(wanted, day=group.key)
    if group.by is Grouping.TYPE:
        return replace(wanted, type=EventType(group.key))
    return replace(wanted, reports=visit.about(group.key, compared=False).story(group.key).reports)


def _section(
    visit: Visit, papers: Papers, group: ClaimGroup, cards: Sequence[Card], asked: Mapping[str, str | None]
) -> Section:
    """Draw a group up."""
    name = group.key
    if group.by is Grouping.PLACE:
        name = next((card.claim.place.name for card in cards if card.claim.place), "no place told")
    elif group.by is Grouping.DAY:
        name = name_day(group.key) if group.key else "no day told"
    elif group.by is Grouping.STORY and group.key in papers.catalogue.reports:
        name = title_report(papers.catalogue.reports[group.key])
    narrowed = {**asked, "group": "", group.by.value: group.key or "-"}
    return Section(group=group, name=name, address=visit.url("/claims", **narrowed), cards=tuple(cards))


@router.get("/claims.json")
def list_claims(
    visit: Asks, wanted: Wanted, start: Start = 0, limit: Annotated[int | None, Query(ge=1, le=_HUGE)] = None
) -> Response:
    """List the claims, those on most origins first."""
    return give_record(visit.shelf.claims(wanted, visit.as_of, start=start, limit=limit).claims)
