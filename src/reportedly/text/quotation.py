"""Find what stands in quotation marks: nested marks, and quotations that run on over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
# Two single marks in a row are a typewriter's double mark; a single one inside a word is an apostrophe.
_MARK = re.compile(r"[\"“”„‟«»″＂‘’‚‛'`](?:(?<=')'|(?<![^\W_][‘’‚‛'`])|(?![^\W_]))")
_ONLY_OPEN = frozenset("“„‟«‘‚‛")
_ONLY_CLOSE = frozenset("”»’")
_SINGLE = frozenset("‘’‚‛'`")


class Quotation(NamedTuple):
    """Words in quotation marks: `[start, end)` in the text, the marks included."""

    start: int
    end: int
    depth: int  # 0 for a quotation that stands in no other one
    continues: bool  # its paragraph opens with a mark that goes on with the quotation before
    closed: bool  # it ends with a mark; one that goes on in the next paragraph does not


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool  # where it stands it may open a quotation
    closes: bool
    single: bool


class _Open(NamedTuple):
    start: int
    single: bool
    continues: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """List the quotations of `text` by where they start; each lies within one paragraph.

    A quotation left open at a paragraph's end goes on in the next one where that opens with a mark
    (the newspapers' convention for long speech); otherwise it ends with its paragraph. Marks that cannot
    open or close anything (apostrophes, inches) are passed over, so an odd number of them does no harm.

    >>> [(q.start, q.end) for q in find_quotations('"It is so," he said.')]
    [(0, 11)]
    """
    if not _MARK.search(text):
        return ()
    found: list[Quotation] = []
    run_on = False
    for paragraph in _PARAGRAPH.finditer(text):
        marks = _marks(text, paragraph.start(), paragraph.end())
        if not marks:
            run_on = run_on and paragraph.group().isspace()
            continue
        opened = marks[0]
        continues = run_on and opened.opens and not text[paragraph.start() : opened.start].strip()
        here = _pair(marks, paragraph.end(), continues)
        found.extend(here)
        run_on = any(not quotation.closed for quotation in here)
    return tuple(found)


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """List those that stand in no other one; they never overlap."""
    return [quotation for quotation in quotations if quotation.depth == 0]


def overlapping(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """List the ones of `quotations`, in order and not overlapping, that share a character with `[start, end)`."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    return quotations[first : max(first, bisect_left(quotations, end, key=lambda q: q.start))]


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """List the marks of the paragraph `[start, end)`."""
    found = []
    for match in _MARK.finditer(text, start, end):
        opened, closed = match.span()
        before = text[opened - 1] if opened > start else " "
        after = text[closed] if closed < end else " "
        mark = match[0]
        turned = mark in _ONLY_OPEN  # its shape alone says that it opens
        may_open = turned or (not before.isalnum() and before not in ".,!?")
        opens = may_open and mark not in _ONLY_CLOSE and not after.isspace()
        closes = not turned and not before.isspace() and before not in "(["
        found.append(_Mark(opened, closed, opens, closes, mark in _SINGLE))
    return found


def _pair(marks: list[_Mark], end: int, continues: bool) -> list[Quotation]:
    """Pair the marks of one paragraph with a stack; a double mark left open ends at `end`."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, mark in enumerate(marks):
        inside = [opened.single for opened in stack]
        if mark.closes and mark.single in inside and (not mark.opens or inside[-1] == mark.single):
            while stack[-1].single != mark.single:  # a single mark left open in a double one was an apostrophe
                stack.pop()
            opened = stack.pop()
            found.append(Quotation(opened.start, mark.end, 0, opened.continues, True))
        elif mark.opens and mark.single not in inside:
            stack.append(_Open(mark.start, mark.single, continues and number == 0))
    if stack and not stack[0].single:
        found.append(Quotation(stack[0].start, end, 0, stack[0].continues, False))
    return _with_depth(found)


def _with_depth(quotations: list[Quotation]) -> list[Quotation]:
    """Give the quotations in order with how many others each stands in; they nest, but never cross."""
    nested: list[Quotation] = []
    ends: list[int] = []
    for quotation in sorted(quotations, key=lambda q: (q.start, -q.end)):
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        nested.append(quotation._replace(depth=len(ends)) if ends else quotation)
        ends.append(quotation.end)
    return nested
