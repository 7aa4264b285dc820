"""Places of our own table: told by rare names, by whole ones, and by their town's where aircraft or warships are told of."""

import pytest

from reportedly.analyse.parse import parse
from reportedly.analyse.toponym import find_places
from reportedly.event import distance_km
from reportedly.read import read_text


def placed(body, name):
    report = read_text(body, as_is=True)
    start = body.index(name)
    found = find_places(report, parse(report))
    return next((one for one in found if one.span.start < start + len(name) and start < one.span.end), None)


@pytest.mark.parametrize(
    ("body", "name", "lat", "lon"),
    [
        ("Torkham has been closed since Friday.", "Torkham", 34.12, 71.09),
        ("Kerem Shalom was reopened on Sunday.", "Kerem Shalom", 31.23, 34.28),
        ("The battle of Avdiivka lasted for months.", "Avdiivka", 48.14, 37.74),
        ("Shells hit Zalambessa on Monday.", "Zalambessa", 14.53, 39.40),
        ("The ship was seen off Greater Tunb on Monday.", "Greater Tunb", 26.26, 55.31),
        ("The tanker had left Khalifa Port on Sunday.", "Khalifa Port", 24.81, 54.66),
        ("Migrants landed on Gavdos on Sunday.", "Gavdos", 34.84, 24.09),
        ("The trawler was held off Oland on Sunday.", "Oland", 56.75, 16.65),
        ("Shells fell near Ain Zara on Sunday.", "Ain Zara", 32.80, 13.29),
        ("Lorries queued at Torugart Pass on Monday.", "Torugart Pass", 40.55, 75.39),
        ("The cutter was seen off Amboyna Cay on Monday.", "Amboyna Cay", 7.90, 112.92),
        ("A rig was towed to South Luconia Shoals on Monday.", "South Luconia Shoals", 5.05, 112.62),
        ("Rebels seized Hpasawng on Sunday.", "Hpasawng", 18.87, 97.31),
        ("Lorries were held at Trebil on Sunday, Iraq said.", "Trebil", 32.55, 39.02),
    ],
)
def test_a_rare_name_of_our_table_is_a_place(body, name, lat, lon):
    found = placed(body, name)
    assert found is not None
    assert distance_km((found.lat, found.lon), (lat, lon)) < 8


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("U.S. drones have left Air Base 201.", "Air Base 201"),
        ("Three soldiers were killed at Tower 22 on Sunday.", "Tower 22"),
        ("Two frigates left Krk LNG terminal on Monday.", "Krk LNG terminal"),
        ("Tunnels collapsed at Punggye-ri on Sunday.", "Punggye-ri"),
        ("Agents searched Mar-a-Lago on Monday.", "Mar-a-Lago"),
        ("Drones struck Isfahan 8th Air Base overnight.", "Isfahan 8th Air Base"),
        ("Jets are parked at CFB Cold Lake this week.", "CFB Cold Lake"),
    ],
)
def test_figures_and_small_words_are_a_part_of_a_whole_name(body, name):
    found = placed(body, name)
    assert found is not None
    assert found.span.text == name
    assert found.lat is not None


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("The destroyer sailed west for Rota on Friday.", "Rota", "base"),
        ("The workers were taken to Rota, Spain, by bus.", "Rota", "city"),
        ("Two Tu-95 bombers landed at Ukrainka on Sunday.", "Ukrainka", "base"),
        ("A depot that serves the bomber base at Mozdok was burning.", "Mozdok", "base"),
        ("A missile came down near Nevatim on Tuesday.", "Nevatim", "base"),
        ("Three corvettes have been berthed at Ream since January.", "Ream", "base"),
        ("Police in Ream, Cambodia, arrested two men.", "Ream", "city"),
        ("The plane landed at Comalapa on Monday.", "Comalapa", "airport"),
        ("Police at Schiphol held two men.", "Schiphol", "airport"),
        ("He flew from Paris to London on Monday.", "London", "city"),
    ],
)
def test_a_base_is_meant_by_its_towns_name_where_the_words_speak_of_one(body, name, kind):
    found = placed(body, name)
    assert found is not None
    assert found.kind == kind


def test_a_given_name_and_a_surname_are_no_places_of_ours():
    assert placed("Ibrahim Khalil said that he would resign.", "Ibrahim Khalil") is None
    assert placed("Omar Lyman, a plumber, said that he would resign.", "Lyman") is None


@pytest.mark.parametrize(
    ("body", "name", "lat", "lon"),
    [
        ("The tanker was seen off Khor Fakkan on Thursday.", "Khor Fakkan", 25.33, 56.34),
        ("The team is expected in Mazar-i-Sharif on Friday.", "Mazar-i-Sharif", 36.71, 67.11),
    ],
)
def test_a_name_of_several_words_is_found_in_another_romanisation(body, name, lat, lon):
    found = placed(body, name)
    assert found is not None
    assert found.span.text == name
    assert distance_km((found.lat, found.lon), (lat, lon)) < 8


def test_a_persons_name_in_the_romanisation_of_a_town_is_no_place():
    assert placed("The mayor sat near Mohammad Hassan on Friday.", "Mohammad Hassan") is None
