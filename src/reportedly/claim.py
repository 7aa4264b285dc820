"""The claim: what one or more attributions and events, across reports, say happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reportedly.attribution import Basis, Certainty
from reportedly.event import EventType, Place, When
from reportedly.source_letter import SourceLetter
from reportedly.span import Span


class Spot(NamedTuple):
    """Where a report tells of something that a claim may be about: the number of it among all that it tells."""

    report: str
    place: int


class Independence(StrEnum):
    """Whether the supports are known to go back to separate reporting."""

    INDEPENDENT = "independent"
    NOT_ESTABLISHED = "not_established"
    LINEAGE_UNKNOWN = "lineage_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One place in one report where the claim is made, or denied."""

    report: str
    attribution: str | None  # None in the outlet's own voice
    event: str | None  # None where only words are attributed
    evidence: Span
    speaker: str  # who, in words: 'four Syrian officials', 'Reuters', 'the report itself'
    basis: Basis
    certainty: Certainty
    origin: str  # id of the report, or of the inferred origin, that this sentence goes back to
    leg: str  # supports with the same leg are one independent origin
    withdrawn: bool  # the report was retracted, or retells one that was
    source_letter: SourceLetter | None = None  # what a person's own file says of the report's publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """How many distinct speakers stand behind a claim."""

    min: int
    max: int  # more than `min` where unnamed ones may be different people


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The Admiralty digit that a person gave a claim."""

    digit: int  # 1 to 6
    by: str
    at: str  # ISO 8601, UTC
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said to have happened, with everything that stands behind it and against it."""

    id: str
    summary: str
    type: EventType
    place: Place | None
    time: When | None
    supporting: tuple[Support, ...]
    opposing: tuple[Support, ...]
    reports: int  # reports that support it
    origins: int  # established legs
    origins_possible: int  # legs if unnamed sources of one side are different people
    bases: Bases
    independence: Independence
    credibility: int  # Admiralty digit, 1 to 6, suggested
    why: str
    first_reported: str | None  # ISO 8601 as told; None where no report has a date
    last_reported: str | None
    grade: Grade | None = None  # a person's own, beside `credibility` and never in its place

    @property
    def report_ids(self) -> frozenset[str]:
        """Give the ids of the reports that support it or oppose it."""
        return frozenset(each.report for each in (*self.supporting, *self.opposing))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted; whatever is None is not asked about."""

    type: EventType | None = None
    place: str | None = None  # a gazetteer id, or a name as it is told; empty: none is told
    day: str | None = None  # ISO 8601, the first that it may have been; empty: none is told
    report: str | None = None  # id of a report that supports or opposes it
    reports: tuple[str, ...] | None = None  # ids of which one at least supports or opposes it
    since: str | None = None  # ISO 8601 days, or parts of one, of the happening
    until: str | None = None
    box: tuple[float, float, float, float] | None = None  # west, south, east, north, degrees; its place lies in it
    origins: int | None = None  # at least so many legs
    opposed: bool | None = None

    def admits(self, claim: Claim) -> bool:
        """Tell whether a claim is one of those."""
        place = claim.place
        start, end = (claim.time.start or "", claim.time.end or claim.time.start or "") if claim.time else ("", "")
        return (
            self.type in (None, claim.type)
            and (self.place is None or self._names(place))
            and (self.day is None or start == self.day)
            and (self.report is None or self.report in claim.report_ids)
            and (self.reports is None or not claim.report_ids.isdisjoint(self.reports))
            and (self.since is None or end >= self.since)
            and (self.until is None or "" < start[: len(self.until)] <= self.until)
            and (self.box is None or self._holds(place))
            and (self.origins is None or claim.origins >= self.origins)
            and (self.opposed is None or bool(claim.opposing) == self.opposed)
        )

    def _holds(self, place: Place | None) -> bool:
        if self.box is None or place is None or place.lat is None or place.lon is None:
            return False
        west, south, east, north = self.box
        across = west <= place.lon <= east if west <= east else not east <= place.lon <= west
        return south <= place.lat <= north and across

    def _names(self, place: Place | None) -> bool:
        if place is None or not self.place:
            return place is None and not self.place
        return self.place.casefold() in (place.gazetteer_id or "", place.name.casefold())


ClaimsOf = Callable[[Set[str]], Iterable[Claim]]  # gives those that reports bear on, by the reports' ids


class Grouping(StrEnum):
    """What claims are gathered by."""

    PLACE = "place"
    DAY = "day"
    TYPE = "type"
    STORY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """How many claims have one thing in common."""

    by: Grouping
    key: str  # a place by its name in small letters, a day, a type, a report of the story; empty where none is told
    claims: int
