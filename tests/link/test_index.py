"""Which reports the index holds against which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import report

from reportedly.link.digest import Digest
from reportedly.link.index import Index
from reportedly.link.tokens import read_tokens
from reportedly.text.word import words

FERRY = (
    "The ferry to Karsk was stopped at dawn because of high waves, the harbour office said. Two hundred passengers"
    " spent the night in the terminal, where volunteers from the parish brought soup and blankets. The operator"
    " expects the service to resume on Thursday if the wind turns to the north as forecast."
)
MINE = (
    "Forty miners came up from the flooded shaft near Dorn on Sunday after two days below ground. The inspectorate"
    " has closed the pit until pumps from the neighbouring colliery arrive. Families waited at the gate all night"
    " with candles, and the bishop held a short service for the three who are still missing."
)


def posted(name, text, published=None, publisher=None):
    return Digest(report(name, text, published=published, publisher=publisher)).posted


@pytest.fixture(params=["memory", "folder"])
def index(request, tmp_path):
    made = Index(None if request.param == "memory" else tmp_path / "index")
    yield made
    made.close()


def test_reports_that_share_wording_are_found(index):
    index.add([posted("a", FERRY), posted("b", MINE)])
    assert index.find(posted("c", FERRY.replace("dawn", "noon"))) == ["a"]


def test_a_report_is_not_held_against_itself(index):
    index.add([posted("a", FERRY)])
    assert index.find(posted("a", FERRY)) == []


def test_what_was_removed_is_found_no_more(index):
    index.add([posted("a", FERRY), posted("b", FERRY)])
    index.remove(["a", "never held"])
    assert index.find(posted("c", FERRY)) == ["b"]
    assert "a" not in index
    assert len(index) == 1


@pytest.mark.parametrize("times", [70, 4200])
def test_what_was_removed_counts_no_more_for_how_many_hold_a_wording(index, times):
    for start in range(0, times, 70):
        index.add([posted(f"gone {number}", FERRY, "2024-03-01") for number in range(start, start + 70)])
        index.remove([f"gone {number}" for number in range(start, start + 70)])
    index.add([posted(f"{number:02}", FERRY, "2024-03-02") for number in range(20)])
    assert len(index.find(posted("x", FERRY, "2024-03-02"))) == 20


def test_a_report_that_comes_again_takes_its_own_place(index):
    index.add([posted("a", FERRY)])
    index.add([posted("a", MINE)])
    assert index.find(posted("c", FERRY)) == []
    assert index.find(posted("c", MINE)) == ["a"]


def test_a_folder_holds_what_it_held_when_it_is_opened_again(tmp_path):
    first = Index(tmp_path)
    for number in range(40):  # enough for columns to be merged
        first.add([posted(f"{number:02}", FERRY if number % 2 else MINE)])
    first.remove(["01"])
    found = first.find(posted("x", FERRY))
    first.close()
    second = Index(tmp_path)
    assert second.find(posted("x", FERRY)) == found == [f"{number:02}" for number in range(3, 40, 2)]
    second.close()


def test_reports_of_days_far_apart_are_not_held_together(index):
    index.add([posted("a", FERRY, "2024-03-01"), posted("b", FERRY, "2024-12-01"), posted("c", FERRY)])
    assert index.find(posted("x", FERRY, "2024-03-05")) == ["a", "c"]


def test_what_a_publisher_prints_under_everything_makes_nothing_related(index):
    stories = [" ".join(f"{word}{number}" for number in range(150)) for word in ("gab", "quin", "harr", "tind", "vat")]
    under = " Sign up to our morning letter and follow every harbour story on our pages, free of any charge."
    index.add([posted(f"{number}", text + under, publisher="Quay News") for number, text in enumerate(stories[:4])])
    assert index.find(posted("x", stories[4] + under, publisher="Quay News")) == []
    assert index.find(posted("y", stories[0] + under, publisher="Quay News")) == ["0"]


def test_of_what_many_hold_the_earliest_are_held_together(index):
    index.add([posted(f"{number:03}", FERRY, f"2024-03-{1 + number // 4:02}") for number in range(100)])
    found = index.find(posted("x", FERRY, "2024-03-28"))
    assert set(found) >= {f"{number:03}" for number in range(12)}
    assert len(found) == 16


@settings(max_examples=50, deadline=None)
@given(st.permutations(list("abcdef")))
def test_the_order_of_coming_changes_nothing(order):
    texts = dict(
        zip("abcdef", (FERRY, MINE, FERRY[:150], MINE[80:], FERRY[:150] + MINE[:150], "Nothing."), strict=True)
    )
    index = Index()
    for name in order:
        index.add([posted(name, texts[name])])
    assert {name: index.find(posted(name, text)) for name, text in texts.items()} == {
        "a": ["c", "e"],
        "b": ["d", "e"],
        "c": ["a", "e"],
        "d": ["b", "e"],
        "e": ["a", "b", "c", "d"],
        "f": [],
    }


@given(st.text(alphabet="aB7.,-'’“” \n_ß٣İ", max_size=60))
def test_words_are_those_of_every_other_stage(text):
    read, told = read_tokens(text), words(text)
    plain = [word for word in told if not any(mark in word.form for mark in "&.,")]
    found = {(int(start), form.lower()) for start, form in zip(read.starts, read.forms, strict=True)}
    assert all((word.start, word.form) in found for word in plain if word.form.isalpha() and "-" not in text)


def test_many_looked_up_at_once_find_what_each_finds_alone(index):
    held = [posted(f"{n}-{name}", text) for n in range(40) for name, text in (("ferry", FERRY), ("mine", MINE))]
    index.add(held)
    alone = {(each.id, other) for each in held for other in index.find(each)}
    assert {(one, other) for one, other, _ in index.find_all(held)} == alone
    assert ("3-ferry", "7-mine") not in alone


def test_how_far_pairs_of_words_are_shared_is_told(index):
    index.add([posted("a", FERRY)])
    (same,) = index.find_all([posted("b", FERRY)])
    (half,) = index.find_all([posted("c", FERRY[: len(FERRY) // 2] + " " + MINE)])
    assert same.share == pytest.approx(1, abs=1e-5)
    assert 0 < half.share < 0.8


def test_what_many_hold_is_looked_up_anew_when_the_index_changes(index):
    index.add([posted(f"{n:02}", FERRY, published=f"2026-01-{n % 28 + 1:02}") for n in range(2, 82)])
    asked = posted("asked", FERRY)
    assert "zero" not in index.find(asked)
    index.add([posted("zero", FERRY, published="2025-12-31")])
    assert "zero" in index.find(asked)
