import pytest

from reportedly.text.number import find_numbers, read_number


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least two tanks", 2, None),
        ("around 40 men", 40, 40),
        ("more than 100 people", 101, None),
        ("fewer than ten", None, 9),
        ("up to 30 trucks", None, 30),
        ("dozens of shells", 24, None),
        ("tens of thousands of people", 20000, None),
        ("two to three boats", 2, 3),
        ("between five and seven jets", 5, 7),
        ("10-15 tanks", 10, 15),
        ("30 or more", 30, None),
        ("two hundred and fifty", 250, 250),
        ("1.5 million", 1500000, 1500000),
        ("several ships", 2, None),
    ],
)
def test_hedges_leave_a_bound_open(words, low, high):
    (number,) = find_numbers(words)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize("words", ["An-124", "an S-400 battery", "T-72B3", "Il-76s", "2S19", "a 30-year pact", "8:15"])
def test_designators_and_times_are_no_counts(words):
    assert find_numbers(words) == ()


def test_words_between_two_numbers_do_not_join_them():
    assert [number.low for number in find_numbers("three dead and five hurt")] == [3, 5]


def test_only_numbers_have_a_value():
    assert read_number("twenty-five") == 25
    assert read_number("brigade") is None
    assert read_number("") is None


def test_spans_are_the_words_themselves():
    text = "Some 1,200 men and at least\u00a0three boats"
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["Some 1,200", "at least\u00a0three"]
