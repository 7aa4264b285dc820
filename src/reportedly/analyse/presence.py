"""How present each person and body is to a reader: whom 'he' and 'the minister' bring in again.

Source: Lappin and Leass, An Algorithm for Pronominal Anaphora Resolution, Computational Linguistics 20(4), 1994:
mentions weigh by their place in the clause, and what they weigh halves with each sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

SPOKE = 100.0
_QUOTED = 0.2  # a mention inside a quotation, which is its speaker's
_PLACES = {
    "nsubj": 80.0,
    "nsubjpass": 80.0,
    "agent": 50.0,
    "dobj": 45.0,
    "attr": 45.0,
    "dative": 40.0,
    "poss": 25.0,
    "ROOT": 60.0,
}
_ELSEWHERE = 35.0
_EMBEDDED = 0.6  # inside another noun phrase or a subordinate clause
_DECAY = 0.5  # with each sentence that mentions anybody
_CARRIED = 40.0  # at most so much of what was told before: whoever was told of at length gives way to the last
_REACH = 40  # so many are remembered; whoever was told of before is another's to find


def weight_of(token: Token, *, quoted: bool) -> float:
    """Give what a mention weighs by its place in the clause."""
    weight = _PLACES.get(token.dep_, _ELSEWHERE)
    # The parse gives 'walking' the subject of 'The senator, walking quickly, declined'.
    loose = token.head.tag_ == "VBG"
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ not in ("ROOT", "conj", "ccomp") and not loose:
        weight *= _EMBEDDED
    return weight * _QUOTED if quoted else weight


class Presence:
    """What has been mentioned, each with what its mentions weigh by now."""

    def __init__(self) -> None:
        self._weights: dict[str, tuple[float, float, int]] = {}  # key -> before its last sentence, in it, which one
        self._now = 0

    def next_sentence(self, sentences: int = 1) -> None:
        """Let what was mentioned fade."""
        self._now += sentences

    def mention(self, key: str, weight: float) -> None:
        """Take in a mention; of several in a sentence the heaviest counts."""
        before, here, when = self._weights.pop(key, (0.0, 0.0, self._now))
        if when != self._now:
            before, here = min((before + here) * _DECAY ** (self._now - when), _CARRIED), 0.0
        self._weights[key] = (before, max(here, weight), self._now)

    def of(self, key: str) -> float:
        """Give what the mentions of one weigh by now."""
        before, here, when = self._weights.get(key, (0.0, 0.0, self._now))
        return (before + here) * float(_DECAY ** (self._now - when))

    def is_here(self, key: str) -> bool:
        """Tell whether the sentence that is being read has mentioned one outside quotations."""
        _, here, when = self._weights.get(key, (0.0, 0.0, -1))
        return when == self._now and here > _QUOTED * SPOKE

    def in_order(self) -> Iterator[str]:
        """Give the keys of those mentioned last, the most present first; of equals the later one."""
        last = islice(reversed(self._weights), _REACH)
        return iter(sorted(last, key=lambda key: -self.of(key)))
