"""Lay stories and their retellings out for training: `python tools/changes/prepare.py OUT.npz FOLDER...` (in the project's own environment).

An example is a passage of the original beside one of the retelling, as `compare` aligns them or as the story's author does, with the kinds
of change that each piece is part of; or two passages that do not say the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from evals.retellings import Change, Retold, Spot, Story, Text, load

from reportedly.lineage import DERIVED, Drift, VariationKind
from reportedly.link.align import align
from reportedly.link.change_input import DERIVATIVE, KINDS, ORIGIN, Laid, lay_out
from reportedly.link.digest import Digest
from reportedly.link.headline_reading import pair_headlines
from reportedly.link.passage import Pairing
from reportedly.link.variation import passage_of
from reportedly.link.verify import judge
from reportedly.read import read_text
from reportedly.report import Report

NOT_ASKED = -1
NEAR = 2  # passages that do not say the same, shown for a sentence of the retelling
DRIFTS = (Drift.STRONGER, Drift.WEAKER, Drift.NEUTRAL)
Sets = frozenset[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True)
class Example:
    """Two passages as the reader of changes gets them, with what it should tell."""

    laid: Laid
    kinds: np.ndarray  # pieces x KINDS: 1 part of such a change, 0 not, NOT_ASKED
    drifts: np.ndarray  # pieces: number of DRIFTS, or NOT_ASKED
    links: list[tuple[int, int, int, int]]  # pieces `[start, end)` of a change in the one and in the other
    same: bool  # whether they say the same
    story: str


def _report(text: Text) -> Report:
    known = {"title": text.title, "publisher": text.publisher, "published": text.published}
    return read_text(text.body, as_is=True, **{key: value for key, value in known.items() if value})


def _meets(spot: Spot, bounds: Iterable[Spot]) -> bool:
    """Tell whether most of a spot stands in some sentences."""
    return sum(max(0, min(spot[1], end) - max(spot[0], start)) for start, end in bounds) * 2 > spot[1] - spot[0]


def _gold(original: Text, each: Retold, one: Digest, other: Digest) -> Sets:
    """Give what the author says stands for what, sentences that hang together as one."""
    found: list[tuple[set[int], set[int]]] = []
    for j, spot in enumerate(each.text.sentences):
        sources = set(each.text.sources[j])
        others = {n for n, bounds in enumerate(other.bounds) if _meets(bounds, [spot])}
        ones = {
            n for n, bounds in enumerate(one.bounds) if any(_meets(bounds, [original.sentences[i]]) for i in sources)
        }
        if not ones or not others:
            continue
        for old in [old for old in found if old[0] & ones or old[1] & others]:
            found.remove(old)
            ones, others = ones | old[0], others | old[1]
        found.append((ones, others))
    return frozenset((tuple(sorted(ones)), tuple(sorted(others))) for ones, others in found)


def _pieces(laid: Laid, side: int, spot: Spot | None) -> list[int]:
    """Give the numbers of the pieces of a side that lie in a spot."""
    if spot is None:
        return []
    return [
        n
        for n, (start, end) in enumerate(laid.spots)
        if laid.sides[n] == side and end > start and start < spot[1] and spot[0] < end
    ]


def _example(pairing: Pairing, changes: Iterable[Change], same: bool, story: str) -> Example:
    laid = lay_out(pairing)
    kinds = np.zeros((len(laid.pieces), len(KINDS)), np.int8)
    kinds[:, KINDS.index(VariationKind.HEADLINE_CHANGED)] = NOT_ASKED
    drifts = np.full(len(laid.pieces), NOT_ASKED, np.int8)
    links = []
    told = [change for change in changes if not change.title] if same else []
    # What is asked wins over what is not, and what is one over what it is not.
    for change in sorted(told, key=lambda change: not change.optional):
        columns = [KINDS.index(kind) for kind in change.kinds if kind in KINDS]
        spots = change.was_at, change.now_at
        found = [_pieces(laid, side, spot) for side, spot in zip((ORIGIN, DERIVATIVE), spots, strict=True)]
        whole = all(bool(places) or spot is None for places, spot in zip(found, spots, strict=True))
        places = found[0] + found[1]
        if not columns or not places:
            continue
        for number, column in enumerate(columns):
            told_so = whole and not change.optional and number == 0
            values = kinds[places, column]
            kinds[places, column] = np.where((values == 1) | told_so, 1, NOT_ASKED)
        if whole and change.direction:
            drifts[places] = DRIFTS.index(change.direction)
        if whole and found[0] and found[1]:
            links.append((found[0][0], found[0][-1] + 1, found[1][0], found[1][-1] + 1))
    return Example(laid, kinds, drifts, links, same, story)


def _headline(one: Digest, other: Digest, changes: Iterable[Change], story: str) -> Iterator[Example]:
    """Give the two headlines, with whether the second claims another thing; words of it are told nothing else of."""
    pairing = pair_headlines(one, other)
    if pairing is None:
        return
    laid = lay_out(pairing)
    here = np.array(laid.sides) == DERIVATIVE
    kinds = np.full((len(laid.pieces), len(KINDS)), NOT_ASKED, np.int8)
    told = [change for change in changes if VariationKind.HEADLINE_CHANGED in change.kinds]
    if not all(change.optional for change in told) or not told:
        kinds[here, KINDS.index(VariationKind.HEADLINE_CHANGED)] = bool(told)
        yield Example(laid, kinds, np.full(len(laid.pieces), NOT_ASKED, np.int8), [], True, story)


def examples(story: Story) -> Iterator[Example]:
    """Give what a story has to show."""
    one = Digest(_report(story.original))
    for each in story.retellings:
        if each.kind not in DERIVED:
            continue
        other = Digest(_report(each.text))
        gold = _gold(story.original, each, one, other)
        verdict = judge(one, other)
        matches = verdict.matches or align(one.sentences, other.sentences)
        said = {(match.ones, match.others) for match in matches}
        yield from _headline(one, other, each.changes, story.name)
        likeness = one.sentences.vectors @ other.sentences.vectors.T
        true = {(i, j) for ones, others in gold for i in ones for j in others}
        pairs = [*said, *(gold - said)]
        for j in range(len(other.bounds)):
            near = [int(i) for i in np.argsort(-likeness[:, j]) if (int(i), j) not in true][:NEAR]
            pairs += [((i,), (j,)) for i in near[: NEAR if j % 2 else 1]]
        for ones, others in dict.fromkeys(pairs):
            same = any((i, j) in true for i in ones for j in others)
            pairing = Pairing(passage_of(one, ones), passage_of(other, others))
            if not pairing.verbatim and pairing.origin.tokens and pairing.derivative.tokens:
                yield _example(pairing, each.changes, same, story.name)


def main(out: str, *folders: str) -> None:
    """Write all examples, one behind the other."""
    paths = sorted(chain.from_iterable(Path(folder).glob("*.toml") for folder in folders))
    found = [example for path in paths for example in examples(load(path))]
    np.savez_compressed(
        out,
        sizes=np.array([len(each.laid.pieces) for each in found]),
        pieces=np.concatenate([np.array(each.laid.pieces, np.int32) for each in found]),
        sides=np.concatenate([np.array(each.laid.sides, np.int8) for each in found]),
        marks=np.concatenate([np.array(each.laid.marks, np.int8) for each in found]),
        kinds=np.concatenate([each.kinds for each in found]),
        drifts=np.concatenate([each.drifts for each in found]),
        same=np.array([each.same for each in found]),
        story=np.array([each.story for each in found]),
        links=np.array([(n, *link) for n, each in enumerate(found) for link in each.links]),
    )
    print(f"{len(paths)} stories, {len(found)} pairs of passages, {sum(each.same for each in found)} say the same")


if __name__ == "__main__":
    main(*sys.argv[1:])
