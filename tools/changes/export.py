"""Write the trained reader of changes for the program: `python tools/changes/export.py TRAINED.pt ENCODER OUT.onnx`.

One pair of passages at a time, eight-bit weights as in tools/tagger/export.py.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from fuse import main as fuse
from model import MARKS, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from train import KINDS


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
    """Export, fold constants, quantise, and fuse (tools/tagger)."""
    reader = Reader(encoder, len(KINDS))
    reader.load_state_dict(torch.load(trained, weights_only=True))
    single = Single(reader.eval())
    size = 14
    example = torch.randint(1000, 20_000, (1, size)), torch.randint(0, 3, (1, size)), torch.randint(0, MARKS, (1, size))
    with tempfile.TemporaryDirectory() as folder:
        full, clean = Path(folder) / "full.onnx", Path(folder) / "clean.onnx"
        pieces = {1: "pieces"}
        torch.onnx.export(
            single,
            example,
            str(full),
            input_names=["pieces", "sides", "marks"],
            output_names=["kinds", "drifts", "same", "links"],
            dynamic_axes=dict.fromkeys(("pieces", "sides", "marks"), pieces)
            | {"kinds": {0: "pieces"}, "drifts": {0: "pieces"}, "links": {0: "pieces", 1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(clean), skip_symbolic_shape=True)
        options = {"MatMulConstBOnly": True}
        quantize_dynamic(
            str(clean), out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, extra_options=options
        )
    fuse(out)
    print(f"{out}: {Path(out).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
