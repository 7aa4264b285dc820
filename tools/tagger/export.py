"""Write the trained tagger for the program: `python tools/tagger/export.py TRAINED.pt ENCODER TRAIN.npz OUT.onnx`.

One report's window at a time, eight-bit weights (`write.py`).
"""

from __future__ import annotations

import logging
import sys

import torch
from corpus import load
from level import level
from model import Tagger, load_trained
from torch import Tensor, nn
from write import write

from reportedly.analyse.tagger_input import FEATURES


class Single(nn.Module):
    """The tagger over one window, its scores as log probabilities."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: Tensor, word_of: Tensor, first: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """Take one-dimensional pieces, their words, first pieces, and words x features."""
        seen = torch.ones_like(pieces)
        found = self.tagger(*(one.unsqueeze(0) for one in (pieces, word_of, first, features, seen)))
        return tuple(one[0].log_softmax(-1) for one in found)


def main(trained: str, encoder: str, train: str, out: str) -> None:
    """Level the weights, and write them."""
    logging.getLogger().setLevel(logging.ERROR)
    words, pieces = 9, 14
    example = (
        torch.randint(5, 9000, (pieces,)),
        torch.tensor([0, 1, 1, 2, 3, 3, 4, 5, 6, 7, 7, 8, 9, 0]),
        torch.tensor([1, 3, 4, 6, 7, 8, 9, 11, 12]),
        torch.zeros((words, len(FEATURES)), dtype=torch.long),
    )
    tagger = load_trained(trained, encoder)
    level(tagger, load(train))
    given = {"pieces": {0: "pieces"}, "word_of": {0: "pieces"}, "first": {0: "words"}, "features": {0: "words"}}
    told = {"labels": {0: "words"}, "to_cue": {0: "words", 1: "words"}, "to_source": {0: "words", 1: "sources"}}
    write(Single(tagger), example, given, told, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
