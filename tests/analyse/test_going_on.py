"""What goes on from one sentence to the next, what is called untrue, what lies ahead, and whose sentence it is."""

import pytest
from tests.analyse.said import report, said, words
from tests.analyse.told import events

from reportedly.analyse.parse import parse
from reportedly.analyse.tense import verb_tense

_TAKEN = "Satellite images taken on Monday by Orb Labs show trucks in Tessalit. "


@pytest.mark.parametrize(
    ("behind", "cue", "content"),
    [
        ("At Gao, two transports are visible on the apron.", "are visible", ["two transports", "on the apron"]),
        ("A crane can be seen near the gate.", "can be seen", ["A crane", "near the gate"]),
    ],
)
def test_what_pictures_showed_goes_on_in_the_next_sentence(behind, cue, content):
    last = said(_TAKEN + behind)[-1]
    assert words(last) == ("Satellite images taken on Monday by Orb Labs", cue, content)
    assert last.basis.value == "imagery"


def test_what_is_visible_without_a_picture_is_nobodys():
    assert said("Two transports are visible on the apron.") == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "In an image taken on Monday by Airbus, the rows of tents beside the runway are gone.",
            ("an image taken on Monday by Airbus", "In", ["the rows of tents beside the runway are gone"]),
        ),
        (
            "The lorries are from Asmara, in the view of Ada Lind, an analyst.",
            ("Ada Lind, an analyst", "view", ["The lorries are from Asmara"]),
        ),
        (
            "The Chilean embassy was unavailable for comment.",
            ("The Chilean embassy", "was unavailable for comment", []),
        ),
        ("The ministry counted nine dead.", ("The ministry", "counted", ["nine dead"])),
        (
            "Flight data from Orb Labs show at least 14 trips since May.",
            ("Flight data from Orb Labs", "show", ["at least 14 trips since May"]),
        ),
        (
            "Images taken by Orb Labs do, however, reveal 15 tanks.",
            ("Images taken by Orb Labs", "reveal", ["15 tanks"]),
        ),
    ],
)
def test_who_shows_thinks_counts_and_keeps_silent(body, expected):
    assert words(said(body)[0]) == expected


def test_a_picture_is_a_place_to_be_only_where_nobody_speaks():
    assert [one.source.text for one in said("In the video, the captain says that he is safe.")] == ["the captain"]


@pytest.mark.parametrize(
    ("body", "predicate", "polarity"),
    [
        ("The army rejected as lies claims that its troops had left Gao.", "left", "negated"),
        ("The spokesman dismissed as gossip reports that the president had fled to Gao.", "fled", "negated"),
        ("The ministry described as false a report that troops had left Gao.", "left", "negated"),
        ("Officials described as successful an operation in which troops had left Gao.", "left", "affirmed"),
        ("The Pentagon ruled out sending troops to Gao.", "sending", "negated"),
    ],
)
def test_what_is_called_untrue_or_ruled_out_is_denied(body, predicate, polarity):
    found = next(event for event in events(body) if event.predicate.text.startswith(predicate))
    assert found.polarity.value == polarity


@pytest.mark.parametrize(
    ("body", "kind", "start"),
    [  # 14 June 2023 is a Wednesday
        ("The last convoy, 62 lorries long, left Tessalit, near the border, before dawn on Tuesday, two aides said.",
         "depart", "2023-06-13"),
        ("Images taken on Monday show empty bays at the airstrip, where four helicopters had stood on May 20.",
         "presence", "2023-05-20"),
        (_TAKEN + "At Gao, two transports are visible on the apron.", "presence", "2023-06-12"),
    ],
)  # fmt: skip
def test_a_happening_has_its_own_day(body, kind, start):
    assert start in [event.time.start for event in events(body) if event.type.value == kind and event.time]


def test_what_is_due_lies_ahead():
    (passage,) = parse(report("The frigate is due in Conakry on Sunday."))
    assert verb_tense(next(token for token in passage.doc if token.text == "is")) == "future"


def test_people_are_expected_somewhere():
    (due,) = [event for event in events("A delegation is expected in Gao on Friday.") if event.type.value == "arrive"]
    assert (due.destination.name, due.factuality.value) == ("Gao", "probable")
