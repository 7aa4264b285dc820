"""Read a watch file: the places, actors and assets that a desk watches, and the questions that it asks.

What is wrong with one is told in one line that names the file, the key and the reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportedly.attribution import Polarity
from reportedly.errors import UnreadableInput
from reportedly.watchlist import Pattern, Question, WatchedName, WatchedPlace, Watchlist

_LARGEST = 1_000_000  # bytes; a list that people write is smaller
_TABLES = ("place", "actor", "asset", "question")
_PLACE = ("name", "aliases", "lat", "lon", "radius_km", "gazetteer_id")
_NAME = ("name", "aliases")
_QUESTION = ("text", "acts", "actor", "target", "places", "place_kinds", "assets", "polarity", "planned")
_RANGES = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "radius_km": (0.0, 20_000.0)}


def read_watchlist(path: str) -> Watchlist:
    """Read the watch file at `path`.

    Raises:
        UnreadableInput: it cannot be read, or says what a watch file does not say.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise UnreadableInput(f"{path}: {fault.strerror or fault}") from fault
    if len(data) > _LARGEST:
        raise UnreadableInput(f"{path}: a watch file has at most {_LARGEST:,} bytes, this has {len(data):,}")
    try:
        told = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise UnreadableInput(f"{path}: not UTF-8 at byte {fault.start}") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise UnreadableInput(f"{path}: not TOML: {fault}") from fault
    return _Sheet(path).read(told)


class _Sheet:
    """One watch file, for messages that say where in it something is wrong."""

    def __init__(self, path: str) -> None:
        self._path = path

    def _refuse(self, key: str, reason: str) -> UnreadableInput:
        return UnreadableInput(f"{self._path}: {key}: {reason}")

    def read(self, told: Mapping[str, Any]) -> Watchlist:
        """Read all tables."""
        for key in told:
            if key not in _TABLES:
                raise self._refuse(key, f"a watch file has {', '.join(f'[[{name}]]' for name in _TABLES)}")
        places = tuple(self._place(row, where) for row, where in self._rows(told, "place"))
        actors = tuple(self._name(row, where) for row, where in self._rows(told, "actor"))
        assets = tuple(self._name(row, where) for row, where in self._rows(told, "asset"))
        held = Watchlist(places=places, actors=actors, assets=assets)
        asked = tuple(self._question(row, where, held) for row, where in self._rows(told, "question"))
        return Watchlist(places=places, actors=actors, assets=assets, questions=asked)

    def _rows(self, told: Mapping[str, Any], table: str) -> list[tuple[dict[str, Any], str]]:
        """List the rows of a table, each with how messages name it: 'place 2'."""
        rows = told.get(table, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self._refuse(table, f"write it as [[{table}]], once for each")
        return [(row, f"{table} {number}") for number, row in enumerate(rows, 1)]

    def _place(self, row: dict[str, Any], where: str) -> WatchedPlace:
        """Read a place."""
        self._check(row, where, _PLACE)
        lat, lon, radius = (self._number(row, where, key) for key in ("lat", "lon", "radius_km"))
        if (lat is None) is not (lon is None):
            raise self._refuse(f"{where}, {'lat' if lat is None else 'lon'}", "lat and lon stand together")
        return WatchedPlace(
            name=self._text(row, where, "name"),
            aliases=self._texts(row, where, "aliases"),
            lat=lat,
            lon=lon,
            radius_km=radius,
            gazetteer_id=self._text(row, where, "gazetteer_id", needed=False) or None,
        )

    def _name(self, row: dict[str, Any], where: str) -> WatchedName:
        """Read an actor or an asset."""
        self._check(row, where, _NAME)
        return WatchedName(name=self._text(row, where, "name"), aliases=self._texts(row, where, "aliases"))

    def _question(self, row: dict[str, Any], where: str, held: Watchlist) -> Question:
        """Read a question; one without acts is read from its words."""
        self._check(row, where, _QUESTION)
        text = self._text(row, where, "text")
        extra = sorted(set(row) - {"text", "acts"})
        if "acts" not in row:
            if extra:
                raise self._refuse(f"{where}, {extra[0]}", "a pattern has acts, too")
            return Question(text=text)
        acts = self._texts(row, where, "acts")
        if not acts:
            raise self._refuse(f"{where}, acts", "name one act at least")
        actor = self._text(row, where, "actor", needed=False)
        pattern = Pattern(
            acts=acts,
            actor=_known_name(actor, held.actors) if actor else None,
            target=self._text(row, where, "target", needed=False) or None,
            places=tuple(_known_place(name, held.places) for name in self._texts(row, where, "places")),
            place_kinds=self._texts(row, where, "place_kinds"),
            assets=tuple(_known_name(name, held.assets) for name in self._texts(row, where, "assets")),
            polarity=self._polarity(row, where),
            planned=self._flag(row, where, "planned"),
        )
        return Question(text=text, pattern=pattern)

    def _check(self, row: dict[str, Any], where: str, known: tuple[str, ...]) -> None:
        """Refuse a key that there is not."""
        for key in row:
            if key not in known:
                raise self._refuse(f"{where}, {key}", f"there is no such key; there are {', '.join(known)}")

    def _text(self, row: dict[str, Any], where: str, key: str, *, needed: bool = True) -> str:
        """Read words on one line; empty where they are missing and need not be there."""
        value = row.get(key)
        if value is None and not needed:
            return ""
        if value is None:
            raise self._refuse(f"{where}, {key}", "it is missing")
        if not isinstance(value, str) or not value.strip():
            raise self._refuse(f"{where}, {key}", "write words in quotation marks")
        return " ".join(value.split())

    def _texts(self, row: dict[str, Any], where: str, key: str) -> tuple[str, ...]:
        """Read a list of words."""
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self._refuse(f"{where}, {key}", 'write a list of words: ["one", "other"]')
        return tuple(" ".join(item.split()) for item in value)

    def _number(self, row: dict[str, Any], where: str, key: str) -> float | None:
        """Read a number within its range; None where it is missing."""
        value = row.get(key)
        if value is None:
            return None
        low, high = _RANGES[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self._refuse(f"{where}, {key}", f"write a number from {low:g} to {high:g}, not {value!r}")
        return float(value)

    def _polarity(self, row: dict[str, Any], where: str) -> Polarity:
        """Read whether a yes says that the act takes place."""
        value = row.get("polarity", Polarity.AFFIRMED.value)
        if value not in set(Polarity):
            raise self._refuse(f"{where}, polarity", f"write {' or '.join(Polarity)}, not {value!r}")
        return Polarity(value)

    def _flag(self, row: dict[str, Any], where: str, key: str) -> bool:
        """Read true or false."""
        value = row.get(key, False)
        if not isinstance(value, bool):
            raise self._refuse(f"{where}, {key}", f"write true or false, not {value!r}")
        return value


def _known_name(name: str, held: tuple[WatchedName, ...]) -> WatchedName:
    """Give an actor or an asset with its other names, where the file has them."""
    return next((each for each in held if name in (each.name, *each.aliases)), WatchedName(name=name))


def _known_place(name: str, held: tuple[WatchedPlace, ...]) -> WatchedPlace:
    """Give a place with its other names and its point, where the file has them."""
    return next((each for each in held if name in (each.name, *each.aliases)), WatchedPlace(name=name))
