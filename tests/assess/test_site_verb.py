"""Verbs of being somewhere, coming and leaving."""

import pytest

from reportedly.assess.site_verb import is_so, verb_forms


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("lingered", "present"),
        ("lay", "present"),
        ("docked", "arrived"),
        ("trundled into", "arrived"),
        ("trundled out of", "left"),
        ("trundled", "move"),
        ("withdrew", "left"),
        ("taking off", "left"),
    ],
)
def test_every_form_of_a_verb_tells_the_same(words, state):
    assert verb_forms()[words] == state


def test_forms_that_are_mostly_nouns_are_left_out():
    assert not {"dock", "park", "shipping", "camps"} & verb_forms().keys()


def test_what_stands_so_is_there():
    assert is_so("parked", "Nine lorries are now ")
    assert not is_so("parked", "Nine lorries ")
