"""Find numbers that a retelling changed, and numbers that it made exact."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import find_phrases
from reportedly.link.passage import Pairing, Passage, Reach

_TABLE = "variation_approximations.tsv"
_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_NEAR = 5  # words behind a number in which the counted thing is named
_PRONOUNS = frozenset("one".split())  # 'one of them' counts nothing
_UP, _ROUGH, _DOWN = 1, 2, 3  # the table's grades
# What became of a number that was left open and still is.
_BOUNDS = {
    (_ROUGH, _UP): (Drift.STRONGER, "The number was a rough one and is now the least there are"),
    (_DOWN, _UP): (Drift.STRONGER, "The number was the most there are and is now the least"),
    (_DOWN, _ROUGH): (Drift.STRONGER, "The number was the most there are and is now a rough one"),
    (_UP, _ROUGH): (Drift.WEAKER, "The number was the least there are and is now a rough one"),
    (_UP, _DOWN): (Drift.WEAKER, "The number was the least there are and is now the most"),
    (_ROUGH, _DOWN): (Drift.WEAKER, "The number was a rough one and is now the most there are"),
}


class Number(NamedTuple):
    """A number where it stands, with what it counts and how open it is."""

    value: float
    reach: Reach
    counted: int | None  # key of the next content word
    open: int  # 0 exact, or the grade of what leaves it open


def find_quantity_changes(pairing: Pairing) -> list[Variation]:
    """List the numbers that became others, and those that lost or gained what left them open."""
    ones, twos = _numbers(pairing.origin), _numbers(pairing.derivative)
    lost = [number for number in ones if number.value not in {other.value for other in twos}]
    gained = [number for number in twos if number.value not in {other.value for other in ones}]
    found = []
    recounted = _recounted(pairing, ones, twos)
    lost = [number for number in lost if number not in recounted]
    for old, new in recounted.items():
        drift = Drift.STRONGER if new.value > old.value else Drift.WEAKER
        found.append(_tell(pairing, old, new, drift, "The number is another one"))
    for old in lost:
        if len(lost) == len(gained) == 1 and _same_place(pairing, old, gained[0]):
            drift = Drift.STRONGER if gained[0].value > old.value else Drift.WEAKER
            found.append(_tell(pairing, old, gained[0], drift, "The number is another one"))
    return found + _opened(pairing, ones, twos)


def _recounted(pairing: Pairing, ones: list[Number], twos: list[Number]) -> dict[Number, Number]:
    """Give the numbers that became another one of the same thing; the old one may be told beside it."""
    known = {number.value for number in ones}
    told = {number.value for number in twos}
    found: dict[Number, Number] = {}
    for old in ones:
        same = [n for n in twos if n.counted == old.counted and n not in found.values()]
        if old in found or not same or any(n.value == old.value for n in same):
            continue
        new = next((n for n in same if n.value not in known), None)
        if new and (old.value not in told or (old.counted is not None and _same_place(pairing, old, new))):
            found[old] = new
    return found


def _same_place(pairing: Pairing, old: Number, new: Number) -> bool:
    """Tell whether the two count the same, a few words on."""
    behind = []
    for passage, number in ((pairing.origin, old), (pairing.derivative, new)):
        near = passage.tokens[number.reach[1] : number.reach[1] + _NEAR]
        behind.append({token.key for token in near if token.content})
    return bool(behind[0] & behind[1])


def _opened(pairing: Pairing, ones: list[Number], twos: list[Number]) -> list[Variation]:
    """Say where 'at least two' became 'two', or the other way round."""
    found = []
    for old in ones:
        like = [n for n in twos if n.value == old.value]
        same = [n for n in like if n.counted == old.counted] or [n for n in like if _same_place(pairing, old, n)]
        new = next(iter(same), None)
        if new and new.open != old.open:
            found.append(_tell(pairing, old, new, *_BOUNDS.get((old.open, new.open), _bound(new))))
    return found


def _bound(new: Number) -> tuple[Drift, str]:
    """Say what it means that a number is left open in another way than before, or no longer."""
    if not new.open:
        return Drift.STRONGER, "The number was left open and is now exact"
    return Drift.WEAKER, "The number is left open now"


def _tell(pairing: Pairing, old: Number, new: Number, drift: Drift, note: str) -> Variation:
    """Say what became of a number, with the words round it."""
    reaches = (_round(pairing.origin, old.reach), _round(pairing.derivative, new.reach))
    texts = (pairing.origin.text(reaches[0]), pairing.derivative.text(reaches[1]))
    return pairing.tell(VariationKind.QUANTITY_CHANGED, *reaches, drift, f"{note}: “{texts[0]}” and “{texts[1]}”.")


def _round(passage: Passage, reach: Reach) -> Reach:
    """Widen a number to what leaves it open and what it counts."""
    first, last = reach
    while first > max(0, reach[0] - 2) and not passage.breaks[first - 1]:
        first -= 1
    while last < min(reach[1] + 3, len(passage.tokens)) and not passage.breaks[last - 1]:
        last += 1
    return first, last


def _numbers(passage: Passage) -> list[Number]:
    """List the numbers outside quotations; years and days of the month are times."""
    opens = {hit.reach[1]: hit.grade for hit in find_phrases(passage, _TABLE)}
    found: list[Number] = []
    place = 0
    while place < len(passage.tokens):
        value = _value(passage, place)
        end = place + 1
        if value is None or passage.tokens[place].quoted:
            place += 1
            continue
        while end < len(passage.tokens) and passage.forms[end] in _SCALES and not passage.breaks[end - 1]:
            value *= _SCALES[passage.forms[end]]
            end += 1
        opened = opens.get(place) or _bound_of_range(passage, place, found)
        found.append(Number(value, (place, end), _counted(passage, end), opened))
        place = end
    return found


def _bound_of_range(passage: Passage, place: int, before: list[Number]) -> int:
    """Give the grade of a number in 'between 20 and 30': the first is the least, the second the most; else 0."""
    if passage.forms[max(0, place - 1) : place] in (("between",), ("from",)):
        return _UP
    lower = before[-1] if before else None
    joined = lower is not None and lower.open == _UP and lower.reach[1] == place - 1
    return _DOWN if joined and passage.forms[place - 1] in ("and", "to") else 0


def _value(passage: Passage, place: int) -> float | None:
    """Give the number that a word stands for; None where it counts nothing."""
    form = passage.forms[place]
    if form in _WORDS and form not in _PRONOUNS:
        return float(_WORDS[form])
    if not _DIGITS.match(form) or _YEAR.match(form):
        return None
    near = passage.forms[max(0, place - 1) : place] + passage.forms[place + 1 : place + 2]
    if any(_MONTH.match(word) and len(word) <= 9 for word in near) and float(form.replace(",", "")) <= 31:
        return None
    return float(form.replace(",", ""))


def _counted(passage: Passage, place: int) -> int | None:
    """Give the key of the first content word behind a number."""
    for i in range(place, min(place + 3, len(passage.tokens))):
        if passage.breaks[i - 1]:
            return None
        if passage.tokens[i].content:
            return passage.tokens[i].key
    return None
