"""Which act a question asks about, and when words for it are told of something else, by somebody else, or turned round."""

import pytest

from reportedly.analyse.question import understand
from reportedly.assess import answer_questions, assess
from reportedly.assess.act import choose_act
from reportedly.assess.namesake import kinds_of, names_of
from reportedly.assess.wording import stem
from reportedly.picture import Side
from reportedly.pipeline import analyse_reports, link_reports
from reportedly.read import read_text
from reportedly.watchlist import Question, Watchlist


def read(*bodies):
    return [
        read_text(body, as_is=True, publisher=name, published="2024-05-04")
        for body, name in zip(bodies, ("North Wire", "Gulf Post"), strict=False)
    ]


def sides(asked, *bodies):
    reports = read(*bodies)
    readings = list(analyse_reports(reports))
    picture = assess(readings, link_reports(reports))
    watched = Watchlist(questions=(understand(Question(text=asked)),))
    (answer,) = answer_questions(watched, picture.claims, readings, picture.as_of)
    by_id = {claim.id: claim for claim in picture.claims}
    return [(line.side, by_id[line.claim].supporting[0].evidence.text) for line in answer.lines]


def side_of(words, lines):
    return {side for side, text in lines if words in text}


@pytest.mark.parametrize(
    ("asked", "act", "contrary"),
    [
        ("Has Ann Lee conceded the election to Tom Ray?", "win", True),
        ("Are the hostages alive?", "killed", True),
        ("Has the truce been violated?", "truce", True),
        ("Has the ceasefire held?", "truce", False),
        ("Was the ferry overloaded?", "overloaded", False),
        ("Is the bank under investigation?", "investigated", False),
        ("Has the vaccine arrived?", "reach", False),
    ],
)
def test_the_act_is_known_by_words_that_questions_and_reports_tell_it_with(asked, act, contrary):
    chosen, turned = choose_act(understand(Question(text=asked)).pattern)
    assert (chosen.name, turned) == (act, contrary)


PORT = """OSLO, May 3 (North Wire) - No grain has been loaded at the Oslo terminal since Sunday, two traders said.

The terminal resumed loading of grain on Friday, its operator said.
"""


def test_a_question_whether_something_stopped_asks_about_what_goes_on():
    lines = sides("Has loading at the Oslo terminal stopped?", PORT)
    assert side_of("No grain has been loaded", lines) == {Side.FOR}
    assert side_of("resumed loading", lines) == {Side.AGAINST}


HILL = """KAPCHO, May 3 (North Wire) - Rebels from the north seized the Kapcho bridge on Tuesday, a shopkeeper said.

Government troops retook the Kapcho bridge on Friday, a teacher said.
"""


def test_what_only_one_can_hold_is_not_held_by_whom_it_was_taken_from():
    lines = sides("Do the rebels hold the Kapcho bridge?", HILL)
    assert side_of("seized the Kapcho bridge", lines) == {Side.FOR}
    assert side_of("Government troops retook", lines) == {Side.AGAINST}


def test_a_seizure_of_something_else_is_not_the_one_that_is_asked_about():
    lines = sides("Have the rebels captured Norwegian doctors?", HILL)
    assert side_of("seized the Kapcho bridge", lines) <= {Side.UNCLEAR}


SHIPS = """ADEN, May 3 (North Wire) - Norway seized the trawler Solveig off Aden on Tuesday, two dockers said.

Norway released the Solveig on Friday, a port pilot said.
"""


def test_who_was_let_go_was_held_before_and_is_known_by_name():
    lines = sides("Did Norway seize the trawler?", SHIPS)
    assert side_of("released the Solveig", lines) == {Side.FOR}


def test_a_name_behind_its_kind_is_known_for_it_and_common_words_are_not():
    readings = list(analyse_reports(read(SHIPS)))
    assert names_of(frozenset({stem("trawler")}), readings) == {stem("solveig")}
    assert kinds_of("Solveig", readings) == {stem("trawler")}
    assert not names_of(frozenset({stem("dockers")}), readings)


def test_a_picture_that_was_taken_takes_nothing():
    body = "ADEN, May 3 (North Wire) - A photograph taken on Friday shows the trawler at anchor, the agency said.\n"
    assert Side.FOR not in {side for side, _ in sides("Has Norway seized the trawler?", body)}


def test_whoever_refuses_to_concede_has_not():
    body = "OSLO, May 3 (North Wire) - Ann Lee refused to concede defeat on Friday, her spokesman said.\n"
    lines = sides("Has Ann Lee conceded defeat?", body)
    assert {side for side, _ in lines} == {Side.AGAINST}


def test_what_another_by_name_did_is_not_what_was_asked_about():
    body = (
        "OSLO, May 3 (North Wire) - The health minister Ann Lee faces questions, two aides said.\n\n"
        "Transport Minister Tom Ray resigned on Friday, the cabinet office said.\n"
    )
    assert not side_of("resigned", sides("Has Ann Lee resigned?", body))


def test_what_would_fit_yes_and_no_needs_more_than_a_few_words():
    body = "LEEDS, May 3 (North Wire) - Harrow Glass will shut its plant in Leeds, it said. It held talks, it said.\n"
    assert not side_of("held talks", sides("Will Harrow Glass close the plant in Leeds?", body))
