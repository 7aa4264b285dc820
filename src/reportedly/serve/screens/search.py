"""Search: the claims and the reports that hold some words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Search"])
Q = Annotated[str, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/search")
def show_hits(visit: Asks, q: Q = "") -> Response:
    """Show the claims and the reports that hold all of some words."""
    claims, reports = visit.shelf.collection.search(q) if q.strip() else ([], [])
    papers = visit.about_claims(beside=[hit.id for hit in reports])
    return visit.show("search.html", papers=papers, q=q, claims=claims, reports=reports)


@router.get("/search.json")
def list_hits(visit: Asks, q: Q = "", limit: Limit = 20) -> Response:
    """List the claims and the reports that hold all of some words."""
    claims, reports = visit.shelf.collection.search(q, limit=limit) if q.strip() else ([], [])
    return give_record([*claims, *reports])
