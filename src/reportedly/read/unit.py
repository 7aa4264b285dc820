"""Lines that are one paragraph: a copied page breaks paragraphs where its source did."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportedly.read.block import Block

_ENDS = frozenset('.!?:…;।。！？"”»)')
_SHORTEST_OPEN = 30  # characters: a shorter line without a stop is a label or a title
_WIDTHS = range(50, 101)  # characters that wrapped lines run to
_AROUND = 3  # lines on either side that must look wrapped too


class Unit(NamedTuple):
    """One or more blocks that belong together, `[first, end)` among the blocks, and their words."""

    first: int
    end: int
    text: str


def join_units(blocks: Sequence[Block]) -> list[Unit]:
    """Give the blocks as paragraphs, joining a line to the next where its sentence plainly goes on there."""
    lengths = [len(block.text) for block in blocks]
    lower = [block.text[:1].islower() for block in blocks]
    starts = [0] if blocks else []
    for at, (line, following) in enumerate(pairwise(blocks)):
        goes_on = _is_open(line.text) and (following.text[:1].islower() or _is_wrapped(at, lengths, lower))
        if not goes_on:
            starts.append(at + 1)
    return [
        Unit(first, end, " ".join(block.text for block in blocks[first:end]))
        for first, end in pairwise([*starts, len(blocks)])
    ]


def _is_open(line: str) -> bool:
    """Tell whether a line stops inside a sentence."""
    if len(line) >= 20 and line[-1] in ",-":
        return True
    return len(line) >= _SHORTEST_OPEN and line[-1] not in _ENDS and line.count(" ") >= 3


def _is_wrapped(at: int, lengths: Sequence[int], lower: Sequence[bool]) -> bool:
    """Tell whether the lines around `at` run to one width, and some of them open in lower case."""
    around = slice(max(0, at - _AROUND), at + _AROUND + 2)
    near = lengths[around]
    return (
        lengths[at] in _WIDTHS
        and max(near) <= 1.1 * _WIDTHS[-1]
        and sum(length >= _WIDTHS[0] for length in near) >= 3
        and sum(lower[around]) >= 2
        and lengths[at] >= 0.7 * max(near)
    )
