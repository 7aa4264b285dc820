"""Make a question ready to be held against claims: its act, and every name that the reports and the watchlist have."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportedly.assess.act import IS, NOT, Act, choose_act, in_its_words, without
from reportedly.assess.asked import Asked, is_actor, is_of_kind
from reportedly.assess.mention import harm_in
from reportedly.assess.namesake import kinds_of, names_of
from reportedly.assess.party import party_words, plain
from reportedly.assess.place import place_key, roles_of
from reportedly.assess.thing_kind import kinds_in
from reportedly.assess.wording import stem, stems
from reportedly.attribution import Polarity
from reportedly.data import read_table, read_words
from reportedly.event import EventType, Place, Toponym
from reportedly.reading import Reading
from reportedly.text.number import find_numbers
from reportedly.text.word import words
from reportedly.watchlist import Pattern, Question, WatchedName, WatchedPlace, Watchlist

# Asks for no count: 'the two armies'.
_KNOWN_FEW = re.compile(
    r"\b(?:the|these|those|both|its|his|her|their) (?:\w+ )?(?:two|three|four|five|six)\b", re.IGNORECASE
)
_WIDE = 2  # digits of a code that tells no more than whether something flies, floats, drives or walks
_PEOPLE = frozenset({"10", "11"})


def prepare(question: Question, watchlist: Watchlist, readings: Sequence[Reading]) -> Asked | None:
    """Make a question ready; None where it was not understood."""
    pattern = question.pattern
    if pattern is None:
        return None
    act, contrary = choose_act(pattern)
    actor = _known_as(pattern.actor, watchlist.actors) if pattern.actor else None
    names = (actor.name, *actor.aliases) if actor else ()
    actors = tuple(found for name in names if (found := party_words(name)))
    actors += _named_actors(pattern, readings)
    places = tuple(_watched(place, watchlist.places) or _settle(place, readings) for place in pattern.places)
    kinds = frozenset(stem(kind.split()[-1]) for kind in pattern.place_kinds)
    numbers = [] if _KNOWN_FEW.search(question.text) else find_numbers(question.text)
    return Asked(
        question=question,
        act=without(act if places or kinds or not act.move else in_its_words(act), _named_beside(pattern)),
        inverted=contrary is not (pattern.polarity is Polarity.NEGATED),
        actors=actors,
        things=_known_by_name(_things(pattern, act, stems(" ".join(names)), places, watchlist), pattern, readings),
        places=places,
        kinds=frozenset() if places else kinds,
        sites=frozenset(_sites(kinds, actors, readings)) if kinds and actors and not places else frozenset(),
        called=_with_kin(_called(places, question.text) | (kinds if places else frozenset())),
        countries=frozenset(_countries(places, readings)),
        amount=numbers[0] if len(numbers) == 1 and (numbers[0].low or numbers[0].high or 0) > 1 else None,
        things_kinds=_things_kinds(pattern),
        actor_kin=_actor_kin(pattern),
        harm=next((harm for word in _own_words(pattern.acts) if (harm := harm_in(word))), ""),
    )


def _named_beside(pattern: Pattern) -> frozenset[str]:
    """Give the stems of the words that name what the act is done to, and are none for the act itself."""
    acts = frozenset(stem(word) for act in pattern.acts for word in act.split())
    return frozenset(stem(word) for word in " ".join((pattern.target or "", *pattern.words)).lower().split()) - acts


def _things(
    pattern: Pattern, act: Act, of_actor: frozenset[str], places: Sequence[WatchedPlace], watchlist: Watchlist
) -> tuple[tuple[str, frozenset[str]], ...]:
    """List the stems of what the act is done to or with, each with its kin; what has a slot of its own is left out."""
    assets = [_known_as(asset, watchlist.assets) for asset in pattern.assets]
    of_assets = stems(" ".join(asset.name for asset in assets))
    # An act that the table has by its type alone is named by the question's own words: 'a battery in the port'.
    unnamed = act.move and not any(stems(word) & _stems_of(act) for word in pattern.acts)
    told = stems(" ".join((pattern.target or "", *pattern.words, *(_own_words(pattern.acts) if unnamed else ()))))
    taken = stems(
        " ".join((*(name for place in places for name in (place.name, *place.aliases)), *pattern.place_kinds))
    )
    aliases = {key: others for asset in assets for key, others in _aliases(asset)}
    keys = (told | of_assets) - taken - (of_actor - of_assets)
    return tuple(
        (key, _with_kin(frozenset({key}) | aliases.get(key, frozenset()))) for key in sorted(keys) if not key.isdigit()
    )


def _named_actors(pattern: Pattern, readings: Sequence[Reading]) -> tuple[frozenset[str], ...]:
    """Give the names of an actor that is told by its kind alone: 'the captain'."""
    last = pattern.actor.name.split()[-1] if pattern.actor else ""
    named = names_of(frozenset({stem(last)}), readings) if last.islower() else frozenset()
    return (named,) if named else ()


def _known_by_name(
    things: tuple[tuple[str, frozenset[str]], ...], pattern: Pattern, readings: Sequence[Reading]
) -> tuple[tuple[str, frozenset[str]], ...]:
    """Add to the kin of things the names that reports have for them, and to those of named ones what they are."""
    last = (pattern.target or "").split()[-1:] or [""]
    head = stem(last[0].lower())
    kin = names_of(frozenset({head}), readings) if last[0].islower() else frozenset()
    title = " ".join(word for word in (pattern.target or "").split() if word[:1].isupper())
    kin |= kinds_of(title, readings) if title and not last[0].islower() else frozenset()
    return tuple((key, held | kin if key in (head, *stems(title)) else held) for key, held in things)


def _things_kinds(pattern: Pattern) -> frozenset[str]:
    """Give the codes of the kinds of thing that the act is done to or with; whoever acts is no such thing."""
    acting = stems(pattern.actor.name) if pattern.actor else frozenset()
    assets = [asset.name for asset in pattern.assets if not stems(asset.name) <= acting]
    told = kinds_in(" ".join((pattern.target or "", *assets, *pattern.words, *pattern.acts)))
    return frozenset(kind for kind in told if len(kind) > _WIDE or kind not in _PEOPLE)


def _actor_kin(pattern: Pattern) -> frozenset[str]:
    """Give the stems of words for those who make up an actor that is told by its kind: an army's soldiers."""
    keys = stems(pattern.actor.name) if pattern.actor and pattern.actor.name.islower() else frozenset()
    return _with_kin(keys) - keys


