"""Find sentences without a match that are likely each other's all the same: they stand in the same gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.data import read_words
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.lexicon import find_phrases
from reportedly.link.passage import Passage, share_held
from reportedly.text.fold import fold

_IN_PLACE = 0.14  # likeness that two sentences in the same gap need to be each other's
_ANYWHERE = 0.35  # the same where they stand anywhere
_IN_COMMON = 0.35  # share of the content words of the one that the other has, besides
_KEPT = 0.6  # share of a sentence's content words in one other sentence that makes it kept
_TELLING = 10.0  # summed idf of a sentence of which that can be said
_ADDED_ON = 0.34  # the same of the sentence that its neighbour became, beyond what the neighbour says
_CAVEATS = "variation_caveats.tsv"


class Pair(NamedTuple):
    """A sentence of the origin and one of the derivative that likely say the same, by their numbers."""

    one: int
    other: int


class Gaps:
    """The sentences of two reports that no match holds, and which of them stand in the same gap."""

    def __init__(self, origin: Digest, derivative: Digest, matches: Sequence[Match]) -> None:
        self.sides = origin, derivative
        self.twos = {(i, j) for match in matches for i in match.ones for j in match.others}
        self.matched = sorted({i for i, _ in self.twos}), sorted({j for _, j in self.twos})
        self.alone = tuple(
            [number for number in range(len(side.sentences.bounds)) if number not in held]
            for side, held in zip(self.sides, map(set, self.matched), strict=True)
        )

    def beside(self, one: int, other: int) -> bool:
        """Tell whether both stand behind, or both before, sentences that match."""
        before, after = zip(*(self._neighbours(k, number) for k, number in enumerate((one, other))), strict=True)
        return any(near in self.twos or near == (None, None) for near in (before, after))

    def _neighbours(self, side: int, number: int) -> tuple[int | None, int | None]:
        """Give the nearest matched sentences before and after `number`."""
        held = self.matched[side]
        place = bisect_left(held, number)
        return (held[place - 1] if place else None), (held[place] if place < len(held) else None)

    def passage(self, side: int, number: int) -> Passage:
        """Give one sentence of a side."""
        digest = self.sides[side]
        return Passage(digest.report.body, (digest.sentences.bounds[number],))


def find_reworded(gaps: Gaps) -> list[Pair]:
    """Pair the sentences that no match holds, the likest first, each once."""
    likely = sorted(
        ((_likeness(gaps, i, j), i, j) for i in gaps.alone[0] for j in gaps.alone[1]),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    found: list[Pair] = []
    for score, i, j in likely:
        if score > 0 and all(pair.one != i and pair.other != j for pair in found):
            found.append(Pair(i, j))
    return found


def _likeness(gaps: Gaps, i: int, j: int) -> float:
    """Give how likely two sentences are each other's, 0 where nothing speaks for it."""
    one, other = gaps.passage(0, i), gaps.passage(1, j)
    if not one.tokens or not other.tokens:
        return 0.0
    alike = float(gaps.sides[0].sentences.vectors[i] @ gaps.sides[1].sentences.vectors[j])
    if gaps.beside(i, j):
        if alike >= _IN_PLACE:
            return 1 + alike
        return 0.5 + alike if _same_sort(one, other) or _figures(one) & _figures(other) else 0.0
    return alike if alike >= _ANYWHERE and _in_common(one, other) >= _IN_COMMON else 0.0


def _in_common(one: Passage, other: Passage) -> float:
    """Give the larger share of content words that the one has of the other."""
    pairs = ((one, other), (other, one))
    return max(share_held(this, (0, len(this.tokens)), that) for this, that in pairs)


def _figures(passage: Passage) -> set[str]:
    """Give the figures of a sentence."""
    return {token.form for token in passage.tokens if token.form.isdigit()}


def _same_sort(one: Passage, other: Passage) -> bool:
    """Tell whether both hold back what is not known, or both are mostly speech."""
    return (holds_back(one) and holds_back(other)) or (_is_speech(one) and _is_speech(other))


def _is_speech(passage: Passage) -> bool:
    """Tell whether a sentence opens with speech."""
    return passage.tokens[0].quoted


def holds_back(passage: Passage) -> bool:
    """Tell whether a sentence says what is not known, not shown, not said, or denies something."""
    text = f" {' '.join(fold(form) for form in passage.forms)} "
    return bool(find_phrases(passage, _CAVEATS)) or any(
        f" {phrase} " in text for phrase in read_words("variation_reserves.txt")
    )


def is_kept(gaps: Gaps, side: int, number: int) -> bool:
    """Tell whether what a sentence says stands in two other sentences in a row, or in what its neighbour became."""
    passage = gaps.passage(side, number)
    if any(_added_on(gaps, side, passage, near) for near in (number - 1, number + 1) if near in gaps.matched[side]):
        return True
    if float(gaps.sides[side].sentences.mass[number]) < _TELLING:
        return False
    other = gaps.sides[1 - side]
    bounds = other.sentences.bounds
    windows = (Passage(other.report.body, bounds[k : k + 2]) for k in range(max(1, len(bounds) - 1)))
    return any(share_held(passage, (0, len(passage.tokens)), window) >= _KEPT for window in windows)


def _added_on(gaps: Gaps, side: int, passage: Passage, near: int) -> bool:
    """Tell whether what the sentence `near` became says, beyond what it said itself, what `passage` says."""
    other = gaps.sides[1 - side]
    became = sorted(two[1 - side] for two in gaps.twos if two[side] == near)
    there = Passage(other.report.body, tuple(other.sentences.bounds[number] for number in became))
    neighbour = gaps.passage(side, near)
    if holds_back(passage):
        return holds_back(there) and not holds_back(neighbour)
    wanted = {token.key: token.idf for token in passage.tokens if token.content and token.key not in neighbour.keys}
    whole = sum(wanted.values())
    return whole > 0 and sum(idf for key, idf in wanted.items() if key in there.keys) >= _ADDED_ON * whole
