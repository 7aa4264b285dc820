"""Plain questions are read: the act, whose, at what, where, and which way round."""

import pytest

from reportedly.analyse.question import understand
from reportedly.attribution import Polarity
from reportedly.watchlist import Pattern, Question


def read(text):
    return understand(Question(text=text))


@pytest.mark.parametrize(
    ("text", "act", "actor"),
    [
        ("Is Norway leaving its bases?", "leave", "Norway"),
        ("Has the company agreed to sell the mill?", "sell", "company"),
        ("Did the rebels take the airport?", "take", "rebels"),
        ("Will Marta Koch resign?", "resign", "Marta Koch"),
        ("Are Danish troops pulling out of Gao or Timbuktu?", "pull out", "Danish troops"),
        ("Have cargo planes been flying out of Aden?", "fly out", "cargo planes"),
        ("Does the council plan to close the baths?", "close", "council"),
        ("Did observers have access to the count?", "access to", "observers"),
    ],
)
def test_a_question_tells_its_act_and_its_actor(text, act, actor):
    pattern = read(text).pattern
    assert (pattern.acts[0], pattern.actor.name) == (act, actor)


def test_a_kind_of_place_without_a_name_is_a_kind_of_the_actors():
    assert read("Is Norway leaving its bases?").pattern.place_kinds == ("base",)


def test_places_are_named_as_the_question_names_them():
    places = read("Are Danish troops pulling out of Gao or Timbuktu?").pattern.places
    assert [place.name for place in places] == ["Gao", "Timbuktu"]


def test_a_state_that_acts_is_no_place_that_is_asked_about():
    assert [place.name for place in read("Is Norway staying in Aden?").pattern.places] == ["Aden"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Is the navy leaving Aden?", Polarity.AFFIRMED),
        ("Isn't the navy leaving Aden?", Polarity.AFFIRMED),
        ("Has the ministry stopped exporting grain?", Polarity.NEGATED),
    ],
)
def test_polarity_says_what_a_yes_says(text, polarity):
    assert read(text).pattern.polarity is polarity


@pytest.mark.parametrize(
    ("text", "planned"),
    [("Will the mayor resign?", True), ("Did the mayor resign?", False), ("Has the mayor resigned?", False)],
)
def test_what_is_to_come_is_told_from_what_was(text, planned):
    assert read(text).pattern.planned is planned


@pytest.mark.parametrize(
    "text",
    [
        "Who fired first?",
        "How many people died in the flood?",
        "",
        "???",
        "Is?",
        "No.",
        "俄罗斯要离开吗？",
        "The harbour",
    ],
)
def test_what_yes_or_no_would_not_answer_says_so(text):
    question = read(text)
    assert question.pattern is None
    assert question.missing


def test_a_statement_is_a_question_too():
    assert read("The navy is leaving Aden").pattern.acts[0] == "leave"


def test_a_pattern_that_was_told_stays_as_it_is():
    question = Question(text="anything", pattern=Pattern(acts=("leave",)))
    assert understand(question) is question


@pytest.mark.parametrize("signs", ["%", "_", "[]", "?!", "...", "—"])
def test_signs_without_a_word_are_no_question(signs):
    assert understand(Question(text=signs)).missing is not None


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("Are the protests in Lima over?", "protest", Polarity.NEGATED),
        ("Has loading at the terminal stopped?", "loading", Polarity.NEGATED),
        ("Has the evacuation of the village begun?", "evacuation", Polarity.AFFIRMED),
    ],
)
def test_what_goes_on_is_the_act_where_the_verb_tells_only_whether_it_does(text, act, polarity):
    pattern = understand(Question(text=text)).pattern
    assert (pattern.acts[0], pattern.polarity, pattern.actor) == (act, polarity, None)
