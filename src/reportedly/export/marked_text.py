"""Text cut into pieces at the edges of its marks, so that marks that overlap still nest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a piece does: opens a mark, gives text, or closes a mark."""

    OPEN = "open"
    TEXT = "text"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text to be marked, `[start, end)`."""

    start: int
    end: int
    id: str  # where links to these words lead
    tone: str  # how it is drawn
    refs: tuple[int, ...] = ()  # the claims that rest on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One step of writing a marked text out."""

    act: Act
    text: str = ""
    mark: Mark | None = None
    edge: bool = False  # an opening that is the mark's first, or a closing that is its last


def mark_text(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """Cut `text[start:end]` into pieces; a mark that crosses another is closed and opened again.

    >>> [p.text or p.act.value for p in mark_text("abcd", [Mark(start=1, end=3, id="x", tone="")])]
    ['a', 'open', 'bc', 'close', 'd']
    """
    end = len(text) if end is None else end
    wanted = [mark for mark in marks if mark.start < end and start < mark.end and mark.start < mark.end]
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(wanted, key=lambda mark: (mark.start, -mark.end, mark.id)):
        opening[max(mark.start, start)].append(mark)
    edges = sorted({start, end, *opening, *(min(mark.end, end) for mark in wanted)})
    stack: list[Mark] = []
    pieces: list[Piece] = []
    for here, there in zip(edges, [*edges[1:], end], strict=True):
        _close(stack, pieces, here, end)
        for mark in opening[here]:
            pieces.append(Piece(act=Act.OPEN, mark=mark, edge=mark.start >= start))
            stack.append(mark)
        if here < there:
            pieces.append(Piece(act=Act.TEXT, text=text[here:there]))
    return tuple(pieces)


def _close(stack: list[Mark], pieces: list[Piece], here: int, end: int) -> None:
    """Close what ends `here`, and open again what it was wrapped in by chance."""
    ends = [min(mark.end, end) <= here for mark in stack]
    if True not in ends:
        return
    first = ends.index(True)
    cut = stack[first:]
    del stack[first:]
    for mark in reversed(cut):
        pieces.append(Piece(act=Act.CLOSE, mark=mark, edge=mark.end <= here))
    for mark in cut:
        if mark.end > here and here < end:
            pieces.append(Piece(act=Act.OPEN, mark=mark))
            stack.append(mark)


def paragraphs(text: str) -> Sequence[tuple[int, int]]:
    """Give the lines of `text` that hold words, as `[start, end)` pairs in order."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found
