"""Settle between the rules and the reader of changes what changed between two passages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.lineage import Variation, VariationKind
from reportedly.link.change_reader import Look, Told, read_changes
from reportedly.link.passage import Passage, Reach
from reportedly.span import Span

_GUESSED = 0.3  # chance below which the reader does not see what rules only guess
_MOST = 10  # words of either side that a note repeats
# What of a passage the reader is asked; of omissions and additions it is the whole report that tells.
_NOTES = {
    VariationKind.HEDGE_DROPPED: "{old} became {new}: less of it is hedged.",
    VariationKind.HEDGE_ADDED: "{old} became {new}: more of it is hedged.",
    VariationKind.HEDGE_WEAKENED: "{old} became {new}, which is less sure.",
    VariationKind.HEDGE_STRENGTHENED: "{old} became {new}, which is surer.",
    VariationKind.QUOTE_ALTERED: "The quotation {old} became {new}.",
    VariationKind.QUOTE_DIFFERS: "The quotation {old} stands here as {new}.",
    VariationKind.ATTRIBUTION_DROPPED: "Who said {old} is gone: {new}.",
    VariationKind.ATTRIBUTION_ADDED: "Somebody is put in as saying it: {old} became {new}.",
    VariationKind.ATTRIBUTION_CHANGED: "Who said it changed: {old} became {new}.",
    VariationKind.CUE_CHANGED: "How it was said changed: {old} became {new}.",
    VariationKind.QUANTITY_CHANGED: "The amount changed: {old} became {new}.",
    VariationKind.TIME_CHANGED: "The time changed: {old} became {new}.",
    VariationKind.TENSE_CHANGED: "Whether it has happened changed: {old} became {new}.",
    VariationKind.PLACE_CHANGED: "The place changed: {old} became {new}.",
    VariationKind.NAME_CHANGED: "The name changed: {old} became {new}.",
    VariationKind.POLARITY_CHANGED: "What is affirmed and what denied changed: {old} became {new}.",
    VariationKind.CAVEAT_DROPPED: "A caveat is gone: {old} became {new}.",
    VariationKind.DETAIL_CHANGED: "A detail changed: {old} became {new}.",
    VariationKind.DETAIL_DROPPED: "A detail is gone: {old} became {new}.",
    VariationKind.DETAIL_ADDED: "A detail was put in: {old} became {new}.",
}


# Two names of one change: what rules have told by one of them the reader does not tell again.
_AKIN = (
    {VariationKind.QUOTE_ALTERED, VariationKind.QUOTE_DIFFERS},
    {VariationKind.ATTRIBUTION_DROPPED, VariationKind.ATTRIBUTION_CHANGED},
)


class Bounds(NamedTuple):
    """Chances of a kind of change, 0 to 1."""

    sure: float  # from which the reader's word alone is enough
    denied: float  # below which the reader does not see what rules tell


@cache
def bounds() -> Mapping[VariationKind, Bounds]:
    """Read which chances are enough for each kind of change that the reader tells."""
    rows = read_table("change_bounds.tsv")
    return {VariationKind(row["kind"]): Bounds(float(row["sure"]), float(row["denied"])) for row in rows}


def settle(
    found: Sequence[Variation], guessed: Collection[Variation], seen: Look, believed: Collection[Variation] = ()
) -> list[Variation]:
    """Give what rules `found` between two passages and the reader does not deny, and what it is sure of itself.

    `guessed` are those for which the reader has to see something: what is gone may stand there in other words.
    `believed` are those that it is not asked about: two numbers that differ.
    """
    asked = [each for each in found if each not in believed]
    kept = [each for each in found if each in believed]
    kept += [each for each in asked if not _denies(seen, each, _GUESSED if each in guessed else 0.0)]
    for told in read_changes(seen):
        if told.kind in _NOTES and told.chance >= bounds()[told.kind].sure:
            variation = _write(seen, told)
            if not any(_same(variation, each) for each in kept):
                kept.append(variation)
    return kept


def _denies(seen: Look, variation: Variation, least: float) -> bool:
    """Tell whether the reader sees nothing of what rules tell."""
    if variation.kind not in _NOTES:
        return False
    spots = [(span.start, span.end) if span else None for span in (variation.origin, variation.derivative)]
    return seen.chance(variation.kind, spots) < max(bounds()[variation.kind].denied, least)


def _same(one: Variation, other: Variation) -> bool:
    """Tell whether two variations tell the same change of the same words."""
    alike = one.kind is other.kind or {one.kind, other.kind} in _AKIN
    return alike and all(
        mine is None or theirs is None or mine.overlaps(theirs)
        for mine, theirs in ((one.origin, other.origin), (one.derivative, other.derivative))
    )


def _write(seen: Look, told: Told) -> Variation:
    one, other = seen.pairing.origin, seen.pairing.derivative
    note = _NOTES[told.kind].format(old=_cite(one, told.origin), new=_cite(other, told.derivative))
    return seen.pairing.tell(told.kind, told.origin, told.derivative, told.drift, note)


def _cite(passage: Passage, reach: Reach) -> str:
    """Give words as a note repeats them: a long run by its two ends."""
    first, last = reach
    if last - first <= _MOST:
        return f"“{_plain(passage.span(reach))}”"
    half = _MOST // 2
    return f"“{_plain(passage.span((first, first + half)))} … {_plain(passage.span((last - half, last)))}”"


def _plain(span: Span) -> str:
    return " ".join(span.text.split())
