"""Train a reader of two texts: `python tools/pairs/train.py ENCODER TRAINED.pt [--start TRAINED.pt] [--claims CLAIMS.jsonl]`.

An encoder reads a question and a line, or two lines, at once; one head tells the line's side (stories.SIDES), one the relation of
two lines (stories.RELATIONS). After each epoch it is measured on claims of ours beside questions that it has not seen (claims.py).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from stories import RELATIONS, SIDES, Story, read_stories
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from cases import Group, pairs, read_groups

HERE = Path(__file__).parent
BATCH, LONGEST, WARM, HEAD_RATE, SMOOTHING = 32, 96, 0.06, 1e-3, 0.05
ON_NONE = 8  # lines a question of those that bear on it in no way
OF_CASES = (0, 1, 2, 4)  # columns of cases.SIDES in stories.SIDES
RELATED = 40  # pairs of lines a story: half of them of one fact or rivals, as far as there are so many


class Item(NamedTuple):
    """Two texts, and the right column of a head."""

    head: int  # 0: side, 1: relation
    one: str
    other: str
    column: int


class Reader(nn.Module):
    """An encoder over both texts with a head for sides and one for relations."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        # Attention written out trains faster on a processor than torch's own.
        chosen = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.0}
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, **chosen)
        size = 2 * self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleList((nn.Linear(size, len(SIDES)), nn.Linear(size, len(RELATIONS))))

    def forward(self, given: dict[str, Tensor]) -> list[Tensor]:
        """Give the points of both heads, texts x columns."""
        with torch.autocast("cpu", torch.bfloat16):
            states = self.encoder(**given).last_hidden_state
        states, seen = states.float(), given["attention_mask"].unsqueeze(-1).float()
        told = torch.cat((states[:, 0], (states * seen).sum(1) / seen.sum(1)), -1)
        return [head(self.dropout(told)) for head in self.heads]


def draw(stories: Sequence[Story], groups: Sequence[Group]) -> list[Item]:
    """Draw what an epoch reads: all lines that bear on a question, some of the rest, and all of the groups."""
    drawn = [item for group in groups for item in _of_group(group)]
    for story in stories:
        beside = list(story.beside_questions())
        random.shuffle(beside)
        left = ON_NONE * len(story.questions)
        for question, line, column in beside:
            left -= column == 0
            if column or left >= 0:
                drawn.append(Item(0, question, line, column))
        related = list(story.beside_each_other())
        random.shuffle(related)
        for wanted in (True, False):
            drawn += [Item(1, *each) for each in related if bool(each[2]) is wanted][: RELATED // 2]
    return drawn


def _of_group(group: Group) -> Iterator[Item]:
    """Give the sentences of a group beside its question, and beside each other, either first."""
    for told in group.told:
        if group.question:
            yield Item(0, group.question, told.text, OF_CASES[told.side])
    for pair in pairs(group):
        one, other = (group.told[n].text for n in random.sample(pair[:2], 2))
        yield Item(1, one, other, pair[2])


def batches(items: list[Item]) -> list[list[Item]]:
    """Put texts of like length together, in no order."""
    random.shuffle(items)
    found = []
    for at in range(0, len(items), BATCH * 50):
        part = sorted(items[at : at + BATCH * 50], key=lambda item: len(item.one) + len(item.other))
        found += [part[start : start + BATCH] for start in range(0, len(part), BATCH)]
    random.shuffle(found)
    return found


def losses(reader: Reader, tokens: object, batch: Sequence[Item]) -> Iterator[Tensor]:
    """Give the loss of each head over its items of a batch, summed."""
    points = reader(encode(tokens, [item.one for item in batch], [item.other for item in batch]))
    column, heads = torch.tensor([item.column for item in batch]), torch.tensor([item.head for item in batch])
    for head, told in enumerate(points):
        own = heads == head
        if own.any():
            yield nn.functional.cross_entropy(told[own], column[own], label_smoothing=SMOOTHING, reduction="sum")


def encode(tokens: object, ones: list[str], others: list[str]) -> dict[str, Tensor]:
    """Lay texts out for the encoder."""
    return dict(tokens(ones, others, truncation=True, max_length=LONGEST, padding=True, return_tensors="pt"))


def measure(reader: Reader, tokens: object, rows: Sequence[dict[str, str]]) -> str:
    """Say how well lines that bear on a question are put before those that do not, and how often those are on their side."""
    reader.eval()
    chances = []
    with torch.inference_mode():
        for at in range(0, len(rows), 64):
            part = rows[at : at + 64]
            asked = [row["question"] for row in part]
            both = [
                reader(encode(tokens, asked, [row[key] for row in part]))[0].softmax(-1) for key in ("said", "sentence")
            ]
            chances.append((both[0] + both[1]) / 2)
    reader.train()
    told, gold = torch.cat(chances), torch.tensor([SIDES.index(row["side"]) for row in rows])
    order = told[:, 0].argsort()
    right = (gold[order] > 0).float()
    precision = right.cumsum(0) / torch.arange(1, len(right) + 1)
    on = gold > 0
    side = (told[on, 1:].argmax(1) + 1 == gold[on]).float().mean()
    return f"average precision {(precision * right).sum() / right.sum():.3f}, side of those that bear {side:.3f}"


def main() -> None:
    """Train, and keep the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder")
    parser.add_argument("trained", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--stories", nargs="*", type=Path, default=sorted((HERE / "stories").glob("*.jsonl")))
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    stories = [story for path in given.stories for story in read_stories(path)]
    groups = [
        group for path in sorted((HERE / "cases").glob("*.txt")) if path.stem != "aside" for group in read_groups(path)
    ]
    rows = [json.loads(row) for row in given.claims.read_text().splitlines()] if given.claims else []
    reader, tokens = Reader(given.encoder), AutoTokenizer.from_pretrained(given.encoder)
    if given.start:
        reader.load_state_dict(torch.load(given.start, weights_only=True))
    rates = (given.rate, HEAD_RATE)
    steps = torch.optim.AdamW(
        [{"params": part.parameters()} for part in (reader.encoder, reader.heads)], weight_decay=0.01
    )
    done, began = 0, time.monotonic()
    for epoch in range(given.epochs):
        drawn = batches(draw(stories, groups))
        total, lost, reader = len(drawn) * given.epochs, 0.0, reader.train()
        for batch in drawn:
            done += 1
            pace = min(1.0, done / (WARM * total)) * max(0.0, (total - done) / total)
            for group, rate in zip(steps.param_groups, rates, strict=True):
                group["lr"] = rate * pace
            loss = sum(losses(reader, tokens, batch)) / len(batch)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            steps.step()
            lost += float(loss)
        torch.save(reader.state_dict(), given.trained)
        told = measure(reader, tokens, rows) if rows else ""
        sys.stdout.write(f"epoch {epoch}: loss {lost / len(drawn):.3f}, {time.monotonic() - began:.0f} s; {told}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
