"""Who somebody is told to be over a whole report: by a trade right before the name, by what stands beside, later on."""

from __future__ import annotations

import pytest
from tests.analyse.said import only, said

from reportedly.analyse import analyse
from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.read import read_text


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("The author, plumber Ned Vane,", "Ned Vane", "plumber"),
        ("The plumber, Colm Sadler,", "Colm Sadler", "plumber"),
        ("Ned Vale's ex-wife, Dora Quill,", "Dora Quill", "ex-wife"),
        ("Sen. Milo Trask, an Idaho Democrat,", "Milo Trask", "Sen."),
        ("Det Insp Olga Frain, of Kent Police,", "Olga Frain", "Det Insp"),
        ("The historian Prof Lena Marsh, of the University of Leeds,", "Lena Marsh", "historian"),
    ],
)
def test_the_role_right_before_a_name(source, name, role):
    speaker = only(f"{source} said the hall was shut.").speaker
    assert (speaker.name, speaker.role) == (name, role)


def test_what_stands_beside_a_source_says_who_it_is():
    speaker = only("One source, a retired teacher at Kestrel Academy, said the hall was shut.").speaker
    assert (speaker.role, speaker.affiliation) == ("retired teacher", "Kestrel Academy")
    assert only("One source, not a young one, said the hall was shut.").speaker.role == "source"


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("The manager of the Quill Lane grain store", "Quill Lane grain store"),
        ("The survivor of the Quill Lane fire", None),
    ],
)
def test_the_named_place_that_somebody_runs(source, body):
    assert only(f"{source} said the hall was shut.").speaker.affiliation == body


def test_a_later_noun_tells_the_trade_of_one_who_was_only_named():
    told = said("Ivo Strand said the hall was shut. The former senator expects a vote in May.")
    assert told[0].speaker.role == told[1].speaker.role == "former senator"
    told = said("Ivo Strand, a roofer, said the hall was shut. The former senator expects a vote in May.")
    assert told[0].speaker.role == "roofer"


def test_a_name_alone_is_that_of_the_office_s_holder_of_whom_the_opening_told():
    opening = "The president of the Nordhav Chess Union took cash before a vote, a memo shows.\n\n"
    told = said(f"{opening}It says that Erik Lunde was given a bag. Lunde denied that he took it.")
    assert (told[-1].speaker.role, told[-1].speaker.affiliation) == ("president", "Nordhav Chess Union")
    told = said(f"{opening}It says that Erik Lunde, a driver, was given a bag. Lunde denied that he took it.")
    assert told[-1].speaker.role == "driver"


def test_who_testified_is_the_witness():
    told = said(
        "Hal Moore, a mason, testified that the wall was wet. Ada Lind asked about it. The witness said it had rained."
    )
    assert told[-1].speaker.name == "Hal Moore"


def test_its_head_is_no_outlet_s_that_was_told_something():
    opening = "Kestrel Foods cut jobs, a clerk told Radio Norte. "
    told = said(f"{opening}Its founder, Petra Lohse, said the plant was old.")
    assert told[-1].speaker.affiliation == "Kestrel Foods"
    told = said("Kestrel Foods cut jobs. Radio Norte aired it. Its editor, Petra Lohse, said the clerk was right.")
    assert told[-1].speaker.affiliation == "Radio Norte"


def test_whom_a_number_takes_together_hold_their_names_back():
    body = "Two aides to the mayor said the plan was dead. A third aide said it was not. "
    told = said(f"{body}All three asked not to be named because talks go on.")
    assert [one.speaker.anonymity_reason for one in told[:2]] == ["talks go on"] * 2
    told = said(f"{body}All four asked not to be named because talks go on.")
    assert told[1].speaker.anonymity is Anonymity.UNNAMED


def test_a_senior_figure_is_the_source_behind_it_and_a_figure_is_none():
    told = said("Rates may rise, a senior figure at Nordbank said. The source said it would hurt.")
    assert [one.speaker.kind for one in told] == [SpeakerKind.ANONYMOUS] * 2
    assert told[0].speaker_id == told[1].speaker_id
    assert said("The figures show that rates rose.")[0].speaker.kind is SpeakerKind.DOCUMENT


def test_one_s_own_reporter_is_of_the_outlet_which_goes_by_its_last_word():
    body = "The hall is shut, our reporter Tom Hale says. The Herald has not been able to verify it."
    told = analyse(read_text(body, publisher="Evening Herald")).attributions
    assert told[0].speaker.affiliation == "Evening Herald"
    assert (told[-1].speaker.kind, told[-1].speaker.name) == (SpeakerKind.OUTLET, "Evening Herald")