def _countries(places: Sequence[WatchedPlace], readings: Sequence[Reading]) -> set[str]:
    """Give the codes of the countries among the places, as the readings have them."""
    own = {plain(name) for place in places for name in (place.name, *place.aliases)}
    return {
        place.country for reading in readings for place in reading.places if place.country and _is_state(place, own)
    }


def _sites(kinds: frozenset[str], actors: Sequence[frozenset[str]], readings: Sequence[Reading]) -> set[str]:
    """List the places of these kinds that sentences about the actor name, but for those that something only goes to."""
    held: set[str] = set()
    for reading in readings:
        for sentence in reading.sentences:
            text = reading.report.body[sentence.start : sentence.end]
            first = bisect_left(reading.places, sentence.start, key=lambda place: place.span.start)
            last = bisect_left(reading.places, sentence.end, key=lambda place: place.span.start)
            named = [place for place in reading.places[first:last] if is_of_kind(place, kinds)]
            if named and any(is_actor(actor, party_words(text)) for actor in actors):
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


def _called(places: Iterable[WatchedPlace], text: str) -> frozenset[str]:
    """Give the stems of kinds of place that are part of the places' names and stand in the question."""
    listed = read_words("assess_sites.txt") | read_words("question_sites.txt")
    sites = frozenset(stem(kind) for kind in listed if " " not in kind)
    named = stems(" ".join(place.name for place in places)) & stems(text)
    forms = [word.form for word in words(plain(text))]
    ends = {words(plain(name))[-1].form for place in places for name in (place.name, *place.aliases) if words(name)}
    return (named | {stem(after) for name, after in pairwise(forms) if name in ends}) & sites


def _own_words(acts: Iterable[str]) -> Iterator[str]:
    """Give the words for an act that are no types of event."""
    return (word for word in acts if word not in set(EventType))


def _is_state(place: Toponym, names: set[str]) -> bool:
    """Tell whether a place is a country of one of these names."""
    return place.kind == "country" and plain(place.name) in names


def _stems_of(act: Act) -> frozenset[str]:
    """Give the stems of all words that tell an act, or its contrary."""
    told = frozenset(key for part, phrases in act.phrases for phrase in phrases for key in phrase if part in (IS, NOT))
    return told | {key for phrases in (act.asks, act.asks_not) for phrase in phrases for key in phrase}


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
