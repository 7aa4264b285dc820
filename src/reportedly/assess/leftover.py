"""The words of a report in which no event was found: attributed ones, and what the outlet says in its own voice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from reportedly.assess.wording import stems
from reportedly.attribution import Attribution
from reportedly.reading import Reading, Sentence
from reportedly.span import Field, Span

# What stands at the edge of a piece that others were cut from, and tells nothing.
_EDGE = re.compile(r"^(?:[\s,;:.–—-]+|(?:and|but|or|that|which|who|while|as)\b)+|[\s,;:–—-]+$", re.IGNORECASE)
_FEWEST_CUT = 4  # words with matter of their own in what others were cut from: fewer are a scrap
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
    """Give the attributed words that no event tells; of one whose words are told in part, each piece that is not."""
    told = [_extent(other) for other in reading.attributions if other.parent == item.id]
    told += [
        (event.evidence.start, event.evidence.end) for event in reading.events if event.evidence.field is Field.BODY
    ]
    told = [each for each in told if any(_overlap(each, span) for span in item.content)]
    spans = [span for span in item.content if span.field is Field.BODY]
    if not told and item.id not in covered:
        for _, together in groupby(spans, key=lambda span: _sentence_start(reading.sentences, span.start)):
            yield tuple(together)
        return
    for span in spans:
        for piece in _pieces(reading.report.body, span.start, span.end, sorted(told)):
            if len(piece.text) == len(span.text) or len(stems(piece.text)) >= _FEWEST_CUT:
                yield (piece,)


def _overlap(extent: tuple[int, int], span: Span) -> bool:
    """Tell whether a stretch of the body and a span of it have something in common."""
    return span.field is Field.BODY and extent[0] < span.end and span.start < extent[1]


def _extent(item: Attribution) -> tuple[int, int]:
    """Give where an attribution starts and where it ends, with whoever says it."""
    spans = [span for span in (*item.content, item.cue, item.source) if span is not None and span.field is Field.BODY]
    return (min((span.start for span in spans), default=0), max((span.end for span in spans), default=0))


def _own_voice(reading: Reading) -> Iterator[Span]:
    """Give the pieces of sentences that no event and no attribution takes up, but for why somebody is not named."""
    taken = sorted(_taken(reading))
    reasons = {reason for item in reading.attributions if (reason := item.speaker.anonymity_reason)}
    for sentence in reading.sentences:
        for piece in _pieces(reading.report.body, sentence.start, sentence.end, taken):
            told = len(stems(piece.text)) >= _FEWEST_CUT and not any(reason in piece.text for reason in reasons)
            if piece.start == sentence.start or told:
                yield piece


def _pieces(body: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Give what stays of a stretch of the body when what is taken, in order of its start, is cut out."""
    at = start
    for first, last in [*taken, (end, end)]:
        if last <= at or first > end:
            continue
        if at < first and (piece := _trimmed(body, at, first)):
            yield piece
        at = max(at, last)
        if at >= end:
            return


def _taken(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give what events, attributions and the dateline take up of the body."""
    spans = [event.evidence for event in reading.events]
    spans += [
        span for item in reading.attributions for span in (*item.content, item.cue, item.source) if span is not None
    ]
    if reading.report.dateline is not None and reading.report.dateline.span is not None:
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
