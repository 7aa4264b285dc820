"""Which body somebody belongs to, as the words around a name or a role tell."""

import pytest
from tests.analyse.said import only


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
