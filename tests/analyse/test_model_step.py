"""The steps that are taken a shorter way give what spaCy's own components give."""

import pytest

from reportedly.analyse.model_step import TagRules, find_names
from reportedly.analyse.parse import _open_sentences, _pipeline, _tag_rules

SET = ["TAG", "DEP", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]
TEXTS = [
    "x",
    " \n\n Kyiv \t said.\n",
    "There's a way, and there are two. Let's go, y'all: it ain't over, we're gonna win, nothin' we gotta do, c'm on.",
    "The Bank of England said on Tuesday that Ana Lind, 54, of New York, \"can't\" be its governor; she'd been ill.",
    "AI isn't AI. That which all of them had known they'd not told. It was being\n\nread to Ivo de Vries (left) in U.S.",
]


def before(component, text):
    """Give a doc as it comes to one component."""
    doc = _pipeline().make_doc(text)
    _open_sentences(doc, {0})
    for name, earlier in _pipeline().pipeline:
        if name == component:
            break
        doc = earlier(doc)
    return doc


@pytest.mark.parametrize("text", TEXTS)
def test_rules_looked_up_set_what_spacys_rules_set(text):
    looked_up, matched = before("attribute_ruler", text), before("attribute_ruler", text)
    _tag_rules().apply(looked_up)
    _pipeline().get_pipe("attribute_ruler")(matched)
    assert looked_up.to_array(SET).tolist() == matched.to_array(SET).tolist()


def test_two_words_can_tell_what_one_of_them_is():
    doc = before("attribute_ruler", "They said it ain't so.")
    TagRules(_pipeline().get_pipe("attribute_ruler")).apply(doc)
    assert [word.lemma_ for word in doc if word.text == "ai"] == ["be"]


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_those_that_spacys_recognizer_finds(text):
    ours, theirs = before("ner", text), before("ner", text)
    find_names(_pipeline().get_pipe("ner"), ours)
    _pipeline().get_pipe("ner")(theirs)
    assert ours.to_array(SET).tolist() == theirs.to_array(SET).tolist()
    assert [(name.text, name.label_) for name in ours.ents] == [(name.text, name.label_) for name in theirs.ents]
