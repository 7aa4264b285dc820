"""Contradictions: each told once, though both of its sides are claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claim import Claim, Support
from reportedly.export.claim_card import Card
from reportedly.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A claim that something speaks against, with the claims that say the opposite."""

    card: Card
    opposites: tuple[int, ...]  # numbers of claims that are the other side of the same contradiction


def pair_contradictions(cards: Sequence[Card]) -> tuple[Contradiction, ...]:
    """Give every contradiction once: a claim that only mirrors an earlier one is named there."""
    found: list[tuple[Card, list[int]]] = []
    for card in cards:
        if not card.contradicted:
            continue
        mirrored = next((item for item in found if _mirrors(card.claim, item[0].claim)), None)
        if mirrored:
            mirrored[1].append(card.number)
        else:
            found.append((card, []))
    return tuple(Contradiction(card=card, opposites=tuple(numbers)) for card, numbers in found)


def _mirrors(claim: Claim, other: Claim) -> bool:
    """Tell whether all that supports one claim opposes the other, and the other way round in part."""
    return _words(claim.supporting) <= _words(other.opposing) and bool(
        _words(claim.opposing) & _words(other.supporting)
    )


def _words(supports: tuple[Support, ...]) -> set[tuple[str, Span]]:
    return {(support.report, support.evidence) for support in supports}
