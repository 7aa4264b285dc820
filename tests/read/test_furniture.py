"""What is cut from plain text, under which name, and what must never be."""

import pytest

from reportedly.read import read_text
from reportedly.report import Completeness, CutKind, DateBasis, NoticeKind

LEAD = "Two ferries collided outside the harbour of Larn on Tuesday and both were towed in, the coast guard said."
REST = "Nobody was hurt, a spokesman told reporters, adding that the ferries would be inspected before they sail."


def kinds(report):
    return {cut.kind for cut in report.cut}


def test_a_dated_header_a_byline_block_and_credits_are_read_and_cut():
    report = read_text(
        f" date 2024-05-03 Ferries collide off Larn, coast guard says\n\nAnn Lee and Bob Hall\n·3 min read\n\nBy Ann Lee and Bob Hall\n\n"
        f"LARN, Norland (Reuters) - {LEAD}\n\n{REST}\n\n(Reporting by Ann Lee in Larn, Norland and Bob Hall in Oslo; editing by Cy Dee)"
    )
    assert report.title == "Ferries collide off Larn, coast guard says"
    assert (report.published, report.published_basis) == ("2024-05-03", DateBasis.HEADER)
    assert (report.authors, report.editors, report.agency) == (("Ann Lee", "Bob Hall"), ("Cy Dee",), "Reuters")
    assert report.body == f"LARN, Norland (Reuters) - {LEAD}\n\n{REST}"
    assert report.dateline.place == "LARN, Norland"
    assert report.dateline.span.check(report.body)
    assert kinds(report) == {CutKind.BYLINE, CutKind.CREDITS}


def test_a_list_of_other_stories_is_cut_and_its_stories_are_kept_as_links():
    report = read_text(
        f"{LEAD}\n\n{REST}\n\nLatest Stories\n\n  • Mayor of Larn resigns\n\n    The mayor resigned on Monday. A vote follows in June.\n\n"
        "  • Storm warning for the coast\n\n  • New bridge opens at last\n\n    It took ten years."
    )
    assert report.body == f"{LEAD}\n\n{REST}"
    assert [(link.title, link.summary is not None) for link in report.links] == [
        ("Mayor of Larn resigns", True),
        ("Storm warning for the coast", False),
        ("New bridge opens at last", True),
    ]
    assert kinds(report) == {CutKind.RELATED_STORIES}


def test_teasers_in_whole_paragraphs_below_a_heading_are_cut():
    report = read_text(f"{LEAD}\n\n{REST}\n\nLatest Stories\n\n{REST} The mayor resigned.\n\n{LEAD} A storm is near.")
    assert report.body == f"{LEAD}\n\n{REST}"


def test_a_report_goes_on_after_stories_listed_in_its_middle():
    report = read_text(
        f"{LEAD}\n\n{REST}\n\nRelated stories\n\nMayor of Larn resigns\n\n{REST} It said so.\n\n{LEAD} It was."
    )
    assert report.body == f"{LEAD}\n\n{REST}\n\n{REST} It said so.\n\n{LEAD} It was."


def test_a_newsletter_box_is_cut_and_names_no_publisher():
    report = read_text(
        f"{LEAD}\n{REST}\nDiscover more from Harbour Watch | Ships and Ports\nSubscribe to get the latest posts sent to your email."
    )
    assert report.body == f"{LEAD}\n{REST}"
    assert report.publisher is None
    assert kinds(report) == {CutKind.PROMOTION}


@pytest.mark.parametrize(
    "line",
    [
        "“It was luck.”",
        "FERRIES",
        "'No comment,' he said.",
        "What happens next",
        "- the first ferry was the older one",
        "• the second carried 40 cars",
        "She would sign up for the lifeboat service, she said.",
        "Reporting by the newspaper had shown in May that the ferries were in a poor state and should not sail.",
    ],
)
def test_short_lines_within_a_report_stay(line):
    text = f"{LEAD}\n\n{REST}\n\n{line}\n\n{LEAD}\n\n{REST}"
    assert read_text(text).body == text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Corrects the number of ferries in paragraph 2 to two, not three)", NoticeKind.CORRECTION),
        ("This story has been corrected to say that the ferry is 20 years old.", NoticeKind.CORRECTION),
        ("Editor's note: The company is a sponsor of this newspaper.", NoticeKind.EDITOR_NOTE),
        ("Editor's note: This story has been retracted. The coast guard was mistaken.", NoticeKind.RETRACTION),
        ("Editor's note: This story was updated to add a statement.", NoticeKind.UPDATE),
        ("This interview has been edited for length and clarity.", NoticeKind.EDITOR_NOTE),
        ("This article was updated to add a statement by the coast guard.", NoticeKind.UPDATE),
        ("This article has been retracted because its source could not be confirmed.", NoticeKind.RETRACTION),
    ],
)
def test_notices_are_listed_and_stay_in_the_body(line, kind):
    report = read_text(f"{LEAD}\n\n{REST}\n\n(Reporting by Ann Lee; editing by Cy Dee)\n\n{line}")
    assert [(notice.kind, notice.text) for notice in report.notices] == [(kind, line)]
    assert report.body.endswith(line)


