"""The words of a report in which no event was found: attributed ones, and what the outlet says in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from reportedly.attribution import Attribution
from reportedly.reading import Reading, Sentence
from reportedly.span import Field, Span

# What stands at the edge of a piece that others were cut from, and tells nothing.
_EDGE = re.compile(r"^(?:[\s,;:.–—-]+|(?:and|but|or|that|which|who|while|as)\b)+|[\s,;:–—-]+$", re.IGNORECASE)
_Words = tuple[Attribution | None, tuple[Span, ...]]


def words_left(reading: Reading, covered: Collection[str | None]) -> Iterator[_Words]:
    """Give the words in which no event was found, with whoever is said to have said them, sentence by sentence.

    Args:
        covered: the ids of the attributions of which the words are told by an event, or by another attribution.
    """
    for item in reading.attributions:
        yield from ((item, spans) for spans in _attributed(reading, item, covered))
    yield from ((None, (span,)) for span in _own_voice(reading))


def _attributed(reading: Reading, item: Attribution, covered: Collection[str | None]) -> Iterator[tuple[Span, ...]]:
    """Give the attributed words that no event tells: of one whose events are told, whole pieces without one."""
    inside = [other for other in reading.attributions if other.parent == item.id]
    starts = sorted([event.predicate.start for event in reading.events] + [_first(other) for other in inside])
    bare = [
        span
        for span in item.content
        if span.field is Field.BODY and bisect_left(starts, span.start) == bisect_left(starts, span.end)
    ]
    if item.id in covered and len(bare) == len(item.content):
        return
    for _, spans in groupby(bare, key=lambda span: _sentence_start(reading.sentences, span.start)):
        yield tuple(spans)


def _first(item: Attribution) -> int:
    """Give where an attribution starts."""
    spans = [*item.content, *filter(None, (item.cue, item.source))]
    return min((span.start for span in spans if span.field is Field.BODY), default=-1)


def _own_voice(reading: Reading) -> Iterator[Span]:
    """Give the pieces of sentences that no event and no attribution takes up."""
    taken = sorted(_taken(reading))
    for sentence in reading.sentences:
        at = sentence.start
        for start, end in [*taken, (sentence.end, sentence.end)]:
            if end <= at or start > sentence.end:
                continue
            if at < start and (piece := _trimmed(reading.report.body, at, start)):
                yield piece
            at = max(at, end)
            if at >= sentence.end:
                break


def _taken(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give what events, attributions and the dateline take up of the body."""
    spans = [event.evidence for event in reading.events]
    spans += [
        span for item in reading.attributions for span in (*item.content, item.cue, item.source) if span is not None
    ]
    if reading.report.dateline is not None:
        spans.append(reading.report.dateline.span)
    return ((span.start, span.end) for span in spans if span.field is Field.BODY)


def _trimmed(body: str, start: int, end: int) -> Span | None:
    """Cut from a piece what its neighbours left hanging; None where nothing stays."""
    piece = body[start:end]
    first = _EDGE.match(piece)
    start += first.end() if first else 0
    while start < end and (body[end - 1].isspace() or body[end - 1] in ",;:–—-"):
        end -= 1
    return Span.of(body, start, end) if start < end else None


def _sentence_start(sentences: Sequence[Sentence], offset: int) -> int:
    """Give where the sentence starts that holds `offset`."""
    return max((sentence.start for sentence in sentences if sentence.start <= offset), default=0)
