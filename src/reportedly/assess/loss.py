"""What a retelling changed in the sentence that a claim rests on."""

from __future__ import annotations

from itertools import pairwise

from reportedly.assess.wording import stems
from reportedly.lineage import Comparison, Variation, VariationKind
from reportedly.reading import Reading
from reportedly.span import Span
from reportedly.text.fold import fold
from reportedly.text.word import words
from reportedly.trace import Lost

_ELSEWHERE = (VariationKind.OMITTED, VariationKind.ADDED)  # of whole passages that have no counterpart


def find_losses(
    comparison: Comparison | None, origin: tuple[Reading, Span], derivative: tuple[Reading, Span], evidence: Span
) -> tuple[Lost, ...]:
    """Give the variations that touch a sentence and the one that it retells.

    A caveat that stood right after the sentence is among them where it bears on the same matter: it qualified it.

    Args:
        comparison: of the two reports; None where they were not compared.
        origin: the report that was retold, and the sentence.
        derivative: the report that retells it, and the sentence.
        evidence: the words that the claim rests on in the derivative; what touches them comes first.
    """
    if comparison is None or (comparison.origin or comparison.reports.a.id) != origin[0].report.id:
        return ()
    after = _next(*origin)
    found = [
        variation
        for variation in comparison.variations
        if _touches(variation, origin[1], derivative[1]) or _is_caveat_after(variation, origin[1], after)
    ]
    near = [v for v in found if v.derivative is not None and v.derivative.overlaps(evidence)]
    return tuple(
        Lost(kind=v.kind, origin=v.origin, derivative=v.derivative, direction=v.direction, note=v.note)
        for v in (*near, *(v for v in found if v not in near))
    )


def _touches(variation: Variation, origin: Span, derivative: Span) -> bool:
    """Tell whether a variation is one between two sentences."""
    sides = [(variation.origin, origin), (variation.derivative, derivative)]
    told = [(span, sentence) for span, sentence in sides if span is not None]
    return variation.kind not in _ELSEWHERE and bool(told) and all(span.overlaps(sentence) for span, sentence in told)


def _is_caveat_after(variation: Variation, sentence: Span, after: Span | None) -> bool:
    """Tell whether a variation is the loss of a caveat on the matter of `sentence` that stood right after it."""
    if variation.kind is not VariationKind.CAVEAT_DROPPED or variation.origin is None or after is None:
        return False
    return variation.origin.overlaps(after) and bool(stems(after.text) & stems(sentence.text))


def _next(reading: Reading, sentence: Span) -> Span | None:
    """Give the sentence after one."""
    following = (
        other for one, other in pairwise(reading.sentences) if one.start <= sentence.start < one.end
    )  # at most one
    found = next(following, None)
    return Span.of(reading.report.body, found.start, found.end) if found else None


def is_verbatim(one: str, other: str) -> bool:
    """Tell whether two sentences are one, but for spaces, signs and capitals.

    >>> is_verbatim("It’s  over, he said.", "It's over he said")
    True
    """
    return [word.form for word in words(fold(one))] == [word.form for word in words(fold(other))]
