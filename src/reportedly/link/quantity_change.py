"""Find amounts that a retelling changed, and amounts that it made exact or left open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from reportedly.attribution import SpeakerKind
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import (
    DOWN,
    EXACT,
    RANGE,
    ROUGH,
    TABLE,
    UP,
    VAGUE,
    Amount,
    find_amounts,
    same_sort,
    same_value,
    share_near,
)
from reportedly.link.lexicon import find_phrases
from reportedly.link.passage import Pairing, Passage, Reach
from reportedly.link.share_change import Places, find_share_changes
from reportedly.reading import Reading
from reportedly.span import Field

_ANOTHER = "The number is another one"
_ALIKE = 0.5  # likeness of what stands round two numbers from which they count the same
_MOST_ADDED = 8  # amounts of one side that are added up
_APART = 4  # times as many that one word for many must be of another: 'hundreds' and 'dozens'
_BEFORE, _BEHIND = 3, 3  # words named with an amount
_TOLD_BEFORE, _TOLD_BEHIND = 5, 7  # words shown with it
_ONE = frozenset({"a", "an"})
_SEVERAL = frozenset("several many numerous various multiple dozens scores".split())
# What became of a number that was left open and still is.
_BOUNDS = {
    (ROUGH, UP): (Drift.STRONGER, "The number was a rough one and is now the least there are"),
    (DOWN, UP): (Drift.STRONGER, "The number was the most there are and is now the least"),
    (DOWN, ROUGH): (Drift.STRONGER, "The number was the most there are and is now a rough one"),
    (UP, ROUGH): (Drift.WEAKER, "The number was the least there are and is now a rough one"),
    (UP, DOWN): (Drift.WEAKER, "The number was the least there are and is now the most"),
    (ROUGH, DOWN): (Drift.WEAKER, "The number was a rough one and is now the most there are"),
}


def is_another_number(variation: Variation) -> bool:
    """Tell whether a change of an amount is one of its number, and not only of how far it is left open."""
    return variation.note.startswith(_ANOTHER)


def find_quantity_changes(pairing: Pairing, one: Places = (), two: Places = ()) -> list[Variation]:
    """List the amounts that became others, and those that lost or gained what left them open.

    Amounts that stand in places of `one` in the origin and of `two` in the derivative are told elsewhere.
    """
    ones, twos = find_amounts(pairing.origin), find_amounts(pairing.derivative)
    found = []
    left = list(twos)
    every = tuple(ones), tuple(twos)
    for _, old, new in sorted(_candidates(pairing, ones, twos), key=lambda item: (-item[0], item[1].reach)):
        if old in ones and new in left:
            ones.remove(old)
            left.remove(new)
            if _within(pairing.origin, old, one) and _within(pairing.derivative, new, two):
                continue
            same = old.counted is not None and old.counted == new.counted
            if same or not (_is_sum(new, every[0]) or _is_sum(old, every[1])):
                found += _compare(pairing, old, new)
    ones = [old for old in ones if not _within(pairing.origin, old, one)]
    left = [new for new in left if not _within(pairing.derivative, new, two)]
    for old, new in _left_alone(ones, left, every):
        ones.remove(old)
        left.remove(new)
        found += _compare(pairing, old, new)
    return found + _singles(pairing, ones, left) + find_share_changes(pairing, one, two)


def find_counted_changes(pairing: Pairing, origin: Reading, derivative: Reading) -> list[Variation]:
    """List the changed amounts but those of unnamed sources: 'two officials' is told as another source."""
    return find_quantity_changes(pairing, _sources(origin), _sources(derivative))


def _sources(reading: Reading) -> Places:
    """Give where a report names unnamed sources."""
    return [
        (told.source.start, told.source.end)
        for told in reading.attributions
        if told.source and told.source.field is Field.BODY and told.speaker.kind is SpeakerKind.ANONYMOUS
    ]


def _within(passage: Passage, amount: Amount, places: Places) -> bool:
    """Tell whether an amount stands in one of the places."""
    start = passage.tokens[amount.reach[1] - 1].start
    return any(place[0] <= start < place[1] for place in places)


def _candidates(pairing: Pairing, ones: list[Amount], twos: list[Amount]) -> list[tuple[float, Amount, Amount]]:
    """Weigh which amounts may stand for which: the same value, the same thing counted, the same words round it."""
    found = []
    for old in ones:
        for new in twos:
            if not same_sort(old, new):
                continue
            equal = same_value(old, new)
            if not equal and old.whole != new.whole:
                continue
            counted = old.counted is not None and old.counted == new.counted
            alike = share_near(old.near, new.near)
            slot = pairing.puts_for(old.reach, new.reach)
            sole = old.unit is not None and all(_is_sole(old.unit, side) for side in (ones, twos))
            if equal or counted or sole or alike >= _ALIKE or (slot and alike > 0):
                found.append((2.0 * equal + 1.5 * counted + alike + 0.5 * slot, old, new))
    return found


def _left_alone(
    ones: Sequence[Amount], twos: Sequence[Amount], every: tuple[Sequence[Amount], Sequence[Amount]]
) -> list[tuple[Amount, Amount]]:
    """Give the amounts of which each side has one that nothing else stands for, whatever they count."""
    olds, news = _without(ones, every[1]), _without(twos, every[0])
    pairs = [(old, new) for old in olds for new in news if old.unit == new.unit and old.whole == new.whole]
    return [
        (old, new)
        for old, new in pairs
        if sum(each is old for each, _ in pairs) == 1 and sum(each is new for _, each in pairs) == 1
    ]


def _without(amounts: Sequence[Amount], others: Sequence[Amount]) -> list[Amount]:
    """Give the amounts, those by a vague word left out, that the other side tells neither at once nor in parts."""
    told = (each for each in amounts if each.open != VAGUE)
    return [each for each in told if not _has(others, each) and not _is_sum(each, others)]


def _has(amounts: Sequence[Amount], wanted: Amount) -> bool:
    return any(same_value(wanted, each) for each in amounts)


def _is_sole(unit: str, amounts: list[Amount]) -> bool:
    """Tell whether only one amount is told in a unit."""
    return sum(amount.unit == unit for amount in amounts) == 1


def _is_sum(amount: Amount, others: Sequence[Amount]) -> bool:
    """Tell whether an amount is what several of the other side make together."""
    if _has(others, amount):
        return False
    values = [other.value for other in others if other.open != VAGUE and other.unit == amount.unit][:_MOST_ADDED]
    return any(sum(part) == amount.value for size in (2, 3) for part in combinations(values, size))


def _compare(pairing: Pairing, old: Amount, new: Amount) -> list[Variation]:
    """Say what became of an amount."""
    if VAGUE in (old.open, new.open):
        apart = max(old.value, new.value) >= _APART * min(old.value, new.value)
        if old.open != new.open or not apart:
            return []
    if not same_value(old, new):
        drift = Drift.STRONGER if new.value > old.value else Drift.WEAKER
        return [_tell(pairing, old.reach, new.reach, drift, _ANOTHER)]
    ages = old.aged or new.aged
    if old.open == new.open or RANGE in (old.open, new.open) or (ages and EXACT in (old.open, new.open)):
        return []
    told = (_open_apart(pairing.origin, old), new.open), (_open_apart(pairing.derivative, new), old.open)
    if any(one == other != EXACT for one, other in told):
        return []
    bound = (Drift.STRONGER, "The number was left open and is now exact")
    if new.open != EXACT:
        bound = _BOUNDS.get((old.open, new.open), (Drift.WEAKER, "The number is left open now"))
    return [_tell(pairing, old.reach, new.reach, *bound)]


def _open_apart(passage: Passage, amount: Amount) -> int:
    """Give to which side words a step before the number leave it open: 'up to force 8'; EXACT where none do."""
    grades = {hit.reach[1]: hit.grade for hit in find_phrases(passage, TABLE)}
    return next((grades[p] for p in range(amount.reach[0], max(0, amount.reach[0] - 3), -1) if p in grades), EXACT)


def _singles(pairing: Pairing, olds: list[Amount], news: list[Amount]) -> list[Variation]:
    """Say where 'a driver' became 'two drivers', or the other way round."""
    found = []
    for new in news:
        one = _single(pairing.origin, pairing.derivative, new)
        if one:
            found.append(_tell(pairing, one, new.reach, Drift.STRONGER, _ANOTHER))
        if many := _many(pairing.origin, new):
            found.append(_tell(pairing, many, new.reach, Drift.WEAKER, _ANOTHER))
    for old in olds:
        one = _single(pairing.derivative, pairing.origin, old)
        if one:
            found.append(_tell(pairing, old.reach, one, Drift.WEAKER, _ANOTHER))
        if many := _many(pairing.derivative, old):
            found.append(_tell(pairing, old.reach, many, Drift.STRONGER, _ANOTHER))
    return found


def _many(passage: Passage, amount: Amount) -> Reach | None:
    """Give 'several' and its noun in `passage` where the other side counts one of the same."""
    if amount.unit or amount.counted is None or amount.value != 1:
        return None
    for place, form in enumerate(passage.forms):
        ahead = range(place + 1, min(place + 3, len(passage.tokens)))
        at = next((i for i in ahead if passage.tokens[i].key == amount.counted), None)
        if form in _SEVERAL and at is not None and not passage.tokens[place].quoted:
            return place, at + 1
    return None


def _single(passage: Passage, other: Passage, amount: Amount) -> Reach | None:
    """Give 'a' and its noun in `passage` where `other` counts several of the same."""
    if amount.unit or amount.counted is None or amount.value <= 1 or amount.open == VAGUE:
        return None
    for place, token in enumerate(passage.tokens[:-1]):
        after = passage.tokens[place + 1]
        if token.form in _ONE and not token.quoted and after.key == amount.counted:
            spoken = any(t.key == amount.counted for t in other.tokens[: amount.reach[0]])
            return None if spoken else (place, place + 2)
    return None


def _tell(pairing: Pairing, old: Reach, new: Reach, drift: Drift, note: str) -> Variation:
    """Say what became of an amount, with the words round it."""
    reaches = (_round(pairing.origin, old), _round(pairing.derivative, new))
    texts = (pairing.origin.text(reaches[0]), pairing.derivative.text(reaches[1]))
    wide = (
        pairing.origin.window(old, _TOLD_BEFORE, _TOLD_BEHIND),
        pairing.derivative.window(new, _TOLD_BEFORE, _TOLD_BEHIND),
    )
    return pairing.tell(VariationKind.QUANTITY_CHANGED, *wide, drift, f"{note}: “{texts[0]}” and “{texts[1]}”.")


def _round(passage: Passage, reach: Reach) -> Reach:
    """Widen an amount to what stands before it and what it counts, up to the next number."""
    first, last = reach
    while first > max(0, reach[0] - _BEFORE) and not passage.breaks[first - 1]:
        first -= 1
    most = reach[1] + (_BEHIND if first < reach[0] else _BEHIND + 2)
    while last < min(most, len(passage.tokens)) and not passage.breaks[last - 1]:
        if passage.forms[last][0].isdigit():
            break
        last += 1
    return first, last
