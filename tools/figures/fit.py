"""Fit what each sign weighs by which words of war and the like are told from figures of speech: `python tools/figures/fit.py`."""

from __future__ import annotations

import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from evals.figures import sentences  # noqa: E402
from evals.passages import meet, passages  # noqa: E402

from reportedly.analyse.argument import find_arguments  # noqa: E402
from reportedly.analyse.event_page import Page  # noqa: E402
from reportedly.analyse.event_sense import open_senses  # noqa: E402
from reportedly.analyse.figure import UNSURE  # noqa: E402
from reportedly.analyse.figure_signs import find_signs  # noqa: E402
from reportedly.analyse.parse import parse  # noqa: E402
from reportedly.analyse.predicate import carries, find_predicates  # noqa: E402
from reportedly.analyse.toponym import find_places  # noqa: E402
from reportedly.analyse.when import find_times  # noqa: E402
from reportedly.read import read_text  # noqa: E402

HEAD = "# Log odds of each sign that the words of a happening are meant, fitted by tools/figures/fit.py; its README has the method.\n"
DATA = ROOT / "src/reportedly/data/figure_weights.tsv"
RIDGE = 3.0
RARE = 4  # signs seen less often get no weight
SMALL = 0.02  # weights nearer to nothing are left out
FOLDS = 5
SEED = 5
FIGURES_SHARE = 0.6  # what all figures weigh, to what all that is meant does
NEVER_MET = 0.5  # a sentence's word whose sense asks for something else: the rules leave it out already
OWN_SENTENCES = 0.6  # each stands twice, alone and among two others

Floats = NDArray[np.float64]
Spot = tuple[int, int]


@dataclass
class Row:
    """One predicate: its signs, whether it is meant, what it weighs, and of which text it is."""

    signs: frozenset[str]
    meant: bool
    weight: float
    source: str
    met: bool


def read(text: str, published: str | None, *, loose: bool) -> Iterator[tuple[Spot, frozenset[str], bool]]:
    """Give each predicate of a text with its signs, and whether a sense of it is met; others only if `loose`."""
    report = replace(read_text(text, as_is=True), published=published)
    parts = parse(report)
    places, times = find_places(report, parts), find_times(report, parts)
    for part in parts:
        page = Page.read(part, places, times, None, published)
        for predicate in find_predicates(part.doc):
            if not predicate.noun and carries(predicate.token):
                continue
            given = find_arguments(predicate)
            sense = next(open_senses(page, predicate, given), None)
            if sense is None and not (loose and predicate.senses):
                continue
            span = part.span(predicate.first, predicate.last + 1)
            signs = find_signs(page, given, sense or predicate.senses[0], predicate)
            yield (span.start, span.end), signs, sense is not None


def of_sentences() -> Iterator[Row]:
    """Give the predicates of our sentences, each alone and between two others of its use."""
    told, choice = [*sentences("lexicon"), *sentences("tune")], random.Random(SEED)
    for n, each in enumerate(told):
        before, after = choice.sample(
            [other for other in told if other.literal is each.literal and other is not each], 2
        )
        first = len(before.text) + 1
        for start, text in ((0, each.text), (first, f"{before.text} {each.text} {after.text}")):
            for spot, signs, met in read(text, None, loose=True):
                if start <= spot[0] < start + len(each.text):
                    weight = OWN_SENTENCES * (1.0 if met else NEVER_MET)
                    yield Row(signs, each.literal, weight, f"sentence {n}", met)


def of_passages() -> Iterator[Row]:
    """Give the predicates of the open passages: those of wanted events, and all those of figures of speech."""
    for passage in passages("open"):
        for spot, signs, met in read(passage.text, passage.published, loose=passage.metaphor):
            if passage.metaphor or any(meet(spot, event["spot"]) for event in passage.events or ()):
                yield Row(signs, not passage.metaphor, 1.0 if met else NEVER_MET, passage.id, met)


def of_reports() -> Iterator[Row]:
    """Give the predicates of our own reports, where hardly any is a figure."""
    for path in sorted((ROOT / "evals/cases/open").glob("*.toml")):
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        text = row.get("text") or row.get("body") or ""
        yield from (Row(signs, True, NEVER_MET, path.stem, True) for _, signs, _ in read(text, None, loose=False))


def matrix(rows: Sequence[Row], known: dict[str, int]) -> Floats:
    """Lay the signs of each row out; the last column always holds."""
    found = np.zeros((len(rows), len(known) + 1))
    found[:, -1] = 1
    for n, row in enumerate(rows):
        found[n, [known[sign] for sign in row.signs if sign in known]] = 1
    return found


def fit(rows: Sequence[Row]) -> tuple[dict[str, int], Floats]:
    """Fit by Newton's method, with a ridge on all but the constant."""
    counts = Counter(sign for row in rows for sign in row.signs)
    known = {sign: n for n, sign in enumerate(sorted(sign for sign, count in counts.items() if count >= RARE))}
    x, y = matrix(rows, known), np.array([float(row.meant) for row in rows])
    weight = np.array([row.weight for row in rows])
    weight[y == 0] *= FIGURES_SHARE * weight[y == 1].sum() / weight[y == 0].sum()
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-6
    found = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weight * (p - y)) + ridge * found
        step = np.linalg.solve((x.T * (weight * p * (1 - p))) @ x + np.diag(ridge), slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return known, found


def hold_out(rows: Sequence[Row]) -> None:
    """Print what is kept of either, on the texts that each fit did not see."""
    sources = sorted({row.source for row in rows})
    random.Random(SEED).shuffle(sources)
    fold = {source: n % FOLDS for n, source in enumerate(sources)}
    kept: Counter[tuple[bool, bool]] = Counter()
    for part in range(FOLDS):
        known, found = fit([row for row in rows if fold[row.source] != part])
        held = [row for row in rows if fold[row.source] == part and row.met]
        for row, score in zip(held, matrix(held, known) @ found, strict=True):
            kept[row.meant, bool(score > UNSURE)] += 1
    for meant in (True, False):
        print(f"{'meant' if meant else 'figures'} held out: told {kept[meant, True]}, left {kept[meant, False]}")


def main() -> None:
    """Fit and write the weights."""
    rows = [*of_sentences(), *of_passages(), *of_reports()]
    hold_out(rows)
    known, found = fit(rows)
    lines = [f"{sign}\t{found[n]:.3f}\n" for sign, n in sorted(known.items()) if abs(found[n]) >= SMALL]
    DATA.write_text(f"{HEAD}sign\tweight\n(always)\t{found[-1]:.3f}\n{''.join(lines)}", encoding="utf-8")
    print(f"{len(lines)} weights")


if __name__ == "__main__":
    main()
