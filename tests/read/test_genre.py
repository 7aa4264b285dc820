"""Whole reports of the kinds that reach a desk: what is read of each, and what is left as the body."""

import pytest

from reportedly.read import read_text
from reportedly.read.plain import read_plain
from reportedly.read.told import Told
from reportedly.report import Completeness, CutKind, NoticeKind

LEAD = "Two ferries collided outside the harbour of Larn on Tuesday and both were towed in, the coast guard said."
REST = "Nobody was hurt, a spokesman told reporters, adding that the ferries would be inspected before they sail."
BODY = (
    f"{LEAD}\n\n{REST}\n\nThe older ship was built in 1984. Its owner said that it would help with the inquiry.\n\n"
    "The harbour was closed for three hours, and forty lorries were left waiting on the quay until the evening."
)


def kinds(report):
    return {cut.kind for cut in report.cut}


def test_a_walled_page_is_truncated_and_signed_by_the_name_above_its_date():
    report = read_text(
        f"Ferries collide off Larn\n\nAnn Lee\nMay 3, 2024\n\n{LEAD}\n\n{REST[:60]}...\n\nThis article is for subscribers only\n\n"
        "Already a subscriber? Log in"
    )
    assert report.completeness is Completeness.TRUNCATED
    assert (report.title, report.published, report.authors) == ("Ferries collide off Larn", "2024-05-03", ("Ann Lee",))
    assert report.body == f"{LEAD}\n\n{REST[:60]}..."


def test_a_summary_that_points_on_is_truncated():
    report = read_text(f"Ferries collide off Larn\n\nPublished May 3, 2024\n\n{LEAD}\n\nRead more")
    assert (report.completeness, report.published, report.body) == (Completeness.TRUNCATED, "2024-05-03", LEAD)


def test_the_counters_of_a_gallery_are_cut():
    report = read_text(f"In pictures: ferries collide\n\n3 May 2024\n\n1 of 2\n\n{LEAD}\n\n2 of 2\n\n{REST}")
    assert report.body == f"{LEAD}\n\n{REST}"


def test_a_press_releases_marks_are_neither_its_title_nor_its_end():
    report = read_text(
        f"FOR IMMEDIATE RELEASE\n\nMay 3, 2024\n\nLarn Ferries to inspect its fleet after collision\n\nLARN, Norland - {BODY}\n\n###"
    )
    assert report.title == "Larn Ferries to inspect its fleet after collision"
    assert (report.published, report.dateline.place) == ("2024-05-03", "LARN, Norland")
    assert report.body == f"LARN, Norland - {BODY}"


def test_a_post_has_no_headline_and_its_counts_are_cut():
    report = read_text(
        "Ann Lee @annlee\n\nBREAKING: Two ferries have collided off Larn. More soon.\n\n34 Reposts\n210 Likes"
    )
    assert report.title is None
    assert report.body.endswith("More soon.")


@pytest.mark.parametrize(
    ("opening", "end", "agency"),
    [
        ("Larn, Norland, May 3, 2024 (AFP) - ", "\n\nstr-al/bh/cyd", "AFP"),
        (
            "LARN, Norland (AP) — ",
            "\n\n___\n\nAssociated Press writer Bob Hall in Rome contributed to this report.",
            "AP",
        ),
        ("LARN, May 3 (Xinhua) -- ", "\n\nEnditem", "Xinhua"),
        ("LARN, May 3. /TASS/. ", "", "TASS"),
        ("LARN, May 3 (VWS) - ", "\n\n-30-", "VWS"),
    ],
)
def test_wires_end_in_marks_of_their_own(opening, end, agency):
    report = read_text(f"{opening}{BODY}{end}")
    assert (report.body, report.agency) == (f"{opening}{BODY}", agency)
    assert report.completeness is Completeness.FULL


def test_an_end_mark_within_the_last_line_stays_and_cuts_nothing_short():
    report = read_text(f"LARN, May 3 (Xinhua) -- {BODY} Enditem")
    assert report.body.endswith("evening. Enditem")
    assert report.completeness is Completeness.FULL


def test_a_time_told_from_now_and_the_authors_desk_belong_to_the_byline():
    report = read_text(f"Ferries collide off Larn\n\nPublished 3 hours ago\n\nBy Ann Lee\nLarn News, Oslo\n\n{BODY}")
    assert (report.body, report.published, report.authors) == (BODY, None, ("Ann Lee",))
    assert kinds(report) == {CutKind.BYLINE}


def test_a_name_above_a_post_is_the_authors():
    report = read_text(f"Ferries collide off Larn\n\nAnn Lee\nTransport correspondent\n\n{BODY}")
    assert (report.body, report.authors) == (BODY, ("Ann Lee",))


def test_a_live_blogs_later_changes_are_no_entries():
    text = (
        f"Ferries collide: live updates\n\nFri 3 May 2024 16.01 BST\n\n14.32 BST\n\nDivers go down\n\n{LEAD}\n\nShare\n\n"
        f"Updated at 14.50 BST\n\n13.10 BST\n\n{REST}\n\n12.05 BST\n\n{LEAD} {REST}"
    )
    entries = list(read_plain(text, Told()))
    assert [entry.published for entry in entries] == [
        f"2024-05-03T{time}+01:00" for time in ("14:32", "13:10", "12:05")
    ]
    assert entries[0].body == f"Divers go down\n\n{LEAD}"


def test_a_corrected_wire_keeps_its_headline_and_its_notice():
    report = read_text(
        f"CORRECTED-Ferries collide off Larn\n\n(Corrects the age of the ferry in paragraph 3)\n\nLARN, May 3 (Reuters) - {BODY}"
    )
    assert (report.title, report.dateline.place) == ("CORRECTED-Ferries collide off Larn", "LARN")
    assert [notice.kind for notice in report.notices] == [NoticeKind.CORRECTION]


def test_a_pull_quote_is_cut_and_its_paragraph_stays():
    told = (
        "“I saw the two ships turn, and then they hit each other with a crash,” said Bob Hall, who was fishing there."
    )
    pulled = "“I saw the two ships turn, and then they hit each other”"
    report = read_text(f"{LEAD}\n\n{told}\n\n{pulled}\n\n{REST}")
    assert report.body == f"{LEAD}\n\n{told}\n\n{REST}"
    assert [cut.text for cut in report.cut] == [pulled]


def test_questions_and_answers_stay():
    talk = "Q: What did you see?\n\nA: Lights, and then a hull. I had no time to turn away.\n\nQ: Was anybody hurt?\n\nA: No."
    report = read_text(f"A captain on the collision\n\nInterview by Ann Lee\n\nMay 3, 2024\n\n{LEAD}\n\n{talk}")
    assert (report.body, report.authors, report.published) == (f"{LEAD}\n\n{talk}", ("Ann Lee",), "2024-05-03")
