"""A question made ready to be held against claims: whether they are about the same actor, thing and place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache, wraps

from reportedly.assess.act import Act
from reportedly.assess.party import party_words, plain, states_of
from reportedly.assess.place import place_key
from reportedly.assess.testimony import Testimony
from reportedly.assess.thing_kind import is_one_of, kinds_in
from reportedly.assess.wording import all_stems, stem, stems, weight
from reportedly.data import read_table, read_words
from reportedly.event import EventType, Place, Toponym, distance_km
from reportedly.span import Span
from reportedly.text.number import Number
from reportedly.text.word import words
from reportedly.watchlist import Question, WatchedPlace

_AT_A_TABLE = frozenset({EventType.TALKS, EventType.AGREE, EventType.VOTE, EventType.RULING})
_MOST = 0.4  # of what the words for what is asked about tell
_OF_A_STATE = 0.3  # of what a word tells that says whose the thing is
_REGION_KM = 20.0  # a place with a larger radius holds others
_LONGER = 2.0  # times its radius that a region may reach
_SPOT_KM = 50.0  # a place with a larger radius is no spot
_NOWHERE = Span(start=0, end=1, text=" ")
_TEXTS = 1 << 13  # texts whose words are kept at hand


class Match(Enum):
    """Whether a testimony is about what was asked about."""

    SAME = "same"
    NEAR = "near"  # its own sentence does not say, those before it do
    LEAD = "lead"  # neither does, and the report is about it
    OTHER = "other"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks, as stems and places."""

    question: Question
    act: Act
    inverted: bool  # a yes says that the act does not take place
    actors: tuple[frozenset[str], ...]  # for each name of the actor its words, states under one name
    things: tuple[tuple[str, frozenset[str]], ...]  # stems of what the act is done to or with, each with its kin
    places: tuple[WatchedPlace, ...]
    kinds: frozenset[str]  # stems of the kinds of place asked about
    sites: frozenset[str]  # keys of the places of these kinds that are the actor's; empty where none is told to be
    called: frozenset[str]  # stems of the kinds of place in the names that it gives: the airport, not its town
    countries: frozenset[str]  # of the places, those that are countries
    amount: Number | None  # how many it asks about
    things_kinds: frozenset[str]  # codes of the kinds of ship, aircraft, vehicle or weapon among the things
    actor_kin: frozenset[str]  # stems of words for those who make up an actor that has no name: an army's soldiers
    harm: str  # of casualties: what befell them
    matched: dict[tuple[str, int], tuple[Testimony, Match]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )  # what was found before, by what was asked and the testimony

    @property
    def slots(self) -> int:
        """Give how many things it names: an actor, what the act is done to, a place."""
        return bool(self.actors and not self.actor_is_place) + bool(self.things) + self.placed

    @property
    def actor_is_place(self) -> bool:
        """Tell whether the actor is the place that is asked about: 'Is the airport open?'."""
        names = stems(" ".join(name for place in self.places for name in (place.name, *place.aliases)))
        return bool(self.places) and bool(self.actors) and all(bool(actor & names) for actor in self.actors)

    @property
    def placed(self) -> bool:
        """Tell whether it asks about a place, or a kind of place."""
        return bool(self.places or self.kinds)


_Matching = Callable[[Asked, Testimony], Match]


def _once(match: _Matching) -> _Matching:
    """Hold each testimony against a question once: every sign asks again."""

    @wraps(match)
    def matched(asked: Asked, told: Testimony) -> Match:
        key = (match.__name__, id(told))
        held = asked.matched.get(key)
        if held is None:
            held = asked.matched[key] = (told, match(asked, told))  # held with it, its id stays its own
        return held[1]

    return matched


def is_of_kind(place: Place | Toponym, kinds: frozenset[str]) -> bool:
    """Tell whether a place is of one of these kinds, by its name or as the gazetteer has it."""
    return bool(kinds & (stems(f"{place.name} {place.span.text}") | {stem(getattr(place, "kind", None) or "")}))


