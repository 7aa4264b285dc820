"""How sure the content is of itself, and whether it says so or not so."""

import pytest
from tests.analyse.said import only

from reportedly.attribution import Certainty, Polarity


@pytest.mark.parametrize(
    ("body", "certainty", "hedge"),
    [
        ("The mayor said the bridge was open.", Certainty.CERTAIN, None),
        ("The mayor said the bridge was probably open.", Certainty.PROBABLE, "probably"),
        ("The photos show what appeared to be a crater.", Certainty.PROBABLE, "appeared"),
        ("The mayor said the bridge might open on Friday.", Certainty.POSSIBLE, "might"),
        ("The mayor said it was unlikely that the bridge would open.", Certainty.IMPROBABLE, "unlikely"),
        ("The mayor urged drivers to stay away.", Certainty.UNSPECIFIED, None),
        ('"Is the bridge open?" the mayor asked.', Certainty.UNSPECIFIED, None),
        ("Lights could be seen on the bridge, a Reuters journalist said.", Certainty.CERTAIN, None),
        ("The mayor said the bridge, which may be sold, was open.", Certainty.CERTAIN, None),
    ],
)
def test_the_hedge_that_bears_on_the_statement_decides(body, certainty, hedge):
    one = only(body)
    assert one.certainty is certainty
    assert (one.certainty_span.text if one.certainty_span else None) == hedge


@pytest.mark.parametrize(
    ("body", "polarity"),
    [
        ("The envoy said the fleet was leaving.", Polarity.AFFIRMED),
        ("The envoy said the fleet was not leaving.", Polarity.NEGATED),
        ("The envoy said the fleet had no plans to leave.", Polarity.NEGATED),
        ("The envoy said the fleet was no longer there.", Polarity.NEGATED),
        ("The envoy said that ships which had not left were safe.", Polarity.AFFIRMED),
        ("The envoy denied that the fleet was leaving.", Polarity.NEGATED),
    ],
)
def test_only_the_main_statement_is_negated(body, polarity):
    assert only(body).polarity is polarity
