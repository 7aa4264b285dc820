"""What a sentence commits its author to about one of its predicates."""

import pytest
from tests.analyse.said import report

from reportedly.analyse.commitment import judge_predicate
from reportedly.analyse.hedge import Outlook
from reportedly.analyse.parse import parse
from reportedly.attribution import Certainty


def commitment(body, word):
    (passage,) = parse(report(body))
    found = judge_predicate(next(token for token in passage.doc if token.text == word))
    return found.certainty, found.negated, found.outlook


@pytest.mark.parametrize(
    ("body", "word", "certainty", "negated"),
    [
        ("The dam burst.", "burst", Certainty.CERTAIN, False),
        ("The dam may burst and flood the town.", "flood", Certainty.POSSIBLE, False),
        ("Nurses believe that the dam has burst.", "burst", Certainty.PROBABLE, False),
        ("Nurses do not believe that the dam has burst.", "burst", Certainty.PROBABLE, True),
        ("The town failed to repair the dam.", "repair", Certainty.CERTAIN, True),
        ("The town did not fail to repair the dam.", "repair", Certainty.CERTAIN, False),
        ("The town left without repairing the dam.", "repairing", Certainty.CERTAIN, True),
        ("The town did not launch an inquiry.", "inquiry", Certainty.CERTAIN, True),
        ("It is not known whether the dam burst.", "burst", Certainty.UNSPECIFIED, False),
        ("If the town moves, nurses will leave.", "moves", Certainty.UNSPECIFIED, False),
        ("The dam did not move after it burst.", "burst", Certainty.CERTAIN, False),
    ],
)
def test_what_governs_a_predicate_bears_on_it(body, word, certainty, negated):
    assert commitment(body, word)[:2] == (certainty, negated)


@pytest.mark.parametrize(
    ("body", "outlook"),
    [
        ("The town repaired the dam.", Outlook.TOLD),
        ("The town plans to repair the dam.", Outlook.AHEAD),
        ("The town wants to repair the dam.", Outlook.OPEN),
        ("The town must repair the dam.", Outlook.OPEN),
    ],
)
def test_what_is_undertaken_or_wished_is_not_told_as_done(body, outlook):
    word = "repaired" if "repaired" in body else "repair"
    assert commitment(body, word)[2] is outlook
