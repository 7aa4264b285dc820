"""Find the whole sentences that a retelling left out or put in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.lineage import Drift, Relation, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.cue_change import find_cues
from reportedly.link.digest import Digest
from reportedly.link.heading import is_furniture, is_heading
from reportedly.link.passage import Passage
from reportedly.link.residue import is_cut_short
from reportedly.link.slot import Gaps, find_reworded, holds_back, is_kept
from reportedly.report import Completeness
from reportedly.span import Span

_PART = 0.6  # share of the origin, by weight, under which the retelling tells but a part of it
_HOST = 0.8  # share of such a retelling under which it tells of other things as well
_LEAST_MASS = 14.0  # summed idf of a plain sentence that says something
_LEAST_SAID = 3.0  # the same where somebody says it, or it holds back
_OWN = 0.08  # share of a run's content words from which it is of the origin's matter
_RUN = 2  # sentences in a row that may be another matter
_SUMMING = frozenset("none neither either this these those findings figures results accounts claims reports".split())


def find_omissions(
    origin: Digest,
    derivative: Digest,
    matches: Sequence[Match],
    pieces: Collection[int] = (),
    relation: Relation = Relation.REWRITE,
) -> list[Variation]:
    """List the sentences that only one of the two has; the derivative's `pieces` are known to be the origin's.

    A text that is cut short leaves out nothing that stands behind what it came to. One that tells but a part leaves
    out what limits that part, and one that tells of other things as well puts nothing in.
    """
    gaps = Gaps(origin, derivative, matches)
    signs = {number for number in gaps.alone[1] if is_furniture(_text(derivative, number))}
    reworded = [pair for pair in find_reworded(gaps) if pair.other not in signs.union(pieces)]
    part = relation is Relation.EXCERPT
    found: list[Variation] = []
    if derivative.report.completeness is not Completeness.SUMMARY:
        kept = {pair.one for pair in reworded}
        last = max(gaps.matched[0], default=0) if _is_short(derivative) else len(origin.bounds)
        left = (alone for alone in _alone(gaps, 0, kept) if alone[0] < last)
        found += [_left_out(span, passage) for i, span, passage in left if not part or _bears(gaps, i, passage)]
    kept = {pair.other for pair in reworded}.union(pieces, gaps.alone[1] if part else _foreign(gaps))
    return found + [_put_in(span, passage) for _, span, passage in _alone(gaps, 1, kept)]


def is_part(origin: Digest, derivative: Digest, matches: Sequence[Match]) -> bool:
    """Tell whether a retelling sets a part of the origin among other matter."""
    kept = origin.sentences.share({i for match in matches for i in match.ones})
    shared = derivative.sentences.share({j for match in matches for j in match.others})
    return kept < _PART and shared < _HOST


def _is_short(digest: Digest) -> bool:
    """Tell whether a report does not run to its end."""
    return digest.report.completeness is Completeness.TRUNCATED or is_cut_short(digest)


def _text(digest: Digest, number: int) -> str:
    """Give the words of a sentence."""
    return digest.report.body[slice(*digest.sentences.bounds[number])]


def _left_out(span: Span, passage: Passage) -> Variation:
    """Say that a sentence of the origin was left out."""
    limits = holds_back(passage)
    if limits:
        note = "A sentence that says what is not known, not shown or denied was left out."
    else:
        note = f"A {'sourced statement' if find_cues(passage) else 'sentence'} was left out."
    drift = Drift.STRONGER if limits else Drift.NEUTRAL
    return Variation(kind=VariationKind.OMITTED, origin=span, derivative=None, direction=drift, note=note)


def _put_in(span: Span, passage: Passage) -> Variation:
    """Say that a sentence of the derivative is not the origin's."""
    drift = Drift.WEAKER if holds_back(passage) else Drift.NEUTRAL
    note = "The origin does not say this."
    return Variation(kind=VariationKind.ADDED, origin=None, derivative=span, direction=drift, note=note)


def _alone(gaps: Gaps, side: int, kept: Collection[int]) -> Iterator[tuple[int, Span, Passage]]:
    """Give the sentences of matter of one side that the other does not have."""
    digest = gaps.sides[side]
    for number in gaps.alone[side]:
        if number in kept or not _is_matter(digest, number):
            continue
        passage = gaps.passage(side, number)
        if _says_something(digest, number, passage) and not is_kept(gaps, side, number):
            yield number, Span.of(digest.report.body, *digest.sentences.bounds[number]), passage


def _is_matter(digest: Digest, number: int) -> bool:
    """Tell whether a sentence is neither a heading, nor a notice, nor words about the report itself."""
    start, end = digest.sentences.bounds[number]
    text = digest.report.body[start:end]
    if is_heading(digest.report.body, start, end) or any(text in notice.text for notice in digest.report.notices):
        return False
    return not text.rstrip().endswith("?") and not is_furniture(text)


def _says_something(digest: Digest, number: int, passage: Passage) -> bool:
    """Tell whether a sentence bears on what is claimed: said by somebody, holding back, or full of matter."""
    mass = float(digest.sentences.mass[number])
    if mass >= _LEAST_MASS:
        return True
    said = any(token.quoted for token in passage.tokens) or bool(find_cues(passage)) or holds_back(passage)
    return said and mass >= _LEAST_SAID


def _bears(gaps: Gaps, number: int, passage: Passage) -> bool:
    """Tell whether a sentence limits what a partial retelling kept: it follows on it, or sums up."""
    if not holds_back(passage):
        return False
    summing = not _SUMMING.isdisjoint(passage.forms[:3])
    return summing or number - 1 in gaps.matched[0]


def _foreign(gaps: Gaps) -> set[int]:
    """Give the derivative's sentences without a match that are of another matter than the origin."""
    known = Passage(gaps.sides[0].report.body, gaps.sides[0].sentences.bounds).keys
    runs = (run for run in _runs(gaps.alone[1]) if len(run) >= _RUN)
    return {number for run in runs if _is_strange(gaps, run, known) for number in run}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Cut numbers into runs without a gap."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _is_strange(gaps: Gaps, run: Sequence[int], known: frozenset[int]) -> bool:
    """Tell whether sentences in a row share next to no content words with the origin."""
    said = {token.key: token.idf for number in run for token in gaps.passage(1, number).tokens if token.content}
    whole = sum(said.values())
    return whole > 0 and sum(idf for key, idf in said.items() if key in known) / whole < _OWN
