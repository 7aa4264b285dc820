"""Copied whole pages: told from texts that are a report alone, and the report's own lines found in them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.block import Block
from reportedly.read.density import describe, weigh_described
from reportedly.read.notice import tell_notice
from reportedly.read.related import is_prose
from reportedly.read.unit import join_units

# Chosen by five-fold cross-validation over 165 annotated pages: lower keeps more of the page, higher loses paragraphs.
_OWN = 0.38
_FEWEST_LABELS = 12  # short lines without a sentence: a report alone has a few sub-headings, a page has menus
_LABEL_SHARE = 0.4
_LARGEST_CHARACTERS = 2_000_000
_MOST_LINES = 5_000  # no page has more, and each costs some 10 kB while it is looked at


def is_copied_page(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether a text holds a page's menus and lists beside its report."""
    if len(text) > _LARGEST_CHARACTERS or len(blocks) > _MOST_LINES:
        return False
    labels = sum(not is_prose(block.text) and block.text[-1:] not in '.!?"”' for block in blocks)
    return labels >= _FEWEST_LABELS and labels >= _LABEL_SHARE * len(blocks)


def find_own(blocks: Sequence[Block]) -> tuple[list[bool], int | None]:
    """Tell for each block of a copied page whether it is the report's own, and which block is the page's headline.

    The headline is the last line above the report that repeats the page's title, None where none does.
    """
    units = join_units(blocks)
    described = describe([unit.text for unit in units])
    own = [False] * len(blocks)
    headline = None
    for unit, row, likely in zip(units, described, weigh_described(described), strict=True):
        if row["title"] and not any(own):
            headline = unit.first
        for at in range(unit.first, unit.end):
            own[at] = likely > _OWN or (tell_notice(unit.text) is not None and likely > _OWN / 4)
    return own, headline
