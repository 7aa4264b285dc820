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
        ("Larn (Cyprus) (AFP) – ", "Larn (Cyprus)", "AFP", None),
        ("Larn, May 3 (PTI) ", "Larn", "PTI", 3),
        ("May 3, 2024 (BRENNMOOR) – ", "BRENNMOOR", None, 3),
        ("(Larn, May 3, 2024) – ", "Larn", None, 3),
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


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("LARN (Northwire) - ", "Northwire"),
        ("LARN, Norland, March 3 (Valley Wire Service) -- ", "Valley Wire Service"),
        ("LARN, Calif. (VWS) - ", "VWS"),
        ("Larn, May 3 (VWS) - ", "VWS"),
        ("(VWS) - ", "VWS"),
        ("LARN (Exclusive) - ", None),
        ("LARN (Cyprus) - ", None),
        ("LARN (Calif.) - ", None),
        ("LARN (NY) - ", None),
        ("LARN (May 3) - ", None),
    ],
)
def test_whom_no_list_knows_is_an_agency_by_the_form_of_the_brackets(opening, agency):
    assert read_text(f"{opening}Two ferries collided outside the harbour.").agency == agency


@pytest.mark.parametrize(
    "above",
    [
        "(Corrects the number of ferries in paragraph 2 to two)",
        "Editor's note: The company is a sponsor.\n\nCorrection: An earlier version gave the wrong port.",
        "A collision closed the harbour of Larn for three hours and left forty lorries waiting on the quay.",
    ],
)
def test_a_dateline_is_found_behind_notices_and_a_standfirst(above):
    report = read_text(f"{above}\n\nLARN, May 3, 2024 (VWS) - Two ferries collided outside the harbour.")
    assert (report.dateline.place, report.agency, report.published) == ("LARN", "VWS", "2024-05-03")
    assert report.dateline.span.check(report.body)


def test_a_place_and_a_dash_below_the_first_line_are_no_dateline():
    assert read_text("Two ferries collided outside the harbour.\n\nLARN, Norland - Nobody was hurt.").dateline is None


def test_a_text_taken_as_it_is_tells_its_dateline_and_who_signs():
    text = "Ferries collide off Larn\n\nBy Ann Lee\n\nLARN, May 3 (VWS) - Two ferries collided.\n\n(Editing by Cy Dee)"
    report = read_text(text, as_is=True)
    assert (report.body, report.title, report.published) == (text, None, None)
    assert (report.agency, report.authors, report.editors) == ("VWS", ("Ann Lee",), ("Cy Dee",))
    assert (report.dateline.span.start, report.dateline.place) == (38, "LARN")


def test_names_and_a_date_are_read_under_a_standfirst():
    above = "Ferry runs aground off Larn harbour\n\nDivers search the hull as the tide falls\n\nAnn Lee, Bob Hall | 23.04.2026 - Update : 23.04.2026"
    report = read_text(
        f"{above}\n\nLARN, April 23 (VWS) - Two ferries collided outside the harbour on Thursday, the port said."
    )
    assert report.published == "2026-04-23"
    assert "Divers search the hull" in report.body
    assert "23.04.2026" not in report.body


@pytest.mark.parametrize(("opening", "place"), [("BRENN", "BRENN"), ("WATCH", None), ("CENTCOM", None)])
def test_a_place_before_a_colon_opens_a_paragraph_as_in_south_asian_dailies(opening, place):
    text = f"{opening}: Two ferries collided outside the harbour on Thursday night, the coast guard said, and nobody was hurt."
    signed = read_dateline(text)
    assert (signed.dateline.place if signed else None) == place


def test_an_agency_may_open_a_paragraph_without_a_place():
    signed = read_dateline("NNA - Two ferries collided.")
    assert (signed.dateline, signed.agency) == (None, "NNA")
    assert read_dateline("NATO - Two ferries collided.") is None
