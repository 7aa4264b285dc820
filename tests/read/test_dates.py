"""Dates as pages and fields print them."""

import pytest

from reportedly.read.dates import find_date, read_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:32:00+03:00", "2024-05-03T10:32:00+03:00"),
        ("2024-05-03T23:30:00Z", "2024-05-03T23:30:00Z"),
        ("Fri, 03 May 2024 10:32:00 +0300", "2024-05-03T10:32:00+03:00"),
        ("3 May 2024", "2024-05-03"),
        ("May 3rd, 2024 at 3 p.m. EST", "2024-05-03T15:00-05:00"),
        ("Freitag, 3. Mai 2024, 10:32 Uhr", "2024-05-03T10:32"),
        ("3 mai 2024 à 10h32", "2024-05-03T10:32"),
        ("03.05.2024", "2024-05-03"),
        ("Updated 4:12 PM CDT, Friday, May 3, 2024", "2024-05-03T16:12"),
        ("09:12, 3 MAY 2024", "2024-05-03T09:12"),
        ("10:32 GMT · 3 May 2024", "2024-05-03T10:32+00:00"),
        ("Ratio 10:32 in the poll of 3 May 2024", "2024-05-03"),
        ("05/23/2024", "2024-05-23"),
        ("03/05/2024", None),
        ("31 February 2024", None),
        ("May 3", None),
        ("", None),
    ],
)
def test_a_printed_date_keeps_what_was_printed(printed, iso):
    assert read_date(printed) == iso


def test_a_date_in_a_line_is_found_with_its_place():
    found = find_date("Published: 3 May 2024 | News")
    assert ("Published: 3 May 2024 | News"[found.start : found.end], found.iso) == ("3 May 2024", "2024-05-03")
