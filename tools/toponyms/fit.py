"""Fit what each sign of a place's name weighs, and how sure a chosen place is: `python tools/toponyms/fit.py CORPORA`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from evals.passages import passages  # noqa: E402

from reportedly.analyse import place_score, place_signs, toponym  # noqa: E402
from reportedly.analyse.demonym import find_demonyms  # noqa: E402
from reportedly.analyse.disambiguation import Choice  # noqa: E402
from reportedly.analyse.parse import Passage, parse  # noqa: E402
from reportedly.analyse.place_evidence import Mention  # noqa: E402
from reportedly.analyse.place_name import weigh_names  # noqa: E402
from reportedly.data import read_table  # noqa: E402
from reportedly.event import Toponym, distance_km  # noqa: E402
from reportedly.read import read_text  # noqa: E402
from reportedly.report import Report  # noqa: E402

DATA = ROOT / "src/reportedly/data"
SIGNS = (
    "# Log odds of the signs by which a name is told to be a place's, fitted by tools/toponyms/fit.py; its README has the"
    ' method; "rare and foreign", "ours and rare" and "our whole name" were set by hand.\n'
)
SCORE = "# Log odds of what the score of a placed toponym is worked out from, fitted by tools/toponyms/fit.py; its README has the method.\n"
CORPORA = {"gwn-dev": 1.5, "geovirus": 1.0}  # and what one of their names counts
OWN_WEIGHT = 1.5  # a name of our own passages, which are news of the kind that we read
RIDGE = 2.0
RARE = frozenset({"settlement of", "among places"})  # seen a few times, and hardly ever wrong
RARE_RIDGE = 0.2
# Set by hand: the corpora hold hardly any of the places that these are for.
FIXED = {"rare and foreign": 0.8, "ours and rare": 1.2, "our whole name": 1.2}
ROUNDS = 6  # what supports a name hangs on the weights of others
NAME_FOLDS, SCORE_FOLDS = 4, 5
RIGHT_KM = 161.0
# GeoVirus and our passages leave it out, GeoWebNews has it: it is told by the one that does.
UNION = frozenset({"EU", "E.U.", "European Union"})

Floats = NDArray[np.float64]
Spot = tuple[int, int]


@dataclass
class Gold:
    """A report with the names of places that its labeller found."""

    corpus: str
    weight: float
    report: Report
    parts: tuple[Passage, ...]
    names: dict[Spot, dict[str, object]]
    left_out: set[Spot] = field(default_factory=set)  # names that count neither way


@dataclass
class Row:
    """One thing to fit: its signs, whether it is so, and where it was."""

    signs: dict[str, float]
    so: bool
    weight: float
    source: int


def load(corpora: Path) -> Iterator[Gold]:
    """Read and parse the labelled reports."""
    for corpus, weight in CORPORA.items():
        for line in (corpora / "geo" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            names = {(name["start"], name["end"]): name for name in row["toponyms"]}
            report = read_text(row["text"], as_is=True)
            yield Gold(corpus, weight, report, parse(report), names)
    for passage in passages("open"):
        if passage.places is not None:
            names = {place["spot"]: place for place in passage.places if place.get("use") != "embedded"}
            left_out = {place["spot"] for place in passage.places if place.get("use") == "embedded"}
            report = read_text(passage.text, as_is=True)
            yield Gold("own", OWN_WEIGHT, report, parse(report), names, left_out)


def name_rows(gold: Sequence[Gold]) -> Iterator[Row]:
    """Give a row for each name that may be a place's; those that overlap a labelled one without being it are left out."""
    for source, one in enumerate(gold):
        docs = [part.doc for part in one.parts]
        people = [spot for doc in docs for spot in find_demonyms(doc)]
        peoples = [entry.country for _, _, entry in people if entry is not None and entry.country]
        for part, weighed in zip(one.parts, weigh_names(docs, peoples), strict=True):
            taken = {i for first, last, _ in find_demonyms(part.doc) for i in range(first, last)}
            for mention in weighed:
                spot = (mention.start + part.offset, mention.end + part.offset)
                if counts(mention, spot, one, taken):
                    yield Row(dict(mention.signs), spot in one.names, one.weight, source)


def counts(mention: Mention, spot: Spot, one: Gold, demonyms: set[int]) -> bool:
    """Tell whether a name says anything: the corpora differ on demonyms, embedded names, buildings and the Union."""
    if mention.last - mention.first == 1 and mention.first in demonyms:
        return False
    so = spot in one.names
    if not so and ("seat" in mention.signs or any(s < spot[1] and spot[0] < e for s, e in (*one.names, *one.left_out))):
        return False
    if one.corpus != "gwn-dev" and (mention.embedded or mention.name in UNION):
        return False
    return one.corpus != "geovirus" or so or not any("FAC" in sign for sign in mention.signs)


def fit(rows: Sequence[Row], ridge: float, fixed: dict[str, float]) -> dict[str, float]:
    """Fit the log odds of each sign by Newton's method, beside those that are `fixed`."""
    signs = sorted({sign for row in rows for sign in row.signs} - fixed.keys())
    x, y = matrix(rows, signs), np.array([float(row.so) for row in rows])
    told = matrix(rows, list(fixed)) @ np.array(list(fixed.values()))
    weight, odds = np.array([row.weight for row in rows]), np.zeros(len(signs))
    ridges = np.array([RARE_RIDGE if sign in RARE else ridge for sign in signs])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ odds - told))
        slope = x.T @ (weight * (y - p)) - 2 * ridges * odds
        bend = (x * (weight * p * (1 - p))[:, None]).T @ x + 2 * np.diag(ridges)
        odds = odds + np.linalg.solve(bend, slope)
    return dict(zip(signs, odds.round(2).tolist(), strict=True)) | fixed


