"""Let the runtime work out attention by its own operator, which takes less time: `python tools/tagger/fuse.py MODEL.onnx`.

The weights stay as they are. Windows are read alone, so nothing in one is hidden, and what hides it goes too.
"""

from __future__ import annotations

import sys

import onnx
from onnx import GraphProto, NodeProto, helper

ATTENTION_HEADS = 12
DOMAIN = "com.microsoft"


def fuse(graph: GraphProto) -> int:
    """Put one operator in the place of each attention that is written out, and say how many there were."""
    made = {name: node for node in graph.node for name in node.output}
    used: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            used.setdefault(name, []).append(node)
    softmaxes = [node for node in graph.node if node.op_type == "Softmax"]
    for softmax in softmaxes:
        scaled = made[softmax.input[0]]
        if scaled.op_type == "Add":  # of the mask
            scaled = made[scaled.input[0]]
        product, (mixed,) = made[scaled.input[0]], used[softmax.output[0]]
        turned = (*product.input, mixed.input[1])  # heads x words x width
        given = [made[made[name].input[0]].input[0] for name in turned]
        (turned_back,) = used[mixed.output[0]]
        (flat,) = used[turned_back.output[0]]
        name = softmax.name.replace("Softmax", "MultiHeadAttention")
        fused = helper.make_node(
            "MultiHeadAttention", given, flat.output, name=name, domain=DOMAIN, num_heads=ATTENTION_HEADS
        )
        at = list(graph.node).index(flat)
        graph.node.remove(flat)
        graph.node.insert(at, fused)
    return len(softmaxes)


def prune(graph: GraphProto) -> None:
    """Take out what nothing asks for any more."""
    wanted, kept = {output.name for output in graph.output}, []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.insert(0, node)
    weights = [weight for weight in graph.initializer if weight.name in wanted]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(weights)


def main(path: str) -> None:
    """Write the model over itself."""
    model = onnx.load(path)
    found = fuse(model.graph)
    prune(model.graph)
    if DOMAIN not in {known.domain for known in model.opset_import}:
        model.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    onnx.save(model, path)
    print(f"{path}: {found} layers")


if __name__ == "__main__":
    main(*sys.argv[1:])
