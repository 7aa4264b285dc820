"""Records found again by the words that a judgement marks, whatever a newer analysis made of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from reportedly.assess.mention import Mention
from reportedly.attribution import Attribution
from reportedly.event import Event
from reportedly.judgement import Mark, digest_body
from reportedly.report import Report
from reportedly.span import Field, Span

_ENOUGH = 0.5  # share of all their words that two spans have in common where the word that tells them apart is gone


Place = tuple[Span, Span | None]  # the words of a record, and within them what tells it from others there
Item = TypeVar("Item")


def place_of(record: Attribution | Event, report: Report) -> Place | None:
    """Give where the words of a record stand; None where it has none."""
    if isinstance(record, Event):
        return record.evidence, record.predicate
    told = record.content or tuple(span for span in (record.source, record.cue) if span is not None)
    if not told:
        return None
    field = told[0].field
    beside = [span for span in told if span.field is field]
    text = report.body if field is Field.BODY else report.title or ""
    return Span.of(text, min(s.start for s in beside), max(s.end for s in beside), field), record.cue or record.source


def place_of_mention(mention: Mention) -> Place:
    """Give where the words of a mention stand."""
    if mention.event is not None:
        return mention.evidence, mention.event.predicate
    attribution = mention.attribution
    return mention.evidence, (attribution.cue or attribution.source) if attribution else None


def mark_place(report: Report, place: Place) -> Mark:
    """Mark the words of a record in a report."""
    return Mark(digest=digest_body(report), span=place[0], core=place[1])


def find_again(mark: Mark, placed: Iterable[tuple[Item, Place]]) -> Item | None:
    """Give the record that stands where the mark is: the one whose words overlap best; None where none fits.

    Those whose telling word overlaps the mark's go before all others. Where there are none, most of the words must be
    the mark's: another record that merely touches them is not what was judged.

    Args:
        mark: the words that were judged.
        placed: records of one kind, of the marked report, each with its place.
    """
    span = mark.span
    if span is None:
        return None
    near = [(item, place) for item, place in placed if place[0].overlaps(span) or _meet(place[1], mark.core)]
    same = [(item, place) for item, place in near if _meet(place[1], mark.core)]
    if mark.core is not None and not same:
        same = [(item, place) for item, place in near if _share(place[0], span) >= _ENOUGH]
    elif mark.core is None:
        same = near
    if not same:
        return None
    return min(same, key=lambda each: _distance(each[1], span, mark.core))[0]


def _distance(place: Place, span: Span, core: Span | None) -> tuple[float, float, int, int]:
    """Give what the nearest place has least of."""
    cores = -_share(place[1], core) if place[1] is not None and core is not None else 0.0
    return (cores, -_share(place[0], span), place[0].start, place[0].end)


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _share(one: Span, other: Span) -> float:
    """Give the share, 0 to 1, of the characters of either that both hold."""
    if not one.overlaps(other):
        return 0.0
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))
