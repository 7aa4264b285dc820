"""The gazetteer as shipped."""

from __future__ import annotations

import pytest

from reportedly.analyse.gazetteer import country_entry, look_up, look_up_romanised
from reportedly.event import distance_km


def test_a_place_is_found_whatever_the_case_and_the_marks():
    assert look_up("SAO PAULO")[0].id == look_up("São Paulo")[0].id


def test_ids_of_geonames_are_printed_as_such_and_ours_are_not():
    damascus = next(entry for entry in look_up("Damascus") if entry.capital)
    assert damascus.gazetteer_id == "geonames:170654"
    assert all(entry.gazetteer_id is None for entry in look_up("Alawite Mountains"))


def test_another_romanisation_finds_the_place_and_an_unlike_word_does_not():
    assert [entry.country for entry in look_up_romanised("Slaviansk")] == ["UA"]
    assert look_up_romanised("Strengths") == ()


def test_names_of_no_letters_find_nothing():
    assert look_up("") == look_up("...") == look_up_romanised("?") == ()


def test_every_country_with_people_has_a_point():
    for code in ("SY", "RU", "UA", "LY", "IL", "PS", "SD", "US", "XK"):
        entry = country_entry(code)
        assert entry is not None
        assert entry.lat is not None


def test_rows_added_to_our_tables_after_the_file_was_built_are_found_too():
    (entry,) = [entry for entry in look_up("Attari-Wagah") if entry.kind == "crossing"]
    assert (entry.name, entry.country, entry.gazetteer_id) == ("Wagah", "PK", None)
    assert len(look_up("Hmeimim Air Base")) == len({entry.id for entry in look_up("Hmeimim Air Base")})


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon"),
    [
        ("Dyagilevo airfield", "base", 54.65, 39.57),
        ("Bushehr nuclear plant", "facility", 28.83, 50.89),
        ("Evin jail", "facility", 35.8, 51.39),
        ("Torkham border crossing", "crossing", 34.12, 71.09),
        ("Port of Odessa", "port", 46.48, 30.72),
        ("Odesa Oblast", "province", 46.1, 30.0),
        ("Kursk region", "province", 51.7, 36.2),
    ],
)
def test_a_place_goes_by_the_nouns_that_reports_call_it_by(name, kind, lat, lon):
    found = [entry for entry in look_up(name) if entry.kind == kind and entry.lat is not None and entry.lon is not None]
    assert found
    assert distance_km((found[0].lat, found[0].lon), (lat, lon)) < 60


def test_a_port_does_not_go_by_its_towns_name_alone():
    assert "port" not in {entry.kind for entry in look_up("Valparaiso")}


@pytest.mark.parametrize("name", ["Global North", "the West", "Western world"])
def test_what_is_no_point_has_none(name):
    assert [(entry.lat, entry.lon) for entry in look_up(name) if entry.kind == "no_point"] == [(None, None)]


def test_a_russian_spelling_finds_the_ukrainian_village():
    assert [entry.name for entry in look_up_romanised("Vynogradiv")] == ["Vynohradiv"]


def test_a_persian_name_is_found_without_what_joins_its_words():
    assert {entry.name for entry in look_up("Pul Khumri")} >= {"Pul-e Khumri"}
    assert {entry.name for entry in look_up("Pul-i-Khumri")} >= {"Pul-e Khumri"}
