"""What a person says is told in words of which the machine made nothing, as records of the reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from reportedly.assess.corrected import correct_attribution, correct_event
from reportedly.attribution import (
    Attribution,
    Basis,
    Certainty,
    CueClass,
    Polarity,
    Stance,
    unnamed,
)
from reportedly.event import Event, EventType, bare_event
from reportedly.identity import identify
from reportedly.judgement import Subject
from reportedly.reading import Reading
from reportedly.span import Field, Span

FIRST = {Subject.EVENT: "type", Subject.ATTRIBUTION: "speaker.name"}  # the field that a record is begun by
Record = TypeVar("Record", Attribution, Event)


def name_added(subject: Subject, report: str, words: Span) -> str:
    """Make the id of what a person adds at some words of a report."""
    return identify(subject.value, report, words.start, words.end, "added")


def add_field(reading: Reading, subject: Subject, words: Span, field: str, value: str) -> Reading | None:
    """Give a reading with one field of what a person adds at some words; None where its first field was not added.

    Raises:
        JudgementFault: there is no such field, or the value is none of its.
    """
    report, of_event = reading.report, subject is Subject.EVENT
    said = _held(reading.attributions, name_added(Subject.ATTRIBUTION, report.id, words))
    event = _held(reading.events, name_added(Subject.EVENT, report.id, words))
    if field == FIRST[subject] and of_event:
        event = event or bare_event(name_added(subject, report.id, words), EventType.OTHER, words)
    elif field == FIRST[subject]:
        said = said or _attribution(report.id, words)
    if (event if of_event else said) is None:
        return None
    if of_event and event is not None:
        event = correct_event(event, field, value, report.body)
    elif said is not None:
        said = correct_attribution(said, field, value, reading.attributions, report.body)
    if event is not None:
        event = event if said is None else replace(event, attribution=said.id)
        reading = replace(reading, events=_put_in(reading.events, event, words))
    return reading if said is None else replace(reading, attributions=_put_in(reading.attributions, said, words))


def _held(records: tuple[Record, ...], id_: str) -> Record | None:
    return next((each for each in records if each.id == id_), None)


def _put_in(records: tuple[Record, ...], added: Record, words: Span) -> tuple[Record, ...]:
    """Put a record among the others, in reading order."""
    rest: list[Record] = [each for each in records if each.id != added.id]
    rest.insert(sum(not _follows(each, words) for each in rest), added)
    return tuple(rest)


def _follows(record: Attribution | Event, words: Span) -> bool:
    """Tell whether a record of the body begins after some words of it."""
    told = (record.evidence,) if isinstance(record, Event) else record.content
    return any(each.field is Field.BODY and each.start > words.start for each in told[:1])


def _attribution(report: str, words: Span) -> Attribution:
    """Give words that somebody says of whom nothing is told yet."""
    id_ = name_added(Subject.ATTRIBUTION, report, words)
    return Attribution(
        id=id_,
        source=None,
        cue=None,
        content=(words,),
        direct=False,
        speaker=unnamed(),
        speaker_id=identify("speaker", id_),
        via=None,
        cue_class=CueClass.SAY,
        basis=Basis.STATEMENT,
        basis_span=None,
        certainty=Certainty.CERTAIN,
        certainty_span=None,
        polarity=Polarity.AFFIRMED,
        negation_span=None,
        stance=Stance.ASSERTS,
        verification=None,
        parent=None,
    )
