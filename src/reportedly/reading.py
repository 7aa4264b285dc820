"""The reading: all that one report says, each value with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.attribution import Attribution
from reportedly.event import Entity, Event, TimeExpression, Toponym
from reportedly.report import Report


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Sentence:
    """One sentence of the body, `[start, end)`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report says; every tuple is in reading order."""

    report: Report
    made_by: Mapping[str, str]  # component -> version
    not_analysed: str | None  # why there is nothing below; None where the report was analysed
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    places: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    entities: tuple[Entity, ...]
