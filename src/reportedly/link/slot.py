"""Find sentences without a match that are likely each other's all the same: they stand in the same gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.data import read_words
from reportedly.link.align import Match
from reportedly.link.caveat import find_caveats
from reportedly.link.digest import Digest
from reportedly.link.heading import is_furniture
from reportedly.link.passage import Passage, share_held
from reportedly.text.fold import fold

_IN_PLACE = 0.14  # likeness that two sentences in the same gap need to be each other's
_ANYWHERE = 0.35  # the same where they stand anywhere
_IN_COMMON = 0.35  # share of the content words of the one that the other has, besides
_KEPT = 0.6  # share of a sentence's content words in one other sentence that makes it kept
_TELLING = 10.0  # summed idf of a sentence of which that can be said
_ADDED_ON = 0.34  # the same of the sentence that its neighbour became, beyond what the neighbour says
_HOLDS_BACK = "holds back"
_JOINED = 0.6  # share of its content words by which a lone sentence belongs to what its neighbour became
_LIKELY, _SURELY = 0.3, 0.4  # likeness of lone sentences, in one gap and anywhere, that are compared as each other's
_FEW = 4  # words below which a sentence says too little to be what another one became


_Place = tuple[int | None, int | None]


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

        self._passages: dict[tuple[int, int], Passage] = {}
        self._traits: dict[tuple[int, int], frozenset[str]] = {}

    @cached_property
    def likeness(self) -> NDArray[np.float32]:
        """How alike each lone sentence of the origin is to each of the derivative."""
        one, other = (side.sentences.vectors[rows] for side, rows in zip(self.sides, self.alone, strict=True))
        # Not `@`: at this size BLAS would spend more on waking its threads than on the product.
        found: NDArray[np.float32] = np.einsum("ik,jk->ij", one, other)
        return found

    @cached_property
    def places(self) -> tuple[dict[int, _Place], ...]:
        """Between which matched sentences each lone sentence stands."""
        return tuple(
            {number: _find_place(held, number) for number in rows}
            for held, rows in zip(self.matched, self.alone, strict=True)
        )

    @cached_property
    def windows(self) -> tuple[list[frozenset[int]], ...]:
        """The keys of every two sentences in a row, side by side."""
        counts = (len(side.sentences.bounds) for side in self.sides)
        keys = [[self.passage(side, number).keys for number in range(count)] for side, count in enumerate(counts)]
        return tuple([one | other for one, other in pairwise(each)] or each for each in keys)

    def beside(self, one: int, other: int) -> bool:
        """Tell whether both stand behind, or both before, sentences that match."""
        near = zip(self.places[0][one], self.places[1][other], strict=True)
        return any(two in self.twos or two == (None, None) for two in near)

    def passage(self, side: int, number: int) -> Passage:
        """Give one sentence of a side."""
        if (side, number) not in self._passages:
            digest = self.sides[side]
            self._passages[side, number] = Passage(digest.report.body, (digest.sentences.bounds[number],))
        return self._passages[side, number]

    def traits(self, side: int, number: int) -> frozenset[str]:
        """Give what sort a sentence is of, and its figures."""
        if (side, number) not in self._traits:
            self._traits[side, number] = _traits_of(self.passage(side, number))
        return self._traits[side, number]


def _find_place(held: Sequence[int], number: int) -> _Place:
    """Give the nearest of the `held` sentences before and after `number`."""
    place = bisect_left(held, number)
    return (held[place - 1] if place else None), (held[place] if place < len(held) else None)


def _traits_of(passage: Passage) -> frozenset[str]:
    """Give the figures of a sentence, and whether it holds back or opens with speech."""
    found = {token.form for token in passage.tokens if token.form.isdigit()}
    if holds_back(passage):
        found.add(_HOLDS_BACK)
    if passage.tokens and passage.tokens[0].quoted:
        found.add("speech")
    return frozenset(found)


def find_reworded(gaps: Gaps) -> list[Pair]:
    """Pair the sentences that no match holds, the likest first, each once."""
    rows = gaps.likeness.tolist()
    scored = (
        (_score(gaps, i, j, rows[row][column]), i, j)
        for row, i in enumerate(gaps.alone[0])
        for column, j in enumerate(gaps.alone[1])
    )
    likely = sorted((found for found in scored if found[0] > 0), key=lambda found: (-found[0], found[1], found[2]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in likely:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return [Pair(i, j) for i, j in found.items()]


def _score(gaps: Gaps, i: int, j: int, alike: float) -> float:
    """Give how likely two sentences are each other's, 0 where nothing speaks for it."""
    if gaps.beside(i, j):
        lost = _HOLDS_BACK in gaps.traits(0, i) - gaps.traits(1, j)  # it became another one only if it says the same
        if alike >= (_ANYWHERE if lost else _IN_PLACE):
            return 1 + alike
        few = min(len(gaps.passage(0, i).tokens), len(gaps.passage(1, j).tokens)) < _FEW  # 'Some have doubts.'
        return max(0.0, 0.5 + alike) if gaps.traits(0, i) & gaps.traits(1, j) and not few else 0.0
    if alike < _ANYWHERE:
        return 0.0
    one, other = gaps.passage(0, i), gaps.passage(1, j)
    return alike if _in_common(one, other) >= _IN_COMMON else 0.0


