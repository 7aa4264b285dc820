"""Pair the events that a passage wants with those that are said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from evals.passages import ROLES, Passage, Spot, analysed, meet, passages, spot

_UNCOUNTED = frozenset({"state", "other"})  # statements and the rest are told, and not judged here


@dataclass(frozen=True)
class Pair:
    """A wanted event and all that is said of it: one for each place where several are joined."""

    passage: Passage
    wanted: dict[str, Any]
    said: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    """What became of the events of some passages."""

    found: list[Pair]
    missed: list[Pair]
    spurious: list[tuple[Passage, dict[str, Any]]]
    metaphors: list[tuple[Passage, list[dict[str, Any]]]]  # with the events told of each


def outcome(part: str) -> Outcome:
    """Pair up all passages of a part."""
    result = Outcome([], [], [], [])
    readings = analysed(part)
    for passage in passages(part):
        events = [each for each in readings[passage.id]["events"] if each["type"] not in _UNCOUNTED]
        if passage.metaphor:
            result.metaphors.append((passage, events))
        elif passage.events is not None:
            _pair_up(passage, events, result)
    return result


def _pair_up(passage: Passage, events: list[dict[str, Any]], result: Outcome) -> None:
    rows = [Pair(passage, wanted) for wanted in passage.events or ()]
    taken: list[dict[str, Any]] = []
    for row in rows:
        same = [each for each in events if each["type"] == row.wanted["type"] and _about(row.wanted, each)]
        # What stands at the wanted words comes before what only shares its assets.
        best = [each for each in same if meet(spot(each["predicate"]), row.wanted["spot"])]
        row.said.extend(best or [each for each in same if each not in taken])
        taken += row.said
    counted = [row for row in rows if not row.wanted.get("optional")]
    result.found.extend(row for row in counted if row.said)
    result.missed.extend(row for row in counted if not row.said)
    open_to = [row.wanted for row in rows if row.wanted.get("optional")]
    result.spurious.extend(
        (passage, each) for each in events if each not in taken and not any(_about(wanted, each) for wanted in open_to)
    )


def _about(wanted: dict[str, Any], said: dict[str, Any]) -> bool:
    """Tell whether an event that is said stands at the words of the wanted one, or at its assets."""
    spots = [wanted["spot"], *(asset["spot"] for asset in wanted["assets"])]
    return any(meet(spot(said["predicate"]), each) for each in spots)


def places_of(said: list[dict[str, Any]]) -> Iterator[tuple[str, Spot]]:
    """Give each place that is said, once, with its role."""
    yield from sorted({(role, spot(each[role]["span"])) for each in said for role in ROLES if each[role]})


def mentions(pairs: list[Pair], key: str) -> Iterator[tuple[Pair, dict[str, Any], dict[str, Any] | None]]:
    """Give each wanted asset or quantity of the paired events with what is said of its words; None where nothing is."""
    for pair in pairs:
        for wanted in pair.wanted[key]:
            said = [
                each for event in pair.said for each in event.get(key, []) if meet(spot(each["span"]), wanted["spot"])
            ]
            yield pair, wanted, said[0] if said else None
