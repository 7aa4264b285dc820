"""Find what was so in the one and is so in the other."""

from __future__ import annotations

import re

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.cue_change import find_cues
from reportedly.link.passage import Pairing, Passage, Reach, find_likest, share_held

_PAST = frozenset({"was", "were"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_HELD = 0.4


def find_tense_changes(pairing: Pairing) -> list[Variation]:
    """List the clauses that tell a past state as a present one, or a present one as past.

    A past tense that only follows 'said' is no past: such sentences are passed over.
    """
    if _shifts(pairing.origin) or _shifts(pairing.derivative):
        return []
    forth = _past_only(pairing.origin, pairing.derivative)
    if forth:
        return [_tell(pairing, *forth, Drift.STRONGER, "What the origin tells as past is told as present.")]
    back = _past_only(pairing.derivative, pairing.origin)
    if back:
        note = "What the origin tells as present is told as past."
        return [_tell(pairing, back[1], back[0], Drift.WEAKER, note)]
    return []


def _shifts(passage: Passage) -> bool:
    """Tell whether a reporting verb in the past tense may have shifted the tenses."""
    return any(
        hit.phrase.split()[0].endswith(("ed", "id", "old"))
        and passage.forms[hit.reach[1] : hit.reach[1] + 1] != ("by",)
        for hit in find_cues(passage)
    )


def _past_only(one: Passage, other: Passage) -> tuple[Reach, Reach] | None:
    """Give a past clause of `one` and its counterpart without any past in `other`."""
    if _PAST & set(other.forms):
        return None
    for place, token in enumerate(one.tokens):
        if token.form not in _PAST or token.quoted:
            continue
        start = max(_relative(one, place), one.clause((place, place + 1))[0])
        reach = (start, one.clause((place, place + 1))[1])
        there = find_likest(one, reach, other)
        past = any(form.endswith("ed") or _YEAR.match(form) for form in other.forms[there[0] : there[1]])
        if not past and share_held(one, reach, other) >= _HELD:
            return reach, there
    return None


def _relative(passage: Passage, place: int) -> int:
    """Give where the relative clause that `place` stands in starts; 0 where it stands in none."""
    before = range(max(0, place - 3), place)
    return next((i for i in before if passage.forms[i] in ("which", "who", "that")), 0)


def _tell(pairing: Pairing, origin: Reach, derivative: Reach, drift: Drift, note: str) -> Variation:
    """Say that the tense is another one."""
    return pairing.tell(VariationKind.TENSE_CHANGED, origin, derivative, drift, note)
