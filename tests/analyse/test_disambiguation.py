"""Which of several places of a name is meant."""

from __future__ import annotations

import pytest
from tests.analyse.test_toponym import near, places


def test_a_list_of_states_holds_states():
    found = places("Cases were found in Florida, Georgia, Texas and Washington.")
    assert {found[name].kind for name in ("Florida", "Georgia", "Texas", "Washington")} == {"province"}
    assert found["Georgia"].country == "US"


def test_a_list_of_countries_holds_countries():
    found = places("The drive covers Ghana, Niger, Nigeria and Togo.")
    assert (found["Niger"].kind, found["Niger"].country) == ("country", "NE")


def test_what_holds_a_town_is_the_one_that_has_it():
    assert places("He was flown to Atlanta, Georgia.")["Georgia"].country == "US"
    assert places("He was flown to Tbilisi, Georgia.")["Georgia"].country == "GE"


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("A boat sank off Tripoli, in northern Lebanon.", "Tripoli", "LB"),
        ("A boat sank off Tripoli in Libya.", "Tripoli", "LY"),
        ("The mill in Cambridge in Canada is shut.", "Cambridge", "CA"),
        ("England's oldest press is in Cambridge.", "Cambridge", "GB"),
    ],
)
def test_what_is_said_to_hold_a_town_decides_loosely_too(body, name, country):
    assert places(body)[name].country == country


def test_a_namesake_elsewhere_is_no_stand_in_for_a_town_that_is_held():
    place = places("Police in Stroud, Ontario, found the car.")["Stroud"]
    assert place.lat is None or place.country == "CA"


@pytest.mark.parametrize("name", ["St Seachnails Church", "Bambino Gesu Hospital"])
def test_a_building_that_is_not_known_lies_in_the_town_that_is_said_to_hold_it(name):
    place = places(f"The concert was held at {name} in Valletta, Malta.").get(name)
    assert place is not None
    assert (place.kind, place.gazetteer_id, place.name) == ("facility", None, name)
    assert near(place, 35.9, 14.51)


def test_a_building_of_another_town_is_no_stand_in():
    place = places("He died at the Royal Alexandra Hospital in Paisley, Scotland.")["Royal Alexandra Hospital"]
    assert place.lat is None or near(place, 55.84, -4.42)


def test_a_base_is_meant_where_aircraft_take_off_or_land():
    assert near(places("Two bombers took off from Hmeimim.")["Hmeimim"], 35.4, 35.95)
    assert near(places("Refuelling planes landed at Moron and Ramstein.")["Moron"], 37.17, -5.61)


def test_a_capital_city_is_meant_by_its_name_and_not_its_province():
    assert places("Residents of Timbuktu in Mali fled.")["Timbuktu"].kind == "city"


def test_every_placed_name_says_how_sure_its_place_is():
    found = places("Shells hit Kharkiv in Ukraine, and Russian troops left Qorvashtun.")
    assert found["Kharkiv"].score is not None
    assert 0.9 < found["Kharkiv"].score <= 1.0
    assert all(place.score is None for place in found.values() if place.lat is None)
    assert found["Russian"].score is None  # by a rule


def test_an_ambiguous_name_is_less_sure_than_one_that_is_held():
    alone = places("A storm hit Springfield overnight.")["Springfield"]
    held = places("A storm hit Springfield, Illinois, overnight.")["Springfield"]
    assert held.score is not None
    assert alone.score is None or alone.score < held.score


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        ("Rebels cut the highway linking Homs to Hama in Syria.", {"Homs", "Hama"}),
        ("A patrol was hit on the road from Mosul to Erbil.", {"Mosul", "Erbil"}),
        ("Lorries queued on the M5 highway between Damascus and Aleppo.", {"Damascus", "Aleppo"}),
        ("Engines are shipped to Rostov-on-Don via the Caucasus.", {"Rostov-on-Don", "Caucasus"}),
    ],
)
def test_the_ends_of_a_way_are_places_with_points(body, ends):
    found = places(body)
    assert ends <= {name for name, place in found.items() if place.use.value == "literal" and place.lat is not None}


def test_what_is_near_a_town_may_be_out_of_it():
    near_it = places("A drone fell near Kharkiv in Ukraine.")["Kharkiv"]
    in_it = places("A drone fell in Kharkiv in Ukraine.")["Kharkiv"]
    assert near_it.radius_km is not None
    assert in_it.radius_km is not None
    assert near_it.radius_km >= max(10.0, in_it.radius_km)


def test_a_distance_without_a_direction_widens_the_place():
    place = places("The tanker was hit about 20 miles off the coast of Oman.")["Oman"]
    assert place.offset is None
    assert place.radius_km is not None
    assert place.radius_km > 32


def test_what_the_tagger_knows_whole_is_one_name():
    assert "Dar es Salaam" in places("They met in Dar es Salaam, Tanzania.")
    found = places("Votes were cast in Guinea, Côte d'Ivoire and Togo.")
    assert found["Côte d'Ivoire"].country == "CI"


def test_a_body_keeps_the_noun_that_is_its_own():
    assert "Denver" in places("They brought their suit before Denver District Judge Robert Hyatt.")


def test_what_stands_behind_the_village_of_is_a_place():
    assert "Cellardyke" in places("A swan was found in the village of Cellardyke in Fife, Scotland.")


def test_a_city_that_is_much_of_its_state_is_meant_by_the_bare_name():
    assert places("The envoy met reporters in New York on Monday.")["New York"].kind == "city"
    assert places("The envoy met reporters in Oklahoma on Monday.")["Oklahoma"].kind == "province"
    found = places("Cases were found in Florida, Georgia, New York and Texas.")
    assert found["New York"].kind == "province"


def test_a_town_of_our_own_is_meant_before_the_region_that_bears_its_name():
    assert places("A convoy left Jalal-Abad on Monday, Kyrgyzstan said.")["Jalal-Abad"].kind == "city"
    found = places("The governor of Jalal-Abad Region in Kyrgyzstan left on Monday.")
    assert found["Jalal-Abad Region"].kind == "province"


def test_a_noun_tells_a_name_apart_that_is_as_short_as_a_small_word():
    assert near(places("They fled to the coastal town of Ye, an aid worker in Myanmar said.")["Ye"], 15.25, 97.86)
    assert "Ye" not in places("Ye Olde Inn, the landlord said, is closed on Monday.")


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("The barge left Galati in Romania for the Egyptian port of Alexandria.", "Alexandria", "EG"),
        ("Ferries left the Lebanese coastal city of Tripoli for Izmir.", "Tripoli", "LB"),
        ("Ferries left the Libyan city of Tripoli for Izmir.", "Tripoli", "LY"),
        ("A shell hit the Russian-held port of Sevastopol.", "Sevastopol", "UA"),
    ],
)
def test_a_peoples_name_before_the_noun_tells_the_country(body, name, country):
    assert places(body)[name].country == country


def test_a_places_name_before_the_noun_holds_the_town():
    found = places("Boats from the Palawan town of Quezon were chased.")
    assert near(found["Quezon"], 9.24, 118.03)
    assert found["Palawan"].kind == "island"
    found = places("Shells hit the Rimal neighbourhood of Gaza City on Monday.")
    assert near(found["Rimal"], 31.52, 34.45)


def test_a_town_in_a_compound_may_stand_behind_an_article():
    assert near(places("She works for the Geneva-based institute.")["Geneva"], 46.2, 6.15)
    assert places("She drinks the Geneva.").get("Geneva") is None or not places("She drinks the Geneva.")["Geneva"].lat