@pytest.mark.parametrize(
    ("tail", "completeness"),
    [
        ("", Completeness.FULL),
        ("\n\nContinue reading", Completeness.TRUNCATED),
        ("\n\nSubscribe to continue reading this story.", Completeness.TRUNCATED),
        (" The company that owns both of the ships said that it had not yet", Completeness.TRUNCATED),
        (" The company […]", Completeness.TRUNCATED),
    ],
)
def test_completeness_is_told_from_how_the_text_ends(tail, completeness):
    assert read_text(f"{LEAD}\n\n{REST} {LEAD}\n\n{REST} {REST}{tail}").completeness is completeness


def test_a_flash_is_neither_full_nor_truncated():
    assert read_text("Two ferries have collided off Larn.").completeness is Completeness.UNKNOWN


def test_a_copied_page_is_reduced_to_its_report():
    menu = "\n\n".join("Home News Sport Weather Politics World Business Culture Travel Jobs Cars Login".split())
    report = read_text(
        f"Ferries collide off Larn | Larn Post\n\n{menu}\n\nFerries collide off Larn\n\nBy Ann Lee\n\n3 May 2024, 10:32\n\n{LEAD}\n\n{REST}\n\n"
        f"“I saw the two ships turn,” said Bob Hall, who was fishing from the pier when it happened, “and then they hit.”\n\n{REST} {LEAD}\n\n"
        "Share this article\n\nRelated stories\n\nMayor resigns\n\nStorm warning\n\nNew bridge\n\nContact us\n\nPrivacy policy\n\n© 2024 Larn Post"
    )
    assert report.body.startswith(LEAD)
    assert report.body.endswith(LEAD)
    assert "said Bob Hall" in report.body
    assert (report.title, report.published, report.authors) == (
        "Ferries collide off Larn",
        "2024-05-03T10:32",
        ("Ann Lee",),
    )


def test_line_ends_are_left_as_they_are():
    assert read_text(f"{LEAD}\r\n\r\nShare this article\r\n\r\n{REST}\r\n").body == f"{LEAD}\r\n\r\n{REST}"


def test_hard_wrapped_text_is_read_by_paragraph():
    wrapped = "\n".join(
        [
            "Two ferries collided outside the harbour of Larn on Tuesday, and both",
            "were towed in, the coast guard said. Nobody was hurt, and the ferries",
            "will be inspected before they sail again.",
            "",
            "The company that owns the two ships said that it would help with the",
            "inquiry, and that it had called its captains in. It gave no date for",
            "when the ships may sail again.",
        ]
    )
    assert read_text(wrapped).body == wrapped


def test_each_entry_of_a_live_blog_is_a_report():
    report = f"Ferry collision: live updates\n\n3 May 2024\n\n14:32 GMT\n\n{LEAD}\n\n13:10 GMT\n\n{REST}\n\n12:05 GMT\n\n{LEAD} {REST}"
    from reportedly.read.plain import read_plain
    from reportedly.read.told import Told

    entries = list(read_plain(report, Told(path="live.txt")))
    assert [entry.published for entry in entries] == [
        "2024-05-03T14:32+00:00",
        "2024-05-03T13:10+00:00",
        "2024-05-03T12:05+00:00",
    ]
    assert {entry.title for entry in entries} == {"Ferry collision: live updates"}
    assert len({entry.id for entry in entries}) == 3


MORE = f"{REST} A tug stood by, and a lifeboat from the next harbour had been called out as well."


@pytest.mark.parametrize("masthead", ["HARBOUR REVIEW", "Harbour & Quay — what ships carry", "Home > News > Larn"])
def test_a_headline_under_a_sites_name_is_the_title(masthead):
    headline = "Ferries collide outside Larn harbour and are towed in"
    report = read_text(f"{masthead}\nNews of the water, twice a week\n\n{headline}\n3 May 2024\n\n{LEAD}\n\n{MORE}")
    assert (report.title, report.published, report.body) == (headline, "2024-05-03", f"{LEAD}\n\n{MORE}")


def test_a_headline_in_capitals_is_no_sites_name():
    report = read_text(
        f"FERRIES COLLIDE OFF LARN\n\nCoast guard says ferries were towed into Larn harbour\n\n{LEAD}\n\n{MORE}"
    )
    assert report.title == "FERRIES COLLIDE OFF LARN"


