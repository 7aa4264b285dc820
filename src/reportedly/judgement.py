"""The judgement: what a person decided about a record, kept beside it and never in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Span


class Act(StrEnum):
    """What a person did."""

    ACCEPT = "accept"  # the machine's record is right
    REJECT = "reject"  # it is wrong, and counts no more
    CORRECT = "correct"  # one field of it is another
    ADD = "add"  # something is told in words of which the machine made nothing; of it, one field
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
    core: Span | None  # within it, what tells it from others there: the predicate, the cue; None where nothing does


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
    field: str | None  # of a correction or an addition
    value: str | None  # of a correction, an addition or a grade
    why: str | None
    undoes: str | None  # id of a judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A judgement that holds and has nothing to hold for."""

    judgement: str  # its id
    reason: str


class State(StrEnum):
    """What has become of a judgement."""

    HOLDS = "holds"
    UNDONE = "undone"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judgement with what has become of it."""

    judgement: Judgement
    state: State
    reason: str | None  # of one that is lost


def digest_body(report: Report) -> str:
    """Give what a report's body is known by, whatever its id, its file and its date."""
    return blake2b(report.body.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def identify_judgement(judgement: Judgement) -> str:
    """Make the id of a judgement from all that it says."""
    told: list[object] = [judgement.at, judgement.by, judgement.act.value, judgement.subject.value]
    told += [key for mark in (judgement.mark, judgement.other) for key in _mark_keys(mark)]
    return identify("judgement", *told, judgement.field, judgement.value, judgement.why, judgement.undoes)


def _mark_keys(mark: Mark | None) -> list[object]:
    """Give what a mark is told from others by, as many keys whatever it holds."""
    if mark is None:
        return [None] * 9
    spans = [
        key
        for span in (mark.span, mark.core)
        for key in ((span.start, span.end, span.text, span.field.value) if span else (None,) * 4)
    ]
    return [mark.digest, *spans]


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give the judgements that hold, oldest first: what was undone is left out, and so are the undoings.

    Undoing an undoing brings the first judgement back.
    """
    every = {each.id: each for each in judgements}
    holds = holding(every.values())
    kept = (each for each in every.values() if holds[each.id] and each.act is not Act.UNDO)
    return tuple(sorted(kept, key=lambda each: (each.at, each.id)))


def holding(judgements: Iterable[Judgement]) -> Mapping[str, bool]:
    """Tell of each judgement, undoings too, by its id whether it holds: no undoing of it does."""
    every = {each.id: each for each in judgements}
    undoings: dict[str, list[str]] = defaultdict(list)
    for each in every.values():
        if each.undoes is not None:
            undoings[each.undoes].append(each.id)
    known: dict[str, bool] = {}
    opened: set[str] = set()
    for first in every:
        waiting = [first]
        while waiting:
            id_ = waiting[-1]
            unknown = [one for one in undoings[id_] if one not in known and one not in opened]
            opened.add(id_)
            if unknown:
                waiting += unknown
            else:
                known[id_] = not any(known.get(one, False) for one in undoings[id_])
                waiting.pop()
    return known


def draw_up(judgements: Sequence[Judgement], lost: Iterable[Lost]) -> tuple[Entry, ...]:
    """List judgements, undoings too, with what has become of each, oldest first."""
    holds = holding(judgements)
    reasons = {each.judgement: each.reason for each in lost}
    return tuple(
        Entry(judgement=each, state=_state(holds[each.id], each.id in reasons), reason=reasons.get(each.id))
        for each in sorted(judgements, key=lambda each: (each.at, each.id))
    )


def _state(holds: bool, lost: bool) -> State:
    return State.UNDONE if not holds else State.LOST if lost else State.HOLDS
