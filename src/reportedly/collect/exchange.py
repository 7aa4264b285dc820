"""Judgements as JSON lines, one a line, without loss: out of one collection and into another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.errors import JudgementFault
from reportedly.judgement import Act, Judgement, Mark, identify_judgement
from reportedly.record import from_record, to_record
from reportedly.span import Span

_DIGEST = re.compile(r"[0-9a-f]{24}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)


def write_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Give a line for each judgement, in ASCII."""
    return (json.dumps(to_record(each)) for each in judgements)


def read_judgements(lines: Iterable[str]) -> list[Judgement]:
    """Read what `write_judgements` wrote; empty lines are passed over.

    Raises:
        JudgementFault: a line is no judgement, or was changed since it was written. Its number is told.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_read(line))
            except JudgementFault as fault:
                raise JudgementFault(f"line {number}: {fault}") from fault
    return found


def _read(line: str) -> Judgement:
    """Read one line."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise JudgementFault("is no JSON") from None
    if not isinstance(record, dict):
        raise JudgementFault("is no judgement")
    try:
        judgement = from_record(Judgement, record)
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise JudgementFault(f"is no judgement: {type(fault).__name__} {fault}") from None
    _check(judgement)
    return judgement


def _check(judgement: Judgement) -> None:
    """Hold a judgement that came from elsewhere to what one made here is.

    Raises:
        JudgementFault: it is not that.
    """
    texts: list[Any] = [judgement.field, judgement.value, judgement.why, judgement.undoes]
    needed: list[Any] = [judgement.id, judgement.at, judgement.by]
    if not all(isinstance(text, str) for text in needed) or not all(isinstance(t, str | None) for t in texts):
        raise JudgementFault("is no judgement: text is wanted")
    if not _MOMENT.fullmatch(judgement.at):
        raise JudgementFault(f"{judgement.at!r} is no moment in UTC")
    for mark in (judgement.mark, judgement.other):
        if mark is not None:
            _check_mark(mark)
    if (judgement.act is Act.UNDO) != (judgement.undoes is not None) or (judgement.mark is None) != (
        judgement.act is Act.UNDO
    ):
        raise JudgementFault("is no judgement: it does not tell what it is about")
    if judgement.id != identify_judgement(judgement):
        raise JudgementFault(f"{judgement.id!r} does not go with what it says: it was changed since it was written")


def _check_mark(mark: Mark) -> None:
    if not isinstance(mark.digest, str) or not _DIGEST.fullmatch(mark.digest):
        raise JudgementFault(f"{mark.digest!r} is no digest of a text")
    for span in (mark.span, mark.core):
        if span is not None and not _is_whole(span):
            raise JudgementFault("is no judgement: a span is broken")


def _is_whole(span: Span) -> bool:
    """Tell whether a span could be cut from some text."""
    numbers: tuple[Any, ...] = (span.start, span.end)
    fits = all(type(number) is int for number in numbers) and isinstance(span.text, str)
    return fits and 0 <= span.start < span.end and len(span.text) == span.end - span.start
