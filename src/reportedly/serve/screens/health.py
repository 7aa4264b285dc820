"""Health: what the collection holds, what could not be read, and by which versions it was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage

from fastapi import APIRouter, Response

from reportedly import __version__
from reportedly.collect.jobs import Jobs
from reportedly.judgement import Act, State
from reportedly.serve.page import give_record
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Health"])
_MB = 2**20
_CORRECTING = frozenset({Act.REJECT, Act.CORRECT, Act.MERGE, Act.SPLIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What the machine costs those who judge it."""

    corrections: int  # that hold: rejected, corrected, merged, split
    per_100_claims: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a collection takes on its disk."""

    size_mb: float
    free_mb: int


@router.get("/health")
def show_health(visit: Asks) -> Response:
    """Show how the collection is."""
    papers = visit.papers
    jobs: Jobs = visit.request.app.state.jobs
    made = Counter(item for reading in papers.dossier.readings for item in sorted(reading.made_by.items()))
    return visit.show(
        "health.html",
        papers=papers,
        holdings=visit.shelf.holdings(),
        version=__version__,
        effort=weigh_effort(visit),
        room=measure_room(visit.settings.where),
        waiting=len(jobs.open_jobs()),
        failed=[job for job in jobs.list_jobs() if job.fault or job.unread],
        made=sorted(made.items()),
    )


@router.get("/health.json")
def give_health(visit: Asks) -> Response:
    """Count what the collection holds."""
    return give_record(visit.shelf.holdings())


@router.get("/effort.json")
def give_effort(visit: Asks) -> Response:
    """Count the corrections that hold, and how many there are for 100 claims."""
    return give_record(weigh_effort(visit))


def weigh_effort(visit: Visit) -> Effort:
    """Count the corrections that hold; accepting and grading correct nothing."""
    entries = visit.shelf.collection.judgements()
    corrections = sum(each.judgement.act in _CORRECTING and each.state is State.HOLDS for each in entries)
    claims = len(visit.papers.catalogue.claims)
    return Effort(corrections=corrections, per_100_claims=round(100 * corrections / max(1, claims), 1))


def measure_room(where: str) -> Room | None:
    """Measure a collection that is a file, and the room that its disk has left; None where it is none."""
    file = Path(where)
    if "://" in where or not file.is_file():
        return None
    return Room(size_mb=round(file.stat().st_size / _MB, 1), free_mb=disk_usage(file.parent).free // _MB)


@router.get("/keys")
def show_keys(visit: Asks) -> Response:
    """Show every key and what it does."""
    return visit.show("keys.html")
