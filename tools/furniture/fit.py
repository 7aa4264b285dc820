"""Fit the weights with which `read` tells a report's own lines from the page around them."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from trafilatura import extract

from reportedly.read.block import Block, split_blocks
from reportedly.read.density import describe, describe_first_look
from reportedly.read.unit import join_units

TABLE = Path(__file__).parents[2] / "src/reportedly/data/furniture_weights.tsv"
HEADER = """\
# Logistic weights of what can be seen of a line, for it being the report's own: first and second look.
# Fitted on annotated web pages by tools/furniture/fit.py; its README has the method.
feature\tfirst\tsecond
"""
FOLDS, INNER_FOLDS = 5, 4
RIDGE = 100.0  # on standardised features
CLOSE = 1e-7  # Newton's steps end below it: far under the four decimals that are written
ANNOTATED = 3.0  # a line that a person marked counts for more than one that trafilatura chose
CHUNKS = 6  # annotated chunks of a page that count, as score_pages.py counts them
THRESHOLDS = (0.3, 0.34, 0.38, 0.42, 0.46, 0.5)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one copied page: their words, features, labels, and what each counts."""

    words: Sequence[str]
    features: Sequence[Mapping[str, float]]
    own: Floats
    counts: Floats
    kept: Sequence[str]  # annotated chunks that belong to the report
    left: Sequence[str]  # and that do not


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model over named features."""

    names: Sequence[str]
    weights: Floats
    constant: float

    def weigh(self, rows: Sequence[Mapping[str, float]]) -> Floats:
        """Give the probability of each row."""
        x = np.array([[row[name] for name in self.names] for row in rows])
        chance: Floats = 1 / (1 + np.exp(-np.clip(x @ self.weights + self.constant, -30, 30)))
        return chance


def _squeeze(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "").strip()


def _load_scorer(shared: Path) -> ModuleType:
    """Load the judge's script, whose way of copying a page as plain text is the one that is fitted to."""
    spec = importlib.util.spec_from_file_location("score_pages", shared / "score_pages.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared} holds no score_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_pages(shared: Path) -> list[Page]:
    """Read the annotated pages, in the order of the annotations."""
    root = shared / "corpora/pages/tests"
    scorer = _load_scorer(shared)
    pages = []
    for item in json.loads((root / "evaldata.json").read_text(encoding="utf-8")).values():
        files = (root / folder / item["file"] for folder in ("eval", "cache"))
        file = next((file for file in files if file.exists()), None)
        if file is not None:
            markup = file.read_bytes().decode("utf-8", "replace")
            pages.append(_describe_page(markup, scorer.plain(markup), item))
    return pages


def _describe_page(markup: str, text: str, item: Mapping[str, Any]) -> Page:
    blocks = split_blocks(text)
    kept = [_squeeze(chunk) for chunk in item["with"][:CHUNKS]]
    left = [_squeeze(chunk) for chunk in item["without"][:CHUNKS]]
    labels = _label(blocks, extract(markup, include_comments=False) or "", kept, left)
    units = join_units(blocks)
    words = [unit.text for unit in units]
    # A long page has many lines that say the same: its weight grows with the root of its length.
    share = (200 / max(len(units), 60)) ** 0.5
    best = [[max(values) for values in zip(*labels[unit.first : unit.end], strict=True)] for unit in units]
    return Page(
        words=words,
        features=describe(words),
        own=np.array([own for own, _ in best]),
        counts=np.array([count * share for _, count in best]),
        kept=kept,
        left=left,
    )


def _label(blocks: Sequence[Block], found: str, kept: Sequence[str], left: Sequence[str]) -> list[tuple[float, float]]:
    """Label each line: by the annotations where they speak of it, else by whether trafilatura finds it in the HTML."""
    whole, lines = _squeeze(found), {_squeeze(line) for line in found.split("\n")}
    labels = []
    for block in blocks:
        words = _squeeze(block.text)
        inside = words in lines or (len(words) >= 25 and words in whole) or (len(words) > 60 and words[:50] in whole)
        if any(chunk in words for chunk in kept):
            labels.append((1.0, 1.0 if any(chunk in words for chunk in left) else ANNOTATED))
        elif any(chunk in words for chunk in left):
            labels.append((0.0, ANNOTATED))
        else:
            labels.append((float(inside), 1.0))
    return labels


def fit(rows: Sequence[Mapping[str, float]], own: Floats, counts: Floats) -> Model:
    """Fit a logistic model by Newton's method, with a ridge on all but the constant."""
    names = [name for name in rows[0] if name != "words"]
    x = np.array([[row[name] for name in names] for row in rows])
    mean, spread = x.mean(0), x.std(0)
    spread[spread == 0] = 1.0
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    ridge = np.r_[np.full(len(names), RIDGE), 1e-9]
    weights = np.zeros(z.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        slope = z.T @ (counts * (own - chance)) - ridge * weights
        bend = (z * (counts * chance * (1 - chance))[:, None]).T @ z + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < CLOSE:
            break
    plain = weights[:-1] / spread
    return Model(names, plain, float(weights[-1] - plain @ mean))


def _folds(size: int, folds: int, seed: int) -> list[list[int]]:
    """Part the numbers below `size` into shuffled folds, the same every time."""
    order = np.random.default_rng(seed).permutation(size)
    return [sorted(int(at) for at in order[fold::folds]) for fold in range(folds)]


def _fit_all(pages: Sequence[Page], rows: Sequence[Sequence[Mapping[str, float]]]) -> Model:
    return fit(
        [row for page in rows for row in page],
        np.concatenate([page.own for page in pages]),
        np.concatenate([page.counts for page in pages]),
    )


def _look_again(page: Page, first: Floats) -> list[dict[str, float]]:
    near = describe_first_look([float(chance) for chance in first])
    return [{**row, **look} for row, look in zip(page.features, near, strict=True)]


def fit_looks(pages: Sequence[Page]) -> tuple[Model, Model]:
    """Fit the first look, and the second to what the first says of pages that it has not seen."""
    first = _fit_all(pages, [page.features for page in pages])
    again: list[list[dict[str, float]]] = [[] for _ in pages]
    for held in _folds(len(pages), INNER_FOLDS, 1):
        others = [page for at, page in enumerate(pages) if at not in held]
        model = _fit_all(others, [page.features for page in others])
        for at in held:
            again[at] = _look_again(pages[at], model.weigh(pages[at].features))
    return first, _fit_all(pages, again)


def _score(pages: Sequence[Page], chances: Sequence[Floats], threshold: float) -> str:
    """Say how many annotated chunks are kept and left out as they should be."""
    right = missed = wrong = 0
    for page, chance in zip(pages, chances, strict=True):
        lines = (words for words, one in zip(page.words, chance, strict=True) if one > threshold)
        body = _squeeze("\n".join(lines))
        right += sum(chunk in body for chunk in page.kept)
        missed += sum(chunk not in body for chunk in page.kept)
        wrong += sum(chunk in body for chunk in page.left)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def main(shared: Path) -> None:
    """Fit on the annotated pages under `shared`, print the held-out figures and write the table."""
    pages = read_pages(shared)
    chances: list[Floats] = [np.zeros(0) for _ in pages]
    for held in _folds(len(pages), FOLDS, 0):
        first, second = fit_looks([page for at, page in enumerate(pages) if at not in held])
        for at in held:
            chances[at] = second.weigh(_look_again(pages[at], first.weigh(pages[at].features)))
    for threshold in THRESHOLDS:
        sys.stdout.write(f"held out, own above {threshold}: {_score(pages, chances, threshold)}\n")
    first, second = fit_looks(pages)
    one = dict(zip(first.names, first.weights, strict=True), bias=first.constant)
    two = dict(zip(second.names, second.weights, strict=True), bias=second.constant)
    rows = (f"{name}\t{f'{one[name]:.4f}' if name in one else ''}\t{two[name]:.4f}\n" for name in sorted(two))
    TABLE.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
