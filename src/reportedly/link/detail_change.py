"""Find small details that a retelling lost, gained or changed: where, which way, how much."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.lexicon import Hit, find_phrases
from reportedly.link.passage import Pairing, Passage, Reach, find_counterpart, share_held

_TABLE = "variation_relations.tsv"
_HELD = 0.3
# Behind 'towards' these are no goal of a movement.
_TIMES = frozenset(
    "end beginning start middle close dawn dusk noon midday midnight morning evening night sunset it them".split()
)


def find_detail_changes(pairing: Pairing) -> list[Variation]:
    """List the changed relations in space and the lost or gained directions of movement."""
    return _places(pairing) + _directions(pairing)


def _relations(passage: Passage, field: str) -> list[Hit]:
    """List the phrases of one field outside quotations."""
    hits = find_phrases(passage, _TABLE)
    told = [hit for hit in hits if hit.field == field and not passage.tokens[hit.reach[0]].quoted]
    return [
        hit for hit in told if field != "towards" or _TIMES.isdisjoint(passage.forms[hit.reach[1] : hit.reach[1] + 2])
    ]


def _next_content(passage: Passage, place: int) -> int | None:
    """Give the first content word from `place` on, a few words on at most."""
    return next((i for i in range(place, min(place + 4, len(passage.tokens))) if passage.tokens[i].content), None)


def _places(pairing: Pairing) -> list[Variation]:
    """Say where something stands otherwise to the same thing: 'outside the base', 'near the base'."""
    found = []
    twos = _relations(pairing.derivative, "where")
    for old in _relations(pairing.origin, "where"):
        thing = _next_content(pairing.origin, old.reach[1])
        if thing is None or any(new.grade == old.grade for new in twos):
            continue
        for new in twos:
            other = _next_content(pairing.derivative, new.reach[1])
            if other is not None and pairing.derivative.tokens[other].key == pairing.origin.tokens[thing].key:
                found.append(
                    pairing.tell(
                        VariationKind.DETAIL_CHANGED,
                        (max(0, old.reach[0] - 1), thing + 1),
                        (max(0, new.reach[0] - 1), other + 1),
                        Drift.NEUTRAL,
                        f"“{old.phrase}” became “{new.phrase}”: the place is another one.",
                    )
                )
                break
    return found


def _directions(pairing: Pairing) -> list[Variation]:
    """Say where the direction of a movement was lost or put in."""
    ones, twos = _relations(pairing.origin, "towards"), _relations(pairing.derivative, "towards")
    if (ones and _told(pairing.origin, ones[0], pairing.derivative)) or (
        twos and _told(pairing.derivative, twos[0], pairing.origin)
    ):
        return []
    if ones and not twos:
        return _lost(pairing, ones[0].reach, f"The direction of the movement is gone: “{ones[0].phrase}”.")
    if twos and not ones:
        note = f"A direction of movement was put in: “{twos[0].phrase}”."
        return _gained(pairing, twos[0].reach, note, Drift.STRONGER)
    return []


def _told(one: Passage, hit: Hit, other: Passage) -> bool:
    """Tell whether the other side says plainly where something goes: 'to the port' for 'bound for the port'."""
    goal = _next_content(one, hit.reach[1])
    places = [i for i, form in enumerate(other.forms) if form in ("to", "for", "into")]
    theirs = (_next_content(other, place + 1) for place in places)
    return goal is not None and any(i is not None and other.tokens[i].key == one.tokens[goal].key for i in theirs)


def _lost(pairing: Pairing, reach: Reach, note: str) -> list[Variation]:
    """Say that a detail is gone while its clause is still told."""
    clause = pairing.origin.clause(reach)
    if share_held(pairing.origin, clause, pairing.derivative) < _HELD:
        return []
    counterpart = find_counterpart(pairing.origin, reach, pairing.derivative)
    return [pairing.tell(VariationKind.DETAIL_DROPPED, clause, counterpart, Drift.WEAKER, note)]


def _gained(pairing: Pairing, reach: Reach, note: str, drift: Drift) -> list[Variation]:
    """Say that a detail was put in."""
    clause = pairing.derivative.clause(reach)
    if share_held(pairing.derivative, clause, pairing.origin) < _HELD:
        return []
    counterpart = find_counterpart(pairing.derivative, reach, pairing.origin)
    return [pairing.tell(VariationKind.DETAIL_ADDED, counterpart, clause, drift, note)]
