"""What an outlet says about its own report: corrections, retractions, updates, editor's notes."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table
from reportedly.report import Notice, NoticeKind

_LONGEST = 1200  # characters; a longer line is the report itself, told in the notice's words
# 'Updated 14 Dec 2024' and 'Correction 3 min read' are page furniture: a notice has a sentence.
_FEWEST_WORDS = 4


@cache
def _patterns() -> tuple[tuple[NoticeKind, re.Pattern[str]], ...]:
    return tuple(
        (NoticeKind(row["kind"]), re.compile(row["pattern"], re.I)) for row in read_table("furniture_notices.tsv")
    )


def tell_notice(line: str) -> NoticeKind | None:
    """Tell which kind of notice `line` is, None where it is none."""
    words = line.strip().lstrip("*•_[ ")
    if len(words) > _LONGEST or len(words.split()) < _FEWEST_WORDS:
        return None
    for kind, pattern in _patterns():
        if pattern.match(words):
            return kind
    return None


def find_notices(body: str) -> tuple[Notice, ...]:
    """Give the notices among the lines of `body`, in order."""
    found = []
    for line in body.splitlines():
        kind = tell_notice(line)
        if kind:
            found.append(Notice(kind=kind, text=line.strip()))
    return tuple(found)
