"""Fit the weights with which `link` judges whether a later report tells an earlier one in words of its own."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from evals.picture import Collection, collections
from fit import Floats, _own_pairs, _pairs, _report, fit

from reportedly.link.acknowledgement import list_crediting
from reportedly.link.digest import Digest
from reportedly.link.telling import find_told, measure_telling
from reportedly.pipeline import gather_reports
from reportedly.report import Report

TABLE = Path(__file__).parents[2] / "src/reportedly/data/link_telling_weights.tsv"
MEASURES = ("density", "of_later", "order", "told", "length", "wire", "unsigned")
HEADER = """\
# Logistic weights for 'the later report tells the earlier', fitted by tools/link/fit_telling.py; its README has the method.
feature\tweight
"""
CREDIT = "credit"  # fitted beside the measures, so that these need not explain credited pairs, and not written
FOLDS = 10
COLLECTION_WEIGHT = 3.0  # a few collections stand beside many made pairs


class Case(NamedTuple):
    """An earlier and a later report, and whether the one tells the other."""

    part: str
    group: str
    told: bool
    count: float
    earlier: Digest
    later: Digest


def _collected() -> Iterator[Case]:
    """Give the pairs of our own collections by different outlets; two retellings of one story are left out."""
    for collection in collections("open"):
        digests = {report.id: Digest(report) for report in _read(collection)}
        above = {each.id: _above(collection, each.id) for each in collection.reports}
        for one, other in combinations(digests, 2):
            earlier, later = sorted((one, other), key=lambda name: (digests[name].report.published or "9", name))
            if later in above[earlier]:
                earlier, later = later, earlier
            told = earlier in above[later]
            kin = {one, *above[one]} & {other, *above[other]}
            if digests[one].outlets & digests[other].outlets or (kin and not told):
                continue
            yield Case("collections", collection.name, told, COLLECTION_WEIGHT, digests[earlier], digests[later])


def _read(collection: Collection) -> list[Report]:
    """Read the reports of a collection."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(each.row) + "\n" for each in collection.reports), encoding="utf-8")
        return gather_reports([str(path)], as_is=True)[0]


def _above(collection: Collection, name: str) -> list[str]:
    """List the reports that a report goes back to, and the outlet not held at the end of them."""
    rows = {each.id: each for each in collection.reports}
    found = []
    while (above := rows[name].retells) and above not in found:
        found.append(above)
        name = above
    return [*found, f"\0{rows[name].credits}"] if rows[name].credits else found


def _bare(corpora: Path) -> Iterator[Case]:
    """Give the labelled pairs of which nothing but the text is known; independent ones both ways round."""
    digests: dict[str, Digest] = {}
    for a, b, told, count, texts in (*_pairs(corpora / "lineage"), *_own_pairs()):
        one, other = (digests.setdefault(name, Digest(_report(name, texts[name]))) for name in (a, b))
        part = "own" if "/" in a else "news" if count > 1 else "made"
        yield Case(part, a, told, count, one, other)
        if not told:
            yield Case(part, a, told, count, other, one)


def main(corpora: Path) -> None:
    """Fit on the collections and on the labelled pairs under `corpora`, and write the table."""
    cases, rows = [], []
    for case in (*_collected(), *_bare(corpora)):
        found = find_told(case.earlier.statements, case.later.statements)
        if found:
            measures = measure_telling(case.earlier, case.later, found)
            cases.append(case)
            credited = float(bool(list_crediting(case.later, case.earlier)))
            rows.append([*(measures[name] for name in MEASURES), credited])
    x = np.array(rows)
    y = np.array([float(case.told) for case in cases])
    counts = np.array([case.count for case in cases])
    groups = sorted({(case.part, case.group) for case in cases})
    order = {group: number for number, group in enumerate(groups)}
    fold = np.array([order[case.part, case.group] % FOLDS for case in cases])
    odds = np.zeros(len(y))
    for held in range(FOLDS):
        away = fold != held
        odds[~away] = np.c_[x, np.ones(len(x))][~away] @ fit(x[away], y[away], counts[away])
    for part in ("collections", "made", "news", "own"):
        sys.stdout.write(f"{part}: held out {_figures(y, odds, np.array([case.part == part for case in cases]))}\n")
    values = sorted(zip((*MEASURES, CREDIT, "constant"), fit(x, y, counts), strict=True))
    TABLE.write_text(
        HEADER + "".join(f"{name}\t{value:.4g}\n" for name, value in values if name != CREDIT), encoding="utf-8"
    )


def _figures(y: Floats, odds: Floats, part: Floats) -> str:
    """Say how many of the told pairs of a part have positive odds, and how many of the others."""
    said = odds >= 0
    told, other = y[part] > 0, y[part] == 0
    return f"{said[part][told].sum()} of {told.sum()} told, {said[part][other].sum()} of {other.sum()} others"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
