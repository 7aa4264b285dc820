"""Judging: what a person decides about the machine's records, from every place that shows them, and undoing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from fastapi.responses import RedirectResponse

from reportedly.attribution import Anonymity, Basis, Certainty, CueClass, Polarity, SpeakerKind, Stance
from reportedly.correction import ATTRIBUTION_FIELDS, EVENT_FIELDS
from reportedly.event import EventType, Factuality
from reportedly.export.judgement_text import describe_judgement
from reportedly.judgement import Act, Entry, Judgement
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.visit import Acts, Asks, Visit

router = APIRouter(tags=["Judgements"])
Words = Annotated[str, Form(max_length=2000)]
CHOICES = {  # what may be chosen for a field that holds one of a closed list
    "speaker.kind": tuple(SpeakerKind),
    "speaker.anonymity": tuple(Anonymity),
    "certainty": tuple(Certainty),
    "polarity": tuple(Polarity),
    "stance": tuple(Stance),
    "basis": tuple(Basis),
    "cue_class": tuple(CueClass),
    "type": tuple(EventType),
    "factuality": tuple(Factuality),
    "planned": ("true", "false"),
}


@router.get("/judgements")
def show_judgements(visit: Asks) -> Response:
    """Show who judged what, the latest first."""
    entries = visit.shelf.collection.judgements()
    return visit.show("judgements.html", entries=list(reversed(entries)), told=describe_all(entries))


@router.get("/judgements.json")
def list_judgements(visit: Asks) -> Response:
    """List every judgement, the oldest first."""
    return give_record(list(visit.shelf.collection.judgements()))


@router.get("/judge", include_in_schema=False)
def show_form(visit: Asks, id_: Annotated[str, Query(alias="id", min_length=1, max_length=400)]) -> Response:
    """Show what can be judged about a claim, as a part of whatever page asks, or as a page."""
    papers = visit.about_claim(id_)
    claim = papers.claim(id_)
    part = bool(visit.request.headers.get("hx-request"))
    return visit.show(
        "judge_part.html" if part else "judge.html",
        papers=papers,
        claim=claim,
        card=papers.card(claim),
        others=[each for each in papers.catalogue.claims.values() if each.id != claim.id and each.type is claim.type],
        said_fields=tuple(ATTRIBUTION_FIELDS),
        event_fields=tuple(EVENT_FIELDS),
        choices=CHOICES,
    )


@router.post("/judge")
def judge(
    visit: Acts,
    act: Annotated[Act, Form()],
    what: Words,
    value: Words = "",
    field: Words = "",
    why: Words = "",
) -> Response:
    """Judge something; the claims are worked out anew before the answer comes."""
    if act is Act.UNDO:
        raise WrongRequest("undoing has an address of its own")
    told = value if value or act is Act.CORRECT else None
    with visit.shelf.writing:
        made = visit.shelf.collection.judge(
            act, what, told, field=field or None, why=why.strip() or None, by=visit.name
        )
    return _answer(visit, made)


@router.post("/undo")
def undo(visit: Acts, id_: Annotated[str, Form(alias="id", min_length=1, max_length=80)], why: Words = "") -> Response:
    """Undo a judgement, be it an undoing itself."""
    with visit.shelf.writing:
        made = visit.shelf.collection.undo(id_, why=why.strip() or None, by=visit.name)
    return _answer(visit, made)


def describe_all(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Say what was decided by each judgement; of an undoing, what is undone."""
    told: dict[str, str] = {}
    for made in (entry.judgement for entry in entries):  # the oldest first: what is undone was told before
        told[made.id] = f"undone: {told[made.undoes]}" if made.undoes in told else describe_judgement(made)
    return told


def _answer(visit: Visit, made: Judgement) -> Response:
    """Tell what was decided, with the way back."""
    accepts = visit.request.headers.get("accept", "")
    if accepts.startswith("application/json"):
        return give_record(made, status=201)
    if visit.request.headers.get("hx-request"):
        response = visit.show(
            "judged_part.html", made=made, told=describe_all(visit.shelf.collection.judgements())[made.id]
        )
        response.headers["HX-Trigger"] = "judged"
        return response
    return RedirectResponse("/judgements", status_code=303)
