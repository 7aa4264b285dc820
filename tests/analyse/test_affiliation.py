"""Which body somebody belongs to, as the words around a name or a role tell."""

import pytest
from tests.analyse.said import only, said


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Nils Brekke, who ran Fort Halden in 2019 and now lectures at Oxford University,", "Oxford University"),
        (
            "Nils Brekke, a retired pilot who is now at the Oslo Institute for Arctic Safety,",
            "Oslo Institute for Arctic Safety",
        ),
        ("Nils Brekke, who maps such fires for the research group Skogvakt,", "Skogvakt"),
        ("Nils Brekke, who saves up for the winter,", None),
        ("Nils Brekke, who follows shipping for the broker Vester & Dahl,", "Vester & Dahl"),
        ("Nils Brekke, a safety adviser to the Health Ministry", "Health Ministry"),
        ("The chair of the tribunal, Dame Harriet Coyle,", "tribunal"),
        ("The director of Skogvakt Group, Nils Brekke,", "Skogvakt Group"),
        ("A nurse at the city's General Hospital", "General Hospital"),
        ("A clerk who works in the mayor's office", "mayor's office"),
    ],
)
def test_the_body_behind_a_name_or_a_role(source, body):
    assert only(f"{source} said the depot was empty.").speaker.affiliation == body


def test_a_saint_s_hospital_keeps_its_ending_and_a_friend_of_a_firm_does_not():
    assert only("A nurse at St. Oswald's said the ward was shut.").speaker.affiliation == "St. Oswald's"
    assert only("A spokesman for the Oslo-based Nordhav said the ward was shut.").speaker.affiliation == "Nordhav"


def test_whom_somebody_advises_is_no_body_if_it_is_a_person():
    assert only("An adviser to Vladimir Orlov said the depot was empty.").speaker.affiliation is None


def test_possessives_point_to_the_body_that_was_told_of_and_not_to_the_agency_of_the_dateline():
    body = "The Nordhav Party denied it on Friday. Its secretary-general, Ms Olga Brandt, said the depot was empty."
    assert said(body)[-1].speaker.affiliation == "Nordhav Party"
    body = "OSLO, Norway, Oct. 14 (Coastal Press) - Norwegian crews were lost, their captain said."
    assert said(body)[-1].speaker.affiliation is None


@pytest.mark.parametrize(
    ("source", "role", "body"),
    [
        ("Mali's army spokesman, Omar Noori,", "spokesman", "Mali's army"),
        ("Tenants' association chair Ada Lind", "chair", "Tenants' association"),
        ("Nordhav's vice president for research, Ada Lind,", "vice president for research", "Nordhav"),
        ("The director for the region", "director", None),
        ("Her aunt Ada Lind, a plumber,", "plumber", None),
        ("Her aunt, Ada Lind, a plumber,", "plumber", None),
        ("Her aunt Ada Lind", "aunt", None),
        ("Lt. Col. Omar Noori", "Lt. Col.", None),
        ("Lt. Col. Omar Noori, a retired pilot,", "retired pilot", None),
    ],
)
def test_the_role_and_the_body_beside_a_name(source, role, body):
    speaker = only(f"{source} said the depot was empty.").speaker
    assert (speaker.role, speaker.affiliation) == (role, body)


def test_one_of_a_group_is_what_stands_beside_it_and_the_third_is_none_of_the_others():
    body = (
        "Three analysts said the depot was empty. One of them, a former manager at Nordhav Shipping, said it had burnt "
        "down. Another said it was full. The third analyst, who works at Skarven University, said it was shut."
    )
    one, another, third = (attribution.speaker for attribution in said(body)[1:])
    assert (one.role, one.affiliation) == ("former manager", "Nordhav Shipping")
    assert (another.role, another.affiliation) == ("analyst", None)
    assert (third.role, third.affiliation) == ("analyst", "Skarven University")


@pytest.mark.parametrize(
    ("told", "source", "role", "body"),
    [
        ("The Bank of Estria kept its rate.", "Governor Ada Lind", "Governor", "Bank of Estria"),
        ("The storm tore roofs off.", "Governor Ada Lind", "Governor", None),
        ("Hexley Rovers lost again.", "Owner Ada Lind", "Owner", "Hexley Rovers"),
        ("The Vale County school board met.", "Board member Ada Lind", "Board member", "Vale County school board"),
        ("The storm tore roofs off.", "Nordhav chief Ada Lind", "chief", "Nordhav"),
        ("The storm tore roofs off.", "Ada Lind, who chairs the group Clean Fjords,", None, "Clean Fjords"),
        ("The storm tore roofs off.", "Westminster insiders", "insiders", "Westminster"),
        ("The storm tore roofs off.", "Security sources", "Security sources", None),
    ],
)
def test_a_post_alone_is_of_the_body_that_the_report_is_about(told, source, role, body):
    speaker = said(f"{told} {source} said the depot was empty.")[-1].speaker
    assert (speaker.role, speaker.affiliation) == (role, body)


def test_the_report_s_own_publisher_is_a_body_of_its_people_and_of_nobody_else_s():
    body = "The depot burnt down. Owner Ada Lind, the Herald can reveal, has left. Ada Lind said it was empty."
    assert said(body, publisher="The Herald")[-1].speaker.affiliation is None
    one = only("Ada Lind, a safety adviser to Rights Sahara, said it was empty.", publisher="Rights Sahara")
    assert one.speaker.affiliation == "Rights Sahara"
