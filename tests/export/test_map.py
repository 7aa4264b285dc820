import pytest

from reportedly.export.map import Spot, draw_map


def spot(name, lat, lon, radius_km=2.0):
    return Spot(key=name, name=name, lat=lat, lon=lon, radius_km=radius_km, claims=(1,))


def drawn(*spots, width=760, height=460):
    return draw_map(spots, width=width, height=height, font=13)


def test_no_places_give_no_map():
    assert drawn() is None


def test_pins_lie_inside_the_frame_and_north_is_up():
    chart = drawn(spot("Turku", 60.45, 22.27), spot("Tallinn", 59.44, 24.75))
    assert all(0 < pin.x < chart.width and 0 < pin.y < chart.height for pin in chart.pins)
    turku, tallinn = chart.pins
    assert turku.y < tallinn.y
    assert turku.x < tallinn.x


def test_labels_never_cover_one_another():
    chart = drawn(*(spot(f"Harbour {n}", 59.4 + n * 0.004, 24.7 + n * 0.006) for n in range(14)))
    boxes = [pin.label.box for pin in chart.pins if pin.label] + [label.box for label in chart.countries]
    assert len(boxes) > 3
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]


def test_a_place_far_off_does_not_shrink_the_map():
    near = [spot(f"Quay {n}", 45.6 + n * 0.05, 13.7) for n in range(4)]
    chart = drawn(*near, spot("Lima", -12.05, -77.04))
    ((far, words),) = chart.outside
    assert far.name == "Lima"
    assert words == "beyond the map, 11,018 km west of Quay 0"
    assert len(chart.pins) == 4


def test_a_country_does_not_decide_what_the_map_shows():
    chart = drawn(spot("Norway", 62.0, 10.0, 600.0), spot("Bergen", 60.39, 5.32))
    assert [pin.spot.name for pin in chart.pins] == ["Bergen"]
    ((area, words),) = chart.outside
    assert (area.name, words) == ("Norway", "an area, not a spot: not drawn")


def test_precision_is_drawn_only_where_it_can_be_seen():
    chart = drawn(spot("Vague", 60.0, 5.0, 80.0), spot("Sharp", 61.0, 6.0, 0.2))
    assert [pin.reach is not None for pin in chart.pins] == [True, False]


@pytest.mark.parametrize(("lat", "lon"), [(90, 0), (-90, 0), (0, 180), (0, -180), (71.0, 179.99)])
def test_the_ends_of_the_earth_can_be_drawn(lat, lon):
    assert drawn(spot("End", lat, lon), width=358, height=380).pins
