"""Derived pairs in a mixed corpus and in real news, beside plain 3-gram containment in the same run."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable

from evals.reference import figures, find, run_scorer

CONTAINMENT = 0.2  # the usual threshold, as measured in the anchors
_WORD = re.compile(r"\w+")


def _shingles(text: str) -> frozenset[int]:
    """Give the hashed word 3-grams of a text."""
    words = _WORD.findall(text.lower())
    grams = zip(words, words[1:], words[2:], strict=False)
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(g).encode(), digest_size=8).digest(), "big") for g in grams
    )


def _f1(said: set[frozenset[str]], gold: set[frozenset[str]]) -> float:
    hit = len(said & gold)
    return 2 * hit / max(len(said) + len(gold), 1)


def _containment(texts: dict[str, str], pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Name the pairs whose shorter text has at least CONTAINMENT of its 3-grams in the other."""
    grams = {key: _shingles(text) for key, text in texts.items()}
    return {
        frozenset((a, b))
        for a, b in pairs
        if len(grams[a] & grams[b]) >= CONTAINMENT * max(min(len(grams[a]), len(grams[b])), 1)
    }


def _peer_on_pairs() -> float:
    rows = [json.loads(line) for line in find("corpora/lineage/news-pairs.jsonl").open(encoding="utf-8")]
    texts = {row["a"]: row["text_a"] for row in rows} | {row["b"]: row["text_b"] for row in rows}
    gold = {frozenset((row["a"], row["b"])) for row in rows if row["label"] == "derived"}
    return _f1(_containment(texts, [(row["a"], row["b"]) for row in rows]), gold)


def _peer_on_corpus() -> float:
    reports = [json.loads(line) for line in find("corpora/lineage/reports.jsonl").open(encoding="utf-8")]
    rows = [json.loads(line) for line in find("corpora/lineage/pairs.jsonl").open(encoding="utf-8")]
    texts = {report["id"]: report["text"] for report in reports}
    ids = sorted(texts)
    said = _containment(texts, ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]))
    said -= {frozenset((row["a"], row["b"])) for row in rows if row["label"] == "ignore"}
    return _f1(said, {frozenset((row["a"], row["b"])) for row in rows if row["label"] == "derived"})


def score() -> dict[str, float]:
    """Give F1 over derived pairs, direction's coverage and correctness, and the peer's F1."""
    found: dict[str, float] = {}
    for line in run_scorer("score.py", "lineage", str(find("corpora"))):
        if line.startswith("lineage: P"):
            found["mixed F1"] = figures(line)["F1"]
            derived = int(re.findall(r"of (\d+)", line)[0])
        if "direction told" in line:
            told, right = (int(number) for number in re.findall(r"\d+", line))
            found |= {"direction told": told / derived, "direction right of told": right / max(told, 1)}
    for line in run_scorer("score.py", "pairs", str(find("corpora"))):
        if line.startswith("news pairs"):
            found["news pairs F1"] = figures(line)["F1"]
    return found | {
        "peer containment mixed F1": _peer_on_corpus(),
        "peer containment pairs F1": _peer_on_pairs(),
    }
