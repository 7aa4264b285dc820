"""The map and the timeline: where claims lie and when, what cannot be shown, and the outlines below them."""

from __future__ import annotations

import gzip
from collections import Counter
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly import __version__
from reportedly.attribution import Basis
from reportedly.claim import ClaimFilter
from reportedly.event import EventType
from reportedly.export.outline_geojson import write_outlines
from reportedly.serve.fault import WrongRequest
from reportedly.serve.screens.claims import ASKED, Wanted
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Map"])
Bases = Annotated[list[Annotated[str, Query(max_length=40)]] | None, Query(max_length=20)]
_HOUR = 3600


@router.get("/map")
def show_map(visit: Asks, wanted: Wanted, basis: Bases = None) -> Response:
    """Show where claims lie, when, and which cannot be placed."""
    bases = _read_bases(basis)
    whole = visit.shelf.sheet(visit.as_of)
    cut = whole.total > len(whole.claims)
    asked = wanted if cut and wanted != ClaimFilter() else None  # else the browser chooses among all of them
    papers, sheet = visit.shelf.map_papers(asked, visit.as_of), visit.shelf.sheet(visit.as_of, asked)
    by_number = {number: papers.catalogue.claims[id_] for id_, number in papers.catalogue.numbers.items()}
    return visit.show(
        "map.html",
        papers=papers,
        by_number=by_number,
        sheet=sheet,
        drawn=visit.shelf.drawings(visit.as_of, None if wanted == ClaimFilter() and not bases else wanted, bases),
        types=sorted(EventType) if cut else sorted({claim.type for claim in sheet.claims}),
        cut=cut,
        reaches_all=asked is not None,
        address=visit.url("/map.json", **_address(visit) if asked else {}),
        told=Counter(claim.basis[0] for claim in sheet.claims),
        symbols=any(claim.symbol for claim in sheet.claims),
        wanted=wanted,
        bases=bases,
    )


@router.get("/map.json")
def give_sheet(visit: Asks, wanted: Wanted) -> Response:
    """Give claims, 2,000 at most, with where, when and how each is told, and why what cannot be shown cannot."""
    asked = None if wanted == ClaimFilter() else wanted
    return visit.give(visit.shelf.sheet(visit.as_of, asked), visit.shelf.map_papers(asked, visit.as_of))


@router.get("/outlines.geojson")
def give_outlines(visit: Asks) -> Response:
    """Give the outlines of countries, by Natural Earth, as GeoJSON."""
    headers = {"Cache-Control": f"private, max-age={_HOUR}", "ETag": f'"{__version__}"', "Vary": "Accept-Encoding"}
    if "gzip" not in visit.request.headers.get("accept-encoding", ""):
        return Response(write_outlines(), media_type="application/geo+json", headers=headers)
    return Response(_packed(), media_type="application/geo+json", headers={**headers, "Content-Encoding": "gzip"})


def _address(visit: Visit) -> dict[str, str]:
    """Give what the address asks of claims, for the records to be asked likewise."""
    told = visit.request.query_params
    return {name: told[name] for name in ASKED if told.get(name)}


@cache
def _packed() -> bytes:
    return gzip.compress(write_outlines().encode(), mtime=0)


def _read_bases(told: list[str] | None) -> frozenset[Basis]:
    """Read which bases are wanted.

    Raises:
        WrongRequest: there is no such basis.
    """
    wrong = next((each for each in told or () if each and each not in set(Basis)), None)
    if wrong:
        raise WrongRequest(f"{wrong} is no basis: {', '.join(Basis)}")
    return frozenset(Basis(each) for each in told or () if each)
