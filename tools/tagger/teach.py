"""Ask trained taggers about prepared reports: `python tools/tagger/teach.py PREPARED.npz OUT.npz ENCODER=TRAINED.pt...`.

OUT holds PREPARED with what the teachers say of each word; reports that nobody annotated get the teachers' labels too.
"""

from __future__ import annotations

import sys

import numpy as np
import torch
from corpus import NONE, UNREAD, Example, load
from model import Tagger, load_trained
from predict import read

from reportedly.analyse.tag_path import LABELS


def ask(teachers: list[Tagger], example: Example) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the teachers' mean chances of each word's labels, the best labels, and what each word points at."""
    size = len(example.words.pieces)
    taught = np.zeros((size, LABELS), dtype=np.float32)
    labels, points = np.zeros(size, dtype=np.int64), np.full(size, NONE, dtype=np.int64)
    for window, path, scores, found in read(teachers, example):
        judged = slice(window.judged - window.start, window.end - window.start)
        taught[window.judged : window.end] = np.exp(scores[judged])
        labels[window.judged : window.end] = path[judged]
        for one in found:
            points[one.cue[0]] = one.source[0] if one.source else NONE
            for first, last in one.content:
                points[first:last] = one.cue[0]
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
