"""Write the trained reader of kinds for the program: `python tools/kinds/export.py TRAINED.pt ENCODER OUT.onnx`.

One window at a time, eight-bit weights as in tools/tagger/export.py.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import torch
from branch import HIDDEN, Branch, load
from fuse import main as fuse
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

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
    """Export, fold constants, quantise, and fuse (tools/tagger)."""
    single = Single(load(trained, encoder, KINDS))
    with tempfile.TemporaryDirectory() as folder:
        full, clean = Path(folder) / "full.onnx", Path(folder) / "clean.onnx"
        torch.onnx.export(
            single,
            (torch.randn(1, 12, HIDDEN), torch.tensor([1, 3, 4, 6, 7])),
            str(full),
            input_names=["lower", "first"],
            output_names=["kinds"],
            dynamic_axes={"lower": {1: "pieces"}, "first": {0: "words"}, "kinds": {0: "words"}},
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
