"""Later figures: which of two counts of one thing is the other brought up to date, and no contradiction."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.assess.quantity import amount_words, rises
from reportedly.text.day import civil_day, day_words, moment


def supersedes(later: Mention, earlier: Mention, provenance: Provenance) -> bool:
    """Tell whether a newsroom's mention takes the place of an earlier one of its own."""
    if later.report == earlier.report or moment(later.published) < moment(earlier.published):
        return False
    if provenance.is_update(later.report, earlier.report):
        return True
    rooms = [provenance.newsroom(mention.report) for mention in (later, earlier)]
    told = provenance.corrects(later.report) or provenance.is_signed(later.report, earlier.report)
    return rooms[0] == rooms[1] and told and moment(later.published) != moment(earlier.published)


def has_risen(one: Mention, other: Mention) -> bool:
    """Tell whether the mention of a later day tells a higher toll, whoever tells it."""
    first, second = civil_day(one.published), civil_day(other.published)
    if one.event is None or other.event is None or first is None or second is None or first == second:
        return False
    return rises(one.event, other.event) if first < second else rises(other.event, one.event)


def explain_change(figures: Sequence[Mention], superseded: Collection[tuple[str, int, int, str]]) -> str:
    """Say from what to what a newsroom changed its figure, and when; empty where it changed none.

    Args:
        figures: the mentions of a claim that are told in figures of their own.
        superseded: the keys of those whose figures a later one replaced.
    """
    replaced = [mention for mention in figures if mention.key in superseded]
    current = [mention for mention in figures if mention.key not in superseded]
    if not replaced:
        return ""
    for latest in sorted(current, key=lambda mention: (moment(mention.published), mention.key), reverse=True):
        for first in sorted(replaced, key=lambda mention: (moment(mention.published), mention.key)):
            words = amount_words(first.event, latest.event) if first.event and latest.event else None
            if words is not None and latest.published is not None:
                day = day_words(latest.published, year=False)
                return f" Its newsroom changed the figure from {words[0]} to {words[1]} on {day}."
    return " Its newsroom has changed the figure since."
