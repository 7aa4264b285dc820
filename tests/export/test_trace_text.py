"""A trace as people read it in a terminal."""

import pytest

from reportedly.export.text import write_trace
from reportedly.pipeline import trace_claim


def written(dossier, words, width=100):
    return write_trace(trace_claim(dossier, words), dossier, width=width)


def test_the_sentence_to_paste_comes_before_the_legs(dossier):
    page = written(dossier, "Machipanda has not been closed")
    assert page.index("TO PASTE") < page.index("ORIGIN 1 of 2") < page.index("ORIGIN 2 of 2")
    assert page.index("ORIGIN 2 of 2") < page.index("AGAINST IT") < page.index("WHAT WOULD MAKE ANOTHER ORIGIN")


def test_a_dropped_hedge_stands_under_the_words_that_lost_it(dossier):
    seen = [claim.id for claim in dossier.picture.claims if claim.type == "presence" and "Il-76" in claim.summary]
    page = " ".join(written(dossier, *seen).split())
    assert "▲ hedge dropped: “Satellite imagery from Friday showed what appeared to be" in page
    assert "told again word for word: R5 Northgate copy" in page


def test_what_contradicts_it_is_a_leg_with_its_words(dossier):
    page = " ".join(written(dossier, "At least 14 killed Pungwe").split())
    assert "AGAINST IT, ORIGIN 1 of 1: Lidia Macuvele" in page
    assert "a handwritten incident log seen by SCW, collected by SCW" in page


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(dossier, width):
    for claim in dossier.picture.claims:
        for line in written(dossier, claim.id, width).splitlines():
            assert len(line) <= width or " " not in line.strip(), line
