"""Level what goes into each layer of a trained tagger, so that eight bits hold it: big channels made small, their weights big.

SmoothQuant (Xiao et al. 2023): each input channel is divided by `|input|^SHARE / |weight|^(1 - SHARE)`, and the weights
that read it are multiplied by the same; the layer gives what it gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import torch
from corpus import Example, tensors
from model import Tagger
from torch import Tensor, nn

from reportedly.analyse.tagger_input import windows

SHARE = 0.7
EVERY = 28  # one report in so many is read for its highest inputs
LEAST = 1e-5


class Levelled(nn.Module):
    """A linear layer whose input is scaled, channel by channel."""

    def __init__(self, linear: nn.Linear, highest: Tensor) -> None:
        super().__init__()
        weights = linear.weight.detach().abs().amax(0).clamp(min=LEAST)
        scale = (highest.clamp(min=LEAST) ** SHARE / weights ** (1 - SHARE)).clamp(min=LEAST)
        self.register_buffer("factor", 1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features, bias=linear.bias is not None)
        self.linear.weight = nn.Parameter(linear.weight.detach() * scale)
        if linear.bias is not None:
            self.linear.bias = linear.bias

    def forward(self, given: Tensor) -> Tensor:
        """Scale, and apply the layer."""
        return self.linear(given * self.factor)


@torch.no_grad()
def level(tagger: Tagger, examples: Sequence[Example]) -> None:
    """Put a levelled layer in the place of each linear layer, by the highest inputs that some reports give it."""
    layers = {name: layer for name, layer in tagger.named_modules() if isinstance(layer, nn.Linear)}
    highest: dict[str, Tensor] = {}
    hooks = [layer.register_forward_pre_hook(partial(_note, highest, name)) for name, layer in layers.items()]
    for example in examples[::EVERY]:
        for window in windows(example.words):
            batch = tensors([(example, window)])
            tagger(*(batch[key] for key in ("pieces", "word_of", "first", "features", "seen")))
    for hook in hooks:
        hook.remove()
    for name, layer in layers.items():
        parent, _, own = name.rpartition(".")
        setattr(tagger.get_submodule(parent), own, Levelled(layer, highest[name]))


def _note(highest: dict[str, Tensor], name: str, _: nn.Module, given: tuple[Tensor, ...]) -> None:
    seen = given[0].abs().flatten(0, -2).amax(0)
    highest[name] = torch.maximum(highest.get(name, seen), seen)
