"""Average trained taggers that began alike: `python tools/tagger/average.py OUT.pt TRAINED.pt TRAINED.pt...`."""

from __future__ import annotations

import sys

import torch


def main(out: str, *trained: str) -> None:
    """Write the mean of the weights."""
    states = [torch.load(path, weights_only=True)["average"] for path in trained]
    mean = {
        name: sum(state[name] for state in states) / len(states)
        if states[0][name].is_floating_point()
        else states[0][name]
        for name in states[0]
    }
    torch.save({"average": mean, "options": {"of": list(trained)}}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
