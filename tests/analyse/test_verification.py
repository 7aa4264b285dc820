"""What the outlet says of having checked, and what another contests."""

import pytest
from tests.analyse.said import report

from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.parse import parse

CLAIM = "The militia said it had taken the hill. "


def verified(body):
    """Give the verification of the statements that the rules find, in reading order."""
    one = report(body)
    found = find_attributions(one, parse(one))
    return [a.verification and a.verification.value for a in found if a.stance == "asserts"]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        (CLAIM + "The Courier could not independently verify the claim.", ["unverified"]),
        (CLAIM + "That could not be independently confirmed.\n\nIt rained.", ["unverified"]),
        (CLAIM + "The army could not be reached.", [None]),
        (CLAIM + "The army said it held the hill. The Courier could not verify either account.", ["unverified"] * 2),
        ("Unverified footage shows a tank burning on the hill.", ["unverified"]),
        ("Footage verified by the Courier shows a tank burning on the hill.", ["verified"]),
        (
            "A video shows a tank burning. The militia said it had taken the hill. "
            "The Courier could not establish when the video was filmed.",
            ["unverified", None],
        ),
        ("The ministry has not confirmed the report. The mayor said the hill was lost.", [None]),
    ],
)
def test_a_check_marks_what_it_speaks_of(body, marks):
    assert verified(body) == marks


@pytest.mark.parametrize(
    ("denial", "mark"),
    [
        ("The army denied the claim.", "disputed"),
        ("The army denied it.", "disputed"),
        ("The army denied leaving the valley.", None),
        ("The militia denied the reports.", None),  # nobody contests what it says itself
    ],
)
def test_what_another_denies_is_disputed(denial, mark):
    assert verified(CLAIM + denial) == [mark]
