import csv
import io

import pytest
from hypothesis import given, strategies

from reportedly.export.csv_table import guard, unguard, write_csv
from reportedly.export.table import TABLES

from . import awkward, factory

BY_NAME = {table.name: table for table in TABLES}


def rows(name, dossier):
    return list(csv.DictReader(io.StringIO(write_csv(BY_NAME[name], dossier), newline="")))


@given(strategies.text())
def test_the_guard_comes_off_again(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("words", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1"])
def test_words_that_could_be_a_formula_begin_with_an_apostrophe(words):
    assert guard(words).startswith("'")


@pytest.mark.parametrize("words", ["two ships", "a = b", "12 March", "", "“so”"])
def test_other_words_stay_as_they_are(words):
    assert guard(words) == words


def test_no_cell_of_text_in_a_file_begins_like_a_formula():
    for name in BY_NAME:
        for row in rows(name, awkward.dossier()):
            for column, cell in row.items():
                assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r") or column in ("lat", "lon"), (name, column)


def test_quotations_come_out_of_the_file_as_they_stand_in_the_report():
    odd = rows("supports", awkward.dossier())[-1]
    assert unguard(odd["quote"]) == awkward.WORDS.replace("\ud800", "\ufffd")
    assert (odd["start"], odd["end"]) == ("0", str(len(awkward.WORDS)))
    assert unguard(odd["publisher"]) == awkward.NAME


def test_each_claim_is_a_row_and_each_support_is_one():
    claims, supports = rows("claims", factory.dossier()), rows("supports", factory.dossier())
    assert [row["id"] for row in claims][:2] == ["cla-fire", "cla-hurt"]
    assert claims[1]["origins"] == "1"
    assert claims[1]["opposing"] == "1"
    assert [row["side"] for row in supports if row["claim"] == "cla-hurt"] == ["for", "for", "against"]
    assert supports[0]["withdrawn"] == "false"


def test_numbers_south_and_west_stay_numbers(dossier):
    beira = next(row for row in rows("claims", dossier) if row["place"] == "Beira")
    assert float(beira["lat"]) < 0


def test_an_address_that_is_no_web_address_is_left_out():
    assert {row["url"] for row in rows("supports", factory.hostile_dossier())} == {""}
