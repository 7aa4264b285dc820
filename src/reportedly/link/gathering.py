"""Gather what variations tell together: one quotation changed twice, and a detail of a source that is another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import quoted_parts
from reportedly.span import Span

_WORDS = re.compile(r"“([^”]+)”")
_DETAILS = frozenset({VariationKind.DETAIL_CHANGED, VariationKind.DETAIL_DROPPED, VariationKind.DETAIL_ADDED})


def join_quotations(found: Iterable[Variation], origin: str, derivative: str) -> list[Variation]:
    """Join what is told of sentences that follow on each other in one quotation of both bodies."""
    joined: list[Variation] = []
    for variation in sorted(found, key=_place):
        last = joined[-1] if joined else None
        if last and variation.kind is last.kind is VariationKind.QUOTE_ALTERED and last.note == variation.note:
            spans = (
                _join(origin, last.origin, variation.origin),
                _join(derivative, last.derivative, variation.derivative),
            )
            if spans[0] and spans[1]:
                drift = last.direction if last.direction is variation.direction else Drift.NEUTRAL
                joined[-1] = replace(last, origin=spans[0], derivative=spans[1], direction=drift)
                continue
        joined.append(variation)
    return joined


def drop_repeated(found: Sequence[Variation]) -> list[Variation]:
    """Leave out the details that are words of a source told to be another one, or of a caveat told to be gone.

    What two rules tell of the same words in the same way is told once.
    """
    sources = [variation for variation in found if variation.kind is VariationKind.ATTRIBUTION_CHANGED]
    kept = [variation for variation in found if not any(_tells(source, variation) for source in sources)]
    gone = [each for each in found if each.kind is VariationKind.CAVEAT_DROPPED]
    kept = [variation for variation in kept if not any(_holds(caveat, variation) for caveat in gone)]
    once: dict[object, Variation] = {}
    for variation in kept:
        named = tuple(_WORDS.findall(variation.note)) if variation.kind in _DETAILS else ()
        once.setdefault((variation.kind, named, variation.origin) if named else variation, variation)
    return list(once.values())


def _holds(caveat: Variation, detail: Variation) -> bool:
    """Tell whether a caveat that is gone holds all the words of a detail that is."""
    if detail.kind is not VariationKind.DETAIL_DROPPED or detail.origin is None or caveat.origin is None:
        return False
    if caveat.derivative is None:
        return caveat.origin.start <= detail.origin.start and detail.origin.end <= caveat.origin.end
    named = _WORDS.findall(detail.note)[:1]
    return caveat.origin.overlaps(detail.origin) and any(words in caveat.origin.text for words in named)


def _tells(source: Variation, detail: Variation) -> bool:
    """Tell whether a change of source has in its note all words of a detail's, told of the same place."""
    named = _WORDS.findall(detail.note)
    if detail.kind not in _DETAILS or not named:
        return False
    beside = all(
        one is not None and other is not None and one.overlaps(other)
        for one, other in ((source.origin, detail.origin), (source.derivative, detail.derivative))
    )
    return beside and all(words.lower() in source.note.lower() for words in named)


def _place(variation: Variation) -> tuple[str, int]:
    """Order variations by their kind and where they stand."""
    return variation.kind, variation.origin.start if variation.origin else 0


def _join(body: str, one: Span | None, other: Span | None) -> Span | None:
    """Give one span over two that stand in one quotation with nothing but marks between them."""
    if (
        one is None
        or other is None
        or one.end > other.start
        or any(sign.isalnum() for sign in body[one.end : other.start])
    ):
        return None
    inside = any(start <= one.start and other.end <= end for start, end in quoted_parts(body))
    return Span.of(body, one.start, other.end) if inside else None
