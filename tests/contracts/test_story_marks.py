"""What people note of stories for themselves, in every kind of database, and in collections of earlier versions."""

import pytest
from sqlalchemy import create_engine

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


def test_a_collection_from_before_there_were_marks_takes_them(tmp_path):
    where = str(tmp_path / "held.db")
    StoryMarks(where).close()
    engine = create_engine(f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE story_mark")
        for index in ("place_name", "type", "latitude"):
            connection.exec_driver_sql(f"DROP INDEX ix_claim_{index}")
        for column in ("latitude", "longitude"):
            connection.exec_driver_sql(f"ALTER TABLE claim DROP COLUMN {column}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")
    engine.dispose()
    again = StoryMarks(where)
    again.mark("rep-1", MarkKind.STAR, by="Noor")
    assert kinds(again, "Noor") == [("rep-1", MarkKind.STAR)]
    again.close()
