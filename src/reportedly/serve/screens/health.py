"""Health: what the collection holds, what could not be read, and by which versions it was read."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Response

from reportedly import __version__
from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Health"])


@router.get("/health")
def show_health(visit: Asks) -> Response:
    """Show how the collection is."""
    papers = visit.papers
    made = Counter(item for reading in papers.dossier.readings for item in sorted(reading.made_by.items()))
    return visit.show(
        "health.html",
        papers=papers,
        holdings=visit.shelf.collection.holdings(),
        version=__version__,
        made=sorted(made.items()),
    )


@router.get("/health.json")
def give_health(visit: Asks) -> Response:
    """Count what the collection holds."""
    return give_record(visit.shelf.collection.holdings())


@router.get("/keys")
def show_keys(visit: Asks) -> Response:
    """Show every key and what it does."""
    return visit.show("keys.html")
