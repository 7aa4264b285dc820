"""Judgements made by hand, on readings made by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from reportedly.assess.found_again import mark_place, place_of
from reportedly.judgement import Act, Judgement, Mark, Subject, identify_judgement

_TICKS = count()


def judged(
    act, subject, mark, *, other=None, field=None, value=None, undoes=None, by="Noor", why=None, at=None
) -> Judgement:
    """A judgement; those made later in a test hold from later."""
    drawn = Judgement(
        id="",
        at=at or f"2026-03-06T10:00:00.{next(_TICKS):06}Z",
        by=by,
        act=Act(act),
        subject=Subject(subject),
        mark=mark,
        other=other,
        field=field,
        value=value,
        why=why,
        undoes=undoes,
    )
    return replace(drawn, id=identify_judgement(drawn))


def undo(judgement: Judgement) -> Judgement:
    """That a judgement does not hold any more."""
    return judged("undo", "judgement", None, undoes=judgement.id)


def on_attribution(reading, number=0) -> Mark:
    """The words of an attribution."""
    return mark_place(reading.report, place_of(reading.attributions[number], reading.report))


def on_event(reading, number=0) -> Mark:
    """The words of an event."""
    return mark_place(reading.report, place_of(reading.events[number], reading.report))


def on_support(reading, support) -> Mark:
    """The words of a support."""
    event = next((each for each in reading.events if each.id == support.event), None)
    said = next((each for each in reading.attributions if each.id == support.attribution), None)
    core = event.predicate if event else (said.cue or said.source) if said else None
    return mark_place(reading.report, (support.evidence, core))
