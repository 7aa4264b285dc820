"""The story mark: that a person keeps an eye on a story, or is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a person notes of a story for themselves; nothing is judged by it."""

    STAR = "star"
    DONE = "done"  # until a report comes in that was not there then


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMark:
    """One mark of one person."""

    report: str  # id of a report of the story: the story is whatever that belongs to by now
    kind: MarkKind
    by: str
    at: str  # ISO 8601, UTC
