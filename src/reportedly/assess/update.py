"""Later figures: which of two counts of one thing is the other brought up to date, and no contradiction."""

from __future__ import annotations

from reportedly.assess.day import civil_day, moment
from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.assess.quantity import rises


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
