"""Find attributions with the trained tagger, which tools/tagger trains.

Windows are read one at a time: eight-bit arithmetic takes its scale from all that it is given at once, so what
shares a batch with a report would change what is found in it.
"""

from __future__ import annotations

from collections.abc import Iterator
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


@cache
def _session() -> InferenceSession:
    """Load the model once in a process; one thread, so that a run never depends on the machine's cores."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(str(files("reportedly.data") / MODEL), options, providers=["CPUExecutionProvider"])


def tag(doc: Doc, votes: Scores) -> list[Tagged]:
    """Give the attributions of a parse in the order of their cues, counted in its tokens.

    `votes`, tokens x LABELS, are added to the model's log probabilities before the best labels are chosen.
    """
    words = read_words(doc)
    said = votes[list(words.tokens)]
    found = [one for window in windows(words) for one in _read(words, window, said)]
    tokens = words.tokens
    moved = (one.moved(lambda part: (tokens[part[0]], tokens[part[1] - 1] + 1)) for one in found)
    return sorted(moved, key=lambda one: one.cue)


def _read(words: Words, window: Window, votes: Scores) -> Iterator[Tagged]:
    scores, to_cue, to_source = _score(words, window)
    breaks = [opening - window.start for opening in words.breaks if window.start <= opening < window.end]
    labels = best_labels(scores + votes[window.start : window.end], breaks)
    for one in join(labels, scores, to_cue, to_source):
        if one.cue[0] + window.start >= window.judged:
            yield one.shifted(window.start)


def _score(words: Words, window: Window) -> tuple[Scores, Scores, Scores]:
    pieces, word_of, first = lay_out(words, window)
    given = {"pieces": pieces, "word_of": word_of, "first": first}
    inputs = {name: np.array(values, dtype=np.int64) for name, values in given.items()}
    inputs["features"] = words.features[window.start : window.end]
    labels, to_cue, to_source = _session().run(["labels", "to_cue", "to_source"], inputs)
    return labels, to_cue, to_source
