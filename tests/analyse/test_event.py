import pytest
from tests.analyse.told import events

from reportedly.attribution import Polarity
from reportedly.event import EventType, Factuality


def only(body, type_, **more):
    found = [event for event in events(body, **more) if event.type is type_]
    assert len(found) == 1, [(event.type, event.predicate.text) for event in events(body, **more)]
    return found[0]


def test_a_withdrawal_has_actor_assets_and_origin():
    event = only("France pulled 200 soldiers out of Niamey on Monday.", EventType.WITHDRAW)
    assert event.actor == "France"
    assert [(asset.name, asset.min) for asset in event.assets] == [("soldier", 200)]
    assert event.origin is not None
    assert event.origin.name == "Niamey"
    assert event.time is not None
    assert event.time.start == "2023-06-12"
    assert event.factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    "body",
    [
        "Prices retreated on Monday.",
        "Norway pulled out of the talks on Monday.",
        "The firm withdrew the product.",
        "He left the question open.",
        "She arrived at a conclusion.",
    ],
)
def test_metaphors_are_no_movements(body):
    moves = {EventType.WITHDRAW, EventType.DEPART, EventType.ARRIVE, EventType.TRANSIT}
    assert not [event for event in events(body) if event.type in moves]


@pytest.mark.parametrize(
    "body",
    [
        "The army has not withdrawn from Kabul.",
        "The army denied withdrawing from Kabul.",
        "The army has no plans to withdraw from Kabul.",
    ],
)
def test_what_is_denied_is_negated(body):
    assert only(body, EventType.WITHDRAW).polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    ("body", "factuality"),
    [
        ("Troops may have left Kabul.", Factuality.POSSIBLE),
        ("Troops have reportedly left Kabul.", Factuality.PROBABLE),
        ("Troops left Kabul.", Factuality.CERTAIN),
    ],
)
def test_hedges_lower_factuality(body, factuality):
    assert only(body, EventType.WITHDRAW).factuality is factuality


@pytest.mark.parametrize("body", ["Troops will leave Kabul.", "Kenya plans to withdraw troops from Kabul."])
def test_what_lies_ahead_is_planned(body):
    assert only(body, EventType.WITHDRAW).planned


def test_joined_origins_are_events_of_their_own():
    found = events("Kenya is withdrawing its troops from Kabul and from Kandahar.")
    assert [event.origin.name for event in found if event.origin] == ["Kandahar", "Kabul"] or {
        event.origin.name for event in found if event.origin
    } == {"Kabul", "Kandahar"}


def test_pictures_show_presence_on_their_day():
    event = only(
        "Satellite images taken on June 2 show what appeared to be at least two Il-76s at Khartoum airport.",
        EventType.PRESENCE,
    )
    assert [(asset.name, asset.min, asset.max) for asset in event.assets] == [("Il-76", 2, None)]
    assert event.factuality is Factuality.POSSIBLE
    assert event.time is not None
    assert event.time.start == "2023-06-02"
    assert event.place is not None


def test_the_dead_are_counted_and_placed_with_the_strike():
    found = events("A drone strike hit a market in Omdurman on Sunday, killing at least 12 people.")
    (dead,) = [event for event in found if event.type is EventType.CASUALTIES]
    assert [(q.min, q.max) for q in dead.quantities] == [(12, None)]
    assert dead.time is not None
    assert dead.time.start == "2023-06-11"


def test_a_light_verb_lends_the_noun_its_arguments():
    event = only("Rebels launched an attack on the garrison in Kabul on Monday.", EventType.ATTACK)
    assert event.actor == "Rebels"
    assert event.time is not None
    assert event.predicate.text == "attack"


def test_an_event_belongs_to_the_attribution_that_tells_it():
    body = "Troops left Kabul on Monday, a local official said."
    assert only(body, EventType.WITHDRAW).attribution is not None
    assert only("Troops left Kabul on Monday.", EventType.WITHDRAW).attribution is None


def test_a_time_that_cannot_be_counted_out_keeps_its_reason():
    event = only("Troops left Kabul on Monday.", EventType.WITHDRAW, published=None)
    assert event.time is not None
    assert event.time.start is None
    assert event.time.unresolved == "the report has no date"


@pytest.mark.parametrize("body", ["", "“” ‘’", "!!! ...", "\u0645\u0631\u062d\u0628\u0627", "from from from of of to"])
def test_odd_text_is_no_error(body):
    for event in events(body):
        assert event.evidence.check(body)
        assert event.predicate.check(body)
