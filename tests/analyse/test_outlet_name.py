"""Which names are outlets': by the list, by the last word, and by how a report speaks of its own."""

import pytest
from tests.analyse.said import report

from reportedly.analyse.outlet_name import is_outlet, own_outlets


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Reuters", True),
        ("The Valley Courier", True),
        ("Coastal Press agency", True),
        ("Herald", False),
        ("the navy", False),
        ("", False),
    ],
)
def test_names_of_outlets(name, known):
    assert is_outlet(name) is known


@pytest.mark.parametrize(
    "body",
    [
        "OSLO, May 4 (Fjordline) - Rain fell on the city.",
        "Fjordline could not independently verify the claim.",
        "A Fjordline reporter saw the fire.",
        "A clerk told Fjordline the vault was empty. A guard told Fjordline it was locked.",
    ],
)
def test_a_report_shows_its_own_outlet(body):
    assert "fjordline" in own_outlets(report(body))


@pytest.mark.parametrize(
    "body",
    [
        "A clerk told Fjordline the vault was empty.",
        "A clerk told Congress it was empty. A guard told Congress it was locked.",
        "Ann Kerr spoke. A clerk told Kerr it was empty. A guard told Kerr it was locked.",
    ],
)
def test_who_is_told_once_or_is_a_body_or_a_person_is_no_outlet(body):
    assert own_outlets(report(body)) == set()