def matrix(rows: Sequence[Row], signs: Sequence[str]) -> Floats:
    """Give the rows' signs, rows x signs."""
    place = {sign: i for i, sign in enumerate(signs)}
    x = np.zeros((len(rows), len(signs)))
    for i, row in enumerate(rows):
        for sign, value in row.signs.items():
            if sign in place:
                x[i, place[sign]] = value
    return x


def probabilities(rows: Sequence[Row], odds: dict[str, float]) -> Floats:
    """Give how likely each row is so by a table of odds."""
    return 1 / (1 + np.exp(-matrix(rows, list(odds)) @ np.array(list(odds.values()))))


def write(name: str, head: str, odds: dict[str, float]) -> None:
    """Write a table, and have it read anew."""
    lines = "".join(f"{sign}\t{value:.2f}\n" for sign, value in sorted(odds.items()) if value)
    (DATA / name).write_text(f"{head}sign\tweight\n{lines}", encoding="utf-8")
    read_table.cache_clear()
    place_signs.weights.cache_clear()
    place_score.weights.cache_clear()


def fit_names(gold: Sequence[Gold]) -> None:
    """Fit and write the signs of names; print how well those fitted on other reports tell names apart."""
    odds: dict[str, float] = {}
    for _ in range(ROUNDS):
        rows = list(name_rows(gold))
        new = fit(rows, RIDGE, FIXED)
        odds = {sign: (value + odds.get(sign, value)) / 2 for sign, value in new.items()}
        write("toponym_signs.tsv", SIGNS, odds)
    held = np.zeros(len(rows))
    fold = np.array([row.source % NAME_FOLDS for row in rows])
    for part in range(NAME_FOLDS):
        others = fit([row for row in rows if row.source % NAME_FOLDS != part], RIDGE, FIXED)
        held[fold == part] = probabilities([row for row in rows if row.source % NAME_FOLDS == part], others)
    so, said = np.array([row.so for row in rows]), held >= 0.5
    precision, recall = (so & said).sum() / said.sum(), (so & said).sum() / so.sum()
    print(f"names: {len(rows)} weighed, {so.sum()} places; by reports held out P {precision:.3f} R {recall:.3f}")


def score_rows(gold: Sequence[Gold]) -> Iterator[Row]:
    """Give a row for each placed toponym that is labelled with a point."""
    made: list[tuple[Toponym, Mention, Choice]] = []
    make = toponym._toponym

    def kept(passage: Passage, mention: Mention, choice: Choice) -> Toponym:
        found = make(passage, mention, choice)
        made.append((found, mention, choice))
        return found

    toponym._toponym = kept
    least, toponym.LEAST_SCORE = toponym.LEAST_SCORE, 0.0
    for source, one in enumerate(gold):
        made.clear()
        if one.corpus != "own":
            toponym.find_places(one.report, one.parts)
        for found, mention, choice in made:
            name = one.names.get((found.span.start, found.span.end))
            if name is not None and name["lat"] is not None and found.lat is not None:
                yield Row(place_score.score_signs(mention, choice), is_right(found, name), 1.0, source)
    toponym._toponym, toponym.LEAST_SCORE = make, least


def is_right(found: Toponym, name: dict[str, object]) -> bool:
    """Tell whether a toponym has the labelled id, or lies within 161 km or its own radius of the labelled point."""
    assert found.lat is not None
    assert found.lon is not None
    if str(found.gazetteer_id or "").rpartition(":")[2] == str(name["geonames_id"]):
        return True
    away = distance_km((found.lat, found.lon), (float(str(name["lat"])), float(str(name["lon"]))))
    return away <= max(RIGHT_KM, found.radius_km or 0.0)


def fit_score(gold: Sequence[Gold]) -> None:
    """Fit and write the score; print its calibration on reports that it was not fitted on."""
    rows = list(score_rows(gold))
    order = {source: i for i, source in enumerate(sorted({row.source for row in rows}))}
    fold = np.array([order[row.source] % SCORE_FOLDS for row in rows])
    held = np.zeros(len(rows))
    for part in range(SCORE_FOLDS):
        odds = fit([row for row, at in zip(rows, fold, strict=True) if at != part], 1.0, {})
        held[fold == part] = probabilities([row for row, at in zip(rows, fold, strict=True) if at == part], odds)
    so = np.array([float(row.so) for row in rows])
    print(
        f"score: {len(rows)} placed, {so.mean():.3f} right; by reports held out Brier {((held - so) ** 2).mean():.4f}",
        end="",
    )
    print(f" (always saying {so.mean():.3f}: {so.mean() * (1 - so.mean()):.4f})")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        some = (held >= low) & (held < high)
        if some.any():
            print(
                f"  said {low:.2f} to {min(high, 1):.2f}: {some.sum():5} places, said {held[some].mean():.2f}, right {so[some].mean():.2f}"
            )
    write("toponym_score.tsv", SCORE, fit(rows, 1.0, {}))


def main(corpora: Path) -> None:
    """Fit both tables."""
    gold = list(load(corpora))
    fit_names(gold)
    fit_score(gold)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
