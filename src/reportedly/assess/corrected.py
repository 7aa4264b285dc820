"""Records as a person corrected them: the field that was set takes the place of the machine's, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from reportedly.attribution import Anonymity, Attribution, Speaker, SpeakerKind
from reportedly.correction import ATTRIBUTION_FIELDS, EVENT_FIELDS, PLACES, Edges, Spot, Value
from reportedly.errors import JudgementFault, SpanMismatch
from reportedly.event import Event, Place, When
from reportedly.identity import identify
from reportedly.span import Span

_SPEAKER = "speaker."
Record = TypeVar("Record", Attribution, Event, Speaker)


def correct_attribution(
    item: Attribution, field: str, value: str, told: Sequence[Attribution], body: str
) -> Attribution:
    """Give an attribution with one field set.

    Args:
        item: the attribution.
        field: one of ATTRIBUTION_FIELDS.
        value: what it is.
        told: all attributions of the report: a speaker who is named in another one is the same.
        body: of the report.

    Raises:
        JudgementFault: there is no such field, or the value is none of its.
    """
    if field not in ATTRIBUTION_FIELDS:
        raise JudgementFault(f"{field!r} is no field of an attribution: {', '.join(ATTRIBUTION_FIELDS)}")
    read = ATTRIBUTION_FIELDS[field](value)
    if isinstance(read, Edges):
        return replace(item, content=(cut_out(body, read),))
    if not field.startswith(_SPEAKER):
        return _set(item, field, read)
    if field == "speaker.name" and isinstance(read, str) and (known := _namesake(read, item, told)):
        speaker = replace(known.speaker, count=item.speaker.count)
        return replace(item, speaker=speaker, speaker_id=known.speaker_id)
    speaker = _corrected_speaker(item.speaker, field.removeprefix(_SPEAKER), read)
    if speaker == item.speaker:
        return item
    # What the report calls the speaker that the machine took it for must not be told for this one.
    key = identify("speaker", item.speaker_id, speaker.kind.value, speaker.name, speaker.anonymity.value)
    return replace(item, speaker=speaker, speaker_id=item.speaker_id if field == "speaker.count" else key)


def _namesake(name: str, item: Attribution, told: Sequence[Attribution]) -> Attribution | None:
    """Give the first attribution of the report whose speaker has just this name."""
    return next((each for each in told if each.id != item.id and each.speaker.name == name), None)


def _corrected_speaker(speaker: Speaker, field: str, read: Value) -> Speaker:
    """Give a speaker with one field set, and with it what cannot be otherwise: who has a name is not unnamed."""
    changed = _set(speaker, field, read)
    if field == "name" and changed.name is None:
        return replace(changed, anonymity=_unnamed(speaker))
    if field == "name":
        kind = SpeakerKind.PERSON if speaker.kind is SpeakerKind.ANONYMOUS else speaker.kind
        return replace(changed, kind=kind, anonymity=Anonymity.NAMED, anonymity_reason=None)
    if field == "kind" and changed.kind is SpeakerKind.ANONYMOUS:
        return replace(changed, name=None, anonymity=_unnamed(speaker))
    return changed


def _unnamed(speaker: Speaker) -> Anonymity:
    """Give how a speaker without a name is unnamed."""
    return Anonymity.UNNAMED if speaker.anonymity is Anonymity.NAMED else speaker.anonymity


def correct_event(event: Event, field: str, value: str, body: str) -> Event:
    """Give an event with one field set; the codes of a type that a person set are not told.

    Raises:
        JudgementFault: there is no such field, or the value is none of its.
    """
    if field not in EVENT_FIELDS:
        raise JudgementFault(f"{field!r} is no field of an event: {', '.join(EVENT_FIELDS)}")
    read = EVENT_FIELDS[field](value)
    if isinstance(read, Edges):
        return _moved(event, cut_out(body, read), body)
    if field in PLACES:
        return _set(event, field, _placed(event, read))
    if isinstance(read, When):
        return replace(event, time=replace(read, text=event.time.text if event.time else read.text))
    changed = _set(event, field, read)
    return replace(changed, plover=None, cameo=None, acled=None) if changed.type is not event.type else changed


def cut_out(body: str, edges: Edges) -> Span:
    """Give words of a report.

    Raises:
        JudgementFault: there are none.
    """
    try:
        return Span.of(body, edges.start, edges.end)
    except SpanMismatch as fault:
        raise JudgementFault(str(fault)) from fault


def _moved(event: Event, words: Span, body: str) -> Event:
    """Give an event that is told in other words, which hold at least a part of what names it.

    Raises:
        JudgementFault: they hold nothing of it.
    """
    if not words.overlaps(event.predicate):
        raise JudgementFault(f"the words leave out {event.predicate.text!r}, which names what happened")
    edges = max(words.start, event.predicate.start), min(words.end, event.predicate.end)
    return replace(event, evidence=words, predicate=Span.of(body, *edges))


def _set(record: Record, field: str, value: Any) -> Record:
    """Give a record with one field set, whose name and value the lists of correction.py hold to what it can be."""
    return replace(record, **{field: value})


def _placed(event: Event, spot: object) -> Place | None:
    """Give a place that a person told in the words that the event has for one, else in its own."""
    if not isinstance(spot, Spot):
        return None
    held = next((place for place in (event.place, event.origin, event.destination) if place), None)
    return Place(
        name=spot.name,
        lat=spot.lat,
        lon=spot.lon,
        radius_km=spot.radius_km,
        gazetteer_id=spot.gazetteer_id,
        span=held.span if held else event.predicate,
    )
