"""Which of two versions says that it is the later one."""

import pytest
from tests.link.factory import report

from reportedly.link.revision import find_marks, is_later_version
from reportedly.report import Notice, NoticeKind

NOTICE = Notice(kind=NoticeKind.CORRECTION, text="(Corrects the year in paragraph 2)")


@pytest.mark.parametrize(
    "title", ["UPDATE 2-Gate opens", "CORRECTED-UPDATE 1-Gate opens", "CORRECTED: Gate opens", "Gate opens (updated)"]
)
def test_title_tells_a_later_version(title):
    assert is_later_version(report("a", "", title="Gate opens"), report("b", "", title=title))
    assert not is_later_version(report("b", "", title=title), report("a", "", title="Gate opens"))


@pytest.mark.parametrize("title", ["Update on the gate", "Correct answers only", None, ""])
def test_other_titles_tell_none(title):
    assert find_marks(report("a", "", title=title)) == frozenset()


def test_notice_tells_a_later_version():
    assert is_later_version(report("a", ""), report("b", "", notices=(NOTICE,)))


def test_numbers_order_two_updates():
    one, two = report("a", "", title="UPDATE 1-Gate opens"), report("b", "", title="UPDATE 3-Gate opens")
    assert (is_later_version(one, two), is_later_version(two, one)) == (True, False)


@pytest.mark.parametrize("text", ["Updated: 3 May 2025, 9:05 AM GMT", "Last updated on Tuesday, Sept. 9 at 14.30"])
def test_the_time_of_the_last_touch_tells_no_later_version(text):
    stamped = report("b", "", notices=(Notice(kind=NoticeKind.UPDATE, text=text),))
    assert not is_later_version(report("a", ""), stamped)


def test_what_was_updated_tells_a_later_version():
    update = Notice(kind=NoticeKind.UPDATE, text="Updated on 3 May 2025 with the mayor's reply")
    assert is_later_version(report("a", ""), report("b", "", notices=(update,)))
