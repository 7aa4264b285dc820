"""What happened, to whom, where and when: the events of our own passages, and that a metaphor is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evals.cases import macro_f1
from evals.passages import ROLES, TOLD_PARTS, Spot, meet
from evals.passages.pairing import Outcome, Pair, outcome, places_of

# Those who arrive at a place or are sent to it are there in the end; those who leave a place were there.
_ALIKE = {
    "arrive": {"place": "destination"},
    "deploy": {"place": "destination"},
    "depart": {"place": "origin"},
    "withdraw": {"place": "origin"},
}
_DEFAULTS = {"polarity": "affirmed", "factuality": "certain", "planned": False}


def score() -> dict[str, float]:
    """Give, for each part of the passages, F1 of types and of places in their roles, and shares of fields, 0 to 1."""
    return {f"{part} {key}": value for part in TOLD_PARTS for key, value in figures(outcome(part)).items()}


def figures(result: Outcome) -> dict[str, float]:
    """Give the figures of one part: of the fields over events whose type is right."""
    found, wanted = len(result.found), len(result.found) + len(result.missed)
    said = found + len(result.spurious)
    dated = [pair for pair in result.found if "start" in pair.wanted]
    moods = {key: [(_wanted(pair, key), str(pair.said[0][key])) for pair in result.found] for key in _DEFAULTS}
    return {
        "type P": found / max(said, 1),
        "type R": found / max(wanted, 1),
        "type F1": 2 * found / max(said + wanted, 1),
        "place roles F1": roles_f1(result.found),
        "actor": _share(same_name(pair, "actor") for pair in result.found if "actor" in pair.wanted),
        "target": _share(same_name(pair, "target") for pair in result.found if "target" in pair.wanted),
        "dates": _share(right_days(pair) for pair in dated),
        "undated left so": _share(not _days(pair) for pair in result.found if "start" not in pair.wanted),
        **{key: _share(one == other for one, other in pairs) for key, pairs in moods.items()},
        **{f"{key} macro-F1": macro_f1(pairs) for key, pairs in moods.items()},
        "no event of metaphors": _share(not told for _, told in result.metaphors),
    }


def _share(rights: Iterable[bool]) -> float:
    told = list(rights)
    return sum(told) / max(len(told), 1)


def _wanted(pair: Pair, key: str) -> str:
    return str(pair.wanted.get(key, _DEFAULTS[key]))


def _days(pair: Pair) -> set[tuple[str | None, str | None]]:
    return {
        (each["time"]["start"], each["time"]["end"]) for each in pair.said if each["time"] and each["time"]["start"]
    }


def right_days(pair: Pair) -> bool:
    """Tell whether the first and the last day that the event may have been are as wanted."""
    return (pair.wanted["start"], pair.wanted.get("end", pair.wanted["start"])) in _days(pair)


def same_name(pair: Pair, key: str) -> bool:
    """Tell whether one of the names said is a wanted one, or the one holds all words of the other."""
    names = pair.wanted[key]
    wanted = [_words(name) for name in ([names] if isinstance(names, str) else names)]
    said = [_words(each[key]) for each in pair.said if each[key]]
    return any(words and (words <= name or name <= words) for words in said for name in wanted)


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower().replace("\u2019", "'").replace("'s", ""))
    return frozenset(words) - {"the", "a", "an", "of"}


def roles_f1(pairs: list[Pair]) -> float:
    """Give F1 over the places of events, each in its role."""
    right = wanted = said = 0
    for pair in pairs:
        gold = set(wanted_places(pair))
        told = [(_role(pair, role), place) for role, place in places_of(pair.said)]
        wanted += len(gold)
        right += sum(any(_same(each, other) for other in told) for each in gold)
        said += sum(any(_same(each, other) for other in told) for each in gold)
        said += sum(not any(_same(each, other) for each in gold) for other in told)
    return 2 * right / max(wanted + said, 1)


def wanted_places(pair: Pair) -> list[tuple[str, Spot]]:
    """Give the wanted places of an event with their roles."""
    return [(_role(pair, role), place) for role in ROLES for place in pair.wanted[role]]


def _role(pair: Pair, role: str) -> str:
    return _ALIKE.get(pair.wanted["type"], {}).get(role, role)


def _same(one: tuple[str, Spot], other: tuple[str, Spot]) -> bool:
    return one[0] == other[0] and meet(one[1], other[1])
