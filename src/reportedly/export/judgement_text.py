"""Judgements as plain text for a terminal: who decided what, when, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.export.wording import count, quoted
from reportedly.judgement import Act, Entry, Judgement, Mark, State, Subject

_LONGEST = 70  # characters of the judged words


def write_judgements(entries: Iterable[Entry]) -> str:
    """Write every judgement, the oldest first, each with its words and its reason."""
    blocks = [_entry(entry) for entry in entries]
    if not blocks:
        return "nothing was judged"
    return "\n".join([*blocks, count(len(blocks), "judgement")])


def describe_judgement(judgement: Judgement) -> str:
    """Say in one line what was decided."""
    if judgement.act is Act.UNDO:
        return f"undo {judgement.undoes}"
    words = [judgement.act.value, judgement.subject.value]
    if judgement.field is not None:
        words.append(judgement.field)
    if judgement.value is not None:
        words += ["to", judgement.value or "nothing told"]
    told = " ".join(words)
    if judgement.subject is Subject.DERIVATION:
        return told
    marks = [_words(mark) for mark in (judgement.mark, judgement.other) if mark is not None]
    return f"{told}: {' with '.join(marks)}"


def _entry(entry: Entry) -> str:
    """Write one judgement."""
    judgement = entry.judgement
    state = f" ({entry.state.value}{f': {entry.reason}' if entry.reason else ''})"
    lines = [
        f"{judgement.id}  {judgement.at[:16]}  {judgement.by}{'' if entry.state is State.HOLDS else state}",
        f"    {describe_judgement(judgement)}",
    ]
    if judgement.why:
        lines.append(f"    because {judgement.why}")
    return "\n".join(" ".join(line.split("\n")) for line in lines)


def _words(mark: Mark) -> str:
    """Quote the words that were judged."""
    text = " ".join(mark.span.text.split()) if mark.span else ""
    return quoted(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
