from dataclasses import replace

import pytest
from tests.analyse.told import report

from reportedly.analyse.parse import parse
from reportedly.analyse.time_zone import local_day, zone_of
from reportedly.analyse.when import find_times
from reportedly.report import Dateline


@pytest.mark.parametrize(
    ("published", "place", "day"),
    [
        ("2024-12-14T01:30:00Z", "WASHINGTON", "2024-12-13"),
        ("2024-12-14T01:30:00+00:00", "BEIRUT", "2024-12-14"),
        ("2024-12-13T22:30:00Z", "KYIV, Ukraine", "2024-12-14"),
        ("2024-12-13T18:00:00-05:00", "SEOUL, South Korea", "2024-12-14"),
        ("2024-12-14T01:30:00Z", "DENVER, Colo.", "2024-12-13"),
        ("2024-12-14", "WASHINGTON", "2024-12-14"),
        ("2024-12-14T01:30:00", "WASHINGTON", "2024-12-14"),
        ("2024-12-14T01:30:00Z", None, "2024-12-14"),
        ("2024-12-14T01:30:00Z", "NOWHERESVILLE", "2024-12-14"),
        ("0001-01-01T00:00:00Z", "WASHINGTON", "0001-01-01"),
    ],
)
def test_the_day_is_that_of_the_datelines_place(published, place, day):
    assert local_day(published, place).isoformat() == day


@pytest.mark.parametrize("place", ["RUSSIA", "UNITED STATES", "", "the Atlantic Ocean"])
def test_a_country_of_several_zones_has_none(place):
    assert zone_of(place) is None


def test_yesterday_is_counted_in_the_datelines_zone():
    read = replace(
        report("WASHINGTON - The base was hit yesterday.", published="2024-12-14T01:30:00Z"),
        dateline=Dateline(place="WASHINGTON", span=None),
    )
    assert [time.value for time in find_times(read, parse(read))] == ["2024-12-12"]


def test_no_date_has_no_day():
    assert local_day(None, "WASHINGTON") is None
