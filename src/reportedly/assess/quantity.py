"""Amounts that two events tell: which are of the same thing, and whether their ranges meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.assess.wording import stem, stems
from reportedly.data import read_words
from reportedly.event import Event

_TELLING = 3  # an amount from here on is rarely the same by chance


class Amount(NamedTuple):
    """How many or how much of what."""

    what: frozenset[str]
    least: float | None
    most: float | None


def amounts(event: Event) -> Iterator[Amount]:
    """List all that an event counts: its quantities and its assets."""
    for quantity in event.quantities:
        if quantity.min is not None or quantity.max is not None:
            yield Amount(stems(quantity.what), quantity.min, quantity.max)
    for asset in event.assets:
        if asset.min is not None or asset.max is not None:
            yield Amount(stems(asset.name), asset.min, asset.max)


def _meet(one: Amount, other: Amount) -> bool:
    """Tell whether two ranges have a value in common."""
    lower = max(value for value in (one.least, other.least, float("-inf")) if value is not None)
    upper = min(value for value in (one.most, other.most, float("inf")) if value is not None)
    return lower <= upper


def _pairs(one: Event, other: Event) -> list[tuple[Amount, Amount]]:
    """Pair the amounts of two events that count the same thing."""
    theirs = list(amounts(other))
    return [
        (ours, amount)
        for ours in amounts(one)
        for amount in theirs
        if ours.what == amount.what
        or (ours.what & amount.what and (ours.what <= amount.what or amount.what <= ours.what))
    ]


def amounts_apart(one: Event, other: Event) -> bool:
    """Tell whether the same thing is counted and no pair of ranges meets."""
    pairs = _pairs(one, other)
    return bool(pairs) and not any(_meet(*pair) for pair in pairs)


def amounts_differ(one: Event, other: Event) -> bool:
    """Tell whether the same thing is counted and no pair of ranges is the same."""
    pairs = _pairs(one, other)
    return bool(pairs) and all(ours[1:] != theirs[1:] for ours, theirs in pairs)


def shared_amounts(one: Event, other: Event) -> bool:
    """Tell whether both tell the very same amount of the same thing, and not a small one."""
    return any(
        ours.least is not None and ours.least == theirs.least and ours.least >= _TELLING and _meet(ours, theirs)
        for ours, theirs in _pairs(one, other)
    )


def rises(earlier: Event, later: Event) -> bool:
    """Tell whether the later event tells a higher count of what is counted up over days."""
    tolls = read_words("assess_tolls.txt")
    return any(
        bool((ours.what | stems(earlier.predicate.text) | {stem(earlier.type.value)}) & tolls)
        and _top(theirs) > _top(ours)
        for ours, theirs in _pairs(earlier, later)
    )


def amount_words(one: Event, other: Event) -> tuple[str, str] | None:
    """Say, for what two events both count but not alike, how much each tells; None where there is no such thing."""
    for ours, theirs in _pairs(one, other):
        if ours[1:] != theirs[1:]:
            return _in_words(ours), _in_words(theirs)
    return None


def _in_words(amount: Amount) -> str:
    """Say an amount: 'at least 14', '3 to 5', '600'."""
    if amount.least is not None and amount.most is not None:
        return f"{amount.least:g}" if amount.least == amount.most else f"{amount.least:g} to {amount.most:g}"
    return f"at least {amount.least:g}" if amount.least is not None else f"at most {amount.most or 0:g}"


def _top(amount: Amount) -> float:
    """Give the highest value that is told of an amount."""
    return amount.most if amount.most is not None else amount.least or 0.0
