"""Whom 'the regulator', 'the trade journal' and 'the player' stand for."""

import pytest
from tests.analyse.said import said

from reportedly.attribution import Anonymity, SpeakerKind


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


def test_the_turkish_official_is_one_of_a_mixed_group():
    body = (
        "Five officials, four of them Libyan and one Turkish, said crews would go. All spoke on condition of anonymity. "
        "A spokesman, Orhan Beyazit, called it gossip. The Turkish official said he was wrong."
    )
    one = said(body)[-1].speaker
    assert (one.name, one.role, one.count, one.anonymity) == (None, "official", 1, Anonymity.WITHHELD)


def test_an_age_tells_whom_a_noun_describes():
    body = "Pia Holm, 62, was cleared. Her lawyer, Jon Reyes, said he was glad. The 62-year-old said she would rest."
    assert said(body)[-1].speaker.name == "Pia Holm"


def test_a_party_tells_whom_a_noun_describes():
    body = (
        "Congressman Dale Hurst said he would vote no. Senator Mary Poole, a Republican, called it a gift. "
        "The Democrat said the fight was not over."
    )
    assert said(body)[-1].speaker.name == "Dale Hurst"


def test_no_judge_is_the_defendant():
    body = "Judge Anna Krol told the court that Piotr Zielak, a plumber, had lied. The defendant said he was innocent."
    assert said(body)[-1].speaker.name == "Piotr Zielak"


def test_the_player_is_the_nameless_member_who_spoke():
    body = "Sam Oduya, the captain, laughed. A member of the squad told us it was over. The player said he was sad."
    assert said(body)[-1].speaker.role == "member of the squad"


def test_the_men_are_those_told_of_by_their_trade():
    body = "Two former soldiers told a court they were innocent. The men said they had bought the icons."
    assert said(body)[-1].speaker.role == "former soldiers"


def test_one_employee_is_one_of_the_employees():
    body = "Four former employees of Zenith said tests were faked. One employee said managers knew."
    assert said(body)[-1].speaker.affiliation == "Zenith"


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("The paper spoke to seven guards. Four of the seven said they had seen trucks.", "guards"),
        ("The paper spoke to seven guards. Another of the guards said he had seen none.", "guard"),
        ("Ada Lind, one of about 30 fans, said it was over. Some of the group said they would go.", "fans"),
    ],
)
def test_groups_that_were_only_mentioned_have_members(body, role):
    assert said(body)[-1].speaker.role == role


def test_the_watchdog_is_a_board():
    body = "The website ShipWatch was down. The Maritime Safety Board sent men. The watchdog said it would look."
    assert said(body)[-1].speaker.name == "Maritime Safety Board"
