"""Who wrote and edited it, from bylines and desk credits."""

import pytest

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
