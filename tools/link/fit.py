"""Fit the weights with which `link` judges whether one report was made from another."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from evals.retellings import stories
from numpy.typing import NDArray

from reportedly.lineage import DERIVED
from reportedly.link.digest import Digest
from reportedly.link.verify import measure
from reportedly.report import Completeness, Report

TABLE = Path(__file__).parents[2] / "src/reportedly/data/link_weights.tsv"
MEASURES = ("runs", "pairs", "own_runs", "longest", "held", "held_min", "order")
HEADER = """\
# Logistic weights for 'one report was made from the other', fitted by tools/link/fit.py; its README has the method.
feature\tweight
"""
FOLDS = 5
RIDGE = 0.002
NEWS_WEIGHT = 3.0  # real news counts for more than made pairs, which are many

Floats = NDArray[np.float64]


def _report(name: str, text: str) -> Report:
    """Make a report of a bare text."""
    return Report(
        id=name, path=None, title=None, published=None, published_basis=None, modified=None, publisher=None,
        agency=None, url=None, language=None, authors=(), editors=(), dateline=None, body=text,
        completeness=Completeness.UNKNOWN, notices=(), cut=(), links=(),
    )  # fmt: skip


def _pairs(folder: Path) -> Iterator[tuple[str, str, bool, float, Mapping[str, str]]]:
    """Give each labelled pair: ids, whether derived, what it counts, and the texts by id."""
    texts = {r["id"]: r["text"] for r in _lines(folder / "reports.jsonl")}
    for row in _lines(folder / "pairs.jsonl"):
        if row["label"] != "ignore":
            yield row["a"], row["b"], row["label"] == "derived", 1.0, texts
    for row in _lines(folder / "news-pairs.jsonl"):
        held = {row["a"]: row["text_a"], row["b"]: row["text_b"]}
        yield row["a"], row["b"], row["label"] == "derived", NEWS_WEIGHT, held


def _own_pairs() -> Iterator[tuple[str, str, bool, float, Mapping[str, str]]]:
    """Give the pairs of our own stories that rules may be written on; two retellings of one original are left out."""
    for story in stories("open"):
        texts = {each.id: each.body for each in (story.original, *(retold.text for retold in story.retellings))}
        for one in story.retellings:
            yield story.original.id, one.text.id, one.kind in DERIVED, 1.0, texts
            for other in story.retellings:
                if one.kind not in DERIVED and other.kind in DERIVED:
                    yield one.text.id, other.text.id, False, 1.0, texts


def _lines(path: Path) -> Iterator[dict[str, str]]:
    """Read a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _families(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Name the family of each pair: reports that any pair ties together are of one."""
    head: dict[str, str] = {}

    def root(name: str) -> str:
        head.setdefault(name, name)
        while head[name] != name:
            name = head[name]
        return name

    for a, b in pairs:
        head[root(a)] = root(b)
    return [root(a) for a, _ in pairs]


def fit(x: Floats, y: Floats, counts: Floats) -> Floats:
    """Fit weights, the constant last, by Newton's method with a ridge on all but the constant."""
    z = np.c_[x, np.ones(len(x))]
    ridge = RIDGE * counts.sum() * np.r_[np.full(x.shape[1], 0.01), 0.0]
    weights = np.zeros(z.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (counts * (y - p)) - ridge * weights
        bend = (z * (counts * p * (1 - p))[:, None]).T @ z + np.diag(ridge + 1e-9)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _figures(y: Floats, odds: Floats) -> str:
    """Say how well positive odds pick the derived pairs."""
    said, right = (odds >= 0).sum(), ((odds >= 0) & (y > 0)).sum()
    precision, recall = right / max(said, 1), right / y.sum()
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {int(y.sum())}"


def main(corpora: Path) -> None:
    """Fit on the labelled pairs under `corpora` and write the table."""
    rows = [*_pairs(corpora / "lineage"), *_own_pairs()]
    digests: dict[str, Digest] = {}
    for a, b, _, _, texts in rows:
        for name in (a, b):
            digests.setdefault(name, Digest(_report(name, texts[name])))
    measured = [measure(digests[a], digests[b])[0] for a, b, *_ in rows]
    x = np.array([[one[name] for name in MEASURES] for one in measured])
    y = np.array([float(derived) for _, _, derived, _, _ in rows])
    counts = np.array([count for *_, count, _ in rows])
    families = _families([(a, b) for a, b, *_ in rows])
    order = {name: place for place, name in enumerate(sorted(set(families)))}
    fold = np.array([order[name] % FOLDS for name in families])
    odds = np.zeros(len(y))
    for held in range(FOLDS):
        odds[fold == held] = np.c_[x, np.ones(len(x))][fold == held] @ fit(
            x[fold != held], y[fold != held], counts[fold != held]
        )
    weights = fit(x, y, counts)
    shipped = np.c_[x, np.ones(len(x))] @ weights
    news, own = counts == NEWS_WEIGHT, np.array(["/" in a for a, *_ in rows])
    for name, part in (("made", ~news & ~own), ("news", news), ("own", own)):
        sys.stdout.write(f"{name}: held out {_figures(y[part], odds[part])}; ")
        sys.stdout.write(f"shipped {_figures(y[part], shipped[part])}\n")
    values = sorted(zip((*MEASURES, "constant"), weights, strict=True))
    TABLE.write_text(HEADER + "".join(f"{name}\t{value:.4g}\n" for name, value in values), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
