"""Let the shipped tagger give out what its first layer leaves: `python tools/kinds/open_lower.py TAGGER.onnx`.

What is appended to a protocol buffer is merged into it, so the weights' bytes stay as they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onnx import GraphProto, ModelProto, helper

LAYER = "/tagger/encoder/encoder/layer.0/output/LayerNorm/LayerNormalization_output_0"
NAME = "lower"


def main(path: Path) -> None:
    """Append a node that names the layer's output, once."""
    given = path.read_bytes()
    if NAME in {output.name for output in ModelProto.FromString(given).graph.output}:
        sys.exit(f"{path}: gives out {NAME} already")
    more = GraphProto(node=[helper.make_node("Identity", [LAYER], [NAME])])
    more.output.add().name = NAME
    path.write_bytes(given + ModelProto(graph=more).SerializeToString())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
