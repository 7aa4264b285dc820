"""A question made ready to be held against claims: whether they are about the same actor, thing and place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from reportedly.assess.act import IS, NOT, Act, choose_act
from reportedly.assess.mention import harm_in
from reportedly.assess.party import party_words, plain, states_of
from reportedly.assess.place import place_key, roles_of
from reportedly.assess.testimony import Testimony
from reportedly.assess.wording import stem, stems, weight
from reportedly.attribution import Polarity
from reportedly.data import read_table, read_words
from reportedly.event import Place, Toponym, distance_km
from reportedly.reading import Reading
from reportedly.span import Span
from reportedly.text.number import Number, find_numbers
from reportedly.text.word import words
from reportedly.watchlist import Question, WatchedName, WatchedPlace, Watchlist

_MOST = 0.45  # of what the words for what is asked about tell
_SPOT_KM = 50.0  # a place with a larger radius is no spot
_NOWHERE = Span(start=0, end=1, text=" ")


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
    harm: str  # of casualties: what befell them

    @property
    def slots(self) -> int:
        """Give how many things it names: an actor, what the act is done to, a place."""
        return bool(self.actors and not self.actor_is_place) + bool(self.things) + self.placed

    @property
    def actor_is_place(self) -> bool:
        """Tell whether the actor is the place that is asked about: 'Is the airport open?'."""
        return self.placed and bool(self.question.pattern and self.question.pattern.actor) and not self.things

    @property
    def placed(self) -> bool:
        """Tell whether it asks about a place, or a kind of place."""
        return bool(self.places or self.kinds)


def prepare(question: Question, watchlist: Watchlist, readings: Sequence[Reading]) -> Asked | None:
    """Make a question ready; None where it was not understood."""
    pattern = question.pattern
    if pattern is None:
        return None
    act, contrary = choose_act(pattern)
    actor = _known_as(pattern.actor, watchlist.actors) if pattern.actor else None
    names = (actor.name, *actor.aliases) if actor else ()
    places = tuple(_watched(place, watchlist.places) or _settle(place, readings) for place in pattern.places)
    own = {plain(name) for place in places for name in (place.name, *place.aliases)}
    countries = {
        place.country for reading in readings for place in reading.places if place.country and _is_state(place, own)
    }
    of_places = stems(" ".join(name for place in places for name in (place.name, *place.aliases)))
    target = " ".join((pattern.target or "", *pattern.words))
    named = act.move and not any(stems(word) & _stems_of(act) for word in pattern.acts)
    kinds = frozenset(stem(kind.split()[-1]) for kind in pattern.place_kinds)
    assets = [_known_as(asset, watchlist.assets) for asset in pattern.assets]
    keys = stems(" ".join((target, *(asset.name for asset in assets), *(pattern.acts if named else ())))) - of_places
    of_assets = stems(" ".join(asset.name for asset in assets))
    called = {stem: other for asset in assets for stem, other in _aliases(asset)}
    numbers = find_numbers(question.text)
    actor_keys = stems(" ".join(names))
    actors = tuple(found for name in names if (found := party_words(name)))
    return Asked(
        question=question,
        act=act,
        inverted=contrary is not (pattern.polarity is Polarity.NEGATED),
        actors=actors,
        things=tuple(
            (key, _with_kin(frozenset({key}) | called.get(key, frozenset())))
            for key in sorted(keys - kinds - (actor_keys - of_assets))
            if not key.isdigit()
        ),
        places=places,
        kinds=kinds,
        sites=frozenset(_sites(kinds, actors, readings)) if kinds and actors else frozenset(),
        called=_called(places, question.text),
        countries=frozenset(countries),
        amount=numbers[0] if len(numbers) == 1 and (numbers[0].low or numbers[0].high or 0) > 1 else None,
        harm=next((harm for word in pattern.acts if (harm := harm_in(word))), ""),
    )


def _sites(
    kinds: frozenset[str], actors: Sequence[frozenset[str]], readings: Sequence[Reading]
) -> set[str]:
    """List the places of these kinds that sentences about the actor name, but for those that something only goes to."""
    held: set[str] = set()
    for reading in readings:
        for sentence in reading.sentences:
            text = reading.report.body[sentence.start : sentence.end]
            first = bisect_left(reading.places, sentence.start, key=lambda place: place.span.start)
            last = bisect_left(reading.places, sentence.end, key=lambda place: place.span.start)
            named = [place for place in reading.places[first:last] if _is_of_kind(place, kinds)]
            if named and any(_is_actor(actor, party_words(text)) for actor in actors):
                held |= {place_key(Place.of(place)) for place in named}
    return held - _only_reached(readings)


def _only_reached(readings: Sequence[Reading]) -> set[str]:
    """List the places that events only go to: where cargo planes fly to is nobody's base yet."""
    reached: set[str] = set()
    others: set[str] = set()
    for reading in readings:
        for event in reading.events:
            for role, place in roles_of(event).items():
                (reached if role == "to" else others).add(place_key(place))
    return reached - others


def _is_of_kind(place: Place | Toponym, kinds: frozenset[str]) -> bool:
    """Tell whether a place is of one of these kinds, by its name or as the gazetteer has it."""
    return bool(kinds & (stems(f"{place.name} {place.span.text}") | {stem(getattr(place, "kind", None) or "")}))


def _called(places: Iterable[WatchedPlace], text: str) -> frozenset[str]:
    """Give the stems of kinds of place that are part of the places' names and stand in the question."""
    sites = frozenset(stem(kind) for kind in read_words("assess_sites.txt") if " " not in kind)
    return stems(" ".join(place.name for place in places)) & stems(text) & sites


def _is_state(place: Toponym, names: set[str]) -> bool:
    """Tell whether a place is a country of one of these names."""
    return place.kind == "country" and plain(place.name) in names


