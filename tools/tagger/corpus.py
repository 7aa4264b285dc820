"""The prepared corpus: reports as arrays, cut into windows and packed into batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch

from reportedly.analyse.tag_path import LABELS
from reportedly.analyse.tagger_input import Window, Words, lay_out, windows

IGNORED = -100
NONE = -1
UNREAD = "unread"  # stands for the publisher of a report that nobody has annotated


@dataclass(frozen=True)
class Example:
    """One parsed report, or a part of a long one."""

    name: str
    publisher: str
    words: Words
    labels: np.ndarray
    points: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    taught: np.ndarray | None = None  # words x labels: what a teacher says of each word, where one was asked


Item = tuple[Example, Window]


def load(path: str) -> list[Example]:
    """Read what `prepare.py` wrote."""
    store = np.load(path)
    found = []
    for name, publisher in zip(store["names"], store["publishers"], strict=True):
        flat, lengths = store[f"{name}.pieces"], store[f"{name}.lengths"]
        pieces = tuple(tuple(int(p) for p in part) for part in np.split(flat, np.cumsum(lengths)[:-1]))
        words = Words(
            tuple(range(len(pieces))),
            pieces,
            store[f"{name}.features"].astype(np.int64),
            tuple(int(b) for b in store[f"{name}.breaks"]),
        )
        named = {part: store[f"{name}.{part}"] for part in ("labels", "points", "starts", "ends")}
        taught = store[f"{name}.taught"].astype(np.float32) if f"{name}.taught" in store else None
        labels, points = named["labels"].astype(np.int64), named["points"].astype(np.int64)
        found.append(Example(str(name), str(publisher), words, labels, points, named["starts"], named["ends"], taught))
    return found


def shifted(words: Words, rng: np.random.Generator) -> Iterator[Window]:
    """Cut as the program does, but from a paragraph drawn by chance, so that no epoch sees the same windows."""
    cut = int(rng.choice(words.breaks[: max(1, min(4, len(words.breaks)))]))
    if cut:
        head = Words(
            words.tokens[:cut], words.pieces[:cut], words.features[:cut], tuple(b for b in words.breaks if b < cut)
        )
        yield from windows(head, context=0)
    tail = Words(
        words.tokens[cut:], words.pieces[cut:], words.features[cut:], tuple(b - cut for b in words.breaks if b >= cut)
    )
    for window in windows(tail, context=0):
        yield Window(window.start + cut, window.judged + cut, window.end + cut)


def batches(items: list[Item], size: int, rng: np.random.Generator) -> list[list[Item]]:
    """Pack windows of like length into batches of at most `size` pieces, in an order drawn by chance."""
    cost = [sum(len(p) for p in e.words.pieces[w.start : w.end]) + 6 + rng.integers(0, 12) for e, w in items]
    packed: list[list[Item]] = []
    here: list[Item] = []
    for number in np.argsort(cost):
        if here and cost[number] * (len(here) + 1) > size:
            packed.append(here)
            here = []
        here.append(items[number])
    packed.append(here)
    return [packed[n] for n in rng.permutation(len(packed))]


def tensors(batch: list[Item]) -> dict[str, torch.Tensor]:
    """Give a batch as tensors, with the labels and pointers that are wanted."""
    laid = [lay_out(e.words, w) for e, w in batch]
    length = max(len(pieces) for pieces, _, _ in laid)
    width = max(w.end - w.start for _, w in batch)
    size, kinds = len(batch), batch[0][0].words.features.shape[1]
    out = {
        "pieces": torch.zeros(size, length, dtype=torch.long),
        "word_of": torch.zeros(size, length, dtype=torch.long),
        "seen": torch.zeros(size, length, dtype=torch.long),
        "first": torch.zeros(size, width, dtype=torch.long),
        "features": torch.zeros(size, width, kinds, dtype=torch.long),
        "labels": torch.full((size, width), IGNORED),
        "to_cue": torch.full((size, width), IGNORED),
        "to_source": torch.full((size, width), IGNORED),
        "real": torch.zeros(size, width, dtype=torch.bool),
        "taught": torch.zeros(size, width, LABELS),
    }
    for n, ((example, window), (pieces, word_of, first)) in enumerate(zip(batch, laid, strict=True)):
        count = window.end - window.start
        out["pieces"][n, : len(pieces)] = torch.tensor(pieces)
        out["word_of"][n, : len(pieces)] = torch.tensor(word_of)
        out["seen"][n, : len(pieces)] = 1
        out["first"][n, :count] = torch.tensor(first)
        out["features"][n, :count] = torch.from_numpy(example.words.features[window.start : window.end])
        out["real"][n, :count] = True
        if example.taught is not None:
            out["taught"][n, :count] = torch.from_numpy(example.taught[window.start : window.end])
        labels, points = example.labels[window.start : window.end], example.points[window.start : window.end]
        if example.publisher != UNREAD:
            out["labels"][n, :count] = torch.from_numpy(labels)
        inside = (points >= window.start) & (points < window.end)
        content, cue = labels >= 5, labels == 3
        target = np.where(inside & content, points - window.start, IGNORED)
        out["to_cue"][n, :count] = torch.from_numpy(target)
        target = np.where(cue & inside, points - window.start, np.where(cue & (points == NONE), width, IGNORED))
        out["to_source"][n, :count] = torch.from_numpy(target)
    return out
