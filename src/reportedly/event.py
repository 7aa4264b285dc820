"""What happened, where, when, with what: events and the mentions that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from reportedly.attribution import Polarity
from reportedly.span import Span


class EventType(StrEnum):
    """The kinds of happening that are told apart."""

    PRESENCE = "presence"
    ARRIVE = "arrive"
    DEPART = "depart"
    TRANSIT = "transit"
    DEPLOY = "deploy"
    WITHDRAW = "withdraw"
    REDEPLOY = "redeploy"
    ATTACK = "attack"
    INTERCEPT = "intercept"
    CLASH = "clash"
    EXPLOSION = "explosion"
    CASUALTIES = "casualties"
    DAMAGE = "damage"
    SEIZE = "seize"
    CAPTURE = "capture"
    RELEASE = "release"
    BUILD = "build"
    SUPPLY = "supply"
    EXERCISE = "exercise"
    TALKS = "talks"
    AGREE = "agree"
    LEASE = "lease"
    CEASEFIRE = "ceasefire"
    RECOGNISE = "recognise"
    APPOINT = "appoint"
    REMOVE = "remove"
    RESIGN = "resign"
    FLEE = "flee"
    ASYLUM = "asylum"
    DETAIN = "detain"
    CHARGE = "charge"
    RULING = "ruling"
    VOTE = "vote"
    SANCTION = "sanction"
    THREATEN = "threaten"
    AID = "aid"
    PROTEST = "protest"
    DISASTER = "disaster"
    TRANSACTION = "transaction"
    RESULT = "result"
    STATE = "state"
    OTHER = "other"


class Factuality(StrEnum):
    """What the wording claims, whoever is speaking."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class ToponymUse(StrEnum):
    """What a place's name does in the sentence; only `literal` goes on maps."""

    LITERAL = "literal"
    METONYM = "metonym"
    MODIFIER = "modifier"
    EMBEDDED = "embedded"
    DEMONYM = "demonym"


class EntityKind(StrEnum):
    """What a named thing is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    ASSET = "asset"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How far from the named place, and in which direction."""

    km: float
    bearing: float  # degrees clockwise from north


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name where it stands; coordinates are None where the gazetteer has no such place."""

    span: Span
    use: ToponymUse
    name: str  # the gazetteer's, or the words where it has none
    lat: float | None  # degrees, WGS 84
    lon: float | None  # degrees, WGS 84
    country: str | None  # ISO 3166-1 alpha-2
    kind: str | None  # city, country, region, airport, port, base, sea, strait, mountains, ...
    gazetteer_id: str | None  # 'geonames:ID' where known
    radius_km: float | None  # how far the true spot may lie from the point
    offset: Offset | None
    score: float | None  # 0 to 1: how likely this is the place that is meant; None without a point, or by a rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the role that an event gives it."""

    name: str
    lat: float | None  # degrees, WGS 84
    lon: float | None  # degrees, WGS 84
    radius_km: float | None
    gazetteer_id: str | None
    span: Span

    @classmethod
    def of(cls, toponym: Toponym) -> Place:
        """Give a toponym in the form that events and sites carry."""
        return cls(
            name=toponym.name,
            lat=toponym.lat,
            lon=toponym.lon,
            radius_km=toponym.radius_km,
            gazetteer_id=toponym.gazetteer_id,
            span=toponym.span,
        )


def bare_event(id_: str, type_: EventType, words: Span) -> Event:
    """Give a happening of which nothing is told but its type and the words."""
    return Event(
        id=id_,
        type=type_,
        plover=None,
        cameo=None,
        acled=None,
        actor=None,
        target=None,
        assets=(),
        quantities=(),
        place=None,
        origin=None,
        destination=None,
        via=None,
        time=None,
        factuality=Factuality.CERTAIN,
        polarity=Polarity.AFFIRMED,
        planned=False,
        attribution=None,
        evidence=words,
        predicate=words,
    )


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the great-circle distance between two points, each latitude and longitude in degrees."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell a time, with their TIMEX3 value."""

    span: Span
    value: str  # TIMEX3: 2024-12-13, 2015, P49Y, PRESENT_REF, or XXXX-WXX-5 where nothing anchors it
    unresolved: str | None  # why the value could not be counted out; None where it was
    start: str | None = None  # ISO 8601 date, the first day that it may be; None for lengths and open times
    end: str | None = None  # ISO 8601 date, the last day that it may be
    edtf: str | None = None  # ISO 8601-2 level 1
    anchor: Span | None = None  # the words before that it is counted from; None where that is the report's own date


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event took place, with honest bounds."""

    text: str
    start: str | None  # ISO 8601 date, the first day that it may have been; None where unresolved
    end: str | None  # ISO 8601 date, the last day that it may have been
    edtf: str | None  # ISO 8601-2 level 1
    unresolved: str | None  # why there are no dates; None where there are


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Ships, aircraft, vehicles, weapons, units or people, and how many."""

    name: str
    category: str  # aircraft, ship, vehicle, weapon, unit, personnel, equipment, installation, ...
    min: int | None
    max: int | None
    span: Span
    symbol: str | None = None  # MIL-STD-2525D: symbol set (two digits) and entity (six); the general one where unsure
    part_of: str | None = None  # name of the asset told before that counts these already


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many or how much of something."""

    what: str
    min: float | None
    max: float | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named person, organisation, group, asset or facility where it stands."""

    span: Span
    name: str  # the fullest form in the report
    kind: EntityKind
    id: str  # the same for every mention of the same one in the report
    aliases: tuple[str, ...]  # the other names that the report has for it
    descriptions: tuple[str, ...] = ()  # what it is called beside its name, as told: 'former President'


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is said to."""

    id: str
    type: EventType
    plover: str | None  # PLOVER's root code of the kind of happening; None where none fits
    cameo: str | None  # CAMEO's event code
    acled: str | None  # ACLED's sub-event type
    actor: str | None
    target: str | None
    assets: tuple[Asset, ...]
    quantities: tuple[Quantity, ...]
    place: Place | None
    origin: Place | None
    destination: Place | None
    via: Place | None
    time: When | None
    factuality: Factuality
    polarity: Polarity
    planned: bool
    attribution: str | None  # id of the attribution that carries it; None in the outlet's own voice
    evidence: Span  # the clause
    predicate: Span  # the word that names the happening
    actor_code: str | None = None  # CAMEO: state or IGO or NGO, then role: RUSMIL, SYRREB; None where not told
