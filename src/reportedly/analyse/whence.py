"""Tell from where a phrase says that somebody or some body is: 'the Geneva-based body', 'a watchdog in Geneva'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.analyse.demonym import place_of_demonym
from reportedly.analyse.gazetteer import look_up

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# What is said of a place: a town in small letters, the code of a land in capitals.
Whence = frozenset[str]
NOWHERE: Whence = frozenset()
_BASED = frozenset({"based", "headquartered", "born"})
_MODIFIERS = ("compound", "nmod", "amod")
_SHORT = {"u.s.": "US", "us": "US", "u.k.": "GB", "uk": "GB"}
_TOWNS = ("city", "capital")
_WIDER = ("continent", "ocean", "sea", "region")
_NAMESAKE = 5  # a place with so many times fewer people is not meant
_SMALL = 20_000  # people; so small a town's name may be any word


def whence_of(who: Token) -> Whence:
    """Give from where the words around a noun say that its bearer is."""
    found = set(_before(who))
    for child in who.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            found |= {*_before(child), *_inside(child)}
    beside = who.dep_ == "appos" and who.head.pos_ == "NOUN" and who.pos_ == "PROPN" and who.i == who.head.i + 1
    return frozenset(found | set(_inside(who)) | set(_before(who.head) if beside else ()))


def in_name(name: str | None) -> Whence:
    """Give from where a body's own name says that it is: 'Queensland Herons'; nothing for a name of one word."""
    words = (name or "").split()
    return places_in(words[0]) if len(words) > 1 else NOWHERE


def agrees(one: Whence, other: Whence) -> bool | None:
    """Tell whether two can be of one place; None where the words of one tell of none."""
    towns = [frozenset(place for place in told if place.islower()) for told in (one, other)]
    lands = [told - own for told, own in zip((one, other), towns, strict=True)]
    if all(towns):
        return not towns[0].isdisjoint(towns[1])
    return not lands[0].isdisjoint(lands[1]) if all(lands) else None


def _before(who: Token) -> Iterator[str]:
    """Read 'Geneva-based', 'Swiss' and 'Geneva' before a noun, and 'Geneva's' before what a name is told to be."""
    for child in who.lefts:
        if child.lower_ in _BASED and child.n_lefts:
            yield from places_in(who.doc.text[child.left_edge.idx : child.idx].strip(" -"))
        if child.dep_ in _MODIFIERS and child.is_lower and child.n_lefts and child.lower_ not in _BASED:
            yield from _before(child)  # 'the Danish shipper Nordlys'
        says = child.dep_ in _MODIFIERS or (child.dep_ == "poss" and (who.dep_ == "appos" or who.is_lower))
        named = child.pos_ in ("ADJ", "PROPN") and child.text[:1].isupper() and child.ent_type_ not in ("ORG", "PERSON")
        if says and named:
            first = child.i
            while child.doc[first].ent_iob_ == "I":
                first -= 1
            yield from places_in(who.doc.text[child.doc[first].idx : child.idx + len(child)])


def _inside(who: Token) -> Iterator[str]:
    """Read 'in Geneva' behind a noun."""
    for child in who.rights:
        if child.lower_ == "in" and child.i == who.i + 1:
            named = (c for c in child.rights if c.dep_ == "pobj" and c.text[:1].isupper())
            yield from (place for c in named for place in places_in(who.doc.text[c.left_edge.idx : c.idx + len(c)]))


@lru_cache(maxsize=1024)
def places_in(words: str) -> Whence:
    """Give what a place's name or its people's says: the code of its land, and the town itself."""
    if words.lower() in _SHORT:
        return frozenset({_SHORT[words.lower()]})
    people = place_of_demonym(words)
    if people is not None:
        town = {people.name.lower()} if people.kind in _TOWNS else set()
        return frozenset(town | ({people.country} if people.country and people.kind not in _WIDER else set()))
    entries = [entry for entry in look_up(words) if entry.population >= _SMALL and entry.kind not in _WIDER]
    near = [entry for entry in entries if entry.population * _NAMESAKE >= entries[0].population]
    town = {words.lower()} if any(entry.kind in _TOWNS for entry in near) else set()
    return frozenset(town | {entry.country for entry in near if entry.country})
