"""Retractions: what has been taken back, so that it stands behind no claim any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from reportedly.data import read_table
from reportedly.reading import Reading, Sentence
from reportedly.report import NoticeKind

_BEFORE = 2  # sentences before 'we withdraw it' in which what was told may stand
_AFTER = 1  # and after the bare word 'Retraction'


def withdrawn_reports(readings: Iterable[Reading]) -> frozenset[str]:
    """Give the ids of the reports that their own outlet retracted."""
    return frozenset(
        reading.report.id
        for reading in readings
        if any(
            notice.kind is NoticeKind.RETRACTION and not _takes_back_told(notice.text)
            for notice in reading.report.notices
        )
    )


def sentences_taken_back(reading: Reading) -> frozenset[int]:
    """Give where the sentences start in which a report says what its outlet told and takes back."""
    body, sentences = reading.report.body, reading.sentences
    found: set[int] = set()
    if not may_take_back(body):
        return frozenset()
    for number, sentence in enumerate(sentences):
        if not _matches("takes", body[sentence.start : sentence.end]):
            continue
        near = sentences[max(0, number - _BEFORE) : number + _AFTER + 1]
        found |= {each.start for each in _of_paragraph(near, sentence, body) if _tells(each, sentence, body)}
    return frozenset(found)


@lru_cache(maxsize=256)
def may_take_back(body: str) -> bool:
    """Tell whether any sentence of a report may say that something is taken back."""
    return any(pattern.search(body) for pattern in _anywhere())


def _of_paragraph(near: Iterable[Sentence], sentence: Sentence, body: str) -> Iterator[Sentence]:
    """Give the sentences of the same paragraph."""
    for each in near:
        first, last = sorted((each, sentence), key=lambda one: one.start)
        if "\n\n" not in body[first.start : last.end]:
            yield each


def _tells(each: Sentence, taking: Sentence, body: str) -> bool:
    """Tell whether a sentence says what was told: the one that takes back does where it goes on to say what."""
    words = body[each.start : each.end]
    return _matches("told", words) if each is not taking else _takes_back_told(words) or " that " in words


def _takes_back_told(words: str) -> bool:
    """Tell whether a sentence says both that something is taken back and what had been told."""
    return _matches("takes", words) and _matches("told", words)


def _matches(sort: str, words: str) -> bool:
    """Tell whether one of the patterns of a sort stands in a sentence."""
    return any(pattern.search(words) for pattern in _patterns(sort))


@cache
def _patterns(sort: str) -> tuple[re.Pattern[str], ...]:
    """Read the patterns of a sort."""
    rows = read_table("assess_retractions.tsv")
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows if row["sort"] == sort)


@cache
def _anywhere() -> tuple[re.Pattern[str], ...]:
    """Give the patterns of what takes back as they are found in a whole body, wherever its sentences begin."""
    return tuple(re.compile(pattern.pattern.removeprefix("^"), re.IGNORECASE) for pattern in _patterns("takes"))
