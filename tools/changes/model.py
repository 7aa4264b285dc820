"""The reader of changes: all-MiniLM-L6-v2 over two passages at once, with what each piece is part of."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor, nn
from transformers import AutoModel

HIDDEN, LINK, MARKS = 384, 96, 8


class Points(NamedTuple):
    """What the reader tells of a batch, in log odds."""

    kinds: Tensor  # batch x pieces x kinds
    drifts: Tensor  # batch x pieces x 3
    same: Tensor  # batch: whether the two passages say the same
    asks: Tensor  # batch x pieces x LINK: the product with `answers` tells what stands for what
    answers: Tensor  # batch x pieces x LINK


class Reader(nn.Module):
    """Tell of each piece which kinds of change it is part of, and what in the other passage stands for it."""

    def __init__(self, encoder: str, kinds: int) -> None:
        super().__init__()
        chosen = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.1}
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, **chosen)
        self.marks = nn.Embedding(MARKS, HIDDEN)
        self.sides = nn.Embedding(3, HIDDEN)
        nn.init.normal_(self.marks.weight, std=0.02)
        nn.init.normal_(self.sides.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.kinds = nn.Linear(HIDDEN, kinds)
        self.drifts = nn.Linear(HIDDEN, 3)
        self.same = nn.Linear(HIDDEN, 1)
        self.asks, self.answers = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)

    def forward(self, pieces: Tensor, sides: Tensor, marks: Tensor, seen: Tensor | None = None) -> Points:
        """Read batch x pieces; `seen` is 1 where there is a piece, None where all are."""
        given = self.encoder.embeddings.word_embeddings(pieces) + self.marks(marks) + self.sides(sides)
        states = self.encoder.embeddings(inputs_embeds=given)
        hidden = None if seen is None else (1 - seen[:, None, None, :].float()) * -1e4
        for layer in self.encoder.encoder.layer:
            told = layer(states, hidden)
            states = told[0] if isinstance(told, tuple) else told
        states = self.dropout(states)
        return Points(
            self.kinds(states),
            self.drifts(states),
            self.same(states[:, 0]).squeeze(-1),
            self.asks(states),
            self.answers(states),
        )
