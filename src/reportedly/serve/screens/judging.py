"""Judging: what a person decides about the machine's records, from every place that shows them, and undoing it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from fastapi.responses import RedirectResponse
from pydantic import StringConstraints

from reportedly.attribution import Anonymity, Basis, Certainty, CueClass, Polarity, SpeakerKind, Stance
from reportedly.collect import Request
from reportedly.correction import ATTRIBUTION_FIELDS, EVENT_FIELDS
from reportedly.event import EventType, Factuality
from reportedly.export.judgement_text import describe_judgement
from reportedly.judgement import Act, Entry, Judgement, State
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.visit import Acts, Asks, Visit

router = APIRouter(tags=["Judgements"])
Words = Annotated[str, StringConstraints(max_length=2000)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=80)]
_AT_ONCE = 100  # that are judged at once
_ACT = re.compile(r"(?:undone: )*[^:]*")  # of a line that says what was decided: what comes before the words
_UNDONE = 2000  # judgements of one decision: a claim is rejected by all that it rests on
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one person judged at one moment, as people read it."""

    entries: tuple[Entry, ...]
    told: str
    lines: tuple[str, ...]  # what was decided of each, where it was more than one thing
    standing: tuple[str, ...]  # ids of what is not undone


@router.get("/judgements")
def show_judgements(visit: Asks) -> Response:
    """Show who judged what, the latest first; what was judged at once stands as one."""
    entries = visit.shelf.collection.judgements()
    told = describe_all(entries)
    return visit.show("judgements.html", decisions=[_decision(each, told) for each in reversed(gather(entries))])


@router.get("/judgements.json")
def list_judgements(visit: Asks) -> Response:
    """List every judgement, the oldest first."""
    return give_record(list(visit.shelf.collection.judgements()))


@router.get("/judge", include_in_schema=False)
def show_form(
    visit: Asks,
    id_: Annotated[str, Query(alias="id", min_length=1, max_length=400)],
    report: Annotated[str, Query(max_length=400, description="what it says stands first")] = "",
) -> Response:
    """Show what can be judged about a claim, as a part of whatever page asks, or as a page."""
    papers = visit.about_claim(id_)
    claim = papers.claim(id_)
    part = bool(visit.request.headers.get("hx-request"))
    return visit.show(
        "judge_part.html" if part else "judge.html",
        papers=papers,
        claim=claim,
        supporting=sorted(claim.supporting, key=lambda each: each.report != report),
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
    what: Annotated[list[Words], Form(min_length=1, max_length=_AT_ONCE)],
    value: Annotated[Words, Form()] = "",
    field: Annotated[Words, Form()] = "",
    why: Annotated[Words, Form()] = "",
) -> Response:
    """Judge one thing, or several as one decision; the claims are worked out anew before the answer comes.

    Several claims are merged by naming them all; rejecting a claim rejects what it rests on.
    """
    if act is Act.UNDO:
        raise WrongRequest("undoing has an address of its own")
    told = value if value or act is Act.CORRECT else None
    named = [(each, told) for each in dict.fromkeys(what)]
    if act is Act.MERGE and told is None and len(named) > 1:
        named = [(named[0][0], other) for other, _ in named[1:]]
    reason = why.strip() or None
    wanted = [
        Request(act=act, what=each, value=of, field=field or None, why=reason, by=visit.name) for each, of in named
    ]
    with visit.shelf.writing:
        made = visit.shelf.collection.judge_together(wanted)
    return answer_judged(visit, made)


@router.post("/undo")
def undo(
    visit: Acts,
    ids: Annotated[list[Id], Form(alias="id", min_length=1, max_length=_UNDONE)],
    why: Annotated[Words, Form()] = "",
) -> Response:
    """Undo a judgement, or all of one decision, be it an undoing itself."""
    with visit.shelf.writing:
        made = visit.shelf.collection.undo_together(ids, why=why.strip() or None, by=visit.name)
    return answer_judged(visit, made)


def answer_judged(visit: Visit, made: Sequence[Judgement]) -> Response:
    """Tell what was decided, with the way back."""
    accepts = visit.request.headers.get("accept", "")
    if accepts.startswith("application/json"):
        return give_record(list(made), status=201)
    if visit.request.headers.get("hx-request"):
        told = describe_all(visit.shelf.collection.judgements())
        entries = [Entry(judgement=each, state=State.HOLDS, reason=None) for each in made]
        response = visit.show("judged_part.html", decision=_decision(entries, told))
        response.headers["HX-Trigger"] = "judged"
        return response
    return RedirectResponse("/judgements", status_code=303)


def gather(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Put what one person judged at one moment together, the oldest first."""
    every = groupby(entries, key=lambda entry: (entry.judgement.at, entry.judgement.by))
    return [tuple(each) for _, each in every]


def describe_all(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Say what was decided by each judgement; of an undoing, what is undone."""
    told: dict[str, str] = {}
    for made in (entry.judgement for entry in entries):  # the oldest first: what is undone was told before
        told[made.id] = f"undone: {told[made.undoes]}" if made.undoes in told else describe_judgement(made)
    return told


def _decision(entries: Sequence[Entry], told: Mapping[str, str]) -> Decision:
    """Draw one decision up."""
    lines = tuple(told[entry.judgement.id] for entry in entries)
    return Decision(
        entries=tuple(entries),
        told=lines[0] if len(lines) == 1 else _sum_up(lines),
        lines=lines if len(lines) > 1 else (),
        standing=tuple(entry.judgement.id for entry in entries if entry.state is not State.UNDONE),
    )


def _sum_up(lines: Sequence[str]) -> str:
    """Say in one line what was decided of several things."""
    acts = Counter(match[0] for line in lines if (match := _ACT.match(line)))
    return ", ".join(f"{act} ({number} times)" if number > 1 else act for act, number in acts.items())
