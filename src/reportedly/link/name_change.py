"""Find names and places that a retelling changed."""

from __future__ import annotations

from rapidfuzz import fuzz

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, keys_of
from reportedly.reading import Reading

_SPELLING = 70.0  # likeness of letters, of 100, from which two names are one name spelt in two ways
_LONGEST = 4  # words of a name


def find_name_changes(pairing: Pairing, origin: Reading, derivative: Reading) -> list[Variation]:
    """List the names that stand where another one stood, and that the other report knows nothing of."""
    known = keys_of(origin.report.body), keys_of(derivative.report.body)
    found = []
    for change in pairing.changes:
        old = _name(pairing.origin, change.origin, known[1])
        new = _name(pairing.derivative, change.derivative, known[0])
        if old and new and not _shortened(pairing.origin.text(old), pairing.derivative.text(new)):
            found.append(_tell(pairing, old, new, _is_place(pairing.origin, old, origin)))
    return found


def _name(passage: Passage, reach: Reach, known: frozenset[int]) -> Reach | None:
    """Give the run of capitalised words in `reach` that the other report does not hold."""
    if not 0 < reach[1] - reach[0] <= _LONGEST:
        return None
    tokens = passage.tokens[reach[0] : reach[1]]
    opens = reach[0] == 0 or passage.breaks[reach[0] - 1]
    named = all(t.capital and t.content and t.key not in known and not t.quoted for t in tokens)
    return reach if named and not (opens and len(tokens) == 1) else None


def _shortened(one: str, other: str) -> bool:
    """Tell whether one name is the other cut short: 'Dec' and 'December'."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long.startswith(short)


def _is_place(passage: Passage, reach: Reach, reading: Reading) -> bool:
    """Tell whether the reading knows a place where the name stands."""
    span = passage.span(reach)
    return any(place.span.overlaps(span) for place in reading.places)


def _tell(pairing: Pairing, old: Reach, new: Reach, place: bool) -> Variation:
    """Say that a name became another one, or is spelt otherwise."""
    texts = pairing.origin.text(old), pairing.derivative.text(new)
    spelling = fuzz.ratio(texts[0].lower(), texts[1].lower()) >= _SPELLING
    return pairing.tell(
        VariationKind.PLACE_CHANGED if place and not spelling else VariationKind.NAME_CHANGED,
        old,
        new,
        Drift.NEUTRAL,
        f"“{texts[0]}” is spelt “{texts[1]}”." if spelling else f"“{texts[0]}” became “{texts[1]}”.",
    )
