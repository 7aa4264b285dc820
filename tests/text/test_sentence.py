"""Where one sentence ends and the next one begins."""

import pytest

from reportedly.text.sentence import split_sentences


def cut(text):
    return [text[start:end] for start, end in split_sentences(text)]


def test_a_letter_that_names_something_can_end_a_sentence():
    assert cut("The corps wrote it on X. A clerk knew nothing.") == [
        "The corps wrote it on X.",
        "A clerk knew nothing.",
    ]


@pytest.mark.parametrize("text", ["It went to Ana F. The mayor saw it.", "The letter went to Ana F. Hall in May."])
def test_an_initial_of_a_name_ends_none(text):
    assert cut(text) == [text]
