"""What an outlet says about its own report: corrections, retractions, updates, editor's notes."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table
from reportedly.read.dates import find_date
from reportedly.report import Notice, NoticeKind

_LONGEST = 1200  # characters; a longer line is the report itself, told in the notice's words
# 'Updated 14 Dec 2024' and 'Correction 3 min read' are page furniture: a notice has a sentence.
_FEWEST_WORDS = 4
_LONGEST_DATE = 80  # characters
_BETWEEN = " :.,;)]*_–—-"  # stands between a note's label and its words


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
    kind, end = _match(words)
    if kind is NoticeKind.UPDATE and _is_date(words[end:]):
        return None
    if kind is NoticeKind.EDITOR_NOTE:
        # 'Editor's note: This story has been retracted.' is a retraction.
        return _match(words[end:].lstrip(_BETWEEN))[0] or kind
    return kind


def _match(words: str) -> tuple[NoticeKind | None, int]:
    """Give the kind of notice that `words` open as, and where its opening ends."""
    for kind, pattern in _patterns():
        match = pattern.match(words)
        if match:
            return kind, match.end()
    return None, 0


def _is_date(words: str) -> bool:
    """Tell whether words are a date and little more: 'Updated: 3 May 2024, 10:48 PM IST'."""
    found = find_date(words) if len(words) <= _LONGEST_DATE else None
    return found is not None and len(words[: found.start].split()) + len(words[found.end :].split()) < _FEWEST_WORDS


def find_notices(body: str) -> tuple[Notice, ...]:
    """Give the notices among the lines of `body`, in order."""
    found = []
    for line in body.splitlines():
        kind = tell_notice(line)
        if kind:
            found.append(Notice(kind=kind, text=line.strip()))
    return tuple(found)
