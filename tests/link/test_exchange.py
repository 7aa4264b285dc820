"""Single words that another word stands for."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.exchange import _MOST, Letters, find_exchanged, spell

few = st.text(alphabet="abcd", max_size=14)


def by_difflib(one, other):
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(one[i], other[k]) for tag, i, j, k, m in codes if tag == "replace" and j - i == m - k == 1]


@given(few, few)
def test_exchanged_words_are_those_of_the_longest_common_stretches(one, other):
    assert list(find_exchanged(one, other)) == by_difflib(one, other)


def test_a_word_has_one_letter_whatever_its_capitals():
    letters = Letters()
    text = letters.spell(["The", "ferry", "left", "the", "FERRY", "quay"])
    assert (text[0], text[1]) == (text[3], text[4])
    assert [letters.forms[ord(letter)] for letter in text] == ["the", "ferry", "left", "the", "ferry", "quay"]


def test_reports_spelled_one_after_the_other_share_their_letters():
    one, other = spell(["a", "pier"]), spell(["the", "pier"])
    assert one.letters is other.letters
    assert one.text[1] == other.text[1]


def test_a_list_that_repeats_itself_beyond_measure_is_not_looked_through():
    assert list(find_exchanged("ab" * _MOST, "ab" * _MOST + "c")) == []
