"""Average trained weights: `python tools/changes/average.py TRAINED.pt... OUT.pt`; kinds that some lack are averaged over the rest."""

from __future__ import annotations

import sys

import torch
from torch import Tensor


def mean(parts: list[Tensor]) -> Tensor:
    """Give the mean of tensors of which some have fewer rows than others."""
    if not parts[0].is_floating_point():
        return parts[0]
    rows = max(len(part) for part in parts)
    total = torch.zeros(rows, *parts[0].shape[1:])
    counts = torch.zeros(rows, *(1 for _ in parts[0].shape[1:]))
    for part in parts:
        total[: len(part)] += part
        counts[: len(part)] += 1
    return total / counts


def main(*paths: str) -> None:
    """Write the mean of all but the last path to the last."""
    told = [torch.load(path, weights_only=True) for path in paths[:-1]]
    names = max(told, key=len)
    torch.save({name: mean([each[name] for each in told]) for name in names}, paths[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
