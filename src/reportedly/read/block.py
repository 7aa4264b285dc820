"""A text as blocks: the lines of a copied page, or the paragraphs of a hard-wrapped one, none of them moved."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WRAPPED_WIDTH = (50, 100)  # characters: what terminals, e-mail and wires wrap at
_WRAPPED_SHARE = 0.5  # of the lines of a wrapped text reach nearly to its width


class Block(NamedTuple):
    """One line or paragraph: `[start, end)` in the text, without the white space around it."""

    start: int
    end: int
    text: str


def split_blocks(text: str) -> list[Block]:
    """Give the blocks of `text` in order; lines without words or marks make none."""
    lines = []
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            lines.append(Block(start, start + len(words), words))
    width = _wrapped_at(text, lines)
    return _join_wrapped(text, lines, width) if width else lines


def _wrapped_at(text: str, lines: list[Block]) -> int | None:
    """Give the width that the text is wrapped at, None where its lines are whole paragraphs."""
    if len(lines) < 6:
        return None
    width = max(len(line.text) for line in lines)
    if not _WRAPPED_WIDTH[0] <= width <= _WRAPPED_WIDTH[1]:
        return None
    near = sum(len(line.text) > 0.75 * width for line in lines)
    stopped = sum(line.text[-1] in ".!?\"'”’)" for line in lines)
    followed = sum(text.count("\n", one.end, two.start) == 1 for one, two in pairwise(lines))
    wrapped = near > _WRAPPED_SHARE * len(lines) and stopped < 0.6 * len(lines)
    return width if wrapped and followed > 0.5 * len(lines) else None


def _join_wrapped(text: str, lines: list[Block], width: int) -> list[Block]:
    """Join each line to the one before where that one ran to nearly the full width."""
    blocks: list[Block] = []
    last = 0
    for line in lines:
        before = blocks[-1] if blocks else None
        if before and last > 0.6 * width and text.count("\n", before.end, line.start) == 1:
            blocks[-1] = Block(before.start, line.end, text[before.start : line.end])
        else:
            blocks.append(line)
        last = len(line.text)
    return blocks


def join_blocks(text: str, blocks: list[Block]) -> str:
    """Give the kept blocks as one text, each pair with the separator that followed the first of them."""
    parts: list[str] = []
    for block in blocks:
        at = block.end
        while at < len(text) and text[at].isspace():
            at += 1
        parts += (text[block.start : block.end], text[block.end : at])
    return "".join(parts[:-1])