def _in_common(one: Passage, other: Passage) -> float:
    """Give the larger share of content words that the one has of the other."""
    pairs = ((one, other), (other, one))
    return max(share_held(this, (0, len(this.tokens)), that) for this, that in pairs)


def holds_back(passage: Passage) -> bool:
    """Tell whether a sentence says what is not known, not shown, not said, or denies something."""
    text = f" {' '.join(fold(form) for form in passage.forms)} "
    return bool(find_caveats(passage)) or any(f" {phrase} " in text for phrase in read_words("variation_reserves.txt"))


def is_kept(gaps: Gaps, side: int, number: int) -> bool:
    """Tell whether what a sentence says stands in two other sentences in a row, or in what its neighbour became."""
    passage = gaps.passage(side, number)
    if any(_added_on(gaps, side, passage, near) for near in (number - 1, number + 1) if near in gaps.matched[side]):
        return True
    if float(gaps.sides[side].sentences.mass[number]) < _TELLING:
        return False
    held = [place for place, window in enumerate(gaps.windows[1 - side]) if _held(passage, window) >= _KEPT]
    if not holds_back(passage):
        return bool(held)
    count = len(gaps.sides[1 - side].sentences.bounds)
    near = {number for place in held for number in (place, place + 1) if number < count}
    return any(holds_back(gaps.passage(1 - side, number)) for number in near)


def _held(passage: Passage, keys: frozenset[int]) -> float:
    """Give the share of the content words of a sentence, by weight, that are among `keys`."""
    wanted = {token.key: token.idf for token in passage.tokens if token.content}
    whole = sum(wanted.values())
    return sum(idf for key, idf in wanted.items() if key in keys) / whole if whole else 0.0


def _added_on(gaps: Gaps, side: int, passage: Passage, near: int) -> bool:
    """Tell whether what the sentence `near` became says, beyond what it said itself, what `passage` says."""
    other = gaps.sides[1 - side]
    became = sorted(two[1 - side] for two in gaps.twos if two[side] == near)
    there = Passage(other.report.body, tuple(other.sentences.bounds[number] for number in became))
    neighbour = gaps.passage(side, near)
    if holds_back(passage) and (holds_back(neighbour) or not holds_back(there)):
        return False
    wanted = {token.key: token.idf for token in passage.tokens if token.content and token.key not in neighbour.keys}
    whole = sum(wanted.values())
    return whole > 0 and sum(idf for key, idf in wanted.items() if key in there.keys) >= _ADDED_ON * whole


def join_added(gaps: Gaps, matches: Sequence[Match]) -> list[Match]:
    """Give the matches that lone sentences of the origin were added on to, with these, and those that are likely."""
    joined = [wide for match in matches if (wide := _with_added(gaps, match)) is not match]
    held = {number for match in joined for number in match.ones}
    for one, other in find_reworded(gaps):
        alike = float(gaps.likeness[gaps.alone[0].index(one), gaps.alone[1].index(other)])
        text = gaps.sides[1].report.body[slice(*gaps.sides[1].sentences.bounds[other])]
        least = _LIKELY if gaps.beside(one, other) else _SURELY
        if one not in held and alike >= least and not is_furniture(text):
            joined.append(Match((one,), (other,), alike))
    return joined


def _with_added(gaps: Gaps, match: Match) -> Match:
    """Join to a match the lone sentences beside its own, as far as its counterpart says most of them."""
    body = gaps.sides[1].report.body
    there = Passage(body, tuple(gaps.sides[1].sentences.bounds[number] for number in match.others))
    near = {number + step for number in match.ones for step in (-1, 1)} & set(gaps.alone[0])
    added = [number for number in near if _held(gaps.passage(0, number), there.keys) >= _JOINED]
    return Match(tuple(sorted((*match.ones, *added))), match.others, match.score) if added else match
