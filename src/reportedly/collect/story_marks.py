"""The stories of a collection that a person keeps an eye on, or is done with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.collect.opened import Opened
from reportedly.store import story_marks
from reportedly.story_mark import MarkKind, StoryMark
from reportedly.text.day import stamp


class StoryMarks(Opened):
    """What people noted of stories for themselves, in one collection."""

    def mark(self, report: str, kind: MarkKind, *, by: str) -> StoryMark:
        """Mark the story that a report belongs to."""
        made = StoryMark(report=report, kind=kind, by=by, at=stamp())
        with self._database.writing() as connection:
            story_marks.save_mark(connection, made)
        return made

    def unmark(self, reports: Iterable[str], kind: MarkKind, *, by: str) -> None:
        """Take a person's marks of one kind off the story that some reports make up."""
        with self._database.writing() as connection:
            story_marks.drop_marks(connection, reports, kind, by)

    def list_marks(self, by: str) -> Sequence[StoryMark]:
        """List a person's marks, the oldest first."""
        with self._database.reading() as connection:
            return story_marks.load_marks(connection, by)
