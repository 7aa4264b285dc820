"""The lineage: which report was made from which, and what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.report import Report
from reportedly.span import Span


class Relation(StrEnum):
    """How two reports stand to each other."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    REWRITE = "rewrite"
    EXCERPT = "excerpt"
    UPDATE = "update"
    SAME_STORY = "same_story"
    UNRELATED = "unrelated"


DERIVED = frozenset({Relation.VERBATIM, Relation.EDITED, Relation.REWRITE, Relation.EXCERPT, Relation.UPDATE})


class VariationKind(StrEnum):
    """What was changed between an origin and its derivative."""

    HEDGE_DROPPED = "hedge_dropped"
    HEDGE_ADDED = "hedge_added"
    HEDGE_WEAKENED = "hedge_weakened"
    HEDGE_STRENGTHENED = "hedge_strengthened"
    QUOTE_ALTERED = "quote_altered"
    QUOTE_DIFFERS = "quote_differs"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    ATTRIBUTION_ADDED = "attribution_added"
    ATTRIBUTION_CHANGED = "attribution_changed"
    CUE_CHANGED = "cue_changed"
    QUANTITY_CHANGED = "quantity_changed"
    TIME_CHANGED = "time_changed"
    TENSE_CHANGED = "tense_changed"
    PLACE_CHANGED = "place_changed"
    NAME_CHANGED = "name_changed"
    POLARITY_CHANGED = "polarity_changed"
    CAVEAT_DROPPED = "caveat_dropped"
    HEADLINE_CHANGED = "headline_changed"
    DETAIL_CHANGED = "detail_changed"
    DETAIL_DROPPED = "detail_dropped"
    DETAIL_ADDED = "detail_added"
    OMITTED = "omitted"
    ADDED = "added"
    GARBLED = "garbled"


class Drift(StrEnum):
    """Whether the derivative claims more or less than the origin."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Sentences of the origin and of the derivative that say the same."""

    origin: tuple[Span, ...]
    derivative: tuple[Span, ...]
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """One named change."""

    kind: VariationKind
    origin: Span | None
    derivative: Span | None
    direction: Drift
    note: str  # one plain sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """How sure it is which report came first, and why, in words."""

    confidence: float  # 0 to 1
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Shares of sentences that have a counterpart, 0 to 1."""

    of_derivative: float
    of_origin: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPair:
    """The two reports compared: `a` stands as origin in alignments and variations, told or not."""

    a: Report
    b: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two reports stand to each other and what changed between them."""

    related: bool
    kind: Relation
    origin: str | None  # id of the report that came first; None where it cannot be told
    derivative: str | None
    score: float  # 0 to 1: how sure the kind is
    direction: Direction
    coverage: Coverage  # of `b` and of `a` where the direction is not told
    reports: ReportPair
    alignments: tuple[Alignment, ...]
    variations: tuple[Variation, ...]  # those that change the claim most come first


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One verified pair of related reports."""

    a: str
    b: str
    path_a: str | None
    path_b: str | None
    kind: Relation
    score: float  # 0 to 1
    parent: bool  # an edge of the family tree
    origin: str | None  # None where the direction cannot be told
    confidence: float  # 0 to 1, of the direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """A sentence that is another report's, or that credits a report not held."""

    report: str
    sentence: Span
    origin: str  # id of the report, or of the inferred origin, that it goes back to
    origin_sentence: Span | None  # None where the origin is not held
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredOrigin:
    """A report that others credit and that is not held."""

    id: str
    publisher: str  # whom they credit
    about: str | None  # day, ISO 8601, of the earliest report that credits it: it came out then or shortly before
    credited_by: tuple[str, ...]  # report ids
    evidence: tuple[Span, ...]  # one credit for each report in `credited_by`, in the same order


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """An origin and all that derives from it; a report that stands alone is a family of one."""

    origin: str | None  # id; None where the origin is not held, or cannot be told
    members: tuple[str, ...]  # report ids, the origin among them
    inferred_origin: InferredOrigin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Who retells whom over a set of reports."""

    derivations: tuple[Derivation, ...]
    families: tuple[Family, ...]
    retellings: tuple[Retelling, ...]
