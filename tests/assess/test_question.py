"""A plain question is answered from the claims: each on its side, with a reason, and never more strongly than its legs."""

import pytest

from reportedly.analyse.question import understand
from reportedly.assess import answer_questions, assess, ledger_odds
from reportedly.attribution import Polarity
from reportedly.picture import Side
from reportedly.pipeline import analyse_reports, link_reports
from reportedly.read import read_text
from reportedly.watchlist import Pattern, Question, WatchedName, WatchedPlace, Watchlist

FLEET = """ADEN, Yemen, May 3 (North Wire) - Two Norwegian patrol ships left the port of Aden on Friday, three dock workers said.

The Norwegian defence ministry denied that it was withdrawing from Aden. "We are staying in Aden," its spokesman said.

Two Norwegian patrol ships left Mukalla on Thursday, a fisherman said.

A convoy of Norwegian trucks was seen driving towards the port of Aden on Saturday, a resident said.
"""
OTHER = """ADEN, May 4 (Gulf Post) - A harbour pilot says he guided two grey vessels under the flag of Norway through the breakwater. "They have left Aden for good," he told the Gulf Post.

Norwegian sailors sold their furniture in the market before the ships left Aden, shopkeepers said.
"""
POSTS = """ADEN, Yemen, May 3 (North Wire) - Norway is pulling back its military from the front lines near Taiz and from posts in the Shamsan hills, but is not leaving its bases in Aden, three Yemeni officials said.

Yemeni military sources said Oslo was pulling back its forces from the front lines and withdrawing some heavy equipment and senior Yemeni officers from the front.

Norway is in talks with the new rulers of Yemen over the bases, its foreign ministry said.
"""
PLANT = """LEEDS, May 3 (North Wire) - Harrow Glass will close its bottle plant in Leeds in June, two managers said.

The company's chairman, Ann Lee, said the plant in Leeds would stay open.
"""
LEAK = """PERTH, May 3 (North Wire) - At least 12 people were killed in the flood in Perth, the fire service said.
"""


def ask(text, *bodies, watchlist=None):
    reports = [
        read_text(body, as_is=True, publisher=name, published="2024-05-04")
        for body, name in zip(bodies, ("North Wire", "Gulf Post", "Third Paper"), strict=False)
    ]
    readings = list(analyse_reports(reports))
    question = text if isinstance(text, Question) else Question(text=text)
    watched = watchlist or Watchlist()
    asked = Watchlist(
        places=watched.places, actors=watched.actors, assets=watched.assets, questions=(understand(question),)
    )
    picture = assess(readings, link_reports(reports))
    (answer,) = answer_questions(asked, picture.claims, readings, picture.as_of)
    return picture, answer


def told(picture, answer, side):
    by_id = {claim.id: claim for claim in picture.claims}
    return [by_id[line.claim].supporting[0].evidence.text for line in answer.lines if line.side is side]


def holds(texts, words):
    return any(words in text for text in texts)


def test_a_departure_from_the_place_is_for_leaving_and_a_denial_against():
    picture, answer = ask("Is Norway leaving Aden?", FLEET)
    assert holds(told(picture, answer, Side.FOR), "left the port of Aden on Friday")
    assert holds(told(picture, answer, Side.AGAINST), "withdrawing from Aden")


def test_the_same_act_at_another_place_stands_elsewhere():
    picture, answer = ask("Is Norway leaving Aden?", FLEET)
    assert holds(told(picture, answer, Side.ELSEWHERE), "left Mukalla")


def test_movement_towards_the_place_is_unclear():
    picture, answer = ask("Is Norway leaving Aden?", FLEET)
    assert holds(told(picture, answer, Side.UNCLEAR), "driving towards the port of Aden")


def test_talks_about_what_is_asked_leave_it_open_however_they_lean(monkeypatch):
    monkeypatch.setattr(ledger_odds, "sides", lambda _: {side: 0.9 * (side is Side.FOR) for side in Side})
    picture, answer = ask("Is Norway leaving its bases?", POSTS)
    assert holds(told(picture, answer, Side.UNCLEAR), "in talks")


def test_the_capital_and_the_people_stand_for_the_state():
    _, by_name = ask("Is Norway leaving Aden?", FLEET)
    _, by_capital = ask("Is Oslo leaving Aden?", FLEET)
    assert [line.claim for line in by_name.lines] == [line.claim for line in by_capital.lines]


