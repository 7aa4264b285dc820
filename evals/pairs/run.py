"""Everything at once on our own pairs of a wire story and its retelling, in the shape of the two seed reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

from evals.pairs.ledger import FILES, HERE
from evals.pairs.ledger import score as score_ledgers
from evals.reference import load_scorer
from reportedly.pipeline import analyse_reports, compare_readings, read_reports
from reportedly.reading import Reading
from reportedly.record import to_record
from reportedly.report import Report

PARTS = ("open", "aside")
OF_ATTRIBUTIONS = ("recall", "kind", "basis", "certainty", "stance", "polarity", "via")
NEAR_KM = 25.0
_CONTRACT = ("data", "document", "hearsay", "improbable", "media", "organisation", "outlet", "unspecified")
_CAVEATS = ("caveat_dropped", "omitted")  # a whole caveat left out is either
Json = Mapping[str, Any]


def score() -> dict[str, float]:
    """Give for each part the mean over its pairs of each figure, 0 to 1.

    Raises:
        NotHere: the scorer of the seed reports, whose rules hold here too, is absent.
    """
    figures = {
        f"{part} {name}": fmean(pair[name] for pair in pairs if name in pair)
        for part in PARTS
        for pairs in [[score_pair(path, []) for path in sorted((HERE / part).iterdir())]]
        for name in dict.fromkeys(name for pair in pairs for name in pair)
    }
    return figures | {name: value for part in PARTS for name, value in score_ledgers(part).items()}


def score_pair(path: Path, log: list[str]) -> dict[str, float]:
    """Give the figures of one pair; what is missed goes into the log, a line each."""
    seeds, gold = _scorer(), json.loads((path / "gold.json").read_text())
    reports = [item for item in read_reports([str(path / name) for name in FILES]) if isinstance(item, Report)]
    readings = [item for item in analyse_reports(reports) if isinstance(item, Reading)]
    told = [to_record(reading) for reading in readings]
    parts: dict[str, float] = {}
    said = [seeds.attributions(one, gold["attributions"][name], log) for one, name in zip(told, FILES, strict=True)]
    parts |= {name: fmean(each[name] for each in said) for name in OF_ATTRIBUTIONS}
    told_to = [each["via"] for each, name in zip(said, FILES, strict=True) if _has_via(gold["attributions"][name])]
    if told_to:
        parts["via"] = fmean(told_to)
    else:
        del parts["via"]  # nobody is told to have been told anything
    parts["few told"] = fmean(min(1.0, 1.6 * each["gold"] / max(each["predicted"], 1)) for each in said)
    parts |= {name: fmean(right) for name, right in _furniture(seeds, told, gold["meta"], log).items()}
    parts["events"] = seeds.events(told[0], gold["events"], log) * min(1, 60 / max(len(told[0]["events"]), 1))
    parts["places"] = fmean(_placed(seeds, told[0], gold["places"], log))
    comparison = to_record(compare_readings(*readings))
    parts["direction"] = float(comparison["origin"] == readings[0].report.id)
    parts["kind of retelling"] = float(comparison["kind"] == "rewrite")
    changes = list(_changes(seeds, comparison["variations"], gold["drift"], log))
    parts["changes"] = fmean(changes) * min(1, 45 / max(len(comparison["variations"]), 1))
    return parts | {"all": fmean(parts.values())}


def _has_via(attributions: list[Json]) -> bool:
    return any(each.get("via") for each in attributions)


def _scorer() -> ModuleType:
    """Load the scorer of the seed reports, and let it know the values of the contract that those do not use."""
    seeds = load_scorer("gold/score_seeds.py")
    for known in (seeds.KIND, seeds.BASIS, seeds.CERT):
        known.update({name: {name} for name in _CONTRACT if name not in known})
    return seeds


def _furniture(seeds: ModuleType, told: list[Json], meta: Json, log: list[str]) -> dict[str, list[bool]]:
    """Tell of each thing about a report beside its text whether it is right: of both where it ends, of the wire the rest."""
    ends = []
    for one, name in zip(told, FILES, strict=True):
        body, wanted = one["report"]["body"], meta[name]
        ends += [wanted["first_junk"] not in body, seeds.norm(wanted["last_body_words"]) in seeds.norm(body)]
    report, wanted = told[0]["report"], meta["wire.txt"]
    right = {
        "date": str(report["published"]).startswith(wanted["date"]),
        "title": seeds.norm(report["title"] or "") == seeds.norm(wanted["title"]),
        "agency": seeds.norm(wanted.get("agency") or "") in seeds.norm(report["agency"] or ""),
        "authors": set(map(seeds.norm, wanted["authors"])) <= set(map(seeds.norm, report["authors"])),
        "editor": not wanted.get("editor") or wanted["editor"] in report["editors"],
        "dateline": seeds.norm(wanted.get("dateline") or "").split(",")[0]
        in seeds.norm((report["dateline"] or {}).get("place") or ""),
        "links": len(report["links"]) == wanted.get("linked_stories", 0),
    }
    log += [f"  metadata: {name}: {report.get(name)!r}" for name, so in right.items() if not so]
    log += [f"  ends: {ends}"] if not all(ends) else []
    return {"ends of texts": ends, "metadata": list(right.values())}


def _placed(seeds: ModuleType, told: Json, places: Json, log: list[str]) -> Iterator[bool]:
    """Tell of each place whether it is put where it is."""
    for name, at in places.items():
        called = [
            place
            for place in told["places"]
            if seeds.words(name) & seeds.words(place["span"]["text"] + " " + place["name"]) and place["lat"] is not None
        ]
        right = any(seeds.km(at, (place["lat"], place["lon"])) < NEAR_KM for place in called)
        log += [] if right else [f"  place: {name} {[(place['name'], place['lat'], place['lon']) for place in called]}"]
        yield right


def _changes(seeds: ModuleType, variations: list[Json], drift: list[Json], log: list[str]) -> Iterator[bool]:
    """Tell of each change whether it is told, by its kind and both its places."""
    for wanted in drift:
        right = any(
            _same_kind(wanted["kind"], told["kind"])
            and _at(seeds, told["origin"], wanted["a"])
            and _at(seeds, told["derivative"], wanted["b"])
            for told in variations
        )
        log += [] if right else [f"  change: {wanted}"]
        yield right


def _same_kind(wanted: str, told: str) -> bool:
    """Tell whether two kinds of change are one to a reader."""
    if wanted.startswith("detail"):
        return told.startswith(("detail", "place", "tense", "attribution"))
    return (
        wanted == told
        or (wanted in _CAVEATS and told in _CAVEATS)
        or (wanted == "omitted" and told in ("detail_dropped", "name_changed"))
    )


def _at(seeds: ModuleType, span: Json | None, words: str | None) -> bool:
    """Tell whether a span holds some words; where none are wanted, whether there is none."""
    return span is None if not words else span is not None and bool(seeds.covers([span], words))


def main() -> None:
    """Print the figures of the open pairs, and what is missed in each."""
    for path in sorted((HERE / "open").iterdir()):
        log: list[str] = []
        figures = score_pair(path, log)
        print(f"== {path.name}", " ".join(f"{name} {value:.2f}" for name, value in figures.items()), *log, sep="\n")


if __name__ == "__main__":
    main()
