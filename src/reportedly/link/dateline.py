"""Where a report's dateline stands, from its form alone: 'OSLO, March 3 (Any Wire) -'."""

from __future__ import annotations

import re

from reportedly.text.fold import fold

_BRACKETS = r"\((?P<name>[A-Z][\w .&/-]{1,30})\)"
_LISTED = re.compile(_BRACKETS + r"\s?(?:--?|:)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
# A place in capitals, or any place with a day; then brackets or none; then a dash.
_PLACE = (
    r"(?:[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'/-]*(?:,\s[A-Z\d][\w .]{1,25}){0,3}"
    r"|[A-ZÀ-Þ][^\n(),]{1,30},(?:\s[A-Z][\w ]{1,25},)?"
    rf"\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
)
_LINE = re.compile(rf"^{_PLACE}\s?(?:{_BRACKETS}\s?(?:--?|:)|(?<=\s)--?)(?=\s)", re.MULTILINE)


def find_dateline(text: str) -> re.Match[str] | None:
    """Give the first line of `text` that opens with a dateline; its group `name` is whom the brackets name."""
    return _LINE.search(fold(text))


def find_bracketed(text: str) -> str | None:
    """Give the first name in brackets before a dash, whatever stands before it."""
    found = _LISTED.search(fold(text))
    return found.group("name") if found else None


def skip_dateline(body: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """Give `bounds` of a sentence without the dateline that it opens with."""
    start, end = bounds
    found = _LINE.match(fold(body[start : min(end, start + 120)]))
    return (start + found.end(), end) if found and start + found.end() < end else bounds
