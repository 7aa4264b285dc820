"""A side of a question with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.picture import Side

_SAID = 2.0
_SIGN = 1.0


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one testimony, or one claim, does for a question."""

    side: Side
    reason: str
    sign: bool
    weight: float


def said_so(side: Side, reason: str) -> Bearing:
    """Give the side of what says yes or no."""
    return Bearing(side, reason, sign=False, weight=_SAID)


def sign_of(side: Side, reason: str) -> Bearing:
    """Give the side of what only speaks for it."""
    return Bearing(side, reason, sign=True, weight=_SIGN)
