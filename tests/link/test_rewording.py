"""How much was put in other words, and what that makes of a report that keeps many of them."""

from tests.link.factory import report

from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.rewording import count_reworded

BEFORE = "The mayor opened the new harbour gate on Monday after a long delay, officials said."
SHORTER = "The mayor opened the new harbour gate on Monday, officials said."
REWORDED = "The mayor unveiled the new harbour door on Monday after a lengthy wait, clerks said."
MATCH = (Match((0,), (0,), 0.8),)


def test_what_stands_for_other_content_is_counted_alike_in_both_orders():
    one, other = Digest(report("a", BEFORE)), Digest(report("b", REWORDED))
    assert count_reworded(one, other, MATCH) == count_reworded(other, one, MATCH) == 20


def test_what_is_only_left_out_is_no_rewording():
    assert count_reworded(Digest(report("a", BEFORE)), Digest(report("b", SHORTER)), MATCH) == 0
