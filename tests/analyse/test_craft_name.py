"""Ships by the names that a report calls them."""

import pytest
from tests.analyse.told import events, report

from reportedly.analyse.craft_name import craft_names
from reportedly.analyse.parse import parse


def called(body):
    (passage,) = parse(report(body))
    return [craft.name for craft in craft_names(passage.doc).values()]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("The tanker Orla Maid left Bari on Monday. Two days later the Orla Maid reached Split.", ["Orla Maid"] * 2),
        ("Police boarded the Marlow Grace, a 20-year-old freighter, off Ceuta.", ["Marlow Grace"]),
        ("A patrol boat, the Isla Verde, followed them.", ["Isla Verde"]),
        ("The HMS Trent docked at Gibraltar. The Trent is due in Lisbon.", ["HMS Trent", "Trent"]),
        ("A ferry sank off Bodrum. The crew of the Kaptan Aziz were saved.", ["Kaptan Aziz"]),
        ("Two tankers are missing. One of them, the Suhaila, was last seen off Duqm.", ["Suhaila"]),
        ("They took the barge Ida in May and the Ella off Brest in June.", ["Ida", "Ella"]),
    ],
)
def test_a_name_is_a_ships_where_the_words_beside_it_say_so(body, names):
    assert called(body) == names


@pytest.mark.parametrize(
    "body",
    [
        "The Kremlin said that the tanker was Greek.",
        "The tanker flew the flag of the Cook Islands.",
        "A tanker sank. The Red Crescent treated the crew in Aden.",
        "Rebels took the Golan after the ship had left.",
        "The captain of Real Madrid joined the Warriors.",
        "Ships belonging to the Houthis sailed through the Red Sea.",
        "The tanker Greece seized last year is back in Piraeus.",
    ],
)
def test_bodies_peoples_and_lands_are_no_ships(body):
    assert called(body) == []


def test_what_a_ship_is_called_belongs_to_its_words():
    (event,) = events("The frigate Alsace docked at Larnaca on Monday.")
    assert [(asset.name, asset.span.text) for asset in event.assets] == [("frigate", "frigate Alsace")]


def test_a_ship_told_by_its_name_alone_is_one_ship():
    told = events("The tanker Orla Maid is Greek. The Orla Maid left Bari for Split on Monday.")
    assets = [asset for event in told for asset in event.assets if event.type.value == "depart"]
    assert [(asset.name, asset.category, asset.min, asset.max) for asset in assets] == [("Orla Maid", "ship", 1, 1)]
