"""Heads and feet of reports in the manner of many kinds of outlets: what a reader reads out of each."""

import json
from pathlib import Path

import pytest

from reportedly.read import read_text

PAGES = Path(__file__).parent / "outlets"
GOLD = json.loads((PAGES / "gold.json").read_text())
FIELDS = ("title", "published", "modified", "authors", "editors", "agency", "dateline", "links", "begins", "ends")
FEWEST_RIGHT = 471


def tell_wrong(name):
    """Give the fields of one page that are not as a reader reads them."""
    report, gold = read_text((PAGES / f"{name}.txt").read_text()), dict(GOLD[name])
    told = {
        "title": report.title,
        "published": report.published,
        "modified": report.modified,
        "authors": sorted(map(str.casefold, report.authors)),
        "editors": sorted(map(str.casefold, report.editors)),
        "agency": report.agency,
        "dateline": report.dateline.place if report.dateline else None,
        "links": len(report.links),
        "begins": report.body[: len(gold["begins"])],
        "ends": report.body[-len(gold["ends"]) :],
    }
    for people in ("authors", "editors"):
        gold[people] = sorted(map(str.casefold, gold[people]))
    return {field: (told[field], gold[field]) for field in FIELDS if told[field] != gold[field]}


@pytest.mark.parametrize("name", GOLD)
def test_a_page_has_a_body_in_its_language(name):
    report = read_text((PAGES / f"{name}.txt").read_text())
    assert report.body
    assert report.language == "en"


def test_most_of_what_the_pages_say_is_read():
    wrong = [f"{name}: {tell_wrong(name)}" for name in GOLD if tell_wrong(name)]
    right = sum(len(FIELDS) - len(tell_wrong(name)) for name in GOLD)
    assert right >= FEWEST_RIGHT, "\n".join([f"{right} of {len(GOLD) * len(FIELDS)}", *wrong])
