"""The tagger: a small transformer over word pieces, told what the parse says of each word, with three heads."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedModel

from reportedly.analyse.tagger_input import feature_sizes

LABELS = 7
PIECES = 30522  # in the vocabulary that the program reads with
REACH = 64  # words; what is farther counts as this far
HIDDEN = 26  # in 256: the share of what a layer gives that is hidden from the next one in training
POOL = 1 << 24


class Dropout(nn.Module):
    """Dropout out of one pool of chances drawn ahead: drawing anew for each layer costs a quarter of the training."""

    pool = torch.empty(0, dtype=torch.uint8)

    def forward(self, given: Tensor) -> Tensor:
        """Hide a share of what is given, in training only."""
        if not self.training:
            return given
        if not Dropout.pool.numel():
            Dropout.pool = torch.randint(0, 256, (POOL,), dtype=torch.uint8)
        size = given.numel()
        start = int(torch.randint(0, POOL - size, (1,)))
        kept = (Dropout.pool[start : start + size] >= HIDDEN).view_as(given)
        return given * kept.to(given.dtype).mul_(256 / (256 - HIDDEN))


def load_encoder(folder: str, layers: int | None = None) -> PreTrainedModel:
    """Load an encoder's weights from a folder: a BERT's, or an MPNet's as a larger teacher; its first `layers` or all."""
    # Attention written out is twice as fast to train here as torch's own, whose way back is slow on a processor.
    chosen: dict[str, Any] = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.0}
    if layers is not None:
        chosen["num_hidden_layers"] = layers
    encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, **chosen)
    for layer in list(encoder.modules()):
        for name, part in list(layer.named_children()):
            if isinstance(part, nn.Dropout) and part.p:
                setattr(layer, name, Dropout())
    return encoder


def load_trained(trained: str, folder: str, which: str = "average") -> Tagger:
    """Give a trained tagger, as deep as it was trained."""
    state: dict[str, Any] = torch.load(trained, weights_only=True)[which]
    config = AutoConfig.from_pretrained(folder, attn_implementation="eager")
    layers = {name.split(".")[3] for name in state if name.startswith("encoder.encoder.layer.")}
    config.num_hidden_layers = len(layers)
    tagger = Tagger(AutoModel.from_config(config, add_pooling_layer=False), feature_sizes())
    tagger.load_state_dict(state)
    return tagger.eval()


@torch.no_grad()
def deepen(encoder: PreTrainedModel, pieces: Tensor, more: int) -> None:
    """Put `more` layers into a BERT, evenly, that give on what they are given until they have learnt better.

    A layer's last act is to bring its sum to a mean and a spread: a new one keeps those that the layer before it has
    on `pieces`, batch x length, and adds nothing of its own.
    """
    layers = encoder.encoder.layer
    states = encoder.eval()(input_ids=pieces, output_hidden_states=True).hidden_states
    grown = []
    for number, layer in enumerate(layers):
        grown.append(layer)
        if number * more // len(layers) == (number - 1) * more // len(layers):
            continue
        new, given = copy.deepcopy(layer), states[number + 1]
        for part in (new.attention.output, new.output):
            part.dense.weight.zero_()
            part.dense.bias.zero_()
            part.LayerNorm.weight.fill_(given.std(-1, correction=0).mean())
            part.LayerNorm.bias.fill_(given.mean())
        grown.append(new)
    encoder.encoder.layer = nn.ModuleList(grown)
    encoder.config.num_hidden_layers = len(grown)


def renumbered(kind: str) -> Tensor:
    """Give the encoder's own number of each piece: MPNet's vocabulary is BERT's with four marks in front."""
    numbers = torch.arange(PIECES)
    if kind == "mpnet":
        numbers += 4
        for bert, mpnet in ((0, 1), (100, 3), (101, 0), (102, 2), (103, PIECES + 4)):
            numbers[bert] = mpnet
    return numbers


class Tagger(nn.Module):
    """Label each word, point from content to its cue and from a cue to its source."""

    def __init__(self, encoder: PreTrainedModel, sizes: tuple[int, ...], width: int = 128) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        kind = encoder.config.model_type
        self.register_buffer("numbers", renumbered(kind), persistent=False)
        self.told_kinds = kind == "bert"
        self.features = nn.ModuleList(nn.Embedding(size, hidden) for size in sizes)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.dropout = Dropout()
        self.mix = nn.Linear(2 * hidden, hidden)
        self.label = nn.Linear(hidden, LABELS)
        self.asks = nn.ModuleList(nn.Linear(hidden, width) for _ in range(2))
        self.answers = nn.ModuleList(nn.Linear(hidden, width) for _ in range(2))
        self.near = nn.ParameterList(nn.Parameter(torch.zeros(2 * REACH + 1)) for _ in range(2))
        self.nothing = nn.Parameter(torch.zeros(width))
        self.scale = width**-0.5

    def forward(
        self, pieces: Tensor, word_of: Tensor, first: Tensor, features: Tensor, seen: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Give label scores, pointers to cues and pointers to sources.

        Args:
            pieces: batch x pieces, their numbers.
            word_of: batch x pieces, the word that each piece is of, from 1; 0 for marks.
            first: batch x words, the first piece of each word.
            features: batch x words x features.
            seen: batch x pieces, 1 where there is a piece.
        """
        told = sum(table(features[:, :, number]) for number, table in enumerate(self.features))
        padded = torch.cat([torch.zeros_like(told[:, :1]), told], dim=1)
        embedded = self.encoder.embeddings.word_embeddings(self.numbers[pieces]) + take(padded, word_of)
        kinds = {"token_type_ids": torch.zeros_like(pieces)} if self.told_kinds else {}
        read = self.encoder(inputs_embeds=embedded, attention_mask=seen, **kinds).last_hidden_state.float()
        words = take(read, first)
        words = nn.functional.gelu(self.mix(self.dropout(torch.cat([words, told], dim=-1)))) + words
        words = self.dropout(words)
        place = torch.arange(first.size(1), device=first.device)
        apart = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
        to_cue = self._point(0, words) + self.near[0][apart]
        to_source = self._point(1, words) + self.near[1][apart]
        none = (self.asks[1](words) * self.nothing).sum(-1, keepdim=True) * self.scale
        return self.label(words), to_cue, torch.cat([to_source, none], dim=-1)

    def _point(self, head: int, words: Tensor) -> Tensor:
        return self.asks[head](words) @ self.answers[head](words).transpose(1, 2) * self.scale


def take(values: Tensor, index: Tensor) -> Tensor:
    """Give batch x index x hidden out of batch x places x hidden; of a single window in the plainest operation."""
    if values.size(0) == 1:
        return values[0].index_select(0, index[0]).unsqueeze(0)
    return values.gather(1, index.unsqueeze(-1).expand(-1, -1, values.size(-1)))
