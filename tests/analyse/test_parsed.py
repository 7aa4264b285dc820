"""A parse as plain objects says what spaCy's own objects say."""

import pytest

from reportedly.analyse.parse import _parse
from reportedly.analyse.parsed import Doc

TEXT = (
    "\tKYIV, May 3 - \"We're not leaving,\" Ana Lind, 54, and two of Lind's aides told the U.N.-backed panel, which sat.\n\n"
    "The mayor, his deputy and a spokesman for both said (twice) that 1,200 people -- half of them children -- had left."
)
VALUES = (
    *("i", "idx", "text", "lower_", "lemma_", "tag_", "dep_", "pos_", "ent_type_", "ent_iob_", "whitespace_"),
    *("text_with_ws", "n_lefts", "n_rights", "is_sent_start", "is_alpha", "is_lower", "is_punct", "is_space"),
    *("is_title", "is_upper", "like_num"),
)


@pytest.fixture(scope="module")
def theirs():
    return _parse(TEXT)


@pytest.fixture(scope="module")
def ours(theirs):
    return Doc(theirs)


def numbers(words):
    return [word.i for word in words]


@pytest.mark.parametrize("name", VALUES)
def test_each_word_has_its_values(ours, theirs, name):
    assert [getattr(word, name) for word in ours] == [getattr(word, name) for word in theirs]


@pytest.mark.parametrize("name", ["lefts", "rights", "children", "subtree", "conjuncts", "ancestors", "sent"])
def test_each_word_has_the_same_words_around_it(ours, theirs, name):
    assert [numbers(getattr(word, name)) for word in ours] == [numbers(getattr(word, name)) for word in theirs]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_each_word_leads_to_the_same_word(ours, theirs, name):
    assert numbers(getattr(word, name) for word in ours) == numbers(getattr(word, name) for word in theirs)


@pytest.mark.parametrize("name", ["start", "end", "start_char", "end_char", "text", "text_with_ws", "label_"])
@pytest.mark.parametrize("part", ["ents", "sents"])
def test_names_and_sentences_are_the_same(ours, theirs, part, name):
    assert [getattr(words, name) for words in getattr(ours, part)] == [getattr(w, name) for w in getattr(theirs, part)]


def test_any_run_of_words_is_the_same(ours, theirs):
    for start in range(-2, len(theirs) + 2):
        for end in (None, -1, *range(start, start + 12)):
            mine, other = ours[start:end], theirs[start:end]
            assert (numbers(mine), mine.text, mine.start_char) == (numbers(other), other.text, other.start_char)
            if len(other):
                assert (mine.root.i, mine[-1].i) == (other.root.i, other[-1].i)


def test_any_run_of_characters_has_the_same_words(ours, theirs):
    for start in range(-1, len(TEXT) + 2):
        for end in range(start + 1, start + 20):
            mine, other = ours.char_span(start, end), theirs.char_span(start, end, alignment_mode="expand")
            assert (mine is not None and numbers(mine)) == (other is not None and numbers(other))


def test_there_is_no_word_before_the_first(ours):
    with pytest.raises(IndexError):
        ours[0].nbor(-1)
