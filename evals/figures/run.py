"""Figures of speech: none may give an event, and the same words must where they are meant."""

from __future__ import annotations

from evals.figures import PARTS, Sentence, sentences
from reportedly.analyse import Tagger, analyse
from reportedly.read import read_text

_UNCOUNTED = frozenset({"state", "other"})


def score() -> dict[str, float]:
    """Give the share of figures without any event, and of sentences that tell of a happening and give one, 0 to 1, for each part."""
    return {f"{part} {key}": value for part in PARTS for key, value in figures(part).items()}


def figures(part: str) -> dict[str, float]:
    """Give the two shares of a part."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for sentence in sentences(part):
        right[sentence.literal].append(is_right(sentence))
    return {"no event of figures": _share(right[False]), "event of happenings": _share(right[True])}


def is_right(sentence: Sentence) -> bool:
    """Tell whether a sentence gives an event where its words are meant, and none where they are a figure."""
    reading = analyse(read_text(sentence.text, as_is=True), tagger=Tagger.RULES)
    events = [event for event in reading.events if event.type not in _UNCOUNTED]
    return bool(events) is sentence.literal


def _share(rights: list[bool]) -> float:
    return sum(rights) / max(len(rights), 1)