def _stems_of(act: Act) -> frozenset[str]:
    """Give the stems of all words that tell an act, or its contrary."""
    return frozenset(key for part, phrases in act.phrases for phrase in phrases for key in phrase if part in (IS, NOT))


def _aliases(asset: WatchedName) -> Iterator[tuple[str, frozenset[str]]]:
    """Give for each stem of an asset's name those of its other names."""
    others = stems(" ".join(asset.aliases))
    yield from ((key, others) for key in stems(asset.name))


def _known_as(name: WatchedName, watched: Iterable[WatchedName]) -> WatchedName:
    """Give a name with all others that the watchlist has for it."""
    for known in watched:
        if plain(name.name) in {plain(each) for each in (known.name, *known.aliases)}:
            return known
    return name


def _watched(place: WatchedPlace, watched: Iterable[WatchedPlace]) -> WatchedPlace | None:
    """Give a place as the watchlist knows it; None where it does not."""
    own = {plain(name) for name in (place.name, *place.aliases)}
    return next((known for known in watched if own & {plain(each) for each in (known.name, *known.aliases)}), None)


def _settle(place: WatchedPlace, readings: Sequence[Reading]) -> WatchedPlace:
    """Give a place as the reports mean it: a name may stand for several, and they tell more of it than a question."""
    own = {plain(place.name)}
    found: Counter[str] = Counter()
    known: dict[str, Toponym] = {}
    for reading in readings:
        for toponym in reading.places:
            if toponym.lat is not None and plain(toponym.span.text) in own:
                key = toponym.gazetteer_id or toponym.name
                found[key] += 1
                known.setdefault(key, toponym)
    if not found:
        return place
    best = known[min(found, key=lambda key: (-found[key], key))]
    return WatchedPlace(
        name=place.name,
        aliases=(best.name,),
        lat=best.lat,
        lon=best.lon,
        radius_km=max(best.radius_km or 0.0, place.radius_km or 0.0),
        gazetteer_id=best.gazetteer_id,
    )


def _with_kin(keys: frozenset[str]) -> frozenset[str]:
    """Add to the stems those of words that tell a kind of the same: rice and tents are aid."""
    added = {
        stem(word)
        for row in read_table("assess_kinds.tsv")
        if stem(row["kind"]) in keys
        for word in row["words"].split("|")
    }
    return keys | added


def match_actor(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about the actor that is asked about."""
    if not asked.actors:
        return Match.UNTOLD
    event = told.event
    acting = party_words(f"{event.actor or ''} {event.target or ''}") if event else frozenset()
    states = states_of(party_words(event.actor or "")) if event else frozenset()
    if states and any(map(states_of, asked.actors)) and not any(states & actor for actor in asked.actors):
        return Match.OTHER
    if any(_is_actor(actor, acting | party_words(told.sentence)) for actor in asked.actors):
        return Match.SAME
    if any(_is_actor(actor, party_words(told.before)) for actor in asked.actors):
        return Match.NEAR
    return Match.LEAD if any(_is_actor(actor, party_words(told.lead)) for actor in asked.actors) else Match.UNTOLD


def _is_actor(actor: frozenset[str], told: frozenset[str]) -> bool:
    """Tell whether words name an actor: its state, else any of its own words."""
    return bool((states_of(actor) or actor) & told)


def match_things(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about what the act is done to, or done with."""
    if not asked.things:
        return Match.UNTOLD
    held = stems(told.sentence)
    if _names_most(asked, held):
        return Match.SAME
    before = stems(told.before)
    if _names_most(asked, before | held):
        return Match.NEAR
    return Match.LEAD if _names_most(asked, stems(told.lead) | held) else Match.UNTOLD


def _names_most(asked: Asked, held: frozenset[str]) -> bool:
    """Tell whether words name most of what the act is done to, by how much its words tell."""
    weights = [(weight(key), bool(kin & held)) for key, kin in asked.things]
    return sum(points for points, named in weights if named) >= _MOST * sum(points for points, _ in weights)


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
    if asked.kinds and _is_of_kind(place, asked.kinds):
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


def match_place(asked: Asked, told: Testimony) -> Match:
    """Tell whether a testimony is about a place that is asked about; of an airport it is not what its town is told of."""
    match = _match_place(asked, told)
    if match is Match.SAME and asked.called and not asked.called & stems(told.sentence):
        return Match.NEAR if asked.called & stems(told.before) else Match.OTHER
    return match


def _match_place(asked: Asked, told: Testimony) -> Match:
    if not asked.placed:
        return Match.UNTOLD
    named: list[Place | Toponym] = [*told.where.values(), *told.places]
    keys = frozenset(stem(word.form) for word in words(told.sentence))
    if any(is_here(asked, place) for place in named) or asked.kinds & keys or _is_named(asked, told.sentence):
        return Match.SAME
    spots = [place for place in named if not is_wide(place)]
    if spots:
        return Match.OTHER
    before = frozenset(stem(word.form) for word in words(told.before))
    near = any(is_here(asked, place) for place in told.places_before) or asked.kinds & before
    if near or _is_named(asked, told.before):
        return Match.NEAR
    return Match.LEAD if _is_named(asked, told.lead) else Match.UNTOLD


def _is_named(asked: Asked, text: str) -> bool:
    """Tell whether a text has the name of a place that is asked about."""
    return any(names_in(place, text) for place in asked.places)


def names_in(place: WatchedPlace, text: str) -> bool:
    """Tell whether a text has a name of a place."""
    held = f" {' '.join(word.form for word in words(plain(text)))} "
    return any(f" {' '.join(word.form for word in words(plain(name)))} " in held for name in (place.name, *place.aliases))
