"""What people belong to: the body told beside them, brought in again, or the one that the report is about."""

import pytest
from tests.analyse.said import said


@pytest.mark.parametrize(
    ("body", "affiliation"),
    [
        ("Marta Quill of Evercross Partners said it was over.", "Evercross Partners"),
        ("Ines Dorval, regional secretary of the union Travail Uni, said it was over.", "Travail Uni"),
        ("Oddvar Steen, the managing director of Bergen-based Steen Tankers, said it was over.", "Steen Tankers"),
        ("Pilar Conde, who teaches law at the University of Chile, said it was over.", "University of Chile"),
        ("Ada Lind, the prime minister's spokeswoman, said it was over.", None),
        ("People with knowledge of the inquiry said it was over.", None),
        ("Edith Shaw, a resident of Thornby, said it was over.", None),
        ("A government source said it was over.", "government"),
    ],
)
def test_the_body_beside_a_speaker(body, affiliation):
    assert said(body)[-1].speaker.affiliation == affiliation


@pytest.mark.parametrize(
    ("body", "affiliation"),
    [
        ("Nordhav Lines sold a ship. A spokesman for the firm said it was old.", "Nordhav Lines"),
        ("The economy ministry was angry. A ministry official said it had not been told.", "economy ministry"),
        ("Nordhav Lines sold a ship. Chief Medical Officer Ada Lind said it was safe.", "Nordhav Lines"),
        ("Nordhav Lines sold a ship. A spokeswoman for the governor said it was safe.", None),
        ("Ada Lind, the Nordhav Lines coach, wept. A second coach, Ivo Horak, said it was over.", "Nordhav Lines"),
    ],
)
def test_the_body_that_words_bring_in_again(body, affiliation):
    assert said(body)[-1].speaker.affiliation == affiliation


def test_nobody_belongs_to_a_person():
    assert said("Outside court Jamie's mother, Tracy Calloway, said it was over.")[0].speaker.affiliation is None


def test_their_leader_is_the_leader_of_those_who_were_told_of():
    body = "Nordhav Lines sold a ship. The workers want it back, their president, Denise Amato, said."
    assert said(body)[-1].speaker.affiliation is None


@pytest.mark.parametrize(
    ("source", "role", "body"),
    [
        ("A Treasury spokesperson", "spokesperson", "Treasury"),
        ("A hospital spokeswoman", "spokeswoman", "hospital"),
        ("A union official", "union official", None),
        ("A health ministry official", "official", "health ministry"),
        ("A fire brigade spokesman", "spokesman", "fire brigade"),
        ("A Western diplomat in Bamako", "diplomat", None),
        ("The president of the Farmers' Union", "president", "Farmers' Union"),
    ],
)
def test_bodies_that_a_spokesperson_is_told_of_with(source, role, body):
    one = said(f"TikTok said it was sorry. {source} said no decision had been made.")[-1].speaker
    assert (one.role, one.affiliation) == (role, body)


def test_a_lawyer_is_not_of_his_clients_company():
    body = (
        "The former chief executive of Arlo Systems, Dana Kline, was sued. Kline's lawyer, Ed Voss, said she was calm."
    )
    assert said(body)[-1].speaker.affiliation is None
