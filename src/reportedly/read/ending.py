"""Where a report ends: below its desk credits, or at what stands under a report and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.block import Block
from reportedly.read.phrase import is_closing
from reportedly.read.related import is_bulleted, is_prose
from reportedly.report import CutKind

_MOST_BELOW = 2  # paragraphs: with more below it the report goes on


def find_ending(blocks: Sequence[Block], kinds: Sequence[CutKind | None], own: Sequence[bool] | None) -> int | None:
    """Give the index of the first block below the report, None where nothing tells its end.

    Args:
        blocks: the text's blocks.
        kinds: why each is cut, None where it is kept.
        own: for a copied page, which blocks look like its report's own.
    """
    prose = [
        is_prose(block.text) and kind is None and (own is None or own[at])
        for at, (block, kind) in enumerate(zip(blocks, kinds, strict=True))
    ]
    signed = [at for at, kind in enumerate(kinds) if kind is CutKind.CREDITS][-1:]
    closing = [at for at, kind in enumerate(kinds) if kind is CutKind.BOILERPLATE and is_closing(blocks[at].text)]
    for at in sorted({*signed, *closing}):
        below = _count_paragraphs(blocks, prose, at + 1)
        listed = at in signed and own is None and any(is_bulleted(block.text) for block in blocks[at + 1 :])
        if listed or (below <= _MOST_BELOW and (at in signed or below < sum(prose[:at]))):
            return at + 1
    return None


def _count_paragraphs(blocks: Sequence[Block], prose: Sequence[bool], start: int) -> int:
    """Count the paragraphs from `start` on, without those that sum up the title above them."""
    return sum(
        prose[at] and (at == start or is_prose(blocks[at - 1].text) or len(blocks[at - 1].text.split()) < 3)
        for at in range(start, len(blocks))
    )
