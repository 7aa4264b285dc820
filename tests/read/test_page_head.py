"""Heads of pages that were copied whole: long menus, several fields on a line, dates in numbers."""

import pytest

from reportedly.read import read_text

BODY = (
    "Two ferries collided outside the harbour of Larn on Tuesday and both were towed in, the coast guard said.\n"
    "Nobody was hurt, a spokesman told reporters, adding that the ferries would be inspected before they sail again.\n"
    "The harbour master had warned the owner in May that the older ferry steered badly in a strong westerly wind.\n"
    "Some 400 passengers were put up for the night in a school hall that looks out over the inner harbour of Larn."
)
MENU = "Skip to navigation\nPrint offers\nJobs board\nSign in\nNews\nOpinion\nSport\nCulture\nShow more\nWorld\nEurope\nSea"
SITE = "Larn Post\n" + MENU
TITLE = "Ferries collide outside Larn harbour"


def page(head, foot=""):
    return f"{head}\n{BODY}\n{foot}\nTerms\nPrivacy\nHelp\n"


def test_a_headline_below_a_long_menu_is_found_above_its_standfirst():
    standfirst = "Coast guard tows both in; 400 passengers spend the night in a school hall above the inner harbour"
    report = read_text(page(f"{SITE}\n{TITLE}\n{standfirst}\nAda Lind in Larn\nTue 21 Jan 2025 16.37 GMT\nShare"))
    assert (report.title, report.published) == (TITLE, "2025-01-21T16:37+00:00")


def test_a_caption_is_no_headline():
    caption = "Two ferries lie in the harbour of Larn after both were towed in by the coast guard (Larn Post/Ada Lind)"
    report = read_text(page(f"{SITE}\n{TITLE}\nBy Ada Lind\n21 January 2025\n{caption}"))
    assert report.title == TITLE


def test_fields_may_stand_side_by_side():
    head = f"{TITLE}\n\nSource: Larn News Agency   Editor: jo   2025-01-21 22:47:15\n\n"
    report = read_text(head + BODY.replace("\n", "\n\n"))
    assert (report.publisher, report.editors, report.published) == ("Larn News Agency", ("jo",), "2025-01-21T22:47:15")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Issued on: 04/03/2026 - 18:42", "2026-03-04T18:42"),  # a clock of 24 hours goes with the day first
        ("Wednesday, 03/04/2026", "2026-03-04"),
        ("Friday, 03/04/2026", "2026-04-03"),
        ("03/04/2026", None),
        ("03/04/2026 6:42 PM", None),
        ("March 4, 20266:44 PM GMT+1Updated 3 hours ago", "2026-03-04"),
        ("Ada Lind Published March 4, 2026  Updated March 5, 2026 08:26am", "2026-03-04"),
    ],
)
def test_a_date_in_numbers_is_read_where_something_settles_its_order(line, published):
    assert read_text(f"{TITLE}\n{line}\n\n" + BODY.replace("\n", "\n\n")).published == published


def test_a_newsroom_that_no_list_knows_is_named_by_its_rights_and_its_page():
    report = read_text(page(f"{MENU}\nYou are reading Sandhaven Bulletin online\n{TITLE}\nBy Ada Lind\n21 January 2025",
                            "\n".join(f"Label {n}" for n in range(28)) + "\n© 2025 Sandhaven Bulletin Ltd"))  # fmt: skip
    assert report.publisher == "Sandhaven Bulletin"


def test_a_menu_of_news_is_no_publisher():
    report = read_text(page(f"Top News\n{MENU}\n{TITLE}\nBy Ada Lind\n21 January 2025"))
    assert report.publisher is None
