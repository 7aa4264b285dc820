"""Find places put for others in the same slot of a sentence, also where the reports name both elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.event import Toponym
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.amount import near_keys
from reportedly.link.name_change import is_same_name
from reportedly.link.passage import Pairing, Passage, Reach
from reportedly.link.place_change import BEARINGS
from reportedly.link.saying import reach_of
from reportedly.reading import Reading

_LANDS = frozenset({"country", "demonym"})
_FROM = frozenset("from leaving left departed departing quit".split())
_GOAL = frozenset("to towards toward direction".split())  # 'in the direction of'
_LEADS = BEARINGS | frozenset(
    "at in into near off for outside inside via through over around against between by".split()
)
_SKIPPED = frozenset(
    "the of northern southern eastern western central nearby neighbouring city town village port".split()
)
_BACK = 4  # words in front of a place among which stands what leads to it
_ROUND = 5  # words told on either side


class _Placed(NamedTuple):
    """A place where it stands in a passage."""

    reach: Reach
    place: Toponym
    slot: str  # what leads to it, or what a people's word stands before
    near: frozenset[int]


def find_swapped_places(
    pairing: Pairing, origin: Reading, derivative: Reading, told: Iterable[Variation] = ()
) -> list[Variation]:
    """List the places of which the same words tell, and that only one of the two sentences names.

    Names that are `told` of as changed are left out.
    """
    known = [variation.origin for variation in told if variation.origin]
    ones, twos = _placed(pairing.origin, origin), _placed(pairing.derivative, derivative)
    lost, gained = _missing(ones, twos, pairing.derivative), _missing(twos, ones, pairing.origin)
    ranked = sorted(
        (-len(old.near & new.near), i, j)
        for i, old in enumerate(lost)
        for j, new in enumerate(gained)
        if old.slot == new.slot and old.near & new.near and not is_same_name(old.place.name, new.place.name)
    )
    found: list[Variation] = []
    used: set[tuple[str, int]] = set()
    for _, i, j in ranked:
        if not used & {("lost", i), ("gained", j)}:
            used |= {("lost", i), ("gained", j)}
            if not any(lost[i].place.span.overlaps(span) for span in known):
                found.append(_tell(pairing, lost[i], gained[j]))
    return found


def _placed(passage: Passage, reading: Reading) -> list[_Placed]:
    """List the places of a passage outside quotations that stand in a slot; who speaks is told elsewhere."""
    found = []
    sources = [told.source for told in reading.attributions if told.source]
    for place in reading.places:
        inside = any(start <= place.span.start < end for start, end in passage.bounds)
        reach = reach_of(passage, place.span.start, place.span.end) if inside else None
        if reach is None or passage.tokens[reach[0]].quoted or any(place.span.overlaps(span) for span in sources):
            continue
        slot = _of_people(passage, reach) if place.kind in _LANDS else _lead(passage, reach)
        if slot:
            found.append(_Placed(reach, place, slot, near_keys(passage, reach)))
    return found


def _lead(passage: Passage, reach: Reach) -> str:
    """Give the word that leads to a place; all words of leaving are one, and all of a goal."""
    for place in range(reach[0] - 1, max(-1, reach[0] - 1 - _BACK), -1):
        form = passage.forms[place]
        if passage.breaks[place]:
            return ""
        if form in _FROM:
            return "from"
        if form in _GOAL:
            return "to"
        if form not in _SKIPPED:
            return form if form in _LEADS else ""
    return ""


def _of_people(passage: Passage, reach: Reach) -> str:
    """Give the key of the word that a people's word stands before: 'Turkish troops', 'Maltese-flagged'."""
    last = passage.forms[reach[1] - 1]
    if "-" in last:
        return last.rpartition("-")[2]
    if reach[1] >= len(passage.tokens) or passage.breaks[reach[1] - 1]:
        return ""
    after = passage.tokens[reach[1]]
    return str(after.key) if after.content and not after.capital else ""


def _missing(ones: Iterable[_Placed], twos: Iterable[_Placed], other: Passage) -> list[_Placed]:
    """Keep the places of one side that the other names in no way."""
    known = {each.place.gazetteer_id for each in twos if each.place.gazetteer_id}
    return [
        one
        for one in ones
        if one.place.gazetteer_id not in known and not any(_names(other, word) for word in one.place.span.text.split())
    ]


def _names(passage: Passage, word: str) -> bool:
    """Tell whether a passage has a word of a name, or one that is made from it."""
    start = word.lower()[:4]
    return any(token.capital and token.form.startswith(start) for token in passage.tokens)


def _tell(pairing: Pairing, old: _Placed, new: _Placed) -> Variation:
    """Say that a place became another one."""
    return pairing.tell(
        VariationKind.DETAIL_CHANGED if old.place.kind in _LANDS else VariationKind.PLACE_CHANGED,
        pairing.origin.window(old.reach, _ROUND, _ROUND),
        pairing.derivative.window(new.reach, _ROUND, _ROUND),
        Drift.NEUTRAL,
        f"“{old.place.span.text}” became “{new.place.span.text}”.",
    )
