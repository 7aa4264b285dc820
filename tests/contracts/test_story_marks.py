"""What people note of stories for themselves, in every kind of database, and in collections of earlier versions."""

import pytest

from reportedly.collect.story_marks import StoryMarks
from reportedly.story_mark import MarkKind


@pytest.fixture
def marks(where):
    made = StoryMarks(where)
    yield made
    made.close()


def kinds(marks, by):
    return [(mark.report, mark.kind) for mark in marks.list_marks(by)]


def test_a_mark_is_a_person_s_own_and_stands_once(marks):
    marks.mark("rep-1", MarkKind.STAR, by="Noor")
    marks.mark("rep-1", MarkKind.STAR, by="Noor")
    marks.mark("rep-1", MarkKind.DONE, by="Ada")
    assert kinds(marks, "Noor") == [("rep-1", MarkKind.STAR)]
    assert kinds(marks, "Ada") == [("rep-1", MarkKind.DONE)]


def test_a_mark_comes_off_whichever_report_of_the_story_bears_it(marks):
    marks.mark("rep-1", MarkKind.STAR, by="Noor")
    marks.mark("rep-1", MarkKind.DONE, by="Noor")
    marks.unmark(["rep-0", "rep-1"], MarkKind.STAR, by="Noor")
    assert kinds(marks, "Noor") == [("rep-1", MarkKind.DONE)]


def test_a_collection_from_before_there_were_marks_takes_them(tmp_path, earlier_program):
    where = str(tmp_path / "held.db")
    with earlier_program("0004"):
        StoryMarks(where).close()
    again = StoryMarks(where)
    again.mark("rep-1", MarkKind.STAR, by="Noor")
    assert kinds(again, "Noor") == [("rep-1", MarkKind.STAR)]
    again.close()
