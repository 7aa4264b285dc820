"""Count a happening's day from another's: 'three days after a collision', 'a week before the vote'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reportedly.analyse.edtf import bounds
from reportedly.analyse.event_page import Page
from reportedly.analyse.when import resolve
from reportedly.event import When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_LENGTH = re.compile(r"P(?:T(\d+)[HM]|(\d+)([DWMY]))$")
_DAYS = {"D": 1, "W": 7}
_SHORT = frozenset({"hours", "minutes", "moments", "seconds"})
_SIGNS = {"after": -1, "before": 1}


def offset_time(page: Page, word: Token) -> When | None:
    """Give the time of a happening that a length of time sets against the clause around it; None where none does.

    A length in days or weeks gives a day, one in months or years the calendar's month or year.
    """
    for i, length in page.times.items():
        match = _LENGTH.match(length.value)
        head = page.passage.doc[i]
        if match is None or head.sent.start != word.sent.start:
            continue
        marker = next((token for token in head.doc[i + 1 : i + 2] if token.lower_ in _SIGNS), None)
        if marker is None or not marker.i < word.i <= _end(marker):
            continue
        main = _main(page, marker)
        if main is None or main.start is None:
            return None
        return _moved(length.span.text, date.fromisoformat(main.start), match, _SIGNS[marker.lower_])
    return _hours_off(page, word)


def _hours_off(page: Page, word: Token) -> When | None:
    """Give the day of the clause around to what took place 'hours after' or 'minutes before' it."""
    for marker in word.doc[word.sent.start + 1 : word.i]:
        if marker.lower_ in _SIGNS and marker.nbor(-1).lower_ in _SHORT and word.i <= _end(marker):
            main = _main(page, marker)
            return main if main is not None and main.start == main.end else None
    return None


def _end(marker: Token) -> int:
    """Give the last token of what a preposition or conjunction brings in."""
    top = marker.head if marker.dep_ == "mark" else marker
    return int(top.right_edge.i)


def _main(page: Page, marker: Token) -> When | None:
    """Give the time told nearest outside of what the marker brings in, in its sentence."""
    sentence, end = marker.sent, _end(marker)
    told = page.times_between(sentence.start, sentence.end)
    outside = [i for i in told if not marker.i < i <= end]
    return resolve(told[min(outside, key=lambda i: abs(i - marker.i))]) if outside else None


def _moved(words: str, day: date, match: re.Match[str], sign: int) -> When | None:
    if match[1]:
        value = day.isoformat()
    elif match[3] in _DAYS:
        value = (day + timedelta(days=sign * int(match[2]) * _DAYS[match[3]])).isoformat()
    elif match[3] == "Y":
        value = f"{day.year + sign * int(match[2]):04}"
    else:
        months = day.year * 12 + day.month - 1 + sign * int(match[2])
        value = f"{months // 12:04}-{months % 12 + 1:02}"
    found = bounds(value)
    if found is None or found.end is None:
        return None
    return When(text=words, start=found.start.isoformat(), end=found.end.isoformat(), edtf=found.edtf, unresolved=None)
