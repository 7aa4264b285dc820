"""Find numbers inside compounds that a retelling changed: 'a 41-second clip', 'a three-day strike'."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import near_keys
from reportedly.link.passage import Pairing, Passage
from reportedly.link.weight import weigh
from reportedly.text.number import read_number

_BEFORE, _BEHIND = 3, 5  # words told with a compound


class _Compound(NamedTuple):
    """A compound of a number and what it counts."""

    place: int
    value: float
    counted: str


def find_compound_changes(pairing: Pairing) -> list[Variation]:
    """List the compounds whose number is another one, and stands on the other side in no other way either."""
    ones, twos = _compounds(pairing.origin), _compounds(pairing.derivative)
    if bool(ones) is not bool(twos):
        ones, twos = ones or _apart(pairing.origin), twos or _apart(pairing.derivative)
    found = []
    for old in ones:
        new = next((new for new in twos if new.counted == old.counted), None)
        alone = all(sum(each.counted == old.counted for each in side) == 1 for side in (ones, twos))
        if (
            new is None
            or not alone
            or not _near(pairing, old, new)
            or _holds(pairing.derivative, old.value)
            or _holds(pairing.origin, new.value)
        ):
            continue
        reaches = (
            pairing.origin.window((old.place, old.place + 1), _BEFORE, _BEHIND),
            pairing.derivative.window((new.place, new.place + 1), _BEFORE, _BEHIND),
        )
        drift = Drift.STRONGER if new.value > old.value else Drift.WEAKER
        texts = pairing.origin.text(reaches[0]), pairing.derivative.text(reaches[1])
        note = f"The number is another one: “{texts[0]}” and “{texts[1]}”."
        found.append(pairing.tell(VariationKind.QUANTITY_CHANGED, *reaches, drift, note))
    return found


def _compounds(passage: Passage) -> list[_Compound]:
    """List the compounds outside quotations that open with a number."""
    found = []
    for place, token in enumerate(passage.tokens):
        first, _, rest = token.form.partition("-")
        value = read_number(first) if rest and rest[0].isalpha() and not token.quoted else None
        if value is not None and read_number(rest) is None:
            found.append(_Compound(place, value, str(weigh(rest.split("-")[0]).key)))
    return found


def _apart(passage: Passage) -> list[_Compound]:
    """List the numbers outside quotations that stand before what they count: '41 seconds'."""
    found = []
    for place, (token, after) in enumerate(pairwise(passage.tokens)):
        value = None if token.quoted or passage.breaks[place] else read_number(token.form)
        if value is not None and after.content:
            found.append(_Compound(place, value, str(after.key)))
    return found


def _near(pairing: Pairing, old: _Compound, new: _Compound) -> bool:
    """Tell whether something of the same is told beside both where just one is a compound."""
    one, two = pairing.origin, pairing.derivative
    if ("-" in one.forms[old.place]) is ("-" in two.forms[new.place]):
        return True
    near = near_keys(one, (old.place, old.place + 1)) & near_keys(two, (new.place, new.place + 2))
    return any(str(key) != old.counted for key in near)


def _holds(passage: Passage, value: float) -> bool:
    """Tell whether a passage has a number, by itself or in a compound."""
    return any(read_number(form.partition("-")[0]) == value for form in passage.forms)