@_once
def match_actor(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about the actor that is asked about."""
    if not asked.actors:
        return Match.UNTOLD
    event = told.event
    acting = party_words(f"{event.actor or ''} {event.target or ''}") if event else frozenset()
    if any(is_actor(actor, acting | party_words(told.sentence)) for actor in asked.actors):
        return Match.SAME
    if asked.actor_kin & stems(told.sentence):
        return Match.SAME
    states = states_of(party_words(event.actor or "")) if event else frozenset()
    states -= party_words(asked.question.text)  # whoever else the question names is no stranger to it
    if states and any(map(states_of, asked.actors)) and not any(states & actor for actor in asked.actors):
        return Match.OTHER
    if any(is_actor(actor, party_words(told.before)) for actor in asked.actors):
        return Match.SAME if _is_its_body(asked, told, told.before) else Match.NEAR
    if _is_its_body(asked, told, told.lead):
        return Match.SAME
    if not any(is_actor(actor, party_words(told.lead)) for actor in asked.actors):
        return Match.UNTOLD
    ranked = bool(asked.actor_kin) or any(map(states_of, asked.actors))
    armed = ranked and asked.act.move and not states_of(party_words(told.sentence))
    return Match.NEAR if armed and kinds_in(told.sentence) else Match.LEAD


def _is_its_body(asked: Asked, told: Testimony, around: str) -> bool:
    """Tell whether a sentence names a body whose state is told around it, and no other state: 'an army column'."""
    held, near = party_words(told.sentence), party_words(around)
    return not states_of(held) and any(
        bool(states_of(actor) & near) and bool((actor - states_of(actor)) & held) for actor in asked.actors
    )


def is_actor(actor: frozenset[str], told: frozenset[str]) -> bool:
    """Tell whether words name an actor: its state, else any of its own words."""
    return bool((states_of(actor) or actor) & told)


@_once
def match_things(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about what the act is done to, or done with."""
    if not asked.things:
        return Match.UNTOLD
    held = stems(told.sentence)
    if _names_most(asked, held) or is_one_of(asked.things_kinds, kinds_in(told.sentence)):
        return Match.SAME
    before = stems(told.before)
    if _names_most(asked, before | held) or is_one_of(asked.things_kinds, kinds_in(told.before)):
        return Match.NEAR
    lead = _names_most(asked, stems(told.lead) | held) or is_one_of(asked.things_kinds, kinds_in(told.lead))
    return Match.LEAD if lead else Match.UNTOLD


def _names_most(asked: Asked, held: frozenset[str]) -> bool:
    """Tell whether words name most of what the act is done to, by how much its words tell."""
    weights = [
        (weight(key) * (_OF_A_STATE if key in _peoples() else 1.0), bool(kin & held)) for key, kin in asked.things
    ]
    return sum(points for points, named in weights if named) >= _MOST * sum(points for points, _ in weights)


@cache
def _peoples() -> frozenset[str]:
    """Give the stems of words that say whose something is: 'Ethiopian' tells less of what it is than 'soldiers'."""
    return frozenset(stem(row["form"].lower()) for row in read_table("demonyms.tsv") if " " not in row["form"])


_POINTS = {Match.SAME: 1.0, Match.NEAR: 0.5, Match.LEAD: 0.3, Match.OTHER: 0.0, Match.UNTOLD: 0.0}


def coverage(asked: Asked, told: Testimony) -> float:
    """Give which share, 0 to 1, of what a question names a testimony is about."""
    slots = []
    if asked.actors and not asked.actor_is_place:
        slots.append(_POINTS[match_actor(asked, told)])
    if asked.things:
        slots.append(_POINTS[match_things(asked, told)])
    if asked.placed:
        slots.append(_POINTS[match_place(asked, told)])
    return sum(slots) / len(slots) if slots else 0.0


def is_here(asked: Asked, place: Place | Toponym) -> bool:
    """Tell whether a place is one that is asked about."""
    if asked.kinds and is_of_kind(place, asked.kinds):
        own = place if isinstance(place, Place) else Place.of(place)
        tied = not asked.sites or place_key(own) in asked.sites
        return tied and (not asked.places or any(_is_place(watched, place) for watched in asked.places))
    if asked.countries and getattr(place, "country", None) in asked.countries:
        return True
    return any(_is_place(watched, place) for watched in asked.places)


def _is_place(watched: WatchedPlace, place: Place | Toponym) -> bool:
    """Tell whether a place is, or lies within, a watched one."""
    names = {plain(name) for name in (watched.name, *watched.aliases)}
    if {plain(place.name), plain(place.span.text)} & names:
        return True
    if watched.gazetteer_id and watched.gazetteer_id == place.gazetteer_id:
        return True
    if watched.lat is None or watched.lon is None or place.lat is None or place.lon is None:
        return False
    far = distance_km((watched.lat, watched.lon), (place.lat, place.lon))
    return far <= max(watched.radius_km or 0.0, 8.0) and (place.radius_km or 0.0) <= _SPOT_KM


def is_wide(place: Place | Toponym) -> bool:
    """Tell whether a place is a country, a region or a sea: no other place than one that may lie in it."""
    return (place.radius_km or 0.0) > _SPOT_KM


def is_elsewhere(asked: Asked, place: Place | Toponym) -> bool:
    """Tell whether a place is surely none that is asked about: a village that nobody knows may lie in the province."""
    return not (is_wide(place) or is_here(asked, place) or any(_may_hold(watched, place) for watched in asked.places))


def _may_hold(watched: WatchedPlace, place: Place | Toponym) -> bool:
    """Tell whether a place may lie within a watched region, which is no circle."""
    radius = watched.radius_km or 0.0
    if radius < _REGION_KM:
        return False
    if place.lat is None or place.lon is None or watched.lat is None or watched.lon is None:
        return True
    return distance_km((watched.lat, watched.lon), (place.lat, place.lon)) <= _LONGER * radius


@_once
def match_place(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about a place that is asked about; its town is no airport."""
    match = _match_place(asked, told)
    if not asked.called:
        return match
    if asked.called & stems(told.sentence):
        return Match.NEAR if match is Match.LEAD else match
    if match is not Match.SAME:
        return match
    return Match.OTHER if _site_kinds() & stems(told.sentence) else Match.NEAR


@cache
def _site_kinds() -> frozenset[str]:
    """Give the stems of kinds of place, each in one word."""
    return frozenset(stem(kind) for kind in read_words("assess_sites.txt") if " " not in kind)


def _match_place(asked: Asked, told: Testimony) -> Match:
    if not asked.placed:
        return Match.UNTOLD
    named: list[Place | Toponym] = [*told.where.values(), *told.places]
    if told.event is not None and told.event.type in _AT_A_TABLE:
        table = told.where.get("at")  # where they talk is not what they talk about
        named = [place for place in named if table is None or place.span != table.span]
    keys = all_stems(told.sentence)
    if any(is_here(asked, place) for place in named) or asked.kinds & keys or _is_named(asked, told.sentence):
        return Match.SAME
    if any(
        is_elsewhere(asked, place)
        for place in named
        if told.support.evidence.overlaps(place.span) or place in told.where.values()
    ):
        return Match.OTHER
    near = any(is_here(asked, place) for place in told.places_before) or asked.kinds & all_stems(told.before)
    if near or _is_named(asked, told.before):
        return Match.NEAR
    return Match.LEAD if _is_named(asked, told.lead) else Match.UNTOLD


def _is_named(asked: Asked, text: str) -> bool:
    """Tell whether a text has the name of a place that is asked about."""
    return any(names_in(place, text) for place in asked.places)


def names_in(place: WatchedPlace, text: str) -> bool:
    """Tell whether a text has a name of a place."""
    held = _spelled(text)
    return any(_spelled(name) in held for name in (place.name, *place.aliases))


@lru_cache(maxsize=_TEXTS)
def _spelled(text: str) -> str:
    """Give the words of a text in plain letters, a space on either side of each."""
    return f" {' '.join(word.form for word in words(plain(text)))} "
