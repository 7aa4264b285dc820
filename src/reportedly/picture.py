"""The picture: all that is known from a set of reports, as of a moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.attribution import Basis, Certainty
from reportedly.claim import Bases, Claim
from reportedly.event import Place
from reportedly.judgement import Lost
from reportedly.lineage import Comparison, Family, Lineage
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one claim says of a site."""

    claim: str
    what: str
    min: int | None
    max: int | None
    start: str | None  # ISO 8601 date; None where the words do not tell
    end: str | None
    note: str | None  # what to keep in mind: 'last seen 13 December; a departure is reported since'


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place and what is said of it."""

    place: Place
    present: tuple[Sighting, ...]
    absent: tuple[Sighting, ...]
    arrivals: tuple[Sighting, ...]
    departures: tuple[Sighting, ...]
    statements: tuple[Sighting, ...]


class Heading(StrEnum):
    """Under what a claim stands on a site's board."""

    PRESENT = "present"
    ABSENT = "absent"
    ARRIVALS = "arrivals"
    DEPARTURES = "departures"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEntry:
    """A sighting with the board that it belongs on."""

    place: Place
    heading: Heading
    sighting: Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A claim with all that putting it into a picture needs: worked out once, apart from all other claims."""

    claim: Claim
    label: str  # tells it from a claim in the same words; empty where nothing does
    remoteness: int  # 0 happened, 1 meant, wished or undated background, 2 mere words
    entries: tuple[SiteEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A claim at its time, with honest bounds."""

    start: str | None  # ISO 8601 date
    end: str | None
    edtf: str | None
    claim: str
    summary: str


class Side(StrEnum):
    """What a claim does for a question."""

    FOR = "for"
    AGAINST = "against"
    ELSEWHERE = "elsewhere"  # the same act by the same actor at another place
    UNCLEAR = "unclear"  # it bears on the question, and would fit a yes as well as a no


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One claim that bears on a question."""

    claim: str
    side: Side
    reason: str  # why it stands on this side, in words
    sign: bool  # it says neither yes nor no, and is a sign of one
    origins: int  # established legs of the claim
    bases: Bases
    basis: tuple[Basis, ...]  # of those who say it, each once
    certainty: Certainty  # of the words that it is told in
    age_days: int | None  # from when it was last reported, or happened, to the picture's day


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question and the claims that speak for it and against it."""

    question: str
    understood: str  # what it was taken to ask, in words
    missing: str | None  # what could not be read from its words; it was then answered by its words alone
    lines: tuple[LedgerLine, ...]  # within a side, what says it before what is a sign of it, more legs first
    supporting: tuple[str, ...]  # claim ids
    opposing: tuple[str, ...]
    elsewhere: tuple[str, ...]
    unclear: tuple[str, ...]
    gaps: tuple[str, ...]
    verdict: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is known from a set of reports."""

    as_of: str | None  # the latest `published` among the reports; None where none has a date
    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]
    families: tuple[Family, ...]
    claims: tuple[Claim, ...]  # those that rest on more legs come first
    sites: tuple[Site, ...]
    timeline: tuple[TimelineEntry, ...]
    questions: tuple[Answer, ...]
    lost: tuple[Lost, ...] = ()  # judgements that found nothing to hold for


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A picture with the working papers that a page needs to show every word behind it."""

    picture: Picture
    readings: tuple[Reading, ...]  # of the picture's reports; where it is of a part of many, of those looked into
    lineage: Lineage
    comparisons: tuple[Comparison, ...]  # one for each edge of the family trees


class Condition(StrEnum):
    """What is known of a thing at a site on a day."""

    PRESENT = "present"  # said to be there on that day
    LAST_SEEN = "last_seen"  # said to be there on an earlier day, nothing told since
    ARRIVED = "arrived"
    LEFT = "left"
    ABSENT = "absent"  # said not to be there
    NOT_REPORTED = "not_reported"  # no report says anything of it: it may be there or not


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEvidence:
    """The words of one report behind a row."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """What is known of one kind of thing at a site on a day."""

    what: str
    state: Condition
    min: int | None  # None where no number is told
    max: int | None
    day: str | None  # ISO 8601, the day that it was seen, came or left; None where it is not told, or nothing is
    age_days: int | None  # how old that is on the day of the state
    since: tuple[str, ...]  # what may have changed since, in words
    claims: tuple[str, ...]
    basis: Basis
    certainty: Certainty
    origins: int  # established legs of the claim behind it that has most
    origins_possible: int
    opposed: bool  # whether something speaks against a claim behind it
    evidence: tuple[SiteEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteState:
    """What is known of a site on a day, kind by kind."""

    place: str  # as it was asked for
    known_as: tuple[str, ...]  # what the reports call it
    day: str
    rows: tuple[StateRow, ...]  # what was asked for comes first, in that order


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteQuery:
    """What somebody asks of sites."""

    place: str | None = None  # None for every site that the reports tell of
    day: str | None = None  # ISO 8601; None for that of the latest report
    wanted: tuple[str, ...] = ()  # kinds of thing to tell of whether anybody reports them or not


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Several sites on one day."""

    day: str  # ISO 8601
    sites: tuple[SiteState, ...]
    unread: tuple[Unread, ...]
