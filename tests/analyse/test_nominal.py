"""Whom 'the regulator', 'the trade journal' and 'the player' stand for."""

import pytest
from tests.analyse.said import said

from reportedly.attribution import SpeakerKind


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("The chain Harbour Lights said it was sorry.", "The chain", "Harbour Lights"),
        ("The Market Conduct Office said it was looking.", "The watchdog", "Market Conduct Office"),
        ("As first reported by Energy Weekly, it was shut.", "The trade journal", "Energy Weekly"),
        ("The leak was reported by TechLine, a news site.", "The site", "TechLine"),
        ("The National Teachers' Alliance said it was sad.", "The union", "National Teachers' Alliance"),
        ("Images taken by the security firm Deepwatch show it.", "The firm", "Deepwatch"),
        ("Thornby Primary said it was shut.", "The school", "Thornby Primary"),
    ],
)
def test_a_noun_for_a_body(first, again, name):
    assert said(f"{first} {again} said it would go on.")[-1].speaker.name == name


def test_no_trust_is_the_club():
    body = "Lorne Rovers lost. The Supporters' Trust said it was sad. The club said it was sorry."
    assert said(body)[-1].speaker.name == "Lorne Rovers"


def test_a_paper_that_people_told_is_the_paper():
    body = 'She told the Torwick Advertiser that it was over. One parent told the paper: "We knew."'
    assert said(body)[-1].via == "Torwick Advertiser"


def test_a_paper_in_which_a_report_stands_is_the_paper():
    *_, paper = said("He disputed a report in the Toledo Sentry that he knew. The paper said it stood by its report.")
    assert (paper.speaker.kind, paper.speaker.name) == (SpeakerKind.OUTLET, "Toledo Sentry")


def test_the_player_is_the_one_who_spoke_and_not_the_one_who_is_spoken_of():
    body = "The striker Jonas Falk was left out. A team-mate said there had been a row. The player said it was loud."
    assert said(body)[-1].speaker.name is None


def test_the_opposition_is_no_person():
    *_, one = said("President Ivo Maric visited the town. The opposition said it was a show.")
    assert (one.speaker.kind, one.speaker.name) == (SpeakerKind.ORGANISATION, "opposition")