@pytest.mark.parametrize(
    "closing",
    [
        "Was this summary useful? Yes / No",
        "Enjoyed this piece? Support us from 4 euros a month.",
        "You have liked this article? Receive the Larn letter every Friday.",
        "By copying of materials an active hyperlink to Larn Post is obligatory",
        "Reprint of materials is permitted only with an active link to the site.",
        "Found an error? Select it and press Ctrl+Enter.",
        "Tagged: ferries, harbours",
        "Topics in this article: Ferries | Larn",
        "Previous post: A pier too far",
        "© 2024 Larn Post",
        "You are receiving this because you signed up.",
    ],
)
def test_what_stands_below_a_closing_line_is_cut(closing):
    below = "Our ships have names.\n\nMORE IN HARBOURS\n\nMayor resigns at last\nA vote follows in June.\n\nA new pier for Larn\nIt took ten years to build."
    report = read_text(f"{LEAD}\n\n{MORE}\n\n{MORE}\n\n{closing}\n\n{below}")
    assert report.body == f"{LEAD}\n\n{MORE}\n\n{MORE}"
    assert [(link.title, link.summary) for link in report.links] == [
        ("Mayor resigns at last", "A vote follows in June."),
        ("A new pier for Larn", "It took ten years to build."),
    ]


def test_a_report_that_goes_on_below_a_closing_line_is_kept():
    text = f"{LEAD}\n\n{MORE}\n\n{MORE}\n\n{LEAD}\n\n{MORE}"
    assert read_text(text.replace(f"{MORE}\n\n{MORE}", f"{MORE}\n\nTags: ferries, harbours\n\n{MORE}")).body == text


def test_a_line_of_when_and_where_in_a_list_is_no_story():
    listed = "Read next\n\nMayor of Larn resigns\nPolitics · 2 hours ago\n\nA new pier for Larn\nHarbours · yesterday"
    report = read_text(f"{LEAD}\n\n{MORE}\n\n(Reporting by Ann Lee; editing by Cy Dee)\n\n{listed}")
    assert [link.title for link in report.links] == ["Mayor of Larn resigns", "A new pier for Larn"]


@pytest.mark.parametrize(
    ("masthead", "publisher"),
    [
        ("LARN COURIER\nHome > World > Sea", "Larn Courier"),
        ("Harbour Watch — ships | ports", "Harbour Watch"),  # told again below
    ],
)
def test_a_masthead_over_menus_names_the_publisher(masthead, publisher):
    report = read_text(f"{masthead}\nTwo ferries collide outside Larn harbour\n3 May 2024\n\n{LEAD}\n\n{REST}\n\n"
                       "Join the Harbour Watch WhatsApp community for news and updates.")  # fmt: skip
    assert (report.title, report.publisher) == ("Two ferries collide outside Larn harbour", publisher)
    assert report.body == f"{LEAD}\n\n{REST}"


def test_a_skip_link_is_no_headline():
    report = read_text(
        f"Skip to main content\nWorld\nBusiness\nTwo ferries collide outside Larn harbour\nMay 3, 2024\n\n{LEAD}\n\n{REST}"
    )
    assert report.title == "Two ferries collide outside Larn harbour"


@pytest.mark.parametrize(
    "line",
    [
        "Friday 3 May 2024 / Posted by the Larn team / Filed under: Ferries, Storms",
        "by Larn Desk — 3 May 2024 — 4 min — 37 comments",
    ],
)
def test_a_date_between_slashes_and_dashes_is_read(line):
    report = read_text(f"Two ferries collide outside Larn harbour\n{line}\n\n{LEAD}\n\n{REST}")
    assert (report.published, report.body) == ("2024-05-03", f"{LEAD}\n\n{REST}")


def test_a_line_with_a_name_and_a_post_is_a_byline():
    report = read_text(
        f"Two ferries collide outside Larn harbour\n\n3 May 2024\nAnna Lee, Larn correspondent, Oslo, and\nBob Hall, BBC\n\n{LEAD}\n\n{REST}"
    )
    assert (report.authors, report.body) == (("Anna Lee", "Bob Hall"), f"{LEAD}\n\n{REST}")


def test_an_advertisement_that_is_called_an_update_is_no_notice():
    report = read_text(
        f"{LEAD}\n\nADVERTISEMENT\n\nUPDATE: You can own a plot in Larn today. Click here to start.\n\n{REST}"
    )
    assert (report.body, report.notices) == (f"{LEAD}\n\n{REST}", ())


@pytest.mark.parametrize(
    "line",
    [
        "KEY WORDS: Larn, Ferries",
        "Read this next: Larn berths stay closed",
        "Previous: Larn tolls frozen  |  Next: Crew rescued",
        "You are reading the free edition of Larn Brief.",
        "Larn Brief is an independent newsletter written by sailors.",
        "Additional report from Anna Lee, Larn",
    ],
)
def test_more_ends_of_pages_are_cut(line):
    assert read_text(f"{LEAD}\n\n{REST}\n\n{line}").body == f"{LEAD}\n\n{REST}"


def test_who_holds_the_rights_is_the_publisher_where_it_is_a_known_newsroom():
    menu = "Skip to content\nMarkets\nPolitics\nOpinion\nMore\nWorld\nSport\nVideo\nAudio\nWeather\nTravel\nShop"
    text = f"{menu}\nTwo ferries collide outside Larn harbour\nMay 3, 2024\n\n{LEAD}\n\n{REST}\n\n"
    assert read_text(f"{text}©2026 Bloomberg L.P. All Rights Reserved.").publisher == "Bloomberg"
    assert read_text(f"{text}© 2026 Larn Holdings. All rights reserved.").publisher is None
