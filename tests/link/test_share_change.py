"""Parts of something that became other parts, or the whole."""

import pytest

from reportedly.link.passage import Pairing, Passage
from reportedly.link.share_change import find_share_changes
from reportedly.text.sentence import split_sentences


def told(one, two):
    passages = (Passage(text, split_sentences(text)) for text in (one, two))
    return [str(variation.direction) for variation in find_share_changes(Pairing(*passages))]


@pytest.mark.parametrize(
    ("one", "two", "drift"),
    [
        ("Two of the three lifts in the tower broke down.", "All three lifts in the tower broke down.", "stronger"),
        ("All four lifts in the tower broke down.", "Three of the four lifts in the tower broke down.", "weaker"),
        ("The flood reached part of the market square.", "The flood reached the whole market square.", "stronger"),
        ("The flood ruined some of the nine market stalls.", "The flood ruined the nine market stalls.", "stronger"),
        ("Trains are late nearly every evening.", "Trains are late every evening.", "stronger"),
        ("Rents were nearly double those of May.", "Rents were twice those of May.", "stronger"),
        ("The valley had no power for at least a week.", "The valley had no power for a week.", "stronger"),
        ("Most of the stalls were shut.", "All of the stalls were shut.", "stronger"),
    ],
)
def test_other_share_is_told(one, two, drift):
    assert told(one, two) == [drift]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Most of the stalls were shut.", "The majority of the stalls were shut."),
        ("Most of the stalls in the square were shut.", "The stalls in the square were mostly shut."),
        ("Two of the three lifts in the tower broke down.", "In the tower two lifts broke down out of three."),
        ("Part of the road is closed.", "A section of the road is closed."),
    ],
)
def test_same_share_in_other_words_is_silent(one, two):
    assert told(one, two) == []
