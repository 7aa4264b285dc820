"""Names in full: the title's, the report's own outlet's, a body's."""

from tests.analyse.said import said


def test_a_name_of_the_title_ends_where_the_body_ends_it():
    first, second = said("Solvane Energy Inc. said it was ready.", "Solvane Energy Announces It Will Build Site in Ada")
    assert first.speaker.name == second.speaker.name == "Solvane Energy Inc."


def test_a_longer_name_that_comes_later_is_another_bodys():
    first, _ = said("Ashdown said the coach would stay. The Ashdown Supporters' Trust said that he should go.")
    assert first.speaker.name == "Ashdown"


def test_letters_with_stops_stand_for_the_name():
    body = "The Federal Trade Commission blocked the deal. An F.T.C. spokeswoman said it would raise prices."
    assert said(body)[-1].speaker.affiliation == "Federal Trade Commission"


def test_the_outlets_first_word_stands_for_it():
    body = "A Meridian reporter asked her if it was over. Two of the diplomats told Meridian that it was."
    assert said(body, publisher="Meridian Press")[-1].via == "Meridian Press"
