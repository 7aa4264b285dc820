"""Train the tagger: `python tools/tagger/train.py TRAIN.npz DEV.npz ENCODER OUT.pt [--epochs 5] [--without PUBLISHER]`.

Needs torch and transformers (requirements.txt beside this file); everything is drawn from `--seed`. Prints its log.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import numpy as np
import torch
from model import Tagger
from transformers import BertModel

from corpus import IGNORED, Example, batches, load, shifted, tensors
from measure import figures
from predict import predict
from reportedly.analyse.tagger_input import feature_sizes

BATCH = 3072  # pieces
POINTERS = 0.4  # weight of each pointer's loss beside the labels'


def loss_of(model: Tagger, batch: dict[str, torch.Tensor], half: bool) -> torch.Tensor:
    """Give the loss of one batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        labels, to_cue, to_source = model(
            batch["pieces"], batch["word_of"], batch["first"], batch["features"], batch["seen"]
        )
    hidden = ~batch["real"][:, None, :]
    to_cue = to_cue.float().masked_fill(hidden, -1e4)
    to_source = to_source.float().masked_fill(torch.cat([hidden, torch.zeros_like(hidden[:, :, :1])], dim=2), -1e4)
    cross = torch.nn.functional.cross_entropy
    total = cross(labels.float().transpose(1, 2), batch["labels"], ignore_index=IGNORED, label_smoothing=0.0)
    for scores, target in ((to_cue, batch["to_cue"]), (to_source, batch["to_source"])):
        if (target != IGNORED).any():
            total = total + POINTERS * cross(scores.transpose(1, 2), target, ignore_index=IGNORED)
    return total


def train(options: argparse.Namespace) -> None:
    """Train, measuring on the development part after each epoch."""
    torch.manual_seed(options.init)
    random.seed(options.seed)
    rng = np.random.default_rng(options.seed)
    torch.set_num_threads(options.threads)
    examples = [e for e in load(options.train) if e.publisher != options.without]
    held = load(options.dev)
    if options.without:
        held = [e for e in load(options.train) if e.publisher == options.without]
    if options.share < 1:
        examples = [
            examples[n] for n in sorted(rng.choice(len(examples), int(len(examples) * options.share), replace=False))
        ]
    model = Tagger(BertModel.from_pretrained(options.encoder, add_pooling_layer=False), feature_sizes())
    torch.manual_seed(options.seed)
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder")]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": options.rate}, {"params": fast, "lr": 8 * options.rate}], weight_decay=0.01
    )
    steps = options.epochs * len(batches(windows_of(examples, rng), BATCH, rng))
    warm = max(1, steps // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    average, step = copy.deepcopy(model).eval(), 0
    for epoch in range(options.epochs):
        model.train()
        clock, total = time.process_time(), []
        for batch in batches(windows_of(examples, rng), BATCH, rng):
            loss = loss_of(model, tensors(batch), half=True)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            if step < steps - 1:
                schedule.step()
            step += 1
            total.append(loss.item())
            keep = min(options.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for mine, its in zip(average.parameters(), model.parameters(), strict=True):
                    mine.lerp_(its, 1 - keep)
            if step % 50 == 0:
                print(
                    f"step {step}/{steps} loss {np.mean(total[-50:]):.4f} {time.process_time() - clock:.0f} CPU-s",
                    flush=True,
                )
        torch.save({"average": average.state_dict(), "last": model.state_dict(), "options": vars(options)}, options.out)
        for name, one in (("average", average), ("last", model.eval())):
            if name == "average" or epoch == options.epochs - 1:
                print(
                    f"epoch {epoch + 1} {name}",
                    figures(held, [predict(one, e) for e in held]),
                    f"{time.process_time() - clock:.0f} CPU-s",
                    flush=True,
                )


def windows_of(examples: list[Example], rng: np.random.Generator) -> list:
    """Cut every report into windows, anew."""
    return [(e, w) for e in examples for w in shifted(e.words, rng)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("train")
    parser.add_argument("dev")
    parser.add_argument("encoder")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--init", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--without", default=None)
    chosen = parser.parse_args()
    Path(chosen.out).parent.mkdir(parents=True, exist_ok=True)
    train(chosen)
