"""Directions and distances."""

from __future__ import annotations

import pytest

from reportedly.analyse.direction import shift, shift_to_part
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
