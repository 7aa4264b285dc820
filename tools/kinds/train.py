"""Train the reader of kinds: `python tools/kinds/train.py WINDOWS.npz ENCODER TRAINED.pt` (in tools/tagger's environment).

One story in `--hold` is not trained on; after each epoch those say how well words are told to name a happening, and of which kind.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from branch import Branch
from torch import Tensor, nn

KINDS, STATE, NOT_ASKED = 42, 41, -100
BATCH, WARM, HEAD_RATE, SMOOTHING = 3, 0.06, 1e-3, 0.03
Window = tuple[np.ndarray, np.ndarray, np.ndarray, str]


def load_windows(path: str) -> Iterator[Window]:
    """Give each window's states, first pieces, kinds and story."""
    told = np.load(path)
    columns = {name: told[name] for name in told.files}
    pieces, words = (np.cumsum(sizes)[:-1] for sizes in columns["sizes"])
    parts = np.split(columns["lower"], pieces), np.split(columns["first"], words), np.split(columns["kinds"], words)
    yield from zip(*parts, map(str, columns["story"]), strict=True)


def lay_out(batch: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Give states, first pieces, what is seen and kinds of some windows, filled up to the longest."""
    pieces, words = (max(len(window[part]) for window in batch) for part in (0, 1))
    lower = torch.zeros(len(batch), pieces, batch[0][0].shape[1])
    seen = torch.zeros(len(batch), pieces, dtype=torch.long)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    kinds = torch.full((len(batch), words), NOT_ASKED)
    for n, window in enumerate(batch):
        lower[n, : len(window[0])] = torch.from_numpy(window[0].astype(np.float32))
        seen[n, : len(window[0])] = 1
        first[n, : len(window[1])] = torch.from_numpy(window[1])
        kinds[n, : len(window[2])] = torch.from_numpy(window[2])
    return lower, first, seen, kinds


def points(branch: Branch, batch: tuple[Tensor, ...]) -> Tensor:
    """Read a batch in half precision where it does not matter."""
    with torch.autocast("cpu", torch.bfloat16):
        given: Tensor = branch(*batch[:3])
    return given.float()


def measure(branch: Branch, held: Sequence[Window]) -> str:
    """Say how many words are told to name the right kind; a state is none."""
    likely, gold = [], []
    branch.eval()
    with torch.inference_mode():
        for start in range(0, len(held), 8):
            batch = lay_out(held[start : start + 8])
            asked = batch[3] >= 0
            likely.append(points(branch, batch).softmax(-1)[asked])
            gold.append(batch[3][asked])
    branch.train()
    told, wanted = torch.cat(likely), torch.cat(gold)
    sure, kind = told[:, 1:STATE].max(-1)
    named = (wanted > 0) & (wanted != STATE)
    rows = []
    for least in (0.3, 0.4, 0.5, 0.6):
        said = sure >= least
        right = int((said & named & (kind + 1 == wanted)).sum())
        precision, recall = right / max(int(said.sum()), 1), right / max(int(named.sum()), 1)
        rows.append(
            f"from {least}: P {precision:.3f} R {recall:.3f} F1 {2 * right / int(said.sum() + named.sum()):.3f}"
        )
    return "; ".join(rows)


def main() -> None:
    """Train, and keep the weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows")
    parser.add_argument("encoder")
    parser.add_argument("trained", type=Path)
    parser.add_argument("--start", help="trained weights to go on from")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--hold", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    windows = list(load_windows(given.windows))
    held = [window for window in windows if zlib.crc32(window[3].encode()) % given.hold == 0]
    windows = [window for window in windows if zlib.crc32(window[3].encode()) % given.hold]
    branch = Branch(given.encoder, KINDS)
    if given.start:
        branch.load_state_dict(torch.load(given.start, weights_only=True))
    rates = (given.rate, HEAD_RATE)
    steps = torch.optim.AdamW(
        [{"params": part.parameters()} for part in (branch.layers, branch.head)], weight_decay=0.02
    )
    total, done, began = given.epochs * -(-len(windows) // BATCH), 0, time.monotonic()
    for epoch in range(given.epochs):
        random.shuffle(windows)
        lost = 0.0
        for start in range(0, len(windows), BATCH):
            done += 1
            pace = min(1.0, done / (WARM * total)) * (total - done) / total
            for group, rate in zip(steps.param_groups, rates, strict=True):
                group["lr"] = rate * pace
            batch = lay_out(windows[start : start + BATCH])
            told = points(branch, batch).flatten(0, 1)
            loss = nn.functional.cross_entropy(
                told, batch[3].flatten(), ignore_index=NOT_ASKED, label_smoothing=SMOOTHING
            )
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            steps.step()
            lost += float(loss) * BATCH / len(windows)
        torch.save(branch.state_dict(), given.trained)
        sys.stdout.write(
            f"epoch {epoch}: loss {lost:.3f}, {time.monotonic() - began:.0f} s; held out {measure(branch, held)}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
