"""What changed at a site from one day to another: what came, what left, of what more or less is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.picture import Condition, SiteState, StateRow

_THERE = (Condition.PRESENT, Condition.LAST_SEEN, Condition.ARRIVED)
_GONE = (Condition.LEFT, Condition.ABSENT)


class Change(StrEnum):
    """What became of one kind of thing; what nobody told before has not come by being told."""

    CAME = "came"  # it was told to be gone, or to be absent, and is there
    LEFT = "left"  # it was there, and is told to be gone, or to be absent
    NUMBER = "number"  # it is there on both days, told in another number
    FIRST_TOLD = "first_told"  # nothing was told of it on the earlier day
    NO_LONGER_TOLD = "no_longer_told"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingChange:
    """What became of one kind of thing between two days."""

    what: str
    change: Change
    before: StateRow | None  # None where nothing is told of it
    after: StateRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChange:
    """A site on two days."""

    place: str
    before: str  # the earlier day, ISO 8601
    after: str
    things: tuple[ThingChange, ...]  # those that changed most first


def compare_states(one: SiteState, other: SiteState) -> SiteChange:
    """Tell what changed at a site between two days, in whichever order they are given."""
    before, after = sorted((one, other), key=lambda state: state.day)
    rows = [
        {row.what: row for row in state.rows if row.state is not Condition.NOT_REPORTED} for state in (after, before)
    ]
    things = [_compare(what, rows[1].get(what), rows[0].get(what)) for what in dict.fromkeys([*rows[0], *rows[1]])]
    order = tuple(Change)
    return SiteChange(
        place=after.place,
        before=before.day,
        after=after.day,
        things=tuple(sorted(things, key=lambda thing: order.index(thing.change))),
    )


def _compare(what: str, before: StateRow | None, after: StateRow | None) -> ThingChange:
    return ThingChange(what=what, change=_change(before, after), before=before, after=after)


def _change(before: StateRow | None, after: StateRow | None) -> Change:
    """Say what became of a thing."""
    if before is None or after is None:
        return Change.FIRST_TOLD if before is None else Change.NO_LONGER_TOLD
    if before.state in _GONE and after.state in _THERE:
        return Change.CAME
    if before.state in _THERE and after.state in _GONE:
        return Change.LEFT
    return Change.SAME if (before.min, before.max) == (after.min, after.max) else Change.NUMBER
