"""Find attributions with the trained tagger, which tools/tagger trains.

Windows are read one at a time: eight-bit arithmetic takes its scale from all that it is given at once, so what
shares a batch with a report would change what is found in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from reportedly.analyse.tag_path import Scores, Tagged, best_labels, join
from reportedly.analyse.tagger_input import Window, Words, lay_out, read_words, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from reportedly.analyse.parsed import Doc

MODEL = "tagger.onnx"
LOWER = "lower"  # the tagger's output, 1 x pieces x 384, that what reads kinds of happening goes on from


@dataclass(frozen=True, slots=True)
class Look:
    """What the model says of a window's words, before any rule's vote."""

    window: Window
    first: tuple[int, ...]  # the first piece of each word
    labels: Scores  # words x LABELS
    to_cue: Scores
    to_source: Scores
    lower: Scores  # 1 x pieces x 384


@dataclass(frozen=True, slots=True)
class Observed:
    """A parse as the model sees it."""

    words: Words
    looks: tuple[Look, ...]


@cache
def load_session(model: str) -> InferenceSession:
    """Load a model of `data` once in a process; one thread, so that a run never depends on the machine's cores."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(files("reportedly.data") / model), options, providers=["CPUExecutionProvider"])


def observe(doc: Doc) -> Observed:
    """Run the model over a parse."""
    words = read_words(doc)
    return Observed(words, tuple(_look(words, window) for window in windows(words)))


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
    pieces, word_of, first = lay_out(words, window)
    given = {"pieces": pieces, "word_of": word_of, "first": first}
    inputs = {name: np.array(values, dtype=np.int64) for name, values in given.items()}
    inputs["features"] = words.features[window.start : window.end]
    found = load_session(MODEL).run(["labels", "to_cue", "to_source", LOWER], inputs)
    return Look(window, tuple(first), *found)
