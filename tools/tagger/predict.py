"""Run trained taggers over a report: its windows together, for training only; the program reads each alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from corpus import Example, tensors
from model import Tagger

from reportedly.analyse.tag_path import Scores, Tagged, best_labels, join
from reportedly.analyse.tagger_input import Window, windows

NEVER = 1e-9


@torch.no_grad()
def read(taggers: Sequence[Tagger], example: Example) -> Iterator[tuple[Window, list[int], Scores, list[Tagged]]]:
    """Give each window with its best labels, the taggers' mean log chances of labels, and the attributions."""
    cut = list(windows(example.words))
    batch = tensors([(example, window) for window in cut])
    given = [batch[name] for name in ("pieces", "word_of", "first", "features", "seen")]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = [tagger(*given) for tagger in taggers]
    for number, window in enumerate(cut):
        size = window.end - window.start
        some = [*range(size), -1]
        parts = ((s[0][number, :size], s[1][number, :size, :size], s[2][number, :size, some]) for s in said)
        chances = [torch.stack([part.float().softmax(-1) for part in one]).mean(0) for one in zip(*parts, strict=True)]
        scores, to_cue, to_source = (np.log(one.numpy() + NEVER) for one in chances)
        breaks = [b - window.start for b in example.words.breaks if window.start <= b < window.end]
        path = best_labels(scores, breaks)
        yield window, path, scores, [one.shifted(window.start) for one in join(path, scores, to_cue, to_source)]


def predict(tagger: Tagger, example: Example) -> list[Tagged]:
    """Give the attributions of a report in its words."""
    return [one for window, _, _, found in read([tagger], example) for one in found if one.cue[0] >= window.judged]
