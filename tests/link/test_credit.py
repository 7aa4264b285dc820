"""Whose story a report credits, and whose it is."""

import pytest
from tests.link.factory import report

from reportedly.link.credit import find_credits, own_outlets
from reportedly.link.tokens import read_tokens


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Two guards told Reuters that the gate was open.", "Reuters"),
        ("The gate was open, AFP reported.", "AFP"),
        ("According to the Lodna Courier, the gate was open.", "Lodna Courier"),
        ("The gate was open, state news agency TASS said.", "TASS"),
        ("The gate was open, Radio Lodna reported.", "Radio Lodna"),
        ("The gate was open, Hill Wire quotes a guard as saying.", "Hill Wire"),
        ("That report, by the Lodna Courier, named no guard.", "Lodna Courier"),
        ("The gate was open, the Sarvian television station Kanal Drei reports.", "Kanal Drei"),
        ("The gate was open, the Lodna Bulletin of Port Mara reports.", "Lodna Bulletin"),
        ("The pictures that a guard gave to the Lodna Ledger show an open gate.", "Lodna Ledger"),
        ("He made the remark in an interview with The New York Times.", "New York Times"),
    ],
)
def test_credit_is_found_with_its_outlet(text, outlet):
    assert [credit.outlet for credit in find_credits(text, read_tokens(text))] == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the council to wait.",
        "The police station Mara said no.",
        "Time said nothing.",
        "He told Mara so.",
    ],
)
def test_other_hearers_are_no_outlets(text):
    assert [
        credit.outlet for credit in find_credits(text, read_tokens(text)) if credit.outlet not in ("Time magazine",)
    ] == []


def test_generic_word_behind_an_outlets_name_hides_no_credit_to_it():
    text = "The gate was open, Hill Newswire reported."
    assert [credit.outlet for credit in find_credits(text, read_tokens(text), frozenset({"Hill"}))] == ["Hill"]


def test_outlet_in_the_dateline_is_the_reports_own():
    assert own_outlets(report("a", "LODNA, Sarvia (Reuters) - The gate was open.")) == {"Reuters"}


def test_agency_that_is_in_no_list_is_known_by_its_dateline():
    assert own_outlets(report("a", "LODNA, March 4 (Hill Wire) - The gate was open.")) == {"Hill Wire"}


def test_publisher_and_agency_are_both_its_own():
    assert own_outlets(report("a", "", publisher="Hill News", agency="AFP")) == {"Hill News", "AFP"}
