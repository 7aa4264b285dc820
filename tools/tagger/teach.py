"""Ask trained taggers about prepared reports: `python tools/tagger/teach.py PREPARED.npz OUT.npz ENCODER=TRAINED.pt...`.

OUT holds PREPARED with what the teachers say of each word; reports that nobody annotated get the teachers' labels too.
"""

from __future__ import annotations

import sys

import numpy as np
import torch
from corpus import NONE, UNREAD, Example, load, tensors
from model import Tagger

from export import load_trained
from reportedly.analyse.tag_path import LABELS, best_labels, join
from reportedly.analyse.tagger_input import windows


@torch.no_grad()
def ask(teachers: list[Tagger], example: Example) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the teachers' mean chances of each word's labels, the best labels, and what each word points at."""
    size = len(example.words.pieces)
    taught = np.zeros((size, LABELS), dtype=np.float32)
    labels, points = np.zeros(size, dtype=np.int64), np.full(size, NONE, dtype=np.int64)
    for window in windows(example.words):
        batch = tensors([(example, window)])
        given = [batch[name] for name in ("pieces", "word_of", "first", "features", "seen")]
        said = [[one[0].softmax(-1) for one in teacher(*given)] for teacher in teachers]
        chances, to_cue, to_source = (torch.stack(parts).mean(0).numpy() for parts in zip(*said, strict=True))
        scores = np.log(chances + 1e-9)
        breaks = [b - window.start for b in example.words.breaks if window.start <= b < window.end]
        path = best_labels(scores, breaks)
        judged = slice(window.judged - window.start, window.end - window.start)
        taught[window.judged : window.end] = chances[judged]
        labels[window.judged : window.end] = path[judged]
        for one in join(path, scores, np.log(to_cue + 1e-9), np.log(to_source + 1e-9)):
            here = one.shifted(window.start)
            points[here.cue[0]] = here.source[0] if here.source else NONE
            for first, last in here.content:
                points[first:last] = here.cue[0]
    return taught, labels, points


def main(prepared: str, out: str, *trained: str) -> None:
    """Ask, and keep the answers beside what was prepared."""
    teachers = [load_trained(path, encoder) for encoder, path in (one.split("=") for one in trained)]
    store = dict(np.load(prepared))
    for example in load(prepared):
        taught, labels, points = ask(teachers, example)
        store[f"{example.name}.taught"] = taught.astype(np.float16)
        if example.publisher == UNREAD:
            store[f"{example.name}.labels"], store[f"{example.name}.points"] = (
                labels.astype(np.int8),
                points.astype(np.int32),
            )
    np.savez_compressed(out, **store)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(*sys.argv[1:])
