"""The signs by which two mentions are told to be of one happening, each as a number."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Days, Mention
from reportedly.assess.party import states_of, surely_two
from reportedly.assess.place import place_points
from reportedly.assess.quantity import amounts_apart, shared_amounts
from reportedly.assess.vector import nearness
from reportedly.assess.wording import likeness, names, overlap, stems, total
from reportedly.attribution import Attribution, Stance
from reportedly.event import Event
from reportedly.text.number import find_numbers

_HEAVY = 12.0  # weight of shared names from which more of them say no more
_LONG_DAYS = 14.0
_SHORT_DAYS = 3
_NOUN_WORDS = 3
_CLAUSE_END = re.compile(r"[.,;:!?]")


def signs(one: Mention, other: Mention) -> dict[str, float]:
    """Measure all that speaks for or against one happening; polarity is left out."""
    return (
        _words(one, other)
        | _names(one, other)
        | _numbers(one, other)
        | _sort(one, other)
        | _when(one, other)
        | _where(one, other)
        | _who(one, other)
        | _with_what(one, other)
    )


def _words(one: Mention, other: Mention) -> dict[str, float]:
    mine, yours = stems(one.context), stems(other.context)
    return {
        "like": likeness(one.words, other.words),
        "overlap": overlap(one.words, other.words),
        "shared": min(total(one.words & other.words), 30.0) / 30.0,
        "near": nearness(one.said, other.said),
        "context like": likeness(mine, yours),
        "context overlap": max(overlap(one.words, yours), overlap(other.words, mine)),
        "context near": nearness(one.context, other.context),
    }


def _names(one: Mention, other: Mention) -> dict[str, float]:
    ours, theirs = names(one.said), names(other.said)
    mine, yours = names(one.context), names(other.context)
    return {
        "names shared": min(total(ours & theirs), _HEAVY) / _HEAVY,
        "names none": float(bool(ours and theirs and not ours & theirs)),
        "context names shared": min(total(mine & yours), _HEAVY) / _HEAVY,
        "context names none": float(bool(mine and yours and not mine & yours)),
    }


@lru_cache(maxsize=1 << 14)
def numbers(text: str) -> frozenset[float]:
    """Give the numbers that a text tells."""
    return frozenset(value for number in find_numbers(text) for value in (number.low, number.high) if value is not None)


@lru_cache(maxsize=1 << 14)
def _counts(text: str) -> tuple[tuple[float, float, frozenset[str]], ...]:
    """Give what a text counts: the range, and the stems of the words that say of what, as far as they follow."""
    found = []
    for number in find_numbers(text):
        low = number.low if number.low is not None else float("-inf")
        high = number.high if number.high is not None else float("inf")
        after = _CLAUSE_END.split(text[number.end :], maxsplit=1)[0].split()[:_NOUN_WORDS]
        what = stems(" ".join(after)) | ({number.unit} if number.unit else set())
        found.append((low, high, frozenset(what)))
    return tuple(found)


def counts_clash(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions count what may be one thing, and no range of the one meets one of the other."""
    ours, theirs = _counts(one.said), _counts(other.said)
    pairs = [(mine, yours) for mine in ours for yours in theirs if mine[2] & yours[2]]
    return bool(pairs) and not any(mine[0] <= yours[1] and yours[0] <= mine[1] for mine, yours in pairs)


def _numbers(one: Mention, other: Mention) -> dict[str, float]:
    ours, theirs = numbers(one.said), numbers(other.said)
    shared = ours & theirs
    return {
        "numbers shared": float(bool(shared)),
        "large numbers shared": float(any(value > 3 for value in shared)),
        "numbers none": float(bool(ours and theirs and not shared)),
        "counts clash": float(counts_clash(one, other)),
    }


def _sort(one: Mention, other: Mention) -> dict[str, float]:
    both = one.event is not None and other.event is not None
    same = group(one.type) is group(other.type)
    spoken = same and group(one.type) is SPOKEN
    predicate = nearness(one.event.predicate.text, other.event.predicate.text) if one.event and other.event else 0.0
    return {
        "one type": float(same and not spoken),
        "other type": float(both and not same),
        "no event": float(one.event is None) + float(other.event is None),
        "predicate": predicate,
        "other mode": float(one.mode is not other.mode),
        "harm same": float(bool(one.harm) and one.harm == other.harm),
        "harm apart": float(bool(one.harm and other.harm) and one.harm != other.harm),
        "one report": float(one.report == other.report),
    }


