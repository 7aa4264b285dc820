"""Write the trained reader of kinds for the program: `python tools/kinds/export.py TRAINED.pt ENCODER OUT.onnx`.

One window at a time, eight-bit weights (tools/tagger/write.py).
"""

from __future__ import annotations

import sys

import torch
from branch import HIDDEN, Branch, load
from torch import Tensor, nn
from write import write

KINDS = 42


class Single(nn.Module):
    """The branch over one window, its points as log probabilities."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, lower: Tensor, first: Tensor) -> Tensor:
        """Take 1 x pieces x HIDDEN and the first piece of each word."""
        return self.branch(lower, first.unsqueeze(0))[0].log_softmax(-1)


def main(trained: str, encoder: str, out: str) -> None:
    """Write what was trained."""
    single = Single(load(trained, encoder, KINDS))
    example = torch.randn(1, 12, HIDDEN), torch.tensor([1, 3, 4, 6, 7])
    write(single, example, {"lower": {1: "pieces"}, "first": {0: "words"}}, {"kinds": {0: "words"}}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
