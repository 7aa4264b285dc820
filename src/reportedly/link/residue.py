"""Find pieces of the origin's sentences that a rewrite left behind, cut off in the middle."""

from __future__ import annotations

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.digest import Digest
from reportedly.link.direction import is_fragment
from reportedly.link.heading import is_heading
from reportedly.span import Span
from reportedly.text.word import words

_LEAST_WORDS = 6  # words of a last line that ought to be a sentence
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
    return long and text[-1:].isalnum() and not is_heading(digest.report.body, start, end)
