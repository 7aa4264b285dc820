"""Train the tagger: `python tools/tagger/train.py TRAIN.npz DEV.npz ENCODER OUT.pt [--epochs 5] [--without PUBLISHER]`.

Needs torch and transformers (requirements.txt beside this file); everything is drawn from `--seed`. Prints its log.
"""

from __future__ import annotations

import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from corpus import IGNORED, Example, Item, batches, load, shifted, tensors
from measure import figures
from model import Tagger, deepen, load_encoder
from predict import predict
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from reportedly.analyse.tagger_input import feature_sizes

POINTERS = 0.4  # weight of each pointer's loss beside the labels'
HEADS = 8  # how much faster than the encoder what is new learns
WARM = 16  # one step in so many warms up
MASK = 103  # the piece that stands for a hidden one
KEPT = 100  # steps between two copies on disk
TOLD = 50  # steps between two lines of the log


def loss_of(model: Tagger, batch: dict[str, torch.Tensor], options: argparse.Namespace) -> torch.Tensor:
    """Give the loss of one batch, a share of its pieces hidden from the model."""
    mask = (torch.rand(batch["pieces"].shape) < options.hide) & (batch["word_of"] > 0)
    batch["pieces"] = batch["pieces"].masked_fill(mask, MASK)
    given = (batch[name] for name in ("pieces", "word_of", "first", "features", "seen"))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        labels, to_cue, to_source = model(*given)
    hidden = ~batch["real"][:, None, :]
    none = torch.zeros_like(hidden[:, :, :1])
    to_cue = to_cue.float().masked_fill(hidden, -1e4)
    to_source = to_source.float().masked_fill(torch.cat([hidden, none], dim=2), -1e4)
    cross = torch.nn.functional.cross_entropy
    labels = labels.float().transpose(1, 2)
    total = torch.zeros(())
    if (batch["labels"] != IGNORED).any():
        total = cross(labels, batch["labels"], ignore_index=IGNORED, label_smoothing=options.smooth)
    if batch["taught"].any():
        told = -(batch["taught"].transpose(1, 2) * labels.log_softmax(1)).sum(1)
        total = (1 - options.taught) * total + options.taught * told.sum() / batch["taught"].sum()
    for scores, target in ((to_cue, batch["to_cue"]), (to_source, batch["to_source"])):
        if (target != IGNORED).any():
            total = total + POINTERS * cross(scores.transpose(1, 2), target, ignore_index=IGNORED)
    return total


def begin(options: argparse.Namespace) -> Tagger:
    """Give the model to train: the encoder with new heads, or trained weights to go on from."""
    torch.manual_seed(options.init)
    encoder = load_encoder(options.encoder, options.layers)
    if options.deeper:
        deepen(encoder, some_pieces(options.dev), options.deeper)
    model = Tagger(encoder, feature_sizes())
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)[options.which])
    torch.manual_seed(options.seed)
    return model


def some_pieces(dev: str) -> torch.Tensor:
    """Give some of the development part's text, batch x pieces."""
    pieces = [piece for example in load(dev)[:8] for word in example.words.pieces for piece in word]
    return torch.tensor(pieces[: len(pieces) // 128 * 128]).view(-1, 128)


def learner(model: Tagger, rate: float, steps: int) -> tuple[AdamW, LambdaLR]:
    """Give the optimiser and its schedule: up over the first steps, then down to nothing."""
    encoder = [p for name, p in model.named_parameters() if name.startswith("encoder")]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    optimiser = AdamW(
        [{"params": encoder, "lr": rate}, {"params": heads, "lr": HEADS * rate}], weight_decay=0.01, fused=True
    )
    warm = max(1, steps // WARM)
    return optimiser, LambdaLR(optimiser, lambda n: min((n + 1) / warm, max(0.0, (steps - n) / (steps - warm))))


def follow(average: Tagger, model: Tagger, step: int, most: float) -> None:
    """Move the average of the weights towards the weights."""
    keep = min(most, (1 + step) / (10 + step))
    with torch.no_grad():
        for its, now in zip(average.parameters(), model.parameters(), strict=True):
            its.lerp_(now, 1 - keep)


def windows_of(examples: list[Example], rng: np.random.Generator) -> list[Item]:
    """Cut every report into windows, anew."""
    return [(e, w) for e in examples for w in shifted(e.words, rng)]


def train(options: argparse.Namespace) -> None:
    """Train, measuring the averaged weights on DEV after each epoch, and at the end by newsroom."""
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(options.seed)
    every = load(options.train)
    examples = [e for e in every if e.publisher != options.without] + (load(options.more) if options.more else [])
    held = load(options.dev)
    model = begin(options)
    steps = options.epochs * len(batches(windows_of(examples, rng), options.batch, rng))
    optimiser, schedule = learner(model, options.rate, steps)
    average, step, clock = copy.deepcopy(model).eval(), 0, time.process_time()
    for epoch in range(options.epochs):
        losses = []
        model.train()
        for batch in batches(windows_of(examples, rng), options.batch, rng):
            loss = loss_of(model, tensors(batch), options)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            follow(average, model, step, options.average)
            losses.append(loss.item())
            if step % KEPT == 0:
                save(average, model, options)
            if step % TOLD == 0:
                spent = time.process_time() - clock
                print(f"step {step} of {steps}: loss {np.mean(losses[-TOLD:]):.4f}, {spent:.0f} CPU-s", flush=True)
        save(average, model, options)
        print(f"epoch {epoch + 1}:", measured(average, held), flush=True)
    for newsroom in sorted({e.publisher for e in held}):
        here = [e for e in held if e.publisher == newsroom]
        print(f"{newsroom}, development part:", measured(average, here), flush=True)
    left_out = [e for e in every if e.publisher == options.without]
    if left_out:
        print(f"{options.without}, left out of training:", measured(average, left_out), flush=True)


def save(average: Tagger, model: Tagger, options: argparse.Namespace) -> None:
    """Keep the averaged weights, and the last ones to go on from."""
    told = {name: str(value) for name, value in vars(options).items()}
    beside = options.out.with_suffix(".part")
    torch.save({"average": average.state_dict(), "last": model.state_dict(), "options": told}, beside)
    beside.replace(options.out)


def measured(model: Tagger, examples: list[Example]) -> dict[str, float]:
    """Give the figures of a model on reports."""
    return figures(examples, [predict(model, e) for e in examples])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", help="what prepare.py wrote for the training part")
    parser.add_argument("dev", help="the same for the development part")
    parser.add_argument("encoder", help="folder with the encoder's weights")
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", default=None, help="trained weights to go on from")
    parser.add_argument("--which", default="average", choices=("average", "last"), help="of the trained weights")
    parser.add_argument("--layers", type=int, default=None, help="of the encoder's that are kept, from the first")
    parser.add_argument("--deeper", type=int, default=0, help="layers to put into the encoder")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=3072, help="word pieces")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="the encoder's learning rate at its highest")
    parser.add_argument("--average", type=float, default=0.995, help="how much of the average a step keeps")
    parser.add_argument("--hide", type=float, default=0.0, help="share of the word pieces hidden in training")
    parser.add_argument("--smooth", type=float, default=0.0, help="share of each label given to the others")
    parser.add_argument("--taught", type=float, default=0.5, help="weight of a teacher's word beside the annotators'")
    parser.add_argument("--more", default=None, help="what teach.py wrote for reports that nobody annotated")
    parser.add_argument("--seed", type=int, default=1, help="of the batches")
    parser.add_argument("--init", type=int, default=7, help="of the heads")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--without", default=None, help="a newsroom to leave out and to measure on")
    train(parser.parse_args())
