"""Give what happened at dawn or dusk its day: the last one that the report has told, as with the hours of a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.scene import CLOCK_REACH
from reportedly.analyse.tense import verb_tense
from reportedly.analyse.when import resolve
from reportedly.event import When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_PARTS = frozenset("dawn daybreak sunrise sunup dusk sundown sunset nightfall".split())
_AT = frozenset({"at", "around", "before", "after", "by", "since"})


def daylight_time(page: Page, verb: Token) -> When | None:
    """Give the day of what a verb in the past tells 'shortly after dawn'; None where it tells no such hour."""
    part = next((noun for noun in _at(verb) if noun.lower_ in _PARTS and not noun.n_lefts), None)
    if part is None or page.day is None or verb_tense(verb) != "past":
        return None
    start = page.passage.of(part.sent).start
    for i in sorted(page.times, reverse=True):
        time = page.times[i]
        if i > part.i or start - time.span.end > CLOCK_REACH:
            continue
        when = resolve(time)
        if when.start is not None and when.start == when.end and when.start <= page.day:
            return when
    return None


def _at(verb: Token) -> list[Token]:
    """List the nouns that say when a verb happened, in the order of its words."""
    return [
        noun for child in verb.rights if child.lower_ in _AT for noun in child.rights if noun.dep_ in ("pobj", "pcomp")
    ]