def test_asking_whether_somebody_stays_turns_the_sides_round():
    _, leaving = ask("Is Norway leaving Aden?", FLEET)
    picture, staying = ask("Is Norway staying in Aden?", FLEET)
    assert holds(told(picture, staying, Side.AGAINST), "left the port of Aden on Friday")
    assert (staying.supporting, staying.opposing) == (leaving.opposing, leaving.supporting)


def test_whether_its_bases_are_kept_is_the_contrary_of_whether_they_are_left():
    _, leaving = ask("Is Norway leaving its bases?", FLEET)
    _, keeping = ask("Will Norway keep its bases?", FLEET)
    assert (keeping.supporting, keeping.opposing) == (leaving.opposing, leaving.supporting)


def test_one_origin_behind_everything_is_said_plainly():
    _, answer = ask("Is Norway leaving Aden?", FLEET)
    assert "One origin carries everything here" in answer.why


def test_two_origins_are_not_called_one():
    _, answer = ask("Is Norway leaving Aden?", FLEET, OTHER)
    assert "One origin" not in answer.why


def test_a_plant_that_will_close_and_one_that_stays_open_are_opposite_sides():
    picture, answer = ask("Will Harrow Glass close the plant?", PLANT)
    assert holds(told(picture, answer, Side.FOR), "will close its bottle plant")
    assert holds(told(picture, answer, Side.AGAINST), "would stay open")
    assert answer.verdict == "contested"


@pytest.mark.parametrize(
    ("asked", "side"),
    [
        ("Were more than 10 people killed in the flood?", Side.FOR),
        ("Were more than 40 people killed in the flood?", Side.AGAINST),
    ],
)
def test_a_count_is_held_against_the_count_that_was_asked_about(asked, side):
    _, answer = ask(asked, LEAK)
    assert [line.side for line in answer.lines] == [side]


def test_what_cannot_be_understood_is_answered_by_its_words_and_says_so():
    _, answer = ask("Who left the port of Aden on Friday?", FLEET)
    assert answer.missing == "it is no question that yes or no would answer"
    assert answer.verdict == "not judged"
    assert {line.side for line in answer.lines} == {Side.UNCLEAR}


def test_nothing_found_is_no_answer():
    _, answer = ask("Has Peru devalued its currency?", FLEET)
    assert (answer.lines, answer.verdict) == ((), "nothing found")


def test_what_nobody_reported_of_a_watched_thing_is_a_gap():
    watched = Watchlist(assets=(WatchedName(name="helicopters", aliases=("helicopter",)),))
    _, answer = ask("Is Norway leaving Aden?", FLEET, watchlist=watched)
    assert "no report of helicopters leaving Aden" in answer.gaps


def test_a_watched_place_that_no_report_names_is_a_gap():
    watched = Watchlist(places=(WatchedPlace(name="Hodeidah"),))
    _, answer = ask("Is Norway leaving Aden?", FLEET, watchlist=watched)
    assert "no report on Hodeidah" in answer.gaps


def test_a_pattern_that_was_told_is_asked_as_it_is():
    pattern = Pattern(
        acts=("leave", "withdraw"),
        actor=WatchedName(name="Norway"),
        places=(WatchedPlace(name="Aden"),),
        polarity=Polarity.NEGATED,
    )
    picture, answer = ask(Question(text="Norway stays", pattern=pattern), FLEET)
    assert holds(told(picture, answer, Side.AGAINST), "left the port of Aden on Friday")


def test_the_answer_does_not_depend_on_the_order_of_the_reports():
    _, one = ask("Is Norway leaving Aden?", FLEET, OTHER)
    reports = [
        read_text(OTHER, as_is=True, publisher="Gulf Post", published="2024-05-04"),
        read_text(FLEET, as_is=True, publisher="North Wire", published="2024-05-04"),
    ]
    readings = list(analyse_reports(reports))
    asked = Watchlist(questions=(understand(Question(text="Is Norway leaving Aden?")),))
    told = assess(readings, link_reports(reports))
    assert answer_questions(asked, told.claims, readings, told.as_of) == (one,)


TANKER = """MUSCAT, May 3 (North Wire) - Iranian marines boarded the two Norwegian tankers in the Gulf of Oman on Friday and took them to Jask, two port officials said.

The tankers carried 40 men, and a patrol ship lay off Jask on Friday, the officials told a radio station in Sohar.

Iran seized a British tanker in July 2019.
"""


def test_how_many_were_asked_about_is_no_count_of_harm():
    picture, answer = ask("Did Iran seize the two tankers?", TANKER)
    assert holds(told(picture, answer, Side.FOR), "boarded the two Norwegian tankers")


