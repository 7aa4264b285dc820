"""What a ledger adds up to, said no more strongly than what stands behind it allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.claim import Claim
from reportedly.picture import LedgerLine, Side


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in words, and why it is no stronger."""

    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class _Weight:
    """What one side amounts to."""

    said: int  # claims that say it
    signs: int  # claims that are signs of it
    legs: int  # distinct established legs behind those that say it
    sign_legs: int


def weigh(lines: Sequence[LedgerLine], claims: Mapping[str, Claim], *, understood: bool) -> Verdict:
    """Say what the lines of a ledger add up to.

    Args:
        lines: the ledger.
        claims: the claims by id.
        understood: False where the question was held against claims by its words alone, which tells no side.
    """
    if not lines:
        return Verdict("nothing found", "No claim bears on it.")
    if not understood:
        return Verdict("not judged", "The question was not understood: these claims share its words.")
    ours, theirs = (_weight(lines, claims, side) for side in (Side.FOR, Side.AGAINST))
    return Verdict(_verdict(ours, theirs), " ".join(_reasons(lines, claims, ours, theirs)))


def _weight(lines: Sequence[LedgerLine], claims: Mapping[str, Claim], side: Side) -> _Weight:
    """Count what stands on one side."""
    held = [line for line in lines if line.side is side]
    said = [line for line in held if not line.sign]
    signs = [line for line in held if line.sign]
    return _Weight(len(said), len(signs), len(_legs(said, claims)), len(_legs(signs, claims)))


def _legs(lines: Sequence[LedgerLine], claims: Mapping[str, Claim]) -> frozenset[str]:
    """Give what the established legs of these claims go back to, each newsroom's story once."""
    return frozenset(
        support.origin for line in lines for support in claims[line.claim].supporting if not support.withdrawn
    )


def _verdict(ours: _Weight, theirs: _Weight) -> str:
    """Name the verdict: what is said outweighs signs, and more legs outweigh fewer."""
    if ours.said and theirs.said:
        return "contested"
    for one, other, name in ((ours, theirs, "yes"), (theirs, ours, "no")):
        if one.said:
            weak = one.legs < 2 or other.signs
            return f"{name}, on one origin" if one.legs < 2 else f"{name}, with signs against" if weak else name
    if ours.signs and theirs.signs:
        return "signs both ways"
    if ours.signs or theirs.signs:
        return "signs of a yes, nobody says so" if ours.signs else "signs of a no, nobody says so"
    return "open"


def _reasons(lines: Sequence[LedgerLine], claims: Mapping[str, Claim], ours: _Weight, theirs: _Weight) -> list[str]:
    """Say what the verdict rests on, and what would change it."""
    told = [f"For it {_told(ours)}; against it {_told(theirs)}."]
    origins = _legs(lines, claims)
    speakers = {support.speaker for line in lines for support in claims[line.claim].supporting if not support.withdrawn}
    if len(origins) == 1:
        told.append("One origin carries everything here: a second independent one would matter more than more reports.")
    if len(speakers) == 1:
        told.append(f"One speaker stands behind all of it: {next(iter(speakers))}.")
    return told


def _told(weight: _Weight) -> str:
    """Put what stands on one side into words."""
    said = f"{weight.said} that {'says' if weight.said == 1 else 'say'} so" if weight.said else ""
    signs = f"{weight.signs} {'sign' if weight.signs == 1 else 'signs'}" if weight.signs else ""
    return " and ".join(part for part in (said, signs) if part) or "nothing"
