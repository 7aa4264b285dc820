"""What a report says of being a later version: a notice, or a mark such as 'UPDATE 2' in front of its title."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table
from reportedly.report import Notice, NoticeKind, Report
from reportedly.text.fold import fold
from reportedly.text.word import words

_LATER = frozenset({NoticeKind.UPDATE, NoticeKind.CORRECTION, NoticeKind.RETRACTION})
# Source: the marks that wire desks put in front of a slug or headline; 'RPT' and 'REFILE' send a story again.
_TITLE = re.compile(
    r"^\W*(?:(?:UPDATED?(?:[ -](?P<number>\d{1,2}))?|CORRECT(?:ED|S|ION)|REFILED?|RPT|WRAPUP \d+|RETRACTED)[\W_]+)+"
    r"|[(\[](?:UPDATED?|CORRECTED|RETRACTED|(?i:updated|corrected|retracted))[)\]]\W*$"
)
_STAMPED = frozenset(
    "updated last modified on at am pm a p m gmt utc ist et est edt bst cet cest pst pdt jst kst local time hrs h"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_NUMBER = re.compile(r"\bUPDATED?[ -](\d{1,2})\b")


def find_marks(report: Report) -> frozenset[str]:
    """Give the words by which the report says that it is a later version; none where it does not."""
    marks = {" ".join(notice.text.split()) for notice in report.notices if _revises(notice)}
    opening = _TITLE.search(fold(report.title or ""))
    return frozenset(marks | {opening.group().strip()} if opening else marks)


def _revises(notice: Notice) -> bool:
    """Tell whether a notice says that something was changed: 'Updated: 3 May 2025' only tells when."""
    if notice.kind is not NoticeKind.UPDATE:
        return notice.kind in _LATER
    forms = (word.form for word in words(notice.text))
    return any(not form[0].isdigit() and form not in _STAMPED and form.rstrip(".") not in _months() for form in forms)


@cache
def _months() -> frozenset[str]:
    """Read the names of the months and their short forms."""
    return frozenset(row["word"].rstrip(".") for row in read_table("months.tsv"))


def is_later_version(first: Report, second: Report) -> bool:
    """Tell whether `second` says that it revises what stood before, and `first` does not, or to a lower number."""
    one, two = find_marks(first), find_marks(second)
    return _count(second) > _count(first) if one and two else bool(two)


def _count(report: Report) -> int:
    """Give the number of the update that the title names; 0 where it names none."""
    marked = _TITLE.search(fold(report.title or ""))
    number = _NUMBER.search(marked.group()) if marked else None
    return int(number.group(1)) if number else 0
