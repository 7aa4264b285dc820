"""The attribution: who said what, how they would know it, and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.span import Span


class SpeakerKind(StrEnum):
    """What sort of source the words stand for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    REPORTER = "reporter"
    IMAGERY = "imagery"
    DOCUMENT = "document"
    OUTLET = "outlet"


class Anonymity(StrEnum):
    """Whether the source is named; `withheld` where it asked not to be."""

    NAMED = "named"
    UNNAMED = "unnamed"
    WITHHELD = "withheld"


class CueClass(StrEnum):
    """What the cue does with the content."""

    SAY = "say"
    CONFIRM = "confirm"
    CLAIM = "claim"
    ADMIT = "admit"
    DENY = "deny"
    WARN = "warn"
    DEMAND = "demand"
    THREATEN = "threaten"
    SUGGEST = "suggest"
    BELIEVE = "believe"
    SHOW = "show"
    SEE = "see"
    ASK = "ask"
    RETRACT = "retract"
    OTHER = "other"


class Basis(StrEnum):
    """How the speaker would know."""

    STATEMENT = "statement"
    OBSERVATION = "observation"
    IMAGERY = "imagery"
    DOCUMENT = "document"
    DATA = "data"
    MEDIA = "media"
    HEARSAY = "hearsay"
    ANALYSIS = "analysis"
    NO_COMMENT = "no_comment"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """The speaker's commitment to the content, as the words carry it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    IMPROBABLE = "improbable"
    UNSPECIFIED = "unspecified"


class Polarity(StrEnum):
    """Whether what is said is said to be so, or not to be so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Stance(StrEnum):
    """What the speaker does: asserts, rejects what another said, refuses to say, or asks."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    ASKS = "asks"


class Verification(StrEnum):
    """What the outlet says about having checked the content."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whom the source words stand for, as far as the report tells."""

    kind: SpeakerKind
    name: str | None  # resolved: 'he said' carries the name of who 'he' is
    role: str | None
    affiliation: str | None
    count: int | None  # how many speak; None where the words leave it open
    party: str | None  # the side they speak for or belong to, where the words say so
    anonymity: Anonymity
    anonymity_reason: str | None


def unnamed() -> Speaker:
    """Give a speaker of whom nothing is told."""
    return Speaker(
        kind=SpeakerKind.ANONYMOUS,
        name=None,
        role=None,
        affiliation=None,
        count=None,
        party=None,
        anonymity=Anonymity.UNNAMED,
        anonymity_reason=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying, showing, seeing or refusing to say: source, cue and content."""

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]  # in reading order; more than one where the cue splits the clause
    direct: bool  # the content stands in quotation marks, whole
    speaker: Speaker
    speaker_id: str  # the same for every attribution in the report whose speaker is the same
    via: str | None  # whom the source told: 'told Reuters' gives 'Reuters'
    cue_class: CueClass
    basis: Basis
    basis_span: Span | None  # the words that tell how the speaker would know; None where none do
    certainty: Certainty
    certainty_span: Span | None  # the hedge; None where there is none
    polarity: Polarity
    negation_span: Span | None  # the words that deny or negate; None where nothing is negated
    stance: Stance
    verification: Verification | None
    parent: str | None  # id of the attribution that this one is nested in
