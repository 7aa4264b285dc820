"""Datelines as the agencies print them, and openings that are none."""

import pytest

from reportedly.read import read_text
from reportedly.read.dateline import read_dateline
from reportedly.report import DateBasis


@pytest.mark.parametrize(
    ("opening", "place", "agency", "day"),
    [
        ("LARN, Norland (Reuters) - ", "LARN, Norland", "Reuters", None),
        ("LARN (AP) — ", "LARN", "AP", None),
        ("Larn, Norland, AFP - ", "Larn, Norland", "AFP", None),
        ("LARN, Norland, May 3 - ", "LARN, Norland", None, 3),
        ("LARN, May 3 (Reuters) - ", "LARN", "Reuters", 3),
        ("LARN, Norland - ", "LARN, Norland", None, None),
        ("LARN, December 14. /TASS/. ", "LARN", "TASS", 14),
        ("LARN, Dec. 14 (Xinhua) -- ", "LARN", "Xinhua", 14),
        ("Larn (dpa) – ", "Larn", "dpa", None),
        ("LARN/OSLO, March 3 (Reuters) - ", "LARN/OSLO", "Reuters", 3),
        ("ST. LARN, N.D. (AP) — ", "ST. LARN, N.D.", "AP", None),
    ],
)
def test_datelines_give_place_agency_and_day(opening, place, agency, day):
    text = f"{opening}Two ferries collided."
    signed = read_dateline(text)
    assert (signed.dateline.place, signed.agency, signed.day) == (place, agency, day)
    assert signed.dateline.span.check(text)
    assert text[signed.end :] == "Two ferries collided."


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: Ferries collide",
        "NATO - the alliance - met",
        "Two ferries collided - twice.",
        "UPDATE 1-Ferries collide",
        "He - she said",
        "",
    ],
)
def test_other_openings_are_no_datelines(text):
    assert read_dateline(text) is None


def test_an_agency_may_sign_without_a_place():
    report = read_text("May 3 (Reuters) - Two ferries collided outside the harbour on Tuesday, the coast guard said.")
    assert (report.dateline, report.agency, report.published) == (None, "Reuters", None)


def test_a_datelines_day_needs_a_year_that_is_told_elsewhere():
    text = "Updated 4 May 2024\n\nLARN, May 3 (Reuters) - Two ferries collided outside the harbour, the coast guard said on Tuesday."
    report = read_text(text)
    assert (report.published, report.published_basis) == ("2024-05-03", DateBasis.DATELINE)
