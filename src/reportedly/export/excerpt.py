"""What of a report may be shared: the sentences that claims rest on, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.reading import Sentence
from reportedly.report import Report
from reportedly.span import Field, Span


def excerpt(report: Report, evidence: Iterable[Span], sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Give the stretches of the body that claims rest on, `[start, end)`, in order and apart from each other.

    They are whole sentences; where these would be the whole body, the words alone that claims rest on.
    """
    words = [(span.start, span.end) for span in evidence if span.field is Field.BODY]
    around = [
        (sentence.start, sentence.end)
        for sentence in sentences
        if any(start < sentence.end and sentence.start < end for start, end in words)
    ]
    kept = _join([*words, *around])
    return _join(words) if not _rest(report.body, kept) else kept


def _join(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches that overlap or touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _rest(body: str, kept: list[tuple[int, int]]) -> str:
    """Give what is left of a body without the stretches."""
    edges = [0, *(edge for stretch in kept for edge in stretch), len(body)]
    return "".join(body[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip()
