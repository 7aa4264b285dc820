"""Run a trained tagger over a report."""

from __future__ import annotations

import torch
from corpus import Example, tensors
from model import Tagger

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
        found += [one.shifted(window.start) for one in here if one.cue[0] + window.start >= window.judged]
    return found
