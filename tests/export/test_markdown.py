import re

import pytest

from reportedly.export.markdown import escape, write_brief

from . import factory


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# head", r"\# head"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("a\n\n> b | c", r"a \> b \| c"),
        ("<script>", r"\<script\>"),
        ("said on Monday. He left", "said on Monday. He left"),
        ("an S-400 at 10:30", "an S-400 at 10:30"),
        ("", ""),
    ],
)
def test_words_are_shown_as_they_are(words, shown):
    assert escape(words) == shown


def test_every_note_is_told_once_and_used():
    text = write_brief(factory.dossier())
    told = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert len(told) == len(set(told))
    assert set(told) == used


def test_a_note_gives_the_report_the_offsets_and_the_words():
    assert "R3 Il Molo, body 0–15: “Nobody was hurt”" in write_brief(factory.dossier())


def test_the_numbers_are_those_of_the_picture():
    text = write_brief(factory.dossier())
    assert "4 reports, 3 families, 6 claims, 5 of them on one leg" in text
    assert "1 origin, 2 possible · 1–2 bases · 2 reports" in text


def test_no_words_of_a_report_become_markup():
    text = write_brief(factory.hostile_dossier())
    assert not re.search(r"(?<!\\)<script", text)
    assert "](javascript" not in text


def test_a_brief_to_pass_on_counts_the_passages_that_were_left_out():
    text = write_brief(factory.dossier(), share=True)
    assert "did not respond to a request" in write_brief(factory.dossier())
    assert "did not respond to a request" not in text
    assert "Passages left out: 1; put in: 0; not quoted here." in text
