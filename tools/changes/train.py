"""Train the reader of changes: `python tools/changes/train.py PAIRS.npz ENCODER TRAINED.pt` (in tools/tagger's environment).

After each epoch the examples of `--held` say how well pieces are told to be part of a change of the right kind.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from model import Points, Reader
from torch import Tensor, nn

# The columns of tools/changes/prepare.py, in its order; what each is in a retelling read the other way round.
KINDS = (
    "hedge_dropped hedge_added hedge_weakened hedge_strengthened quote_altered quote_differs attribution_dropped attribution_added"
    " attribution_changed cue_changed quantity_changed time_changed tense_changed place_changed name_changed polarity_changed"
    " caveat_dropped detail_changed detail_dropped detail_added omitted added"
    " headline_changed"
).split()
TURNED = {"hedge_dropped": "hedge_added", "hedge_weakened": "hedge_strengthened", "detail_dropped": "detail_added"}
TURNED |= {"attribution_dropped": "attribution_added", "omitted": "added"}
TURNED |= {new: old for old, new in TURNED.items()}
BACK = np.array([KINDS.index(TURNED.get(kind, kind)) for kind in KINDS])
ONE_WAY = [KINDS.index("caveat_dropped"), KINDS.index("headline_changed")]
WARM, HEAD_RATE, BUDGET, NOT_ASKED = 0.08, 6e-4, 2400, -1
MASK = 103  # the piece [MASK]
POSITIVE = 3.0  # weight of a piece that is part of a change
PARTS = {"kinds": 1.0, "drifts": 0.1, "same": 0.1, "links": 0.15}  # of the loss


@dataclass(frozen=True)
class Example:
    """One pair of passages, as tools/changes/prepare.py writes it."""

    pieces: np.ndarray
    sides: np.ndarray
    marks: np.ndarray
    kinds: np.ndarray
    drifts: np.ndarray
    links: list[tuple[int, int, int, int]]
    same: bool
    story: str

    def turned(self) -> Example:
        """Give the retelling as what is retold."""
        first = int(np.argmax(self.sides == 2))
        order = np.concatenate([[0], np.arange(first, len(self.pieces)), np.arange(1, first)])
        sides = np.where(self.sides == 0, 0, 3 - self.sides)[order]
        kinds = self.kinds[:, BACK][order]
        kinds[:, ONE_WAY] = NOT_ASKED
        drifts = np.array([1, 0, 2, NOT_ASKED])[self.drifts][order]
        ahead, back = len(self.pieces) - first, first - 1
        links = [(a - back, b - back, c + ahead, d + ahead) for c, d, a, b in self.links]
        return Example(self.pieces[order], sides, self.marks[order], kinds, drifts, links, self.same, self.story)


def load_examples(path: str) -> list[Example]:
    """Read what prepare.py wrote."""
    told = np.load(path)
    cuts = np.cumsum(told["sizes"])[:-1]
    parts = [np.split(told[name], cuts) for name in ("pieces", "sides", "marks", "kinds", "drifts")]
    links: dict[int, list[tuple[int, int, int, int]]] = {}
    for number, *link in told["links"].tolist():
        links.setdefault(number, []).append(tuple(link))
    rows = zip(*parts, told["same"].tolist(), told["story"].tolist(), strict=True)
    return [Example(*row[:5], links.get(n, []), *row[5:]) for n, row in enumerate(rows)]


def batches(examples: Sequence[Example]) -> list[list[Example]]:
    """Put examples of like length together, at most BUDGET pieces in a batch, in random order."""
    order = sorted(examples, key=lambda each: len(each.pieces) + random.uniform(0, 8))
    found: list[list[Example]] = [[]]
    for each in order:
        if found[-1] and (len(found[-1]) + 1) * len(each.pieces) > BUDGET:
            found.append([])
        found[-1].append(each)
    random.shuffle(found)
    return found


def fill(batch: Sequence[Example]) -> tuple[Tensor, ...]:
    """Give pieces, sides, marks, what is seen, kinds and drifts, filled up to the longest."""
    longest = max(len(each.pieces) for each in batch)
    laid = [torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(4)]
    kinds = torch.full((len(batch), longest, len(KINDS)), float(NOT_ASKED))
    drifts = torch.full((len(batch), longest), NOT_ASKED)
    for n, each in enumerate(batch):
        size = len(each.pieces)
        for column, values in zip(laid, (each.pieces, each.sides, each.marks, np.ones(size)), strict=True):
            column[n, :size] = torch.from_numpy(values.astype(np.int64))
        if each.same:
            kinds[n, :size] = torch.from_numpy(each.kinds.astype(np.float32))
            kinds[n, :size][torch.from_numpy(each.sides == 0)] = NOT_ASKED
            drifts[n, :size] = torch.from_numpy(each.drifts.astype(np.int64))
    return (*laid, kinds, drifts)


def lose(points: Points, batch: Sequence[Example], kinds: Tensor, drifts: Tensor, sides: Tensor) -> dict[str, Tensor]:
    """Give what each part of the loss comes to."""
    asked = kinds >= 0
    each = nn.functional.binary_cross_entropy_with_logits(
        points.kinds.float(), kinds.clamp(min=0), reduction="none", pos_weight=torch.tensor(POSITIVE)
    )
    told = {"kinds": (each * asked).sum() / asked.any(-1).sum().clamp(min=1)}
    told["drifts"] = (
        nn.functional.cross_entropy(points.drifts.float().flatten(0, 1), drifts.flatten(), ignore_index=NOT_ASKED)
        if (drifts >= 0).any()
        else points.drifts.sum() * 0
    )
    same = torch.tensor([float(each.same) for each in batch])
    told["same"] = nn.functional.binary_cross_entropy_with_logits(points.same.float(), same)
    lost = []
    for n, example in enumerate(batch):
        for a, b, c, d in example.links:
            for (start, end), (first, last), side in (((a, b), (c, d), 2), ((c, d), (a, b), 1)):
                ask = points.asks[n, start:end].float().mean(0)
                likely = (points.answers[n].float() @ ask).masked_fill(sides[n] != side, -1e4).log_softmax(0)
                lost.append(-likely[first:last].mean())
    told["links"] = torch.stack(lost).mean() if lost else points.asks.sum() * 0
    return told


def measure(reader: Reader, held: Sequence[Example]) -> str:
    """Say how well pieces are told to be part of a change of a kind, and passages to say the same."""
    reader.eval()
    likely, gold, same = [], [], []
    with torch.inference_mode():
        for batch in batches(held):
            *laid, kinds, _ = fill(batch)
            with torch.autocast("cpu", torch.bfloat16):
                points = reader(*laid)
            asked = kinds >= 0
            likely.append(points.kinds.float()[asked].sigmoid())
            gold.append(kinds[asked] == 1)
            same += list(zip(points.same.float().tolist(), [each.same for each in batch], strict=True))
    reader.train()
    told, wanted = torch.cat(likely), torch.cat(gold)
    rows = []
    for least in (0.4, 0.5, 0.6, 0.7, 0.8):
        said = told >= least
        right = int((said & wanted).sum())
        rows.append(
            f"{least}: P {right / max(int(said.sum()), 1):.3f} R {right / int(wanted.sum()):.3f} F {2 * right / int(said.sum() + wanted.sum()):.3f}"
        )
    return f"{'; '.join(rows)}; same {np.mean([(point > 0) == true for point, true in same]):.3f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs")
    parser.add_argument("encoder")
    parser.add_argument("trained", type=Path)
    parser.add_argument("--held", help="pairs that are not trained on")
    parser.add_argument("--start", help="trained weights to go on from")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--turn", type=float, default=0.3, help="share of the pairs that are read the other way round")
    parser.add_argument("--hide", type=float, default=0.05, help="share of the word pieces that are hidden")
    parser.add_argument("--unlike", type=float, default=0.15, help="share read of the pairs that do not say the same")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _load(reader: Reader, path: str) -> None:
    """Go on from trained weights; kinds that came behind theirs begin anew."""
    told = torch.load(path, weights_only=True)
    for name in ("kinds.weight", "kinds.bias"):
        begun = reader.state_dict()[name].clone()
        begun[: len(told[name])] = told[name]
        told[name] = begun
    reader.load_state_dict(told)


def _steps(reader: Reader) -> torch.optim.AdamW:
    """Give what moves the weights: first those of the encoder, then those of the heads."""
    body = list(reader.encoder.parameters())
    known = {id(each) for each in body}
    heads = [each for each in reader.parameters() if id(each) not in known]
    return torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.02)


def _draw(examples: Sequence[Example], given: argparse.Namespace) -> list[list[Example]]:
    """Give the batches of an epoch."""
    drawn = [each for each in examples if each.same or random.random() < given.unlike]
    return batches([each.turned() if random.random() < given.turn else each for each in drawn])


def _learn(reader: Reader, steps: torch.optim.AdamW, batch: Sequence[Example], hide: float) -> dict[str, Tensor]:
    """Move the weights by one batch."""
    *laid, kinds, drifts = fill(batch)
    laid[0] = torch.where((torch.rand(laid[0].shape) < hide) & (laid[1] > 0), MASK, laid[0])
    with torch.autocast("cpu", torch.bfloat16):
        points = reader(*laid)
    parts = lose(points, batch, kinds, drifts, laid[1])
    steps.zero_grad()
    torch.stack([PARTS[name] * part for name, part in parts.items()]).sum().backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    steps.step()
    return parts


def main() -> None:
    """Train, and keep the weights after each epoch."""
    given = _options()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    examples = load_examples(given.pairs)
    held = load_examples(given.held) if given.held else []
    reader = Reader(given.encoder, len(KINDS))
    if given.start:
        _load(reader, given.start)
    steps, began, done, total = _steps(reader), time.monotonic(), 0, 0
    for epoch in range(given.epochs):
        queue = _draw(examples, given)
        total = total or given.epochs * len(queue)
        lost: dict[str, float] = dict.fromkeys(PARTS, 0.0)
        for batch in queue:
            done += 1
            pace = min(1.0, done / (WARM * total)) * max(0.02, (total - done) / total)
            for group, rate in zip(steps.param_groups, (given.rate, HEAD_RATE), strict=True):
                group["lr"] = rate * pace
            for name, part in _learn(reader, steps, batch, given.hide).items():
                lost[name] += float(part) / len(queue)
        torch.save(reader.state_dict(), given.trained.with_suffix(f".{epoch}.pt"))
        said = ", ".join(f"{name} {part:.3f}" for name, part in lost.items())
        sys.stdout.write(f"epoch {epoch}: {said}; {time.monotonic() - began:.0f} s\n")
        if held:
            sys.stdout.write(f"  held out: {measure(reader, held)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
