"""Bridges, dams, cables and pipelines that are built, struck, cut or swept away."""

import pytest
from tests.analyse.told import events

# (words, predicate, name, least, most)
STRUCK = [
    ("A drifting ship cut an undersea power cable off Rugen.", "cut", "undersea power cable", 1, 1),
    ("Floods swept away three road bridges near Bovec.", "swept", "road bridge", 3, 3),
    ("The storm caused damage to the Tarvin gas pipeline.", "caused damage", "Tarvin gas pipeline", 1, 1),
    ("The army bombed at least two wells and a water tower near Umm Dukhun.", "bombed", "well", 2, None),
    ("Baltlink 2 power cable was cut on Monday.", "cut", "Baltlink 2 power cable", 1, 1),
    ("The dam, built in 1976, is still full.", "built", "dam", 1, 1),
    ("Drones hit a fuel depot and the remains of two hangars in Saky.", "hit", "hangar", 2, 2),
]


@pytest.mark.parametrize(("body", "predicate", "name", "least", "most"), STRUCK)
def test_works_that_stand_fast_are_assets_of_what_befalls_them(body, predicate, name, least, most):
    found = [event for event in events(body) if event.predicate.text.startswith(predicate)]
    told = [(asset.name, asset.min, asset.max) for event in found for asset in event.assets]
    assert (name, least, most) in told


@pytest.mark.parametrize(
    "body",
    [
        "The convoy crossed the bridge at Kasese on Monday.",
        "Two frigates left the pier at Baltiysk.",
        "The toll on the bridge went up in May.",
    ],
)
def test_what_is_only_passed_is_none(body):
    assert not [asset for event in events(body) for asset in event.assets if asset.category == "installation"]
