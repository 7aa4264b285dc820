"""Happenings take the time and the place of the story that they are part of, and only those."""

import pytest
from tests.analyse.told import events

from reportedly.attribution import Polarity
from reportedly.event import EventType


def times(body, published="2025-03-12"):
    return [
        (event.type.value, event.time.start if event.time else None, event.time.end if event.time else None)
        for event in events(body, published=published)
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Gunmen stormed a bank in Lagos on Monday and seized six hostages.",
            [("attack", "2025-03-10", "2025-03-10"), ("capture", "2025-03-10", "2025-03-10")],
        ),
        (
            "A drone hit a market in Khartoum on Sunday. Three people were killed.",
            [("attack", "2025-03-09", "2025-03-09"), ("casualties", "2025-03-09", "2025-03-09")],
        ),
        (
            "Rebels shelled Goma on Friday. The army will deploy reinforcements.",
            [("attack", "2025-03-07", "2025-03-07"), ("deploy", None, None)],
        ),
        (
            "The minister resigned on Tuesday, three days after a train crash near Lyon.",
            [("resign", "2025-03-11", "2025-03-11"), ("disaster", "2025-03-08", "2025-03-08")],
        ),
        (
            "The parliament voted on Monday to withdraw troops from Mali.",
            [("vote", "2025-03-10", "2025-03-10"), ("withdraw", None, None)],
        ),
        ("Troops have left three bases in Niger this month.", [("withdraw", "2025-03-01", "2025-03-12")]),
        ("Two frigates have been anchored off Odesa since Friday.", [("presence", "2025-03-07", "2025-03-12")]),
        ("Rockets hit Basra overnight.", [("attack", "2025-03-11", "2025-03-12")]),
        (
            "Between Monday and Tuesday, six Il-76s landed at Benghazi.",
            [("arrive", "2025-03-10", "2025-03-11")],
        ),
        ("The army shelled the town, the governor said on Wednesday.", [("attack", None, None)]),
    ],
)
def test_the_time_of_the_story(body, wanted):
    assert times(body) == wanted


@pytest.mark.parametrize(
    ("body", "kind", "place"),
    [
        ("Floods hit Sinuiju, where 40 houses were destroyed.", EventType.DAMAGE, "Sinuiju"),
        ("Explosions were heard in Kharkiv on Monday.", EventType.EXPLOSION, "Kharkiv"),
        ("A drone struck a depot in Sumy. Two guards were killed.", EventType.CASUALTIES, "Sumy"),
        ("Troops reached Goma in January, and shelling hit the city again on Friday.", EventType.ATTACK, "Goma"),
    ],
)
def test_the_place_of_the_story(body, kind, place):
    found = [event for event in events(body) if event.type is kind]
    assert found[0].place is not None
    assert found[0].place.span.text == place


def test_what_is_excepted_is_a_negated_event_of_its_own():
    found = [
        (event.origin.span.text, event.polarity)
        for event in events(
            "Russian troops are withdrawing from the hills of Kherson but not from their base at Melitopol."
        )
        if event.type is EventType.WITHDRAW and event.origin
    ]
    assert found == [("Kherson", Polarity.AFFIRMED), ("Melitopol", Polarity.NEGATED)]
