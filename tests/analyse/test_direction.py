"""Directions and distances."""

from __future__ import annotations

import pytest

from reportedly.analyse.direction import find_distance, find_offset, find_part, lies_around, shift, shift_to_part
from reportedly.event import Offset


@pytest.mark.parametrize(
    ("bearing", "lat", "lon"), [(0.0, 0.8993, 0.0), (90.0, 0.0, 0.8993), (180.0, -0.8993, 0.0), (270.0, 0.0, -0.8993)]
)
def test_a_point_moves_along_its_bearing(bearing, lat, lon):
    assert shift(0.0, 0.0, Offset(km=100.0, bearing=bearing)) == pytest.approx((lat, lon), abs=1e-3)


def test_a_point_that_crosses_the_date_line_stays_within_180_degrees():
    assert shift(0.0, 179.9, Offset(km=100.0, bearing=90.0))[1] == pytest.approx(-179.2, abs=0.01)


def test_a_part_lies_within_the_whole_and_is_smaller():
    lat, _, radius = shift_to_part(35.0, 38.0, 240.0, 0.0)
    assert 35.5 < lat < 37.0
    assert radius < 240.0


@pytest.mark.parametrize(
    ("words", "km", "bearing"),
    [
        ("about 13 km northwest of ", 13.0, 315.0),
        ("200 nautical miles east of ", 370.4, 90.0),
        ("eight kilometres south of ", 8.0, 180.0),
        ("a dozen miles north-east of the town of ", 19.31, 45.0),
        ("20 km (12 miles) to the west of ", 20.0, 270.0),
        ("half a mile due south of the ", 0.8, 180.0),
    ],
)
def test_a_distance_with_a_direction_is_read(words, km, bearing):
    assert find_offset(words) == Offset(km=km, bearing=bearing)


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("about 20 miles off the coast of ", 32.19),
        ("some 40 nautical miles off ", 74.08),
        ("5 km from ", 5.0),
        ("30 km outside the city of ", 30.0),
        ("miles off ", None),
        ("he took 5 from ", None),
    ],
)
def test_a_distance_without_a_direction_is_read(words, km):
    assert find_distance(words) == km


@pytest.mark.parametrize("words", ["just north of ", "near ", "outside ", "off the coast of ", "on the outskirts of "])
def test_what_is_near_a_place_lies_around_it(words):
    assert lies_around(f"A drone fell {words}")


@pytest.mark.parametrize("words", ["in ", "from ", "to the port of ", "north "])
def test_what_is_in_a_place_does_not_lie_around_it(words):
    assert not lies_around(f"A drone fell {words}")


@pytest.mark.parametrize(
    ("words", "bearing"),
    [
        ("in northern ", 0.0),
        ("in the north-east of ", 45.0),
        ("the southern part of ", 180.0),
        ("ten miles north of ", None),
    ],
)
def test_a_part_is_told_by_an_adjective_or_by_the_north_of(words, bearing):
    assert find_part(words) == bearing
