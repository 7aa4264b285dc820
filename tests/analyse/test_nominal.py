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


def test_the_agency_is_the_one_that_is_called_so():
    body = (
        "The National Flight Safety Agency opened an inquiry. Aurora Air grounded nine jets. The carrier was sorry. "
        "Aurora Air said it would help. The agency said it was a bolt."
    )
    assert said(body)[-1].speaker.name == "National Flight Safety Agency"


def test_a_bare_name_is_a_companys_where_the_company_follows():
    *_, one = said("Nordhav must pay. The company said it was sorry.")
    assert (one.speaker.kind, one.speaker.name) == (SpeakerKind.ORGANISATION, "Nordhav")


def test_the_surgeon_is_the_victim_who_was_one():
    body = "Prosecutor Daniel Roth said one victim, a retired surgeon, paid. The surgeon told the trial that he had."
    assert said(body)[-1].speaker.role == "victim"


def test_the_70_year_old_is_the_nameless_one_who_spoke():
    body = "Ada Lind wept. One investor said he had lost all. The 70-year-old said he had met them at a club."
    assert said(body)[-1].speaker.role == "investor"


def test_the_paper_is_no_station():
    body = 'She told the Frankfurt Herald that it was over. He told MDR Radio that it was. They told the paper: "No."'
    assert said(body)[-1].via == "Frankfurt Herald"


def test_of_a_couple_mrs_is_the_wife():
    body = "Ann and Joe Lutz wept. Their child was hurt. Mrs Lutz said it was an insult."
    assert said(body)[-1].speaker.name == "Ann Lutz"
