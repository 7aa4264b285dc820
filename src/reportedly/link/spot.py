"""Where one of two passages that say the same says what the other says in a few words."""

from __future__ import annotations

from reportedly.link.passage import Passage, Reach
from reportedly.link.saying import around

_BEFORE, _BEHIND = 7, 6  # words round a word that tell what it is about
_NEXT = 5  # words behind it that it is most about
_CLAUSE = 16  # words of a clause that is told as it stands
_WIDE = 9  # words of the other passage that are looked at together


def near(passage: Passage, reach: Reach) -> Reach:
    """Widen `reach` by the words round it that belong to its clause."""
    first, last = passage.clause(reach)
    return max(first, reach[0] - _BEFORE), min(last, reach[1] + _BEHIND)


def find_spot(one: Passage, reach: Reach, other: Passage) -> Reach:
    """Give the words of `other` that say most of what stands round `reach` in `one`."""
    first, last = near(one, reach)
    behind = {token.key for token in one.tokens[reach[1] : min(last, reach[1] + _NEXT)]}
    said = [token for token in one.tokens[first:last] if token.content]
    wanted = {token.key: token.idf * (2 if token.key in behind else 1) for token in said}
    best, weight = (0, min(_WIDE, len(other.tokens))), 0.0
    for start in range(max(1, len(other.tokens) - _WIDE + 1)):
        window = other.tokens[start : start + _WIDE]
        held = sum(wanted[key] for key in {token.key for token in window} & wanted.keys())
        if held > weight + 1e-9:
            best, weight = (start, start + len(window)), held
    places = [place for place in range(*best) if other.tokens[place].key in wanted]
    spot = (places[0], places[-1] + 1) if places else best
    clause = other.clause(spot)
    return clause if clause[1] - clause[0] <= _CLAUSE else around(other, spot, _CLAUSE)
