"""What people judged is shown wherever a claim is, and escaped there."""

from dataclasses import replace

import pytest

from reportedly.claim import Grade
from reportedly.export.claims_text import claim_row, write_claims
from reportedly.export.html import write_brief as write_page
from reportedly.export.markdown import write_brief as write_markdown
from reportedly.export.text import write_picture
from reportedly.judgement import Lost
from reportedly.source_letter import SourceLetter


@pytest.fixture(scope="module")
def judged(dossier):
    picture = dossier.picture
    first, *rest = picture.claims
    letter = SourceLetter(publisher="X", letter="E", date="2026-01-01", note=None)
    grade = Grade(digit=5, by="No<i>or", at="2026-03-06T10:00:00Z", why="seen *there*")
    supports = tuple(replace(support, source_letter=letter) for support in first.supporting)
    first = replace(first, grade=grade, supporting=supports)
    lost = (Lost(judgement="jud-0", reason="no report that is held has this text"),)
    return replace(dossier, picture=replace(picture, claims=(first, *rest), lost=lost))


def test_text_and_tables_show_the_grade_beside_the_suggested_one(judged):
    said = " ".join(write_picture(judged).split())
    first = judged.picture.claims[0]
    assert f"suggested grade {first.credibility}" in said
    assert "graded 5 (improbable) by No<i>or on 2026-03-06: seen *there*" in said
    assert "jud-0: no report that is held has this text" in said
    assert "By hand graded 5 (improbable)" in " ".join(write_claims([first]).split())
    assert (claim_row(first)["credibility"], claim_row(first)["grade"]) == (first.credibility, 5)


def test_the_page_and_markdown_escape_who_graded_and_name_the_source_letter(judged):
    page, markdown = write_page(judged), write_markdown(judged)
    assert "graded 5 (improbable) by No&lt;i&gt;or on 2026-03-06" in page
    assert "No<i>or" not in page
    assert "No<i>or" not in markdown
    assert "seen *there*" not in markdown
    for said in (page, markdown):
        assert "source letter E" in said
        assert "no report that is held has this text" in said
