"""Transports on the move, ways between two places, and happenings that are called for a day to come."""

from tests.analyse.told import events

_OF = "2025-03-12"


def test_transports_move_between_two_places():
    (flown,) = events("Nine C-17 transports flew between Cairo and Tobruk.", published=_OF)
    assert (flown.type.value, flown.origin.name, flown.destination.name) == ("transit", "Cairo", "Tobruk")
    assert [(asset.name, asset.min) for asset in flown.assets] == [("C-17", 9)]


def test_a_protest_that_is_planned_lies_ahead():
    planned = events("Opposition parties plan a protest in Gyumri on Saturday.", published=_OF)[-1]
    assert planned.time.start == "2025-03-15"


def test_what_was_counted_on_another_day_keeps_that_day():
    text = (
        "Satellite pictures taken on Tuesday show a vehicle park almost empty. "
        "On 20 February about 60 armoured vehicles could be counted there."
    )
    counted = events(text, published=_OF)[-1]
    assert (counted.assets[0].min, counted.time.start) == (60, "2025-02-20")
