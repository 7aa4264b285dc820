"""What nobody has reported, of the acts, places and assets that a question and the watchlist name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.assess.asked import Asked, is_here, names_in
from reportedly.assess.claim_day import latest_day
from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.testimony import Testimony
from reportedly.assess.wording import stem, stems
from reportedly.claim import Claim
from reportedly.event import EventType, Place, Toponym
from reportedly.picture import LedgerLine, Side
from reportedly.text.day import civil_day, day_words
from reportedly.watchlist import WatchedName, WatchedPlace, Watchlist

_MOST = 8  # gaps that are told
_MOVING = {"away": ("leaving", AWAY), "toward": ("reaching", TOWARD), "at": ("at", EventType.PRESENCE)}
_WATCHED_KINDS = ("ship", "aircraft")  # of what a base or a port holds
_Told = Sequence[tuple[Claim, list[Testimony]]]


def find_gaps(
    asked: Asked, watchlist: Watchlist, told: _Told, lines: Sequence[LedgerLine], as_of: str | None
) -> tuple[str, ...]:
    """List what nobody has reported that would bear on a question.

    Args:
        asked: the question.
        watchlist: its places and assets are looked for beside those of the question.
        told: all claims with what those behind them say.
        lines: the question's ledger.
        as_of: the picture's day.
    """
    found = [
        *_sides(lines),
        *_places(asked, watchlist, told),
        *_moves(asked, watchlist, told),
        *_silence(asked, told, as_of),
    ]
    return tuple(dict.fromkeys(found))[:_MOST]


def _sides(lines: Sequence[LedgerLine]) -> Iterator[str]:
    """Say where nobody says yes, or nobody says no."""
    for side, word in ((Side.FOR, "that it is so"), (Side.AGAINST, "that it is not so")):
        held = [line for line in lines if line.side is side]
        if not any(not line.sign for line in held):
            yield f"nobody says {word}" + (": there are only signs" if held else "")


def _places(asked: Asked, watchlist: Watchlist, told: _Told) -> Iterator[str]:
    """Say of which place that is asked about, or watched, nobody reports anything."""
    for place in (*asked.places, *(watchlist.places if asked.placed else ())):
        if not any(_is_told(asked, place, testimony) for _, tellings in told for testimony in tellings):
            yield f"no report on {place.name}"


def _is_told(asked: Asked, place: WatchedPlace, testimony: Testimony) -> bool:
    """Tell whether a testimony names a place."""
    alone = replace(asked, places=(place,), kinds=frozenset(), countries=frozenset(), called=frozenset())
    named: list[Place | Toponym] = [*testimony.where.values(), *testimony.places]
    return any(is_here(alone, each) for each in named) or names_in(place, testimony.sentence)


def _moves(asked: Asked, watchlist: Watchlist, told: _Told) -> Iterator[str]:
    """Say of which thing nobody reports that it left, or reached, a place that is asked about."""
    if asked.act.move not in _MOVING:
        return
    word, kind = _MOVING[asked.act.move]
    for place in _asked_places(asked, told):
        for name, keys in _things(asked, watchlist, place, told):
            if not any(_moved(asked, place, keys, kind, item) for _, tellings in told for item in tellings):
                yield f"no report of {name} {word} {place.name}"


def _asked_places(asked: Asked, told: _Told) -> list[WatchedPlace]:
    """List the places that are asked about; of a kind of place, those that reports name."""
    if asked.places:
        return list(asked.places)
    found: dict[str, WatchedPlace] = {}
    for _, tellings in told:
        for testimony in tellings:
            for place in (*testimony.where.values(), *testimony.places):
                if asked.kinds and is_here(asked, place) and place.lat is not None:
                    watched = WatchedPlace(name=place.name, lat=place.lat, lon=place.lon, aliases=(place.span.text,))
                    found.setdefault(place.name, watched)
    return [found[name] for name in sorted(found)]


def _things(
    asked: Asked, watchlist: Watchlist, place: WatchedPlace, told: _Told
) -> Iterator[tuple[str, frozenset[str]]]:
    """List what may move: what the question and the watchlist name, and what reports saw at the place."""
    pattern = asked.question.pattern
    named = (*(pattern.assets if pattern else ()), *watchlist.assets)
    for watched in named:
        yield watched.name, _keys(watched)
    if named:
        return
    alone = replace(asked, places=(place,), kinds=frozenset(), countries=frozenset(), called=frozenset())
    seen: dict[str, set[str]] = {}
    for _, tellings in told:
        for item in tellings:
            if item.event is not None and any(is_here(alone, spot) for spot in item.where.values()):
                for asset in item.event.assets:
                    if asset.category in _WATCHED_KINDS:
                        seen.setdefault(asset.category, set()).update(stems(asset.name))
    for category in sorted(seen):
        yield ("ships" if category == "ship" else category), frozenset(seen[category] | {stem(category)})


def _keys(asset: WatchedName) -> frozenset[str]:
    """Give the stems that an asset is known by."""
    return stems(" ".join((asset.name, *asset.aliases)))


def _moved(asked: Asked, place: WatchedPlace, keys: frozenset[str], kind: EventType, item: Testimony) -> bool:
    """Tell whether a testimony says that a thing left a place, or reached it, or is there."""
    if item.event is None or group(item.event.type) is not kind or not keys & stems(item.sentence):
        return False
    return _is_told(asked, place, item)


def _silence(asked: Asked, told: _Told, as_of: str | None) -> Iterator[str]:
    """Say since when nobody has told anything of a place, where that is before the picture's day."""
    today = civil_day(as_of)
    for place in _asked_places(asked, told):
        days = [
            day
            for claim, tellings in told
            if any(_is_told(asked, place, item) for item in tellings) and (day := latest_day(claim)) is not None
        ]
        if days and today and max(days) < today:
            last = max(days)
            yield f"no report on {place.name} after {day_words(last.isoformat(), year=last.year != today.year)}"
