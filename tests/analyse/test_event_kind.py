"""What the trained reader of kinds adds to the rules' events, what it takes from them, and where they hold against it."""

import numpy as np
import pytest
from tests.analyse.told import report

from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.event import find_events
from reportedly.analyse.event_kind import KINDS, kinds_of
from reportedly.analyse.parse import parse
from reportedly.analyse.predicate_table import senses_of_kind
from reportedly.analyse.tagger import KINDS_MODEL, observe
from reportedly.analyse.toponym import find_places
from reportedly.analyse.when import find_times
from reportedly.data.trained import load_model
from reportedly.event import EventType

UNTAUGHT = {EventType.STATE, EventType.OTHER}


@pytest.fixture
def told(monkeypatch):
    """Give the type and word of each event where the model takes some words for a kind, as surely as is said."""

    def read(body, **sure):
        one = report(body)
        passages = parse(one)

        def kinds(doc, _):
            found = np.full((len(doc), len(KINDS)), np.log(0.1 / len(KINDS)), dtype=np.float32)
            found[:, 0] = np.log(0.9)
            for token in doc:
                if token.lower_ in sure:
                    kind, likely = sure[token.lower_]
                    found[token.i, 0] = np.log(1 - likely)
                    found[token.i, KINDS.index(EventType(kind))] = np.log(likely)
            return found

        monkeypatch.setattr("reportedly.analyse.event.kinds_of", kinds)
        seen = [observe(each.doc) for each in passages]
        places, times = find_places(one, passages), find_times(one, passages)
        found = find_events(one, passages, find_attributions(one, passages), places, times, seen)
        return [(event.type.value, event.predicate.text) for event in found]

    return read


def test_a_word_of_which_no_row_knows_is_told_where_the_model_is_sure(told):
    body = "Four lorries ghosted through Palmyra on Monday."
    assert told(body) == []
    assert told(body, ghosted=("transit", 0.95)) == [("transit", "ghosted")]
    assert told(body, ghosted=("transit", 0.3)) == []


def test_a_listed_word_stays_what_its_row_says_unless_the_model_is_far_surer(told):
    body = "Two frigates left Tartous for Libya on Monday."
    assert told(body) == [("depart", "left")]
    assert told(body, left=("flee", 0.6)) == [("depart", "left")]
    assert told(body, left=("flee", 0.9999)) == [("flee", "left")]


def test_a_figure_of_speech_stays_one(told):
    body = "Critics bombarded the minister with questions about his pension."
    assert told(body, bombarded=("attack", 0.95)) == []


def test_what_the_rules_and_the_model_find_in_one_phrase_is_told_once(told):
    body = "Rebels carried out an attack on Palmyra on Monday."
    assert told(body, attack=("attack", 0.95), carried=("attack", 0.9)) == told(body)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not None and kind not in UNTAUGHT])
def test_every_kind_says_what_it_asks_of_a_verb_and_of_a_noun(kind):
    asked = {pos: senses_of_kind()[kind, pos][-1].needs for pos in ("verb", "noun")}
    assert asked["noun"] == frozenset()
    # who moves about passes no place
    assert asked["verb"] == (frozenset({"mover", "place"}) if kind is EventType.TRANSIT else frozenset())


def test_a_word_of_what_a_craft_is_called_names_nothing(told):
    body = "Three landing ships are in the port of Tartous."
    assert told(body, landing=("arrive", 0.95)) == told(body)


def test_what_is_seen_moored_is_told_by_the_sighting_alone(told):
    body = "Satellite images of March 3 show three frigates moored at Tartous."
    assert told(body, moored=("arrive", 0.95)) == told(body)


def test_the_models_columns_are_the_kinds():
    doc = parse(report("Two frigates slipped out of Tartous on Monday."))[0].doc
    assert load_model(KINDS_MODEL).get_outputs()[0].shape[-1] == len(KINDS)
    likely = np.exp(kinds_of(doc, observe(doc)))
    assert likely.shape == (len(doc), len(KINDS))
    assert np.allclose(likely.sum(axis=1), 1.0, atol=1e-3)


def test_a_word_of_no_row_that_tells_neither_who_nor_where_nor_when_tells_nothing(told):
    body = "She laughed when nobody else ghosted."
    assert told(body, ghosted=("arrive", 0.95)) == []
