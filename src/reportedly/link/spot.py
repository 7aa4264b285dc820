"""Where one of two passages that say the same says what the other says in a few words."""

from __future__ import annotations

from reportedly.data import read_words
from reportedly.link.passage import Passage, Reach
from reportedly.link.saying import around

_BEFORE, _BEHIND = 7, 6  # words round a word that tell what it is about
_NEXT = 5  # words behind it that it is most about
_AND = frozenset({"and", "or"})
_CLAUSE = 16  # words of a clause that is told as it stands
_WIDE = 9  # words of the other passage that are looked at together


def near(passage: Passage, reach: Reach) -> Reach:
    """Widen `reach` by the words round it that belong to its clause."""
    first, last = passage.clause(reach)
    return max(first, reach[0] - _BEFORE), min(last, reach[1] + _BEHIND)


def _joined(passage: Passage, reach: Reach, wide: Reach) -> Reach:
    """Narrow `wide` to the words round `reach` that no conjunction parts from it."""
    before = (place + 1 for place in range(reach[0] - 1, wide[0] - 1, -1) if _joins(passage.forms[place]))
    behind = (place for place in range(reach[1], wide[1]) if _joins(passage.forms[place]))
    return next(before, wide[0]), next(behind, wide[1])


def _joins(form: str) -> bool:
    """Tell whether a word joins another clause on."""
    return form in _AND or form in read_words("variation_joiners.txt")


def find_spot(one: Passage, reach: Reach, other: Passage) -> Reach:
    """Give the words of `other` that say most of what stands round `reach` in `one`."""
    wide = near(one, reach)
    spot, held = _likest(one, reach, _joined(one, reach, wide), other)
    if not held:
        spot, _ = _likest(one, reach, wide, other)
    clause = other.clause(spot)
    return clause if clause[1] - clause[0] <= _CLAUSE else around(other, spot, _CLAUSE)


def _likest(one: Passage, reach: Reach, wide: Reach, other: Passage) -> tuple[Reach, float]:
    """Give the few words of `other` that say most of `wide`, what follows `reach` four times, and how much that is."""
    behind = {token.key for token in one.tokens[reach[1] : min(wide[1], reach[1] + _NEXT)]}
    said = [token for token in one.tokens[slice(*wide)] if token.content]
    wanted = {token.key: token.idf * (4 if token.key in behind else 1) for token in said}
    best, most = (0, min(_WIDE, len(other.tokens))), 0.0
    for start in range(max(1, len(other.tokens) - _WIDE + 1)):
        window = other.tokens[start : start + _WIDE]
        held = sum(wanted[key] for key in {token.key for token in window} & wanted.keys())
        if held > most + 1e-9:
            best, most = (start, start + len(window)), held
    places = [place for place in range(*best) if other.tokens[place].key in wanted]
    return (places[0], places[-1] + 1) if places else best, most
