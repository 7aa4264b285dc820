"""Who wrote and edited it, from bylines and desk credits."""

import pytest

from reportedly.read import read_text
from reportedly.read.byline import Credit, read_byline, read_credit


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("By Ann Lee", ("Ann Lee",), None),
        ("By ANN LEE and BOB HALL, Associated Press", ("ANN LEE", "BOB HALL"), "AP"),
        ("Von Anna Müller und Karl de Vries", ("Anna Müller", "Karl de Vries"), None),
        ("By Reuters", (), "Reuters"),
        ("By Our Correspondent", (), None),
        ("By staff writers in Larn", (), None),
        ("Interview by Ann Lee", ("Ann Lee",), None),
        ("Author: Sinead O'Neill", ("Sinead O'Neill",), None),
    ],
)
def test_bylines(line, authors, agency):
    assert read_byline(line) == Credit(authors, (), agency)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the ferries were back at sea.",
        "Byron Hall",
        "By far the largest ship",
        "by the sea",
        "By now the staff",
    ],
)
def test_prose_is_no_byline(line):
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        (
            "(Reporting by Ann Lee in Tyre, Lebanon, and Bob Hall in Rome; editing by Cy Dee)",
            ("Ann Lee", "Bob Hall"),
            ("Cy Dee",),
        ),
        (
            "Reporting by Ann Lee; Additional reporting by Bob Hall; Writing by Eve Fox; Editing by Cy Dee and Al Roe",
            ("Ann Lee", "Bob Hall", "Eve Fox"),
            ("Cy Dee", "Al Roe"),
        ),
        (
            "- Reporting by: Ann Lee in Tyre and Bob Hall in Rome",
            ("Ann Lee", "Bob Hall"),
            (),
        ),
        ("- Editing by: Cy Dee", (), ("Cy Dee",)),
        (
            "Associated Press writers Ann Lee in Rome and Bob Hall in Larn contributed to this report.",
            ("Ann Lee", "Bob Hall"),
            (),
        ),
    ],
)
def test_desk_credits(line, authors, editors):
    credit = read_credit(line)
    assert (credit.authors, credit.editors) == (authors, editors)


def test_prose_about_reporting_is_no_credit():
    assert (
        read_credit(
            "Reporting by the newspaper had shown in May that the ferries were in a poor state and should not sail."
        )
        is None
    )


@pytest.mark.parametrize(
    ("head", "authors", "agency", "date"),
    [
        (
            "Karim Zaqirov & Olena Brenyk\nUpdated: 3 May 2024, 10:48 PM IST",
            ("Karim Zaqirov", "Olena Brenyk"),
            None,
            "2024-05-03",
        ),
        ("Writer: Ann Lee and Bob Hall (AFP)\nPublished: 3 May 2024", ("Ann Lee", "Bob Hall"), "AFP", "2024-05-03"),
        ("By Ann Lee Defence Editor\n3 May 2024", ("Ann Lee",), None, "2024-05-03"),
        ("By Ann Lee3 May 2024", ("Ann Lee",), None, "2024-05-03"),
        ("Posted on May 3, 2024 by Ann Lee", ("Ann Lee",), None, "2024-05-03"),
        ("PTI | Larn | Updated: May 03, 2024 14:20 IST", (), "PTI", "2024-05-03"),
        ("Ann Lee | 03.05.2024 - Update : 04.05.2024", ("Ann Lee",), None, "2024-05-03"),
        ("Middle East & North Africa\n3 May 2024", (), None, "2024-05-03"),
        ("Middle East | 3 May 2024", (), None, "2024-05-03"),
        ("Posted On: 03 MAY 2024 5:30PM by PIB Delhi", (), None, "2024-05-03T17:30"),
    ],
)
def test_a_head_names_its_authors_agency_and_day(head, authors, agency, date):
    body = (
        "Two ferries collided outside the harbour of Larn on Thursday night, the coast guard said, and nobody was hurt."
    )
    report = read_text(f"Two ferries collide off Larn\n\n{head}\n\n{body}\n\n{body.replace('Two', 'Three')}\n")
    assert (report.authors, report.agency, report.published) == (authors, agency, date)


def test_whoever_helped_to_report_is_an_author_too():
    assert read_credit("AFP and Dana Lee contributed to this report.").authors == ("Dana Lee",)
    assert read_credit("Ann Lee also contributed to this report.").authors == ("Ann Lee",)


def test_a_bio_below_a_report_names_its_editor():
    body = (
        "Two ferries collided outside the harbour of Larn on Thursday night, the coast guard said, and nobody was hurt."
    )
    report = read_text(
        f"Two ferries collide off Larn\nBy Ann Lee | May 3, 2024\n\n{body}\n\n{body}\n\n"
        "About the author: Ann Lee covers ports and ferries from Larn for us. Edited by Cy Dee."
    )
    assert report.editors == ("Cy Dee",)
    assert report.body.endswith("nobody was hurt.")
