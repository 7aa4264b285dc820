"""Write the trained reader of changes for the program: `python tools/changes/export.py TRAINED.pt ENCODER OUT.onnx`.

One pair of passages at a time, eight-bit weights (tools/tagger/write.py).
"""

from __future__ import annotations

import sys

import torch
from model import MARKS, Reader
from torch import Tensor, nn
from train import KINDS
from write import write


class Single(nn.Module):
    """The reader over one pair, its points as chances, but for the drifts."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, sides: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Take 1 x pieces; give what link.change_reader reads."""
        points = self.reader(pieces, sides, marks)
        links = points.asks[0] @ points.answers[0].T
        return points.kinds[0].sigmoid(), points.drifts[0], points.same[0].sigmoid(), links


def main(trained: str, encoder: str, out: str) -> None:
    """Write what was trained."""
    reader = Reader(encoder, len(KINDS))
    reader.load_state_dict(torch.load(trained, weights_only=True))
    single = Single(reader.eval())
    size = 14
    example = torch.randint(1000, 20_000, (1, size)), torch.randint(0, 3, (1, size)), torch.randint(0, MARKS, (1, size))
    pieces = {1: "pieces"}
    given = {"pieces": pieces, "sides": pieces, "marks": pieces}
    told = {"kinds": {0: "pieces"}, "drifts": {0: "pieces"}, "same": {}, "links": {0: "pieces", 1: "pieces"}}
    write(single, example, given, told, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
