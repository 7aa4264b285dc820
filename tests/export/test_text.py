from dataclasses import replace

import pytest

from reportedly.export.text import write_comparison, write_lineage, write_picture, write_reading
from reportedly.lineage import Relation

from . import factory


def test_the_picture_opens_with_its_counts():
    text = write_picture(factory.dossier())
    assert text.startswith("4 reports, 3 families, 6 claims: 5 on one leg\nas of 5 March 2024\n")
    assert "against the port authority (R3 Il Molo): “Nobody was hurt”" in text
    assert "1 origin, 2 possible · 1–2 bases · 2 reports · suggested grade 3, possibly true" in text
    assert "folder/broken.warc.gz: the archive ends in the middle of a record" in text


def test_a_lineage_is_drawn_as_trees():
    given = factory.dossier()
    lines = write_lineage(given.lineage, given.picture.reports).splitlines()
    assert lines[2].startswith("● Adria Wire · 3 March 2024")
    assert lines[3].startswith("└─● rewrite, 0.93 sure · Harbour Daily")
    assert "◌ Kvarner News Agency: not held, credited by 1 report" in lines


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_comparison_keeps_to_the_width(width):
    text = write_comparison(factory.dossier().comparisons[0], width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "QUOTATION ALTERED" in text


def test_the_change_that_matters_most_comes_first():
    text = write_comparison(factory.dossier().comparisons[0])
    assert text.index("QUOTATION ALTERED") < text.index("HEDGE DROPPED") < text.index("NUMBER CHANGED")


def test_unrelated_reports_are_said_to_be_so():
    given = factory.dossier().comparisons[0]
    text = write_comparison(replace(given, related=False, kind=Relation.UNRELATED, variations=(), alignments=()))
    assert text.endswith("The two are unrelated: neither was made from the other.")


@pytest.mark.parametrize("width", [60, 100])
def test_a_reading_tells_who_said_what(width):
    text = write_reading(factory.dossier().readings[0], width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "(2," in text
    assert "saw it" in text


def test_a_reading_that_was_not_analysed_says_why():
    given = replace(factory.dossier().readings[0], not_analysed="the language is not English")
    assert write_reading(given).endswith("Not analysed: the language is not English")


def test_words_that_the_other_side_lacks_stand_between_angles():
    lines = write_comparison(factory.dossier().comparisons[0]).splitlines()
    assert "‹ › words that the other side does not have" in lines
    assert sum(line.count("‹") for line in lines) == sum(line.count("›") for line in lines) > 2


@pytest.mark.parametrize("width", [40, 100])
def test_a_tree_goes_on_beside_its_branches(width):
    given = factory.dossier()
    lines = write_lineage(given.lineage, given.picture.reports, width=width).splitlines()
    assert max(map(len, lines[2:])) <= width
