"""Find days, months and years that a retelling changed."""

from __future__ import annotations

import re

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_RELATIVE = frozenset("yesterday today tomorrow tonight".split())
MONTHS = tuple("january february march april may june july august september october november december".split())
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_DAY = re.compile(r"\d{1,2}$")


def find_time_changes(pairing: Pairing) -> list[Variation]:
    """List the times for which the retelling tells another of the same sort: a day of the week, a date, a year."""
    ones, twos = _times(pairing.origin), _times(pairing.derivative)
    found = []
    for sort in sorted(ones.keys() & twos.keys()):
        lost = [time for time in ones[sort] if time not in twos[sort]]
        gained = [time for time in twos[sort] if time not in ones[sort]]
        if not lost or not gained or len(lost) > len(gained):
            continue
        old, new = ones[sort][lost[0]], twos[sort][gained[0]]
        found.append(
            pairing.tell(
                VariationKind.TIME_CHANGED,
                pairing.origin.clause((old, old + 1)),
                pairing.derivative.clause((new, new + 1)),
                Drift.NEUTRAL,
                f"“{lost[0].title()}” became “{gained[0].title()}”.",
            )
        )
    return found


def is_time(form: str) -> bool:
    """Tell whether a word names a day of the week or a month."""
    return form in _DAYS or form in MONTHS or (len(form) <= 4 and any(month.startswith(form) for month in MONTHS))


def _times(passage: Passage) -> dict[str, dict[str, int]]:
    """Gather the times outside quotations by their sort, each with where it first stands."""
    found: dict[str, dict[str, int]] = {}
    for place, token in enumerate(passage.tokens):
        if token.quoted:
            continue
        sort, time = _read(passage, place)
        if sort:
            found.setdefault(sort, {}).setdefault(time, place)
    return found


def _read(passage: Passage, place: int) -> tuple[str, str]:
    """Give the sort and the normal form of the time at `place`; empty where there is none."""
    form = passage.forms[place]
    if form in _DAYS:
        return "weekday", form
    if form in _RELATIVE:
        return "relative", form
    if _YEAR.match(form):
        return "year", form
    month = _month(passage, place)
    if month is None:
        return "", ""
    near = [i for i in (place + 1, place - 1) if 0 <= i < len(passage.tokens)]
    day = next((passage.forms[i] for i in near if _DAY.match(passage.forms[i])), None)
    return ("date", f"{month} {int(day)}") if day else ("month", month)


def _month(passage: Passage, place: int) -> str | None:
    """Give the month that a capitalised word names, whole or shortened."""
    form, token = passage.forms[place], passage.tokens[place]
    if not token.capital or len(form) < 3 or (form in ("may", "march") and place == 0):
        return None
    return next((m for m in MONTHS if m == form or (len(form) <= 4 and m.startswith(form))), None)
