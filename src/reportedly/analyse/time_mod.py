"""Tell which part of a time is meant, as TIMEX3's `mod` has it: 'early December', 'later this year', 'around 1990'."""

from __future__ import annotations

import re

_MODS = {
    "early": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "earlier": "BEFORE",
    "later": "AFTER",
}
_EDGE = re.compile(r"(?:the )?(?:very )?(early|earlier|late|later|mid|start|beginning|middle|end)\b", re.IGNORECASE)
_AROUND = re.compile(r"(?:about|around|approximately|roughly|nearly|almost)\b|.*\bor so\b", re.IGNORECASE)
_BARE_EDGES = ("duration", "set", "ref", "while")


def read_mod(form: str, words: str) -> str:
    """Give START, MID, END, BEFORE, AFTER, APPROX or nothing.

    >>> read_mod("month", "early December"), read_mod("unit", "later this year"), read_mod("ago", "about a year ago")
    ('START', 'AFTER', 'APPROX')
    """
    if form == "year_end":
        return "END"
    edge = _EDGE.match(words) if form not in _BARE_EDGES else None
    if edge:
        return _MODS[edge[1].lower()]
    return "APPROX" if _AROUND.match(words) else ""
