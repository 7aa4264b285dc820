"""Run a trained tagger over a report."""

from __future__ import annotations

import numpy as np
import torch
from model import Tagger

from corpus import Example, tensors
from reportedly.analyse.tag_path import Tagged, best_labels, join
from reportedly.analyse.tagger_input import windows


@torch.no_grad()
def predict(model: Tagger, example: Example) -> list[Tagged]:
    """Give the attributions of a report in its words."""
    found: list[Tagged] = []
    for window in windows(example.words):
        batch = tensors([(example, window)])
        labels, to_cue, to_source = model(
            batch["pieces"], batch["word_of"], batch["first"], batch["features"], batch["seen"]
        )
        breaks = [b - window.start for b in example.words.breaks if window.start <= b < window.end]
        scores = labels[0].log_softmax(-1).numpy()
        path = best_labels(scores, breaks)
        here = join(path, scores, to_cue[0].log_softmax(-1).numpy(), to_source[0].log_softmax(-1).numpy())
        found += [shift(one, window.start) for one in here if one.cue[0] + window.start >= window.judged]
    return found


def shift(one: Tagged, by: int) -> Tagged:
    """Count an attribution's words from the report's start."""

    def move(words: tuple[int, int]) -> tuple[int, int]:
        return words[0] + by, words[1] + by

    return Tagged(move(one.source) if one.source else None, move(one.cue), tuple(map(move, one.content)), one.sure)


def softened(scores: np.ndarray, heat: float) -> np.ndarray:
    """Give scores as chances at a temperature."""
    held = np.exp((scores - scores.max(axis=-1, keepdims=True)) / heat)
    return held / held.sum(axis=-1, keepdims=True)
