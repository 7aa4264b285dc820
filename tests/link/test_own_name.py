"""Whose report one is, as the other credits it and it speaks of itself."""

import pytest
from tests.link.factory import report

from reportedly.link.digest import Digest
from reportedly.link.own_name import find_named

OWN = "The bridge is shut. The Courier could not verify who shut it."
TELLER = "The bridge is shut, the Lodna Valley Courier reported."


def test_report_that_speaks_of_itself_by_the_credited_name_is_the_credited_one():
    credit = find_named(Digest(report("a", OWN)), Digest(report("b", TELLER)))
    assert credit is not None
    assert credit.outlet == "Lodna Valley Courier"


@pytest.mark.parametrize(
    ("source", "teller"),
    [
        ("The bridge is shut. The Herald could not verify who shut it.", TELLER),
        ("The bridge is shut, the Lodna Valley Courier reported.", TELLER),
        (OWN, "The bridge is shut, a guard told the Lodna Valley Courier."),
        (OWN, "The bridge is shut."),
    ],
)
def test_other_names_and_hearsay_tell_nothing(source, teller):
    assert find_named(Digest(report("a", source)), Digest(report("b", teller))) is None


def test_whose_report_it_is_may_be_known():
    assert find_named(Digest(report("a", OWN, publisher="Hill News")), Digest(report("b", TELLER))) is None
