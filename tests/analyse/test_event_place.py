"""Where events are: with those who act, whence they leave, and within the semicolons of their sentence."""

import pytest
from tests.analyse.told import events


def roles(body, predicate):
    found = next(event for event in events(body) if event.predicate.text.startswith(predicate))
    named = {role: getattr(found, role) for role in ("place", "origin", "destination")}
    return {role: place.span.text for role, place in named.items() if place is not None}


@pytest.mark.parametrize(
    ("body", "predicate", "told"),
    [
        ("A court in Manila acquitted the former senator on Friday.", "acquitted", {"place": "Manila"}),
        ("The submarine at Sinpo put to sea on Sunday.", "put to sea", {"origin": "Sinpo"}),
        (
            "More than half of the families in Sinjar have fled to Dohuk.",
            "fled",
            {"origin": "Sinjar", "destination": "Dohuk"},
        ),
        ("The governor ordered the evacuation of 7,000 people from Kupiansk.", "evacuation", {"origin": "Kupiansk"}),
        ("Drones struck Olenya, in the Murmansk region, on Sunday.", "struck", {"place": "Olenya"}),
        (
            "They will go to the hub in Entebbe and fly from there to Kathmandu.",
            "fly",
            {"origin": "Entebbe", "destination": "Kathmandu"},
        ),
        (
            "The army shifted drones from Osh to the airport at Batken last week.",
            "shifted",
            {"origin": "Osh", "destination": "Batken"},
        ),
        ("Trucks were heading north on the road to Homs.", "heading", {"destination": "Homs"}),
        (
            "Gunmen attacked villagers digging a trench outside Dori; the government sent surgeons to Kaya.",
            "attacked",
            {"place": "Dori"},
        ),
        (
            "Three transport aircraft from Romania landed in Oslo on Friday.",
            "landed",
            {"origin": "Romania", "destination": "Oslo"},
        ),
        ("The diplomats left Tehran by road for Baku.", "left", {"origin": "Tehran", "destination": "Baku"}),
        ("A third plane took off on Tuesday and headed for Bamako.", "took off", {"destination": "Bamako"}),
        (
            "Soldiers guarding the port of Mersin have left for Erbil.",
            "left",
            {"origin": "Mersin", "destination": "Erbil"},
        ),
    ],
)
def test_the_places_of_an_event(body, predicate, told):
    assert roles(body, predicate) == told