def _gap(one: Mention, other: Mention) -> int:
    return abs((one.day - other.day).days) if one.day and other.day else 0


def _apart(ours: Days, theirs: Days) -> int:
    """Give how many days lie between two periods; 0 where they meet."""
    return max((ours[0] - theirs[1]).days, (theirs[0] - ours[1]).days, 0)


def _when(one: Mention, other: Mention) -> dict[str, float]:
    told = one.days is not None and other.days is not None
    short = told and all(
        days is not None and (days[1] - days[0]).days <= _SHORT_DAYS for days in (one.days, other.days)
    )
    apart = _apart(one.days, other.days) if one.days and other.days else 0
    return {
        "days same": float(told and short and apart == 0),
        "days meet": float(told and not short and apart == 0),
        "days next": float(told and apart == 1),
        "days apart": float(told and apart > 1),
        "reports apart": min(_gap(one, other), _LONG_DAYS) / _LONG_DAYS,
    }


def _where(one: Mention, other: Mention) -> dict[str, float]:
    points = [place_points(one.where[role], other.where[role]) for role in one.where if role in other.where]
    across = [place_points(ours, theirs) for ours in one.where.values() for theirs in other.where.values()]
    best, crossed = max(points, default=0.0), max(across, default=0.0)
    return {
        "spot same": float(best >= 2),
        "area same": float(best == 1),
        "spot apart": float(bool(points) and min(points) < 0),
        "spot crossed": float(best < 1 and crossed >= 1),
        "spot named": float(bool(one.named & other.named)),
        "spot named apart": float(bool(one.named and other.named and not one.named & other.named)),
    }


def _who(one: Mention, other: Mention) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, ours, theirs in (("actor", one.actor, other.actor), ("target", one.target, other.target)):
        told = bool(ours and theirs)
        same = told and bool(ours <= theirs or theirs <= ours or states_of(ours) & states_of(theirs))
        found[f"{name} same"] = float(same)
        found[f"{name} apart"] = float(told and not ours & theirs and not same)
        found[f"{name} of two states"] = float(told and surely_two(ours, theirs))
    crossed = (one.actor & other.target) | (one.target & other.actor)
    return found | {"parties crossed": float(bool(crossed))} | _speakers(one, other)


def _speakers(one: Mention, other: Mention) -> dict[str, float]:
    mine, yours = one.attribution, other.attribution
    named = [stems(item.speaker.name or "") if item else frozenset() for item in (mine, yours)]
    told = bool(named[0] and named[1])
    roles = [stems(item.source.text) if item and item.source else frozenset() for item in (mine, yours)]
    return {
        "speaker same": float(told and bool(named[0] & named[1])),
        "speaker apart": float(told and not named[0] & named[1]),
        "source like": likeness(roles[0], roles[1]) if roles[0] and roles[1] else 0.0,
        "one denies": float(_denies(mine) is not _denies(yours)),
        "own voice": float(mine is None) + float(yours is None),
    }


def _denies(attribution: Attribution | None) -> bool:
    """Tell whether somebody rejects what somebody else said."""
    return attribution is not None and attribution.stance is Stance.DENIES


def _with_what(one: Mention, other: Mention) -> dict[str, float]:
    if one.event is None or other.event is None:
        return {"asset same": 0.0, "asset kind": 0.0, "asset apart": 0.0, "amount same": 0.0, "amount apart": 0.0}
    mine, yours = (_assets(event) for event in (one.event, other.event))
    told = bool(mine[0] and yours[0])
    same, kind = bool(mine[0] & yours[0]), bool(mine[1] & yours[1])
    return {
        "asset same": float(same),
        "asset kind": float(told and not same and kind),
        "asset apart": float(told and not same and not kind),
        "amount same": float(shared_amounts(one.event, other.event)),
        "amount apart": float(amounts_apart(one.event, other.event)),
    }


def _assets(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words and the categories of what an event was done with."""
    words = frozenset().union(*(stems(asset.name) for asset in event.assets))
    return words, frozenset(asset.category for asset in event.assets)
