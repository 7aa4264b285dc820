"""The trace: where a claim comes from at last, which reports only tell it again, and what was lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.attribution import Anonymity, Basis, Certainty, SpeakerKind, Verification
from reportedly.claim import Bases, Independence
from reportedly.lineage import Drift, VariationKind
from reportedly.span import Span


class FoldReason(StrEnum):
    """Why a place where a claim is told makes no leg of its own."""

    RETELLS = "retells"
    SAME_SENTENCE = "same_sentence"
    OWN_VOICE = "own_voice"
    INHERITED = "inherited"
    NOT_HELD = "not_held"
    SAME_NEWSROOM = "same_newsroom"
    SAME_SPEAKER = "same_speaker"
    SAME_RECORD = "same_record"
    UNNAMED_ALIKE = "unnamed_alike"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedReport:
    """A report that a trace names, as far as citing it needs."""

    id: str
    publisher: str | None
    agency: str | None
    title: str | None
    published: str | None  # ISO 8601 as told
    url: str | None
    path: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One place where the claim is told, or denied, with what an editor asks of it."""

    report: str
    attribution: str | None  # None in the outlet's own voice
    event: str | None
    evidence: Span
    sentence: Span  # the whole sentence that the evidence stands in
    speaker: str  # in words, as the claim has it
    speaker_kind: SpeakerKind | None  # None in the outlet's own voice
    anonymity: Anonymity | None
    newsroom: str | None  # who collected it, as the reports write it; None where no words tell
    via: str | None  # whom the speaker told, where the words say so
    basis: Basis
    certainty: Certainty
    hedge: Span | None  # the words that tell how sure the speaker is
    verification: Verification | None  # what the outlet says about having checked it
    origin: str  # id of the report, or of the inferred origin, that the sentence goes back to


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A change to the sentence between the report that it goes back to and the one that tells it again."""

    kind: VariationKind
    origin: Span | None
    derivative: Span | None
    direction: Drift
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A place where the claim is told again, and what makes it part of a leg that stands already."""

    told: Told
    reason: FoldReason
    note: str  # the reason in one plain sentence
    of: str  # id of the report that holds the words which it tells again, or shares a source with
    beside: Span  # those words: the whole sentence
    score: float | None  # 0 to 1: how sure the lineage is of the sentence; None where it says nothing of it
    verbatim: bool  # the two sentences are one, letter for letter but for spaces and signs
    lost: tuple[Lost, ...]  # those that touch the words of the claim first


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLeg:
    """One independent origin of a claim, and all that goes back to it."""

    id: str
    newsrooms: tuple[str, ...]  # who collected it, as the reports write it; empty where no words tell
    speakers: tuple[str, ...]  # its distinct sources in words; retellings name none of their own
    first: Told  # where it first appeared, of the reports at hand
    not_held: str | None  # whose report `first` credits, where that one is not at hand
    descends: (
        Span | None
    )  # the sentence of another report at hand that `first` goes back to: nothing else was found there
    lost: tuple[Lost, ...]  # of that sentence
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where one claim comes from: the numbers are the claim's own."""

    claim: str
    summary: str
    reports: int
    origins: int
    origins_possible: int
    bases: Bases
    independence: Independence
    credibility: int  # Admiralty digit, 1 to 6, suggested
    legs: tuple[TraceLeg, ...]  # the one in whose words the claim is told comes first
    withdrawn: tuple[Told, ...]  # support that counts no more, and what retells it
    against: tuple[TraceLeg, ...]
    against_withdrawn: tuple[Told, ...]
    another_leg: tuple[str, ...]  # what would be one more, in plain words
    no_leg: tuple[str, ...]  # what would not, though it may look so
    sentence: str  # attribution to be pasted
    named: tuple[str, ...]  # ids of the legs that the sentence names
    cited: tuple[CitedReport, ...]  # every report that the trace names
