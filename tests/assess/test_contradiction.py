"""What counts as the contrary of what, on whole reports."""

import pytest

from reportedly import assess_reports, read_text

ONE = (
    "NAIROBI (Valley Wire) - Fuel prices rose again in the capital. Taxi drivers queued before dawn.\n\n"
    "The border crossing at Moyale {said}, two customs officials said on Monday.\n"
)
OTHER = (
    "MOYALE, Kenya (Coast Agency) - Shopkeepers have had a hard week. Goats wandered between empty stalls.\n\n"
    "Amina Wako, who sells tea by the road, said that the border crossing at Moyale {said} on Monday.\n"
)


def opposed(first, second):
    reports = [read_text(ONE.format(said=first)), read_text(OTHER.format(said=second))]
    claims = assess_reports(reports).picture.claims
    return any(claim.opposing for claim in claims if "crossing" in claim.summary)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("has not been closed", "was closed", True),
        ("has been closed", "was closed", False),
        ("has been closed", "was reopened", True),
        ("has not been closed", "was reopened", False),
    ],
)
def test_open_is_the_contrary_of_closed_and_not_of_not_closed(first, second, expected):
    assert opposed(first, second) is expected
