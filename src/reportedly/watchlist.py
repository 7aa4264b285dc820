"""The watchlist: the places, actors and assets that a desk watches, and the questions that it asks."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.attribution import Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPlace:
    """A place to look at, under every name that reports may have for it."""

    name: str
    aliases: tuple[str, ...] = ()
    lat: float | None = None  # degrees, WGS 84
    lon: float | None = None  # degrees, WGS 84
    radius_km: float | None = None  # what lies no further from the point belongs to it
    gazetteer_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedName:
    """An actor or an asset to look for, under every name that reports may have for it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What a question asks about, as claims are held against it."""

    acts: tuple[str, ...]  # event types and the words for the act, the act itself before those around it
    actor: WatchedName | None = None
    target: str | None = None  # what it is done to, in the question's words
    words: tuple[str, ...] = ()  # all other words of the question that tell what it is about
    places: tuple[WatchedPlace, ...] = ()
    place_kinds: tuple[str, ...] = ()  # 'base': any such place that is the actor's
    assets: tuple[WatchedName, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED  # negated: a yes says that the act does not take place
    planned: bool = False  # it asks about what is to come


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and what it was understood to ask."""

    text: str
    pattern: Pattern | None = None  # None where it is yet to be read, or could not be
    missing: str | None = None  # what could not be read from its words; None where nothing is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """All that is watched; the order is the file's own."""

    places: tuple[WatchedPlace, ...] = ()
    actors: tuple[WatchedName, ...] = ()
    assets: tuple[WatchedName, ...] = ()
    questions: tuple[Question, ...] = ()
