"""Single words that another word stands for."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.exchange import _MOST, find_exchanged, spell
from reportedly.link.form import FormTable
from reportedly.link.tokens import read_tokens

few = st.text(alphabet="abcd", max_size=14)


def by_difflib(one, other):
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(one[i], other[k]) for tag, i, j, k, m in codes if tag == "replace" and j - i == m - k == 1]


@given(few, few)
def test_exchanged_words_are_those_of_the_longest_common_stretches(one, other):
    assert list(find_exchanged(one, other)) == by_difflib(one, other)


def test_a_word_has_one_letter_whatever_its_capitals():
    tokens = read_tokens("The ferry left the FERRY quay")
    text = spell(tokens, tokens.table)
    assert [tokens.table.forms[ord(letter)] for letter in text] == ["the", "ferry", "left", "the", "ferry", "quay"]


def test_reports_are_spelled_with_the_same_letters_though_their_words_were_read_into_different_tables():
    one, other = read_tokens("A pier"), read_tokens("The PIER")
    table = FormTable()
    assert spell(one, table)[1] == spell(other, table)[1]
    assert spell(one, one.table)[1] == spell(other, one.table)[1]


def test_how_a_word_is_cut_does_not_depend_on_the_words_before_it():
    forms = ["Pier", "pier", "a", "quays", "ĳsberg"]
    table = FormTable()
    alone = [FormTable() for _ in forms]
    counts, buckets, added = table.count_grams(table.rows_of(forms))
    each = [own.count_grams(own.rows_of([form])) for own, form in zip(alone, forms, strict=True)]
    assert counts.tolist() == [int(found[0][0]) for found in each]
    assert buckets.tolist() == [bucket for found in each for bucket in found[1].tolist()]
    assert added.tolist() == [weight for found in each for weight in found[2].tolist()]
    assert counts[0] == counts[1]


def test_a_list_that_repeats_itself_beyond_measure_is_not_looked_through():
    assert list(find_exchanged("ab" * _MOST, "ab" * _MOST + "c")) == []
