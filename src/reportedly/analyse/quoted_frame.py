"""Join quotations to the frames that they belong to: whole quotations, and those that go on without a cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.frame import Chars, Form, Frame, parsed_text
from reportedly.text.quotation import Quotation, overlapping

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

_SPEECH = (Form.CLAUSE, Form.QUOTE, Form.PHRASE, Form.COLON)
# Frames looked at, from a quotation backwards, for the one that it goes on with: those of a paragraph or two.
_LOOK_BACK = 8


def join_quotations(doc: Doc, frames: list[Frame], quotations: Sequence[Quotation]) -> list[Frame]:
    """Give the frames with their quotations whole, and each quotation without a cue joined to the one before.

    Args:
        doc: the parse in whose characters everything counts.
        frames: the frames in the order of their cues.
        quotations: the outermost quotations, in order.
    """
    joined = [_with_whole_quotations(frame, quotations) for frame in frames]
    taken = {
        quotation.start
        for frame in joined
        for start, end in (*frame.content, frame.cue, *((frame.source.chars,) if frame.source else ()))
        for quotation in overlapping(quotations, start, end)
        if not _holds(quotation, frame.cue)
    }
    starts = [frame.head.idx for frame in joined]
    for number, quotation in enumerate(quotations):
        if quotation.start in taken or not _stands_free(doc, quotation):
            continue
        last = bisect_left(starts, quotation.start)
        owner = _owner(doc, joined[max(0, last - _LOOK_BACK) : last], quotations, number)
        if owner is not None:
            at = max(0, last - _LOOK_BACK) + owner
            joined[at] = replace(joined[at], content=(*joined[at].content, (quotation.start, quotation.end)))
    return joined


def _with_whole_quotations(frame: Frame, quotations: Sequence[Quotation]) -> Frame:
    """Widen the content to the ends of the quotations that it cuts, unless cue or source stand in them."""
    if frame.form not in _SPEECH or not frame.content:
        return frame
    region = frame.region
    content = list(frame.content)
    for number, (start, end) in enumerate(frame.content):
        for quotation in overlapping(quotations, start, end):
            wide = min(content[number][0], quotation.start), max(content[number][1], quotation.end)
            if not (wide[0] < region[1] and region[0] < wide[1]):
                content[number] = wide
    return replace(frame, content=_merge(content))


def _merge(content: list[Chars]) -> tuple[Chars, ...]:
    merged: list[Chars] = []
    for start, end in sorted(content):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def _holds(quotation: Quotation, chars: Chars) -> bool:
    return quotation.start <= chars[0] and chars[1] <= quotation.end


def _stands_free(doc: Doc, quotation: Quotation) -> bool:
    """Tell whether the quotation opens a paragraph or follows a stop or a comma, as speech that goes on does."""
    before = parsed_text(doc)[max(0, quotation.start - 3) : quotation.start].strip()
    return not before or before[-1] in ".!?\",'"


def _owner(doc: Doc, frames: list[Frame], quotations: Sequence[Quotation], number: int) -> int | None:
    """Find the frame whose speech the quotation goes on with: the last one, if it ends just before it."""
    quotation = quotations[number]
    for at in reversed(range(len(frames))):
        frame = frames[at]
        if frame.form not in _SPEECH or not frame.content or frame.content[-1][1] > quotation.start:
            continue
        parts = [q for start, end in frame.content for q in overlapping(quotations, start, end)]
        if not parts or overlapping(quotations, *frame.cue):
            continue
        if quotation.continues and parts[-1] is quotations[number - 1]:
            return at
        end = max(frame.content[-1][1], frame.region[1], min(frame.head.sent.end_char, quotation.start))
        return at if not any(ch.isalnum() for ch in parsed_text(doc)[end : quotation.start]) else None
    return None
