"""Find what was denied in the one and is affirmed in the other."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage

_NEGATIONS = frozenset("not no never cannot neither nor without unable t".split())
_REACH = 3  # words that a negation reaches over to the one it governs
_NEAR = 7  # words before a word in which any negation may reach it


def find_polarity_changes(pairing: Pairing) -> list[Variation]:
    """List the words that one of the two negates and the other says without any negation near."""
    one, two = pairing.origin, pairing.derivative
    found = []
    for key in sorted(_negated(one).keys() ^ _negated(two).keys()):
        denied, affirmed = (one, two) if key in _negated(one) else (two, one)
        plain = _affirmed(affirmed, key)
        if plain is None:
            continue
        first, second = (_negated(one)[key], plain) if denied is one else (plain, _negated(two)[key])
        found.append(
            pairing.tell(
                VariationKind.POLARITY_CHANGED,
                one.clause((first, first + 1)),
                two.clause((second, second + 1)),
                Drift.NEUTRAL,
                f"“{one.tokens[first].form}” is negated in one of the two and not in the other.",
            )
        )
    return found[:1]


def _negated(passage: Passage) -> dict[int, int]:
    """Give the content words that a negation governs, with where they stand."""
    found: dict[int, int] = {}
    for place in range(len(passage.tokens)):
        if passage.forms[place] in _NEGATIONS and not passage.tokens[place].quoted:
            governed = _governed(passage, place)
            if governed is not None:
                found.setdefault(passage.tokens[governed].key, governed)
    return found


def _governed(passage: Passage, place: int) -> int | None:
    """Give the first content word that the negation at `place` governs."""
    for after in range(place + 1, min(place + 1 + _REACH, len(passage.tokens))):
        if passage.breaks[after - 1]:
            return None
        if passage.tokens[after].content:
            return after
    return None


def _affirmed(passage: Passage, key: int) -> int | None:
    """Give where a word first stands with no negation near, if it never stands with one."""
    places = [i for i, token in enumerate(passage.tokens) if token.key == key and not token.quoted]
    if not places or any(_NEGATIONS & set(passage.forms[max(0, i - _NEAR) : i + 2]) for i in places):
        return None
    return places[0]
