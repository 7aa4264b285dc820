"""Short sentences, each with the happening that it names, and sentences whose words of war and movement mean something else."""

import pytest
from evals.figures import read_rows
from tests.analyse.told import events

_ROWS = read_rows("lexicon")
_TOLD = [(row["type"], row["at"], row["sentence"]) for row in _ROWS if row["use"] == "literal"]
_FIGURES = [row["sentence"] for row in _ROWS if row["use"] == "figure"]


@pytest.mark.parametrize(("kind", "words", "body"), _TOLD)
def test_a_happening_is_named_with_its_kind(kind, words, body):
    assert (kind, words) in [(event.type.value, event.predicate.text) for event in events(body)]


@pytest.mark.parametrize("body", _FIGURES)
def test_words_meant_otherwise_name_no_happening(body):
    assert [(event.type.value, event.predicate.text) for event in events(body)] == []
