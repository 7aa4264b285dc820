"""Who is named beside a role, and which bodies are called by their members."""

from __future__ import annotations

import pytest
from tests.analyse.said import only

from reportedly.attribution import SpeakerKind


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("Navy spokesman Capt. Moon Ji-hwan told reporters that the drill was over.", "Moon Ji-hwan", "spokesman"),
        (
            "The spokesman of the Interior Ministry Farid Ahmadi said that the road was open.",
            "Farid Ahmadi",
            "spokesman",
        ),
        ("Opposition lawmaker Davit Petrosyants said the bridge was lost.", "Davit Petrosyants", "lawmaker"),
        ("Maj Gen Arvind Rao (retd), who led a brigade, said it was over.", "Arvind Rao", "Maj Gen"),
    ],
)
def test_a_person_named_behind_a_role(body: str, name: str, role: str) -> None:
    speaker = only(body).speaker
    assert (speaker.kind, speaker.name, speaker.role) == (SpeakerKind.PERSON, name, role)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("The Joint Chiefs of Staff in Oslo said a rocket was fired.", "Joint Chiefs of Staff"),
        ("Reporters Without Borders said its team had been held.", "Reporters Without Borders"),
        ("The barge was late. Its operator, Danulines, denied that it had called at the port.", "Danulines"),
    ],
)
def test_bodies_called_by_their_members_or_by_what_they_do(body: str, name: str) -> None:
    speaker = only(body).speaker
    assert (speaker.kind, speaker.name) == (SpeakerKind.ORGANISATION, name)


def test_the_spokesman_of_a_firm_that_is_named_stays_unnamed() -> None:
    assert only("A spokesman for the company Harlan Foods said that it was over.").speaker.kind is SpeakerKind.ANONYMOUS
    assert only("Three rangers said the track was shut.").speaker.kind is SpeakerKind.ANONYMOUS
