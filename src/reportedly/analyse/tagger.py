"""Find attributions with the trained tagger, which tools/tagger trains.

Windows are read one at a time: eight-bit arithmetic takes its scale from all that it is given at once, so what
shares a batch with a report would change what is found in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.analyse.tag_path import Scores, Tagged, best_labels, join
from reportedly.analyse.tagger_input import Window, Words, lay_out, read_words, windows
from reportedly.data.trained import load_model

if TYPE_CHECKING:
    from reportedly.analyse.parse import Passage
    from reportedly.analyse.parsed import Doc

MODEL = "tagger.onnx"
KINDS_MODEL = "kinds.onnx"  # goes on from what the tagger's first layer leaves


@dataclass(frozen=True, slots=True)
class Look:
    """What the model says of a window's words, before any rule's vote."""

    window: Window
    labels: Scores  # words x LABELS
    to_cue: Scores
    to_source: Scores
    kinds: Scores  # words x event_kind.KINDS


@dataclass(frozen=True, slots=True)
class Observed:
    """A parse as the model sees it."""

    words: Words
    looks: tuple[Look, ...]


def observe(doc: Doc) -> Observed:
    """Run the model over a parse."""
    words = read_words(doc)
    return Observed(words, tuple(_look(words, window) for window in windows(words)))


def beside(passages: Sequence[Passage], seen: Sequence[Observed] | None) -> Iterable[tuple[Passage, Observed | None]]:
    """Give each passage with what the model makes of it; None where the rules read alone."""
    return zip(passages, seen if seen is not None else [None] * len(passages), strict=True)


def tag(observed: Observed, votes: Scores) -> list[Tagged]:
    """Give the attributions of a parse in the order of their cues, counted in its tokens.

    `votes`, tokens x LABELS, are added to the model's log probabilities before the best labels are chosen.
    """
    words = observed.words
    said = votes[list(words.tokens)]
    found = [one for look in observed.looks for one in _read(words, look, said)]
    tokens = words.tokens
    moved = (one.moved(lambda part: (tokens[part[0]], tokens[part[1] - 1] + 1)) for one in found)
    return sorted(moved, key=lambda one: one.cue)


def _read(words: Words, look: Look, votes: Scores) -> Iterator[Tagged]:
    window = look.window
    breaks = [opening - window.start for opening in words.breaks if window.start <= opening < window.end]
    labels = best_labels(look.labels + votes[window.start : window.end], breaks)
    for one in join(labels, look.labels, look.to_cue, look.to_source):
        if one.cue[0] + window.start >= window.judged:
            yield one.shifted(window.start)


def _look(words: Words, window: Window) -> Look:
    first, lower, found = run_tagger(words, window)
    (kinds,) = load_model(KINDS_MODEL).run(["kinds"], {"lower": lower, "first": first})
    return Look(window, *found, kinds)


def run_tagger(words: Words, window: Window) -> tuple[NDArray[np.int64], Scores, tuple[Scores, Scores, Scores]]:
    """Give the first piece of each word, what the first layer leaves (1 x pieces x 384), and what Look has of words."""
    pieces, word_of, first = lay_out(words, window)
    given = {"pieces": pieces, "word_of": word_of, "first": first}
    inputs = {name: np.array(values, dtype=np.int64) for name, values in given.items()}
    inputs["features"] = words.features[window.start : window.end]
    lower, *found = load_model(MODEL).run(["lower", "labels", "to_cue", "to_source"], inputs)
    return inputs["first"], lower, tuple(found)
