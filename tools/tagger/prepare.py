"""Write what the tagger is trained on: `python tools/tagger/prepare.py CORPUS.jsonl OUT.npz`.

Runs in the project's own environment, so that training sees each word just as the program will.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from reportedly.analyse.parse import parse
from reportedly.analyse.tagger_input import read_words, windows
from reportedly.read import read_text

ROLES = ("source", "cue", "content")
# A word's label: 0 none, then for each of ROLES the word that opens a span and those that go on with it.
LABELS = 7
UNREAD = "unread"  # stands for the publisher of a report that nobody has annotated
NOTHING = -1  # no word to point at


def words_of(spans: list[list[int]], starts: np.ndarray, ends: np.ndarray) -> list[tuple[int, int]]:
    """Give spans of characters as spans of words."""
    found = []
    for start, end in spans:
        first, last = int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end, side="left"))
        if last > first:
            found.append((first, last))
    return found


def label(record: dict, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give each word's label, and the word that it points at: content at its cue, a cue at its source."""
    labels = np.zeros(len(starts), dtype=np.int64)
    points = np.full(len(starts), NOTHING, dtype=np.int64)
    for one in record.get("attributions", []):
        spans = {role: words_of(one[role], starts, ends) for role in ROLES}
        cue = spans["cue"][0][0] if spans["cue"] else NOTHING
        for number, role in enumerate(ROLES):
            for first, last in spans[role]:
                labels[first] = 2 * number + 1
                labels[first + 1 : last] = 2 * number + 2
                if role == "content":
                    points[first:last] = cue
        if cue != NOTHING:
            points[cue] = spans["source"][0][0] if spans["source"] else NOTHING
    return labels, points


def main(corpus: str, out: str) -> None:
    """Parse every report of the corpus and keep its words, labels and windows."""
    kept: dict[str, np.ndarray] = {}
    names, publishers = [], []
    for number, line in enumerate(Path(corpus).read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        passages = [p for p in parse(read_text(record["text"], as_is=True)) if p.field == "body"]
        for part, passage in enumerate(passages):
            words = read_words(passage.doc)
            if not words.tokens:
                continue
            tokens = [passage.doc[i] for i in words.tokens]
            starts = np.array([passage.offset + t.idx for t in tokens])
            ends = np.array([passage.offset + t.idx + len(t) for t in tokens])
            labels, points = label(record, starts, ends)
            key = f"{number:04}.{part}"
            kept[f"{key}.pieces"] = np.array([p for pieces in words.pieces for p in pieces], dtype=np.int32)
            kept[f"{key}.lengths"] = np.array([len(p) for p in words.pieces], dtype=np.int16)
            kept[f"{key}.features"] = words.features.astype(np.int16)
            kept[f"{key}.breaks"] = np.array(words.breaks, dtype=np.int32)
            kept[f"{key}.windows"] = np.array([(w.start, w.judged, w.end) for w in windows(words)], dtype=np.int32)
            kept[f"{key}.labels"], kept[f"{key}.points"] = labels.astype(np.int8), points.astype(np.int32)
            kept[f"{key}.starts"], kept[f"{key}.ends"] = starts.astype(np.int32), ends.astype(np.int32)
            names.append(key)
            publishers.append(record["publisher"] if "attributions" in record else UNREAD)
    kept["names"], kept["publishers"] = np.array(names), np.array(publishers)
    np.savez_compressed(out, **kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
