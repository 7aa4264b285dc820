"""Lists of other stories: where one begins and ends, and the stories that it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.block import Block
from reportedly.read.pattern import pattern
from reportedly.read.phrase import tell_phrase
from reportedly.report import Link

_BULLET = re.compile(r"^(?:[•·▪■●‣◦*►▶–—-]|\d{1,2}[.)]|\d{1,2}:\d{2}(?=\s{2}|\t))\s+(?=\S)")
_LONGEST_TITLE_WORDS = 30
_LOOKED_AT = 2000  # characters
_PROSE_WORDS = 25


def is_bulleted(line: str) -> bool:
    """Tell whether `line` opens with a list mark."""
    return _BULLET.match(line) is not None


def find_list_end(blocks: Sequence[Block], start: int) -> int:
    """Give the index after the last block of the list whose heading stands at `start`.

    In a bulleted list each title has at most one summary below it; a second paragraph is the report going on.
    Without bullets, two paragraphs in a row are.
    """
    at = start + 1
    if at < len(blocks) and is_bulleted(blocks[at].text):
        while at < len(blocks) and is_bulleted(blocks[at].text):
            summary = at + 1 < len(blocks) and not is_bulleted(blocks[at + 1].text)
            at += 2 if summary and _is_summary(blocks, at + 1) else 1
        return at
    while at < len(blocks):
        if is_prose(blocks[at].text):
            following = at + 1 < len(blocks) and is_prose(blocks[at + 1].text)
            if following or at == start + 1:
                return at
        at += 1
    return at


def _is_summary(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the block at `at` sums up the title above it: a title follows, or the list ends with it."""
    if tell_phrase(blocks[at].text):
        return False
    return at + 1 >= len(blocks) or is_bulleted(blocks[at + 1].text) or not is_prose(blocks[at + 1].text)


def is_prose(line: str) -> bool:
    """Tell whether `line` is a paragraph of sentences rather than a title or a label."""
    words = line[:_LOOKED_AT].split()
    return len(words) >= _PROSE_WORDS or (len(words) >= 8 and line.rstrip("\"'”’)»")[-1:] in (".", "!", "?", "…"))


def list_links(blocks: Sequence[Block]) -> tuple[Link, ...]:
    """Give the stories that the blocks under a heading list: each title, with the summary below it."""
    bulleted = any(is_bulleted(block.text) for block in blocks)
    links: list[Link] = []
    for block in blocks:
        if _is_furniture(block.text):
            continue
        opens = is_bulleted(block.text) if bulleted else not (is_prose(block.text) or block.text.endswith("."))
        words = _BULLET.sub("", block.text).strip()
        if opens and len(words.split()) <= _LONGEST_TITLE_WORDS:
            links.append(Link(title=words, summary=None))
        elif links and links[-1].summary is None:
            links[-1] = Link(title=links[-1].title, summary=words)
    return tuple(link for link in links if len(link.title.split()) >= 3)


def _is_furniture(title: str) -> bool:
    """Tell whether a line of a list is the page's own foot rather than a story's title."""
    return "©" in title or tell_phrase(title) is not None or pattern("stamp").fullmatch(title) is not None
