"""How reports tell what happened: held talks, days told once, deeds laid at somebody's door."""

import pytest
from tests.analyse.told import events

from reportedly.attribution import Polarity
from reportedly.event import EventType, Factuality


def only(body, type_, **more):
    found = [event for event in events(body, **more) if event.type is type_]
    assert len(found) == 1, [(event.type, event.predicate.text) for event in events(body, **more)]
    return found[0]


def day(event):
    return event.time.start if event.time is not None else None


def test_talks_are_likely_where_their_holding_is():
    event = only("A flag meeting of colonels is likely to be held at the bridge on Friday.", EventType.TALKS)
    assert (event.factuality, event.planned, day(event)) == (Factuality.PROBABLE, True, "2023-06-16")
    assert not [each for each in events("A bake sale is likely to be held on Friday.") if each.type is EventType.TALKS]


def test_what_is_to_be_done_to_somebody_is_planned():
    assert only("Two soldiers are to be moved to Cologne on Friday.", EventType.TRANSIT).planned
    assert not only("Two soldiers were moved to Cologne on Friday.", EventType.TRANSIT).planned


def test_an_hour_and_its_day_are_one_time():
    body = "The two generals met at noon on Monday and agreed to extend the truce, a spokesman said."
    assert day(only(body, EventType.AGREE)) == "2023-06-12"


def test_what_was_done_before_it_was_told_takes_the_day_of_its_sentence():
    body = "The army said it had shot down a drone which had strayed across the river at about 4 pm on Monday."
    assert day(only(body, EventType.INTERCEPT)) == "2023-06-12"
    body = "The ministry denied on Monday that the ship had left Sevastopol."
    assert day(only(body, EventType.DEPART)) is None


def test_deeds_laid_at_one_door_share_their_day():
    body = "Manila accused the cutter of ramming a research ship on Sunday and of seizing a fishing boat."
    assert day(only(body, EventType.SEIZE)) == "2023-06-11"
    body = "Three men went on trial on Monday, accused of seizing a fishing boat."
    assert day(only(body, EventType.SEIZE)) is None


@pytest.mark.parametrize("body", ["Troops traded small-arms and mortar fire across the river."])
def test_fire_of_two_kinds_is_traded_too(body):
    assert only(body, EventType.CLASH).polarity is Polarity.AFFIRMED


def test_a_group_is_whom_it_consists_of():
    event = only("A second batch of 22 fishermen may be freed on Friday.", EventType.RELEASE)
    assert [(each.what, each.min) for each in event.quantities] == [("fisherman", 22)]
    assert not [each for each in events("A second batch of songs may be freed.") if each.type is EventType.RELEASE]


def test_pictures_show_though_the_model_takes_it_for_a_noun():
    body = "Satellite images taken Monday show three Su-25s on the apron."
    event = only(body, EventType.PRESENCE)
    assert (day(event), [asset.min for asset in event.assets]) == ("2023-06-12", [3])
