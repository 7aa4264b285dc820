"""Happenings as news agencies tell them: by a noun, by a stand-in, beside another one, denied, or only to be seen."""

import pytest
from tests.analyse.told import events


def told(body):
    return [(event.type.value, event.predicate.text) for event in events(body)]


def one(body, type_):
    found = [event for event in events(body) if event.type.value == type_]
    assert len(found) == 1, told(body)
    return found[0]


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        ("Marines boarded a freighter off Oran and ordered it into port.", "seize"),
        ("Marines boarded a freighter off Oran and searched it.", "intercept"),
        ("Pirates captured the coaster Amlin off Bosaso.", "seize"),
        ("The army captured 12 rebels near Bosaso.", "capture"),
        ("The coast guard chased a dinghy away from the pier.", "intercept"),
        ("A power cable to Malta failed on Monday.", "damage"),
        ("An earthen dam near Mosul gave way on Monday.", "disaster"),
        ("The failure of a dam above Mosul killed nine people.", "disaster"),
        ("The soldiers vacated two posts near Sidon.", "withdraw"),
        ("The base at Kidal fell to the rebels in May.", "seize"),
        ("A stand-off between paratroopers and rebels in Juba ended on Monday.", "clash"),
        ("Fighting in Juba drove 4,000 people from their homes.", "clash"),
        ("The two militias shelled each other in Juba.", "attack"),
        ("The explosion tore open the hull of a ferry off Naples.", "damage"),
        ("The airline flew 40 staff out of Caracas on Monday.", "withdraw"),
        ("A reporter saw a diesel locomotive pull six wagons across the border into Georgia.", "transit"),
        ("The European Union launched a naval mission off Libya in 2020.", "deploy"),
        ("The sanctions that Canada imposed on Belarus in March hit its potash.", "sanction"),
    ],
)
def test_a_happening_is_what_was_done(body, type_):
    assert type_ in [kind for kind, _ in told(body)]


@pytest.mark.parametrize(
    "body",
    [
        "Passengers boarded the ferry on Monday.",
        "Egypt urged all sides to exercise restraint.",
        "The investor took a taxi.",
        "The tankers were losing money.",
    ],
)
def test_what_anybody_does_is_no_happening(body):
    assert told(body) == []


def test_what_a_pullback_does_not_cover_is_not_left():
    event = one("The pullback does not extend to the ridge above Bint Jbeil.", "withdraw")
    assert event.polarity.value == "negated"


def test_what_there_is_no_sign_of_is_not_so():
    event = one("He had seen no sign of tugs being deployed.", "deploy")
    assert event.polarity.value == "negated"


def test_who_is_expected_has_not_arrived_yet():
    event = one("A convoy is expected in Palma on Friday.", "arrive")
    assert (event.factuality.value, event.planned) == ("probable", True)


def test_doing_so_is_doing_what_was_told_before():
    body = "Norway put the tanker on its sanctions list in May. Iceland had done so in March."
    first, second = (event for event in events(body) if event.type.value == "sanction")
    assert (first.actor, second.actor) == ("Norway", "Iceland")
    assert second.time is not None
    assert second.time.start == "2023-03-01"


def test_denying_to_have_done_so_negates_it():
    body = "Rwanda, accused of arming the rebels, has denied doing so."
    assert [event.polarity.value for event in events(body) if event.type.value == "supply"] == ["affirmed", "negated"]


def test_a_toll_that_will_rise_is_only_expected():
    event = one("The toll could rise, a doctor said.", "casualties")
    assert event.factuality.value == "possible"


def test_a_second_look_at_a_picture_shows_more():
    body = "An image taken on June 3 shows two frigates at the pier in Poti. It also shows a tanker at anchor."
    last = events(body)[-1]
    assert (last.type.value, [asset.name for asset in last.assets]) == ("presence", ["tanker"])
    assert last.time is not None
    assert last.time.start == "2023-06-03"


def test_a_wreck_is_there_and_has_come_to_harm():
    found = events("Residents saw two burnt-out trucks beside the bridge.")
    assert [(event.type.value, [(a.name, a.min) for a in event.assets]) for event in found] == [
        ("presence", [("truck", 2)]),
        ("damage", [("truck", 2)]),
    ]


def test_the_wreck_told_of_before_is_no_new_harm():
    assert "damage" not in [kind for kind, _ in told("The damaged ferry reached Naples on Monday.")]


@pytest.mark.parametrize(
    ("body", "asset"),
    [
        ("Two excavators were clearing rubble from the bridge.", "excavator"),
        ("Beside them lay a patrol boat.", "patrol boat"),
        ("An Il-76 stood under netting near the terminal.", "Il-76"),
    ],
)
def test_craft_at_work_or_at_rest_are_there(body, asset):
    assert [each.name for each in one(body, "presence").assets] == [asset]


def test_a_ship_that_is_made_to_turn_goes_there():
    event = one("Gunmen boarded a tanker off Fujairah and forced it to turn towards the Iranian coast.", "transit")
    assert [asset.name for asset in event.assets] == ["tanker"]


def test_two_participles_before_a_clause_befall_its_subject():
    found = events("Built in Genoa in 1962 and sold to Chile in 1991, the frigate was scrapped.")
    assert ("build", ["frigate"]) in [(event.type.value, [a.name for a in event.assets]) for event in found]


def test_a_happening_that_a_clause_behind_it_tells_stands_in_its_evidence():
    body = (
        "The chairman, Asil Nadir, echoed the official Japanese view of the accord, which was announced Friday.\n\n"
        '"The myths have been demolished at a stroke," Mr. Nadir said.'
    )
    found = events(body)
    assert found
    assert all(event.evidence.holds(event.predicate) for event in found)
