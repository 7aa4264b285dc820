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
    body = (
        "Manila accused a cutter of ramming a ship 24 nautical miles east of Palawan on Sunday and of seizing a boat."
    )
    assert day(only(body, EventType.SEIZE)) == "2023-06-11"
    body = "Three rebels went on trial on Monday, accused of seizing a tanker."
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


def test_who_is_accused_did_it():
    body = "Officials in Taiz accused the Houthis of firing four shells into the market on Monday."
    assert only(body, EventType.ATTACK).actor == "Houthis"


def test_a_count_has_changed_from_another_days():
    found = events("Satellite images taken Monday show three Su-25s on the apron, down from 11 on May 2.")
    told = sorted((day(event), event.assets[0].min) for event in found if event.type is EventType.PRESENCE)
    assert told == [("2023-05-02", 11), ("2023-06-12", 3)]
    found = events("Satellite images taken Monday show three Su-25s, down from 11.")
    assert [event.assets[0].min for event in found] == [3]


def test_an_empty_stand_tells_what_is_gone():
    body = "Imagery collected Monday shows an empty pier at Murmansk where a frigate had been moored a week earlier."
    found = {day(event): event.polarity for event in events(body) if event.type is EventType.PRESENCE}
    assert found == {"2023-06-12": Polarity.NEGATED, "2023-06-05": Polarity.AFFIRMED}
    assert not events("Imagery collected Monday shows an empty pier at Murmansk.")


def test_wreckage_is_of_what_was_harmed():
    body = "Photographs show the wreckage of a small grey quadcopter in a field."
    assert [asset.name for asset in only(body, EventType.DAMAGE).assets] == ["quadcopter"]
    assert not [each for each in events("He walked through the wreckage of a marriage.") if each.assets]


def test_what_reports_say_is_not_so_where_they_are_baseless():
    body = "Reports that more troops were being moved to Leeds from York were baseless, he added."
    event = only(body, EventType.REDEPLOY)
    assert event.polarity is Polarity.NEGATED
    assert (event.origin and event.origin.name, event.destination and event.destination.name) == ("York", "Leeds")
    body = "Reports that more troops were being moved to Leeds from York were true, he added."
    assert only(body, EventType.REDEPLOY).polarity is Polarity.AFFIRMED


def test_what_somebody_thinks_possible_is_possible():
    body = "An officer thought it possible that the crew were still being held near the port."
    assert only(body, EventType.DETAIN).factuality is Factuality.POSSIBLE


def test_what_look_like_craft_probably_are():
    assert (
        only("What look like two Mi-8s are parked by the tower.", EventType.PRESENCE).factuality is Factuality.PROBABLE
    )


def test_accords_are_told_with_their_year():
    found = [day(event) for event in events("Under a 2008 agreement, both sides exchange lists.")]
    assert found == ["2008-01-01"]
    assert [day(event) for event in events("It was drawn under the Simla Agreement of July 1972.")] == ["1972-07-01"]
    assert not events("It was drawn under the Simla Agreement.")


def test_what_a_lease_does_tells_when_before_when_it_was_signed():
    body = "The lease, signed in 2012, took effect in January 2017."
    assert day(only(body, EventType.LEASE)) == "2017-01-01"
    assert day(only("They keep ships there under a lease signed in January 2017.", EventType.LEASE)) == "2017-01-01"


def test_a_named_years_truce_is_not_when_it_was_renewed():
    body = "The two armies recommitted themselves to the 2003 ceasefire on February 25, 2021."
    assert day(only(body, EventType.CEASEFIRE)) == "2021-02-25"


def test_craft_bound_for_a_port_are_under_way_to_it():
    event = only("Two more tankers appeared to be bound for Lagos.", EventType.TRANSIT)
    assert (event.factuality, event.destination and event.destination.name) == (Factuality.PROBABLE, "Lagos")


def test_whole_weeks_count_from_a_day():
    body = "The convoy reached Hamburg on May 16. Two weeks later the same trucks left Hamburg."
    assert day(only(body, EventType.DEPART)) == "2023-05-30"
