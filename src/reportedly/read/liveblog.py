"""Live blogs: a page of timed entries, each of them a report of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.read.block import Block, split_blocks
from reportedly.read.copied import is_copied_page
from reportedly.read.dates import find_clock, find_date
from reportedly.read.head import read_head
from reportedly.read.pattern import pattern
from reportedly.read.phrase import is_comment_heading
from reportedly.read.related import is_prose
from reportedly.read.told import Told
from reportedly.report import DateBasis

_FEWEST_ENTRIES = 3
_NAMED_WITHIN = 5  # blocks from the top
_INTRO_SHARE = 0.25  # of the words may stand above the first entry
_STAMP_SLACK = 16  # characters beside the time in a stamp line: 'Posted at', 'ago', a dash
_STAMP = re.compile(r"^\W*(?:posted|updated|at|um|kl\.?)?\s*(?:at\s*)?(?=\d)|^\W*(?=\d{1,2}[:.h]\d{2})", re.I)
_CHANGED = re.compile(r"\W*(?:last )?updated\b", re.I)
_WIRE_CLOCK = re.compile(r"^\W*([01]\d|2[0-3])([0-5]\d)\s?(gmt|utc)\b", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a live blog: its text, and what is told of it."""

    text: str
    told: Told


def split_entries(text: str, told: Told) -> list[Entry]:
    """Give the entries of a live blog in order, an empty list where the text is none.

    A live blog has three or more lines that are a time of day and little else, prose under each.
    """
    if len(text) > 2_000_000:
        return []
    blocks = split_blocks(text)
    stamps = _find_stamps(blocks)
    if len(stamps) < _FEWEST_ENTRIES or not _is_ordered([stamp for _, stamp in stamps]):
        return []
    if not _alternate(blocks, [at for at, _ in stamps]):
        return []
    head = read_head(blocks[: stamps[0][0]], told.title)
    named = " ".join([told.title or "", told.url or "", *(block.text for block in blocks[:_NAMED_WITHIN])])
    if is_copied_page(text, blocks) and not pattern("live").search(named):
        return []
    day = (told.published or head.published or "")[:10]
    lineage = replace(told, id=None, title=told.title or head.title, publisher=told.publisher or head.publisher)
    entries = []
    for number, (at, stamp) in enumerate(stamps):
        end = stamps[number + 1][0] if number + 1 < len(stamps) else len(blocks)
        words = text[blocks[at + 1].start : blocks[end - 1].end]
        published = stamp if len(stamp) > 10 and stamp[4] == "-" else f"{day}T{stamp}" if day else None
        basis = DateBasis.HEADER if published else None
        own = f"{told.id}:{number + 1}" if told.id else None
        entries.append(Entry(words, replace(lineage, id=own, published=published, published_basis=basis)))
    return entries


def _find_stamps(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Give the lines that time an entry, without the date above the first one and the times of later changes."""
    stamps = [(at, stamp) for at, block in enumerate(blocks) if (stamp := _read_stamp(block.text))]
    first = [(at, stamp) for at, stamp in stamps if not _CHANGED.match(blocks[at].text)]
    stamps = first if len(first) >= _FEWEST_ENTRIES else stamps
    while len(stamps) > 1 and not any(is_prose(block.text) for block in blocks[stamps[0][0] : stamps[1][0]]):
        del stamps[0]
    return stamps


def _read_stamp(line: str) -> str | None:
    """Read a line that is a time: 'HH:MM' with its offset, or a whole ISO time; None where it is none."""
    if len(line) > 60:
        return None
    wire = _WIRE_CLOCK.match(line)
    if wire and len(line) - wire.end() < _STAMP_SLACK:
        return f"{wire[1]}:{wire[2]}+00:00"
    dated = find_date(line)
    if dated and "T" in dated.iso and len(line) - (dated.end - dated.start) < _STAMP_SLACK:
        return dated.iso
    opening = _STAMP.match(line)
    clock = find_clock(line, opening.end()) if opening else None
    if clock is None or opening is None or clock.start != opening.end():
        return None
    return clock.iso if len(line) - (clock.end - clock.start) < _STAMP_SLACK else None


def _is_ordered(stamps: Sequence[str]) -> bool:
    """Tell whether the times run one way, save for a midnight or a slip."""
    rising = sum(one <= other for one, other in pairwise(stamps))
    return max(rising, len(stamps) - 1 - rising) >= 0.8 * (len(stamps) - 1)


def _alternate(blocks: Sequence[Block], stamps: Sequence[int]) -> bool:
    """Tell whether prose stands under nearly every stamp, before the next one."""
    ends = [*stamps[1:], len(blocks)]
    told = sum(
        any(is_prose(block.text) for block in blocks[at + 1 : end]) for at, end in zip(stamps, ends, strict=True)
    )
    words = [len(block.text.split()) if is_prose(block.text) else 0 for block in blocks]
    # Under an article, timed readers' comments look the same: a live blog is timed from its top.
    if sum(words[: stamps[0]]) > _INTRO_SHARE * sum(words):
        return False
    if any(is_comment_heading(block.text) for block in blocks[: stamps[1]]):
        return False
    nonempty = all(at + 1 < end for at, end in zip(stamps, ends, strict=True))
    return nonempty and told >= max(_FEWEST_ENTRIES, 0.8 * len(stamps))
