"""Tell of a short report whether another holds nearly all that it is specific about: names, days, numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.link.align import Match
from reportedly.link.tokens import Tokens

_SHORT = 200  # words up to which a rewrite leaves too few words alone for wording to tell
_FEWEST = 6  # facts on which anything rests
_NEARLY_ALL = 0.85  # part of the facts; two reports of one event, each with its own sources, share up to .83
_SAID_ALIKE = 4  # matches that show the facts put to the same use
_ORDERED = 0.3  # part of the twos of matches that stand in one order: what is told backwards was not read off
_OPENERS = "\"'“‘"  # marks behind which a capital tells nothing


def read_facts(body: str, tokens: Tokens, bounds: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Give the keys of the numbers in `body`, and of what is written with a capital inside its sentences."""
    opening = set(np.searchsorted(tokens.starts, [start for start, _ in bounds]).tolist())
    keys, starts = tokens.keys.tolist(), tokens.starts.tolist()
    found = set()
    for place in np.flatnonzero(tokens.content).tolist():
        first = tokens.forms[place][0]
        named = first.isupper() and place not in opening and body[max(0, starts[place] - 1)] not in _OPENERS
        if named or first.isdigit():
            found.add(keys[place])
    return frozenset(found)


def may_be_told_by(tokens: Tokens, other: Tokens) -> bool:
    """Tell whether a report is short, and no longer than the other."""
    return len(tokens.forms) <= min(_SHORT, len(other.forms))


def are_told_by(facts: frozenset[int], other: Tokens) -> bool:
    """Tell whether a report with these facts names next to nothing that `other` does not."""
    return len(facts) >= _FEWEST and len(facts.intersection(other.keys.tolist())) >= _NEARLY_ALL * len(facts)


def are_told_alike(matches: Sequence[Match], order: float) -> bool:
    """Tell whether sentences enough say the same, `order` of their twos in one order, for facts to be taken over."""
    return len(matches) >= _SAID_ALIKE and order >= _ORDERED
