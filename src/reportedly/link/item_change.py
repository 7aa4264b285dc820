"""Find one of two things told together that a retelling leaves out: 'no shots and no flares', 'no shots'."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.nearness import share_told
from reportedly.link.passage import Pairing, Passage, Reach, find_likest, keys_of, share_held

_JOINS = frozenset({"and", "or", "nor"})
_STOPS = frozenset(
    "and or nor but in on at of for to by with from into over under near off after before as that which who whom than"
    " is are was were be been has have had will would can could may might did does do said says not".split()
)
_LEADS = frozenset("no a an the its their his her our any some another two three four five six several many".split())
_MOST = 4  # words of an item
_BACK = 3  # words in front of the conjunction among which stands the thing that is kept
_LEAST = 5.0  # summed idf of what is worth missing
_TOLD = 0.3  # share of it that may be told by chance, in other words
_SAID = 0.9  # share of what the retelling says that the origin says too
_KEPT = 0.7  # share of what stands before it that is told still


def find_lost_items(pairing: Pairing) -> list[Variation]:
    """List the things told beside another, outside quotations, of which the retelling tells the other alone."""
    if share_told(pairing.derivative, (0, len(pairing.derivative.tokens)), pairing.origin) < _SAID:
        return []  # what it has of its own may say the rest
    found = []
    known = keys_of(pairing.derivative.body)
    for place, item in _items(pairing.origin):
        said = [token for token in pairing.origin.tokens[slice(*item)] if token.content]
        if sum(token.idf for token in said) < _LEAST or any(token.key in known or token.quoted for token in said):
            continue
        if _stays(pairing, place) and share_told(pairing.origin, item, pairing.derivative) <= _TOLD:
            note = f"One of the things told together is gone: “{pairing.origin.text(item)}”."
            clause = pairing.origin.clause((place, item[1]))
            there = find_likest(pairing.origin, (clause[0], place), pairing.derivative)
            found.append(pairing.tell(VariationKind.DETAIL_DROPPED, clause, there, Drift.NEUTRAL, note))
    return found


def _items(passage: Passage) -> Iterator[tuple[int, Reach]]:
    """Give each conjunction within a clause, with the few words behind it up to where its thing ends."""
    for place in range(1, len(passage.tokens) - 1):
        if passage.forms[place] not in _JOINS or passage.forms[place + 1] not in _LEADS:
            continue
        if passage.breaks[place - 1] or passage.breaks[place]:
            continue
        ends = (p for p in range(place + 1, len(passage.tokens)) if passage.breaks[p] or passage.forms[p + 1] in _STOPS)
        last = next(ends) + 1
        if last - place - 1 <= _MOST:
            yield place, (place + 1, last)


def _stays(pairing: Pairing, place: int) -> bool:
    """Tell whether what stands before a conjunction is told still, its last word above all."""
    before = [token for token in pairing.origin.tokens[max(0, place - _BACK) : place] if token.content]
    told = bool(before) and before[-1].key in pairing.derivative.keys
    start, _ = pairing.origin.clause((place, place + 1))
    return told and share_held(pairing.origin, (start, place), pairing.derivative) >= _KEPT
