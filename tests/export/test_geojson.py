import json
from dataclasses import replace

import pytest

from reportedly.export.geojson import write_geojson

from . import factory


def written(dossier):
    return json.loads(write_geojson(dossier))


def test_the_reference_types_take_what_is_placed_and_what_is_not(dossier):
    models = pytest.importorskip("geojson_pydantic", reason="types of RFC 7946, for this test alone")
    collection = written(dossier)
    placed = models.FeatureCollection(**collection)
    unplaced = [models.Feature(**feature) for feature in collection["unplaced"]]
    assert len(placed.features) > 20
    assert unplaced
    assert all(feature.geometry is None for feature in unplaced)


def test_points_are_longitude_first():
    site = written(factory.dossier())["features"][0]
    assert site["geometry"] == {"type": "Point", "coordinates": [13.77, 45.65]}


def test_a_site_says_how_exactly_it_is_known_and_what_is_said_of_it():
    site = written(factory.dossier())["features"][0]
    assert site["properties"]["precision"] == {"kind": "unknown", "radius_km": 3.0}
    assert [seen["claim"] for seen in site["properties"]["present"]] == ["cla-fire"]


def test_the_kind_of_place_is_the_gazetteers(dossier):
    beira = next(f for f in written(dossier)["features"] if f["properties"]["name"] == "Beira")
    assert beira["properties"]["precision"]["kind"] == "city"
    assert beira["properties"]["precision"]["radius_km"] > 0


def test_an_event_carries_its_words_its_report_and_its_claims():
    (event,) = [f for f in written(factory.dossier())["features"] if f["properties"]["kind"] == "event"]
    told = event["properties"]
    assert told["quote"]["text"] == "At least two crew members were hurt"
    assert (told["report"], told["claims"][0]["id"]) == ("rep-a-wire", "cla-hurt")
    assert told["time"]["start"] == "2024-03-03"


def without_point(given):
    place = replace(given.picture.sites[0].place, lat=None, lon=None)
    return replace(given, picture=replace(given.picture, sites=(replace(given.picture.sites[0], place=place),)))


def test_what_has_no_point_is_listed_apart_with_null_geometry():
    collection = written(without_point(factory.dossier()))
    assert [(f["geometry"], f["properties"]["name"]) for f in collection["unplaced"]] == [(None, "Trieste")]
    assert all(feature["properties"]["kind"] == "event" for feature in collection["features"])


def test_a_point_off_the_globe_is_no_point():
    given = factory.dossier()
    site = given.picture.sites[0]
    off = replace(site, place=replace(site.place, lat=91.0))
    assert len(written(replace(given, picture=replace(given.picture, sites=(off,))))["unplaced"]) == 1


def test_an_event_that_only_tells_where_it_went_is_put_there():
    given = factory.dossier()
    wire = given.picture.reports[0]
    first, *rest = given.readings
    there = factory.place(wire, "Koper", 45.55, 13.73)
    moved = replace(first, events=(replace(first.events[0], place=None, destination=there),))
    (event,) = [
        f for f in written(replace(given, readings=(moved, *rest)))["features"] if f["properties"]["kind"] == "event"
    ]
    assert event["properties"]["role"] == "destination"
    assert event["geometry"]["coordinates"] == [13.73, 45.55]
