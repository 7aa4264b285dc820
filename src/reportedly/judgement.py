"""The judgement: what a person decided about a record, kept beside it and never in its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from reportedly.report import Report
from reportedly.span import Span


class Act(StrEnum):
    """What a person did."""

    ACCEPT = "accept"  # the machine's record is right
    REJECT = "reject"  # it is wrong, and counts no more
    CORRECT = "correct"  # one field of it is another
    MERGE = "merge"  # two claims are one
    SPLIT = "split"  # a support does not belong to its claim
    GRADE = "grade"  # the credibility of a claim, by a person
    UNDO = "undo"  # an earlier judgement does not hold any more


class Subject(StrEnum):
    """What a judgement is about."""

    ATTRIBUTION = "attribution"
    EVENT = "event"
    SUPPORT = "support"  # what one place in a report says for a claim: all that was read there
    CLAIM = "claim"  # known by a support of it
    DERIVATION = "derivation"  # that one report was made from another
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a report, found again in whatever is made of the same text later."""

    digest: str  # of the report's body
    span: Span | None  # None: the report as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of one person."""

    id: str
    at: str  # ISO 8601, UTC
    by: str
    act: Act
    subject: Subject
    mark: Mark | None  # None where `undoes` says what it is about
    other: Mark | None  # of a merge the other claim's words, of a derivation the other report
    field: str | None  # of a correction
    value: str | None  # of a correction or a grade
    why: str | None
    undoes: str | None  # id of a judgement


def digest_body(report: Report) -> str:
    """Give what a report's body is known by, whatever its id, its file and its date."""
    return blake2b(report.body.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def standing(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Give the judgements that hold, oldest first: what was undone is left out, and so are the undoings.

    Undoing an undoing brings the first judgement back.
    """
    undone: set[str] = set()
    held: list[Judgement] = []
    for judgement in sorted(judgements, key=lambda each: (each.at, each.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.undoes is not None:
            undone.add(judgement.undoes)
        else:
            held.append(judgement)
    return tuple(reversed(held))
