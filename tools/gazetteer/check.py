"""Print which of our own places are not put where our table puts them, each told in made sentences of its kind.

usage: check.py [KIND...]      (all kinds without one)
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from reportedly.analyse.parse import parse
from reportedly.analyse.toponym import find_places
from reportedly.data import read_table
from reportedly.event import Toponym, distance_km
from reportedly.read import read_text

LEAST_KM = 5.0  # a place counts as put right within this, or within the radius that our table gives it
SENTENCES = {
    "base": (
        "Satellite images taken on Monday show jets parked at {}.",
        "Drones struck {} overnight, two officials said.",
        "The aircraft took off from {} on Tuesday.",
    ),
    "airport": (
        "The plane landed at {} on Tuesday.",
        "Flights from {} were suspended after the strike.",
    ),
    "port": (
        "Two frigates left {} on Monday, ship trackers said.",
        "The tanker was loading at {} when the drones struck.",
    ),
    "crossing": (
        "Thirty trucks passed through {} on Sunday, aid workers said.",
        "{} has been closed since Friday.",
    ),
    "city": (
        "Two people were killed when shells hit {} on Monday.",
        "Troops withdrew from {} on Sunday, residents said.",
    ),
    "island": ("The ship was seen off {} on Monday.", "Troops have been sent to {}."),
    "strait": ("The ship passed through {} on Monday.",),
    "": ("Drones struck {} overnight, two officials said.", "A fire broke out at {} on Sunday."),
}


def sentences(kind: str, name: str) -> Iterator[str]:
    """Give the sentences that tell of a place of a kind."""
    for sentence in SENTENCES.get(kind, SENTENCES[""]):
        told = sentence.format(name)
        yield told[0].upper() + told[1:]


def find(text: str, name: str) -> Toponym | None:
    """Give the toponym that stands where `name` does; None where there is none."""
    report = read_text(text, as_is=True)
    start = text.lower().index(name.lower())
    found = find_places(report, parse(report))
    return next((one for one in found if one.span.start < start + len(name) and start < one.span.end), None)


def main(kinds: list[str]) -> None:
    """Print the places that are put elsewhere or nowhere, and the share that is put right."""
    count: Counter[str] = Counter()
    for row in read_table("facilities.tsv"):
        if not row["lat"] or (kinds and row["kind"] not in kinds):
            continue
        for text in sentences(row["kind"], row["name"]):
            found = find(text, row["name"])
            here = (float(row["lat"]), float(row["lon"]))
            placed = found is not None and found.lat is not None and found.lon is not None
            away = distance_km((found.lat, found.lon), here) if placed else None
            right = away is not None and away <= max(LEAST_KM, float(row["radius_km"] or 0))
            count["right"] += right
            count["all"] += 1
            if not right:
                told = "not found" if found is None else f"{found.span.text} {found.kind} {found.name} {found.country}"
                print(f"{row['kind']}\t{row['name']}\t{told}\t{'' if away is None else round(away)}\t{text}")
    print(f"{count['right']} of {count['all']} put right: {count['right'] / max(count['all'], 1):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
