"""Two stories in one collection stay two."""

import json
from io import BytesIO

import pytest

from reportedly import read_text
from reportedly.analyse import Tagger
from reportedly.assess import may_be_akin, story
from reportedly.pipeline import answer_question, assess_reports, gather_reports

TOLD = (
    "HARMONY, Norland, March 4 - Ines Kamara of the Orsten relief mission spoke at Kerava harbour on Wednesday. "
    "The lorries will leave the harbour on Friday, a guard said.",
    "Tor Olsen, who runs the Velmar ferries, met councillors of Bruntal and Visk on Wednesday. "
    "All the lorries will be leaving the harbour on Friday morning, a driver said.",
)


@pytest.fixture(scope="module")
def reports():
    lines = [
        json.dumps({"id": f"r{n}", "published": "2026-03-04", "text": text, "publisher": f"Mail {n}"})
        for n, text in enumerate(TOLD)
    ]
    return gather_reports(["-"], as_is=True, stdin=BytesIO("\n".join(lines).encode()))[0]


def behind(dossier):
    """The reports behind each claim about the lorries."""
    return sorted(sorted(claim.report_ids) for claim in dossier.picture.claims if "lorries" in claim.summary.lower())


def test_two_stories_in_nearly_the_same_words_are_two_claims(reports, monkeypatch):
    assert behind(assess_reports(reports, tagger=Tagger.RULES)) == [["r0"], ["r1"]]
    monkeypatch.setattr(story, "_ONE_STORY", 0.0)
    assert behind(assess_reports(reports, tagger=Tagger.RULES)) == [["r0", "r1"]]


def test_a_question_is_answered_from_the_story_whose_names_it_has(reports):
    dossier = assess_reports(reports, tagger=Tagger.RULES)
    answer = answer_question(dossier, "Are the lorries leaving Kerava harbour?").picture.questions[0]
    claims = {claim.id: claim for claim in dossier.picture.claims}
    assert {each for line in answer.lines for each in claims[line.claim].report_ids} == {"r0"}


def test_a_question_without_a_name_is_of_what_has_its_words(reports):
    dossier = assess_reports(reports, tagger=Tagger.RULES)
    assert story.reports_about("Are the lorries leaving?", dossier.readings) == {"r0", "r1"}
    assert story.reports_about("Is it so?", dossier.readings) == {"r0", "r1"}


def test_what_reports_of_two_stories_tell_is_akin_only_where_one_takes_something_back():
    one, other = (read_text(text) for text in TOLD)
    assert not may_be_akin(one, other)
    assert may_be_akin(one, one)
    assert may_be_akin(one, read_text(TOLD[1] + " The Mail retracts its report that the lorries left."))
