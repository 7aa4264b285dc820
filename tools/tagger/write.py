"""Write a trained network for the program: eight-bit weights with a scale for each column and one bit kept free.

So processors without eight-bit dot products, whose sums would overflow, give the same answer.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from fuse import main as fuse
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

Axes = dict[str, dict[int, str]]  # name -> which of its axes may have any length, and what they count


def write(network: nn.Module, example: tuple[Tensor, ...], given: Axes, told: Axes, out: str) -> None:
    """Export, fold constants, quantise, and fuse attention.

    Args:
        network: takes and gives tensors in the order of `given` and `told`.
        example: what it may be given.
        given: its inputs.
        told: its outputs.
        out: the file to write.
    """
    with tempfile.TemporaryDirectory() as folder:
        full, clean = Path(folder) / "full.onnx", Path(folder) / "clean.onnx"
        torch.onnx.export(
            network,
            example,
            str(full),
            input_names=list(given),
            output_names=list(told),
            dynamic_axes={name: axes for name, axes in (given | told).items() if axes},
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