def test_a_ship_is_no_shipping_and_a_patrol_ship_no_patrol():
    _, answer = ask("Is Norway shipping oil from Jask?", TANKER)
    assert not any("ship" in line.reason and line.reason.startswith("says") for line in answer.lines)


def test_what_happened_long_before_is_another_matter():
    picture, answer = ask("Did Iran seize the tanker?", TANKER)
    assert not any(holds(told(picture, answer, side), "July 2019") for side in Side)
    picture, answer = ask("Did Iran seize the British tanker in 2019?", TANKER)
    assert holds(told(picture, answer, Side.FOR), "July 2019")


HARBOUR = """ADEN, Yemen, May 3 (North Wire) - Norwegian sailors are holding six Yemeni fishermen on a patrol ship, two dock workers said.

The ship had 40 people on board when she took off her pilot at noon, the harbour office said.

Omani officials said the two navies would meet again in Muscat.
"""


def test_who_is_held_is_no_act():
    picture, answer = ask("Is Norway holding Yemeni fishermen?", HARBOUR)
    assert "act: hold (held)" in answer.understood
    assert holds(told(picture, answer, Side.FOR), "holding six Yemeni fishermen")


def test_a_phrase_that_tells_no_act_of_its_own_says_nothing():
    _, answer = ask("Did Norway board the ship?", HARBOUR)
    assert not any("board" in line.reason for line in answer.lines)
    _, answer = ask("Did Norway take the port of Aden?", HARBOUR)
    assert not any("took" in line.reason for line in answer.lines)


def test_the_two_navies_are_no_count():
    _, answer = ask("Will the two navies meet again?", HARBOUR)
    assert not any(line.reason.startswith("counts") for line in answer.lines)


def test_a_village_that_nobody_knows_is_not_outside_its_province():
    body = """ADEN, May 3 (North Wire) - Norway is leaving Hadramawt, two officials said.

A column of 20 Norwegian trucks left the village of Bir Qasawit in Hadramawt on Friday, a shepherd said.
"""
    picture, answer = ask("Is Norway leaving Hadramawt?", body)
    assert not holds(told(picture, answer, Side.ELSEWHERE), "20 Norwegian trucks")
    assert holds(told(picture, answer, Side.FOR), "20 Norwegian trucks")


def test_a_state_is_no_statement_and_no_station():
    body = """OSLO, May 3 (North Wire) - The United States was in contact with Oslo, a diplomat said.
"""
    _, answer = ask("Is Norway stationing troops at the border?", body)
    assert not any("States" in line.reason for line in answer.lines)


@pytest.mark.parametrize(
    ("text", "act", "actor"),
    [
        ("Did the navy detain men fleeing the port?", "detain", "navy"),
        ("Was the damage to the quay deliberate?", "deliberate", "damage"),
        ("Were the guns moved by rail?", "move", None),
        ("Did Norway's planes hit the depot?", "hit", "Norway planes"),
        ("Has the tanker gone dark?", "go dark", "tanker"),
    ],
)
def test_what_a_question_asks_and_of_whom(text, act, actor):
    pattern = understand(Question(text=text)).pattern
    assert pattern.acts[0] == act
    assert (pattern.actor.name if pattern.actor else None) == actor


def test_where_somebody_spoke_is_no_other_place():
    body = "ADEN, May 3 (North Wire) - Norway is leaving Aden, officials said.\n\nNot one Norwegian soldier was left at the base, a spokesman told a television channel in Cairo."
    picture, answer = ask("Is Norway leaving Aden?", body)
    assert not holds(told(picture, answer, Side.ELSEWHERE), "Norwegian soldier")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Were ballot boxes in East Larn tampered with?", "tamper"),
        ("Is the air around the terminal dangerous?", "dangerous"),
        ("Was the cable cut on purpose?", "cut"),
        ("Is the school near the border closed?", "close"),
        ("Were the tankers off Oman boarded by Iran?", "board"),
        ("Is Iran behind the attack?", "behind"),
    ],
)
def test_what_is_asked_stands_behind_the_place_too(text, act):
    assert understand(Question(text=text)).pattern.acts[0] == act


def test_of_none_that_left_stands_against_leaving():
    body = 'ADEN, May 3 (North Wire) - Norway is leaving Aden with its troops, officials said.\n\n"No ship of our partners has left Aden," the mayor said on Friday.'
    picture, answer = ask("Is Norway pulling its troops out of Aden?", body)
    assert holds(told(picture, answer, Side.AGAINST), "No ship of our partners")
