"""Find broken pieces: ones that a rewrite left behind, sentences cut off in the middle, words that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.direction import is_fragment
from reportedly.link.heading import is_heading
from reportedly.link.passage import Passage, Reach, find_likest
from reportedly.span import Span
from reportedly.text.word import words

_LEAST_WORDS = 6  # words of a last line that ought to be a sentence
_ROUND = 8  # words of a broken place that are quoted
_LEADING = frozenset({"a", "an", "the"})  # a noun has to follow, whatever is done to a sentence
_TWICE = _LEADING | {"and", "at", "by", "for", "from", "of", "or", "to", "with"}
_MARK = re.compile(r"[,;:.)]\s")
_COPIED = 0.8  # share of the piece's words that stand in the origin's sentence in a row


def find_residue(origin: Digest, sentences: tuple[int, ...], derivative: Digest, number: int) -> Variation | None:
    """Say that sentence `number` of the derivative is a cut-off piece; None where it is a sentence."""
    if not is_fragment(derivative, number):
        return None
    start, end = derivative.bounds[number]
    piece = [word.form for word in words(derivative.report.body[start:end])]
    for sentence in sentences:
        one, other = origin.bounds[sentence]
        whole = " ".join(word.form for word in words(origin.report.body[one:other]))
        kept = max(1, round(len(piece) * _COPIED))
        if f" {' '.join(piece[:kept])}" in f" {whole}":
            return Variation(
                kind=VariationKind.GARBLED,
                origin=Span.of(origin.report.body, one, other),
                derivative=Span.of(derivative.report.body, start, end),
                direction=Drift.NEUTRAL,
                note="A cut-off piece of the origin's sentence stands in the retelling.",
            )
    return None


def is_cut_short(digest: Digest) -> bool:
    """Tell whether a report ends in the middle of a sentence."""
    if not digest.bounds:
        return False
    start, end = digest.bounds[-1]
    text = digest.report.body[start:end].rstrip()
    long = len(text.split()) >= _LEAST_WORDS
    whole = is_heading(digest.report.body, start, end) or is_fragment(digest, len(digest.bounds) - 1)
    return long and text[-1:].isalnum() and not whole


def find_breaks(origin: Digest, derivative: Digest, matches: Sequence[Match]) -> list[Variation]:
    """Say where sentences of the derivative are broken: the text ends in one, or a word leads nowhere."""
    found = []
    ones = {j: match.ones for match in matches for j in match.others}
    for number, bounds in enumerate(derivative.bounds):
        passage = Passage(derivative.report.body, (bounds,))
        source = Passage(origin.report.body, tuple(origin.bounds[i] for i in ones.get(number, ())))
        last = number == len(derivative.bounds) - 1
        if last and is_cut_short(derivative):
            tail = (max(0, len(passage.tokens) - _ROUND), len(passage.tokens))
            found.append(_broken(source, passage, tail, "The text ends in the middle of a sentence."))
        if source.tokens:
            found += [
                _broken(source, passage, reach, "Words are missing or doubled here.")
                for reach in _loose_ends(passage)
                if passage.text(reach) not in source.body
            ]
    return found


def _broken(source: Passage, passage: Passage, reach: Reach, note: str) -> Variation:
    """Make a variation of a broken place, beside the words of the origin that it was made from."""
    return Variation(
        kind=VariationKind.GARBLED,
        origin=source.span(find_likest(passage, reach, source)) if source.tokens else None,
        derivative=passage.span(reach),
        direction=Drift.NEUTRAL,
        note=note,
    )


def _loose_ends(passage: Passage) -> Iterable[Reach]:
    """Give the places where an article is followed by a mark, or a small word by itself."""
    for place, (token, after) in enumerate(zip(passage.tokens, passage.tokens[1:], strict=False)):
        gap = passage.body[token.end : after.start]
        leads_nowhere = token.form in _LEADING and _MARK.match(gap) and not token.capital
        if leads_nowhere or (token.form in _TWICE and token.form == after.form and gap.isspace()):
            yield max(0, place + 1 - _ROUND // 2), min(len(passage.tokens), place + 1 + _ROUND // 2)
