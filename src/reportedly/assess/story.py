"""Which reports are of one story, and of which story a question is: by the names that they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from reportedly.assess.wording import find_names, stem, stems, total
from reportedly.data import read_table
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.text.word import words

_ONE_STORY = 0.07  # share of the names of two reports, by what they tell, from which they may tell of one happening
_BESIDE = 0.2  # and from which the one may answer what is asked of the other
_FEW_NAMES = 20.0  # what the names of a report tell at least, about three that nobody knows, for that to count
_ASKED = 0.5  # of what the best report has of a question's names, from which another one is of its story too
_LOOKED_AT = 16  # reports of its story that others are held against
_REPORTS = 1 << 11
_PAIRS = 1 << 14


@lru_cache(maxsize=_REPORTS)
def story_of(report: Report) -> frozenset[str]:
    """Give the stems of the names that a report tells; days and months are none."""
    return find_names(_text(report)) - _calendar()


@cache
def _calendar() -> frozenset[str]:
    """Give the stems of the names of days and months."""
    return frozenset(stem(row["word"]) for table in ("weekdays.tsv", "month_names.tsv") for row in read_table(table))


def of_one_story(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two reports with these names share so many that they may tell of one happening."""
    return _in_common(ours, theirs) >= _ONE_STORY


@lru_cache(maxsize=_PAIRS)
def _in_common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Give how much of the names of the report that has fewer the other has too, by what they tell; 1 for a few."""
    least = min(total(ours), total(theirs))
    return total(ours & theirs) / least if least >= _FEW_NAMES else 1.0


def reports_about(question: str, readings: Sequence[Reading]) -> frozenset[str]:
    """Name the reports that may tell of what a question asks; all where none has a word of it.

    They are those that hold most of its names, where it has none, of its words, and what is of one story with them.
    """
    named = (find_names(question[:1].lower() + question[1:]) & stems(question)) - _calendar()
    wanted = named or stems(question)
    stories = {reading.report.id: story_of(reading.report) for reading in readings}
    told = {
        reading.report.id: total(wanted & (stories[reading.report.id] if named else _words_of(reading.report)))
        for reading in readings
    }
    most = max(told.values(), default=0.0)
    if not most:
        return frozenset(stories)
    best = sorted((id_ for id_ in told if told[id_] >= _ASKED * most), key=lambda id_: (-told[id_], id_))
    near = [stories[id_] for id_ in best[:_LOOKED_AT]]
    beside = (id_ for id_ in stories if any(_in_common(stories[id_], story) >= _BESIDE for story in near))
    return frozenset(best).union(beside)


@lru_cache(maxsize=_REPORTS)
def _words_of(report: Report) -> frozenset[str]:
    """Give the stems of all words of a report."""
    return frozenset(stem(word.form) for word in words(_text(report)))


def _text(report: Report) -> str:
    return f"{report.title or ''}. {report.body}"
