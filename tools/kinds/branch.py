"""The reader of kinds: five layers and a head on what the tagger's first layer leaves."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import AutoModel

LAYERS = (1, 2, 3, 4, 5)  # of all-MiniLM-L6-v2, whose first one is the tagger's first
HIDDEN = 384


class Branch(nn.Module):
    """Tell of each word which kind of happening it names."""

    def __init__(self, encoder: str, kinds: int) -> None:
        super().__init__()
        chosen = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.0}
        whole = AutoModel.from_pretrained(encoder, add_pooling_layer=False, **chosen)
        self.layers = nn.ModuleList(whole.encoder.layer[number] for number in LAYERS)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(HIDDEN, kinds)

    def forward(self, lower: Tensor, first: Tensor, seen: Tensor | None = None) -> Tensor:
        """Give points of each kind, batch x words x kinds.

        Args:
            lower: batch x pieces x HIDDEN, the tagger's output of that name.
            first: batch x words, the first piece of each word.
            seen: batch x pieces, 1 where there is a piece; None where all are.
        """
        hidden = None if seen is None else (1 - seen[:, None, None, :].float()) * -1e4
        states = lower
        for layer in self.layers:
            given = layer(states, hidden)
            states = given[0] if isinstance(given, tuple) else given
        states = states.float()
        if states.size(0) == 1:  # in the plainest operation
            words = states[0].index_select(0, first[0]).unsqueeze(0)
        else:
            words = states.gather(1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))
        points: Tensor = self.head(self.dropout(words))
        return points


def load(trained: str, encoder: str, kinds: int) -> Branch:
    """Give a trained branch, to be read with."""
    branch = Branch(encoder, kinds)
    branch.load_state_dict(torch.load(trained, weights_only=True))
    return branch.eval()
