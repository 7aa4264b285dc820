"""Words of a report that a person chose: a claim that was not read in them, or where the words of one end."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import StringConstraints

from reportedly.collect import Request
from reportedly.event import EventType
from reportedly.judgement import Act
from reportedly.serve.fault import WrongRequest
from reportedly.serve.screens.judging import answer_judged
from reportedly.serve.visit import Acts, Visit

router = APIRouter(tags=["Judgements"])
Chosen = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Line = Annotated[str, StringConstraints(max_length=300)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Near = Annotated[int, Form(ge=0, le=10**9)]


@router.post("/claims")
def add_claim(
    visit: Acts,
    report: Annotated[Id, Form()],
    words: Annotated[Chosen, Form()],
    type_: Annotated[EventType, Form(alias="type")] = EventType.OTHER,
    near: Near = 0,
    speaker: Annotated[Line, Form()] = "",
    place: Annotated[Line, Form()] = "",
    time: Annotated[Line, Form()] = "",
    why: Annotated[Line, Form()] = "",
) -> Response:
    """Add a claim that words of a report tell and that was not read in them; it is a judgement like others."""
    told = {"type": type_.value, "speaker.name": speaker, "place": _known(visit, place), "time": time}
    return _judge(visit, Act.ADD, _find(visit, report, words, near), told, why)


@router.post("/edges")
def move_edges(
    visit: Acts,
    report: Annotated[Id, Form()],
    record: Annotated[Id, Form()],
    words: Annotated[Chosen, Form()],
    near: Near = 0,
    why: Annotated[Line, Form()] = "",
) -> Response:
    """Say in which words an event, or what somebody said, is told."""
    edges = _find(visit, report, words, near).rpartition(":")[2]
    field = "evidence" if record.startswith("eve-") else "content"
    return _judge(visit, Act.CORRECT, f"{report}:{record}", {field: edges}, why)


def _judge(visit: Visit, act: Act, what: str, told: dict[str, str], why: str) -> Response:
    """Judge the fields of which something is told, as one decision."""
    reason = why.strip() or None
    wanted = [
        Request(act=act, what=what, value=value.strip(), field=field, why=reason, by=visit.name)
        for field, value in told.items()
        if value.strip()
    ]
    with visit.shelf.writing:
        made = visit.shelf.collection.judge_together(wanted)
    return answer_judged(visit, made)


def _find(visit: Visit, report: str, words: str, near: int) -> str:
    """Give words as REPORT:START-END, those that stand nearest to an offset where they stand more than once.

    Raises:
        UnknownResource: there is no such report.
        WrongRequest: the words do not stand in it.
    """
    body = visit.about(report, compared=False).report(report).body
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())) or "$^", body)]
    if not found:
        raise WrongRequest("these words do not stand so in the report: choose them from its text")
    start, end = min(found, key=lambda span: abs(span[0] - near))
    return f"{report}:{start}-{end}"


def _known(visit: Visit, place: str) -> str:
    """Give the gazetteer's id of a place that claims at hand name so; else what was told."""
    claims = visit.papers.catalogue.claims.values()
    known = (each.place for each in claims if each.place and each.place.name.casefold() == place.strip().casefold())
    return next((each.gazetteer_id for each in known if each.gazetteer_id), place)
