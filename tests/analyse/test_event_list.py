"""Several dated happenings told by one verb."""

import pytest
from tests.analyse.told import events


def told(body, type_):
    return [
        (event.time and event.time.start, event.place and event.place.name, [asset.name for asset in event.assets])
        for event in events(body)
        if event.type.value == type_
    ]


def test_each_thing_has_its_own_day_and_place():
    body = "Pirates attacked the tanker Orla off Brava on May 2 and the freighter Ida off Zanzibar on June 3."
    found = told(body, "attack")
    assert sorted(day for day, _, _ in found) == ["2023-05-02", "2023-06-03"]
    assert len({event.id for event in events(body)}) == len(events(body))


@pytest.mark.parametrize(
    ("body", "type_", "days"),
    [
        ("Troops shelled Huliaipole on Monday and Orikhiv on Tuesday.", "attack", ["2023-06-12", "2023-06-13"]),
        (
            "Police arrested two men in Lyon in March and a woman in Nice on April 3.",
            "detain",
            ["2023-03-01", "2023-04-03"],
        ),
        ("The army shelled Huliaipole on Monday and Tuesday.", "attack", ["2023-06-12"]),
        ("The army shelled Huliaipole and Orikhiv on Tuesday.", "attack", ["2023-06-13", "2023-06-13"]),
    ],
)
def test_only_what_has_a_day_of_its_own_is_told_apart(body, type_, days):
    found = [day for day, _, _ in told(body, type_)]
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(days))
