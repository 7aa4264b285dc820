from dataclasses import replace

from reportedly.export.catalogue import catalogue
from reportedly.export.claim_spots import place_claims

from . import factory


def placed(*claims, events=()):
    wire = factory.reports()[0]
    given = factory.dossier()
    picture = replace(given.picture, claims=claims)
    given = replace(given, picture=picture, readings=(factory.reading(wire, (), events),))
    return place_claims(claims, catalogue(given))


def test_claims_at_one_place_share_a_spot():
    placing = placed(*factory.dossier().picture.claims)
    assert [(spot.name, spot.claims) for spot in placing.spots] == [
        ("Koper", (3, 6)),
        ("Trieste", (1, 2)),
        ("Monfalcone", (5,)),
    ]
    assert placing.untold == (4,)


def test_a_movement_lies_at_both_of_its_ends():
    wire = factory.reports()[0]
    words = "the tanker had come from Koper on Saturday"
    moved = factory.event(
        "moved",
        wire,
        words,
        "come",
        origin=factory.place(wire, "Koper", 45.55, 13.73),
        destination=factory.place(wire, "Trieste", 45.65, 13.77),
    )
    support = factory.support(wire, words, "x", "leg", event=moved.id)
    placing = placed(factory.claim("moved", "It moved", (support,)), events=(moved,))
    assert {spot.name for spot in placing.spots} == {"Koper", "Trieste"}


def test_a_place_that_the_gazetteer_does_not_know_goes_to_the_tray():
    wire = factory.reports()[0]
    unknown = replace(factory.place(wire, "Trieste", 0, 0), lat=None, lon=None)
    support = factory.support(wire, "Trieste", "x", "leg")
    placing = placed(factory.claim("x", "X", (support,), place=unknown))
    assert (placing.spots, placing.unplaced, placing.untold) == ((), (1,), ())
