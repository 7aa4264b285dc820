"""Speakers that turn out to be one: whom the opening or the title leaves without a name, and who is named below."""

import pytest
from tests.analyse.said import said


def names(body, title=None):
    return [one.speaker.name for one in said(body, title)]


def test_the_coroner_of_the_opening_is_the_one_named_below():
    body = "A coroner said the boy was ill.\n\nThe senior coroner, Helen Prowse, said the gym was to blame."
    assert names(body) == ["Helen Prowse", "Helen Prowse"]


def test_the_title_has_the_name_that_the_body_gives():
    body = "A coroner said the boy was ill.\n\nThe senior coroner, Helen Prowse, said the gym was to blame."
    assert names(body, "Coroner says gym was to blame")[0] == "Helen Prowse"


def test_the_county_sheriff_is_the_sheriff_and_not_whoever_has_an_age():
    body = (
        "The man bought his rifle legally, the county sheriff said on Sunday.\n\n"
        "Sheriff Walt Brannigan identified the gunman as Tyler Poole, 22. Brannigan said he had no record."
    )
    assert names(body) == ["Walt Brannigan", "Walt Brannigan"]


def test_of_two_who_may_be_meant_neither_is():
    body = "A lawyer said the case was weak.\n\nLawyer Ada Lind said it was. Lawyer Ivo Horak said it was not."
    assert names(body)[0] is None


@pytest.mark.parametrize(("title", "count"), [("Diplomats say a truce is near", None)])
def test_how_many_the_title_means_is_for_its_own_words_to_say(title, count):
    first, *_ = said("Three diplomats said a truce was near. They declined to be named.", title)
    assert (first.speaker.count, first.speaker.anonymity) == (count, "unnamed")


def test_a_man_is_no_role_of_one_who_is_named():
    *_, one = said("A man was hurt in Tiresk on Sunday.\n\nVuk Dragan, 55, denied that it was his voice.")
    assert (one.speaker.name, one.speaker.role) == ("Vuk Dragan", None)


def test_somebodys_agent_is_the_one_who_speaks_next():
    body = 'Her agent told the Evening Star that she would retire. "She is done," Mo Frey said.'
    assert [(one.speaker.name, one.speaker.role) for one in said(body)] == [("Mo Frey", "agent")] * 2


def test_one_with_a_role_of_his_own_is_no_agent():
    body = 'Her agent told the Evening Star that she would retire. "She is done," the director, Al Boone, said.'
    assert said(body)[0].speaker.name is None


def test_a_titles_coastguard_is_the_body_named_so():
    found = said(
        "HM Coastguard said all were safe. The operator, Norsund Line, said it was sorry.", "Coastguard says safe"
    )
    assert found[0].speaker.name == "HM Coastguard"
