import pytest

from reportedly.text.number import find_numbers, read_number


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least two tanks", 2, None),
        ("around 40 men", 40, 40),
        ("more than 100 people", 101, None),
        ("more than 80 percent", 0.8, None),
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
        ("several ships", 3, None),
        ("at most nine men", None, 9),
        ("as many as 40 drones", None, 40),
        ("no fewer than 12 shells", 12, None),
        ("no more than 12 shells", None, 12),
        ("over 200 vehicles", 201, None),
        ("well over 200 vehicles", 201, None),
        ("nearly 300 troops", 300, 300),
        ("almost 300 troops", 300, 300),
        ("about 300 troops", 300, 300),
        ("some 300 troops", 300, 300),
        ("roughly 300 troops", 300, 300),
        ("an estimated 300 troops", 300, 300),
        ("in excess of 300 troops", 301, None),
        ("under 300 troops", None, 299),
        ("a maximum of 300 troops", None, 300),
        ("a minimum of 300 troops", 300, None),
        ("a total of 300 troops", 300, 300),
        ("at least some 30 troops", 30, None),
        ("probably more than 30 troops", 31, None),
        ("up to about 30 troops", None, 30),
        ("another three ships", 3, 3),
        ("30 or so ships", 30, 30),
        ("30 or fewer ships", None, 30),
        ("thirty-odd ships", 30, 30),
        ("30-plus ships", 30, None),
        ("30+ ships", 30, None),
        ("one or more ships", 1, None),
        ("two or three boats", 2, 3),
        ("between 10 and 15 boats", 10, 15),
        ("10 to 15 boats", 10, 15),
        ("10–15 boats", 10, 15),
        ("two to three dozen boats", 24, 36),
        ("10 to 15 million people", 10e6, 15e6),
        ("anywhere from 10 to 15 boats", 10, 15),
        ("a dozen boats", 12, 12),
        ("two dozen boats", 24, 24),
        ("half a dozen boats", 6, 6),
        ("half a million people", 500000, 500000),
        ("more than a dozen boats", 13, None),
        ("at least a dozen boats", 12, None),
        ("nearly two dozen boats", 24, 24),
        ("several dozen boats", 24, None),
        ("scores of boats", 40, None),
        ("hundreds of boats", 200, None),
        ("a few boats", 3, None),
        ("a handful of boats", 3, None),
        ("a number of boats", 3, None),
        ("a couple of boats", 2, 2),
        ("a pair of boats", 2, 2),
        ("a trio of boats", 3, 3),
        ("thousands of boats", 2000, None),
        ("hundreds of thousands of people", 200000, None),
        ("at least several hundred people", 200, None),
        ("an unspecified number of boats", None, None),
        ("20k troops", 20000, 20000),
        ("3bn people", 3e9, 3e9),
        ("2,500 troops", 2500, 2500),
        ("two and a half million people", 2.5e6, 2.5e6),
        ("one hundred and twenty-five men", 125, 125),
        ("a hundred men", 100, 100),
    ],
)
def test_hedges_leave_a_bound_open(words, low, high):
    (number,) = find_numbers(words)
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "words",
    [
        "An-124",
        "an S-400 battery",
        "T-72B3",
        "Il-76s",
        "2S19",
        "a 30-year pact",
        "8:15",
        "152mm howitzers",
        "M1A2",
        "9K720",
        "4x4",
        "Type 055",
        "a Boeing 747",
        "Shahed 136",
        "Unit 8200",
        "Brigade 93",
        "93rd Brigade",
        "the third ship",
        "Flight 370",
        "Resolution 1701",
        "Article 5",
        "phase two",
        "March 12",
        "12 March",
        "Sept. 3",
        "May 12, 2024",
        "in 2015",
        "since 2014",
        "the 2014 annexation",
        "10 p.m.",
        "at 10.30 a.m.",
        "1430 GMT",
        "10 o'clock",
        "at 12 Downing Street",
        "a 3-1 win",
        "aged 12",
        "Ivan Petrov, 45, said",
        "the Five Eyes",
        "Covid-19",
        "Su-35S",
        "24/7",
    ],
)
def test_designators_dates_and_times_are_no_counts(words):
    assert find_numbers(words) == ()


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("$1.2 billion", 1.2e9, 1.2e9, "$"),
        ("more than $20m", 20e6 + 1, None, "$"),
        ("€300 million", 300e6, 300e6, "€"),
        ("500 million roubles", 500e6, 500e6, "rouble"),
        ("about 400 hectares", 400, 400, "hectare"),
        ("30 km", 30, 30, "kilometre"),
        ("12 nautical miles", 12, 12, "nautical mile"),
        ("10 to 15 tonnes", 10, 15, "tonne"),
        ("155 mm", 155, 155, "millimetre"),
        ("40 per cent", 0.4, 0.4, "share"),
        ("40%", 0.4, 0.4, "share"),
        ("a third of the men", 1 / 3, 1 / 3, "share"),
        ("two-thirds of the men", 2 / 3, 2 / 3, "share"),
        ("half of the men", 0.5, 0.5, "share"),
        ("one in five men", 0.2, 0.2, "share"),
    ],
)
def test_sums_measures_and_shares_carry_their_unit(words, low, high, unit):
    (number,) = find_numbers(words)
    assert number.low == pytest.approx(low)
    assert number.high == (None if high is None else pytest.approx(high))
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("three dead and five hurt", [3, 5]),
        ("34 of 42 drones", [34, 42]),
        ("rose from 10 to 15", [10, 15]),
        ("two of the five ships", [2, 5]),
        ("In 2015 30 ships came", [30]),
    ],
)
def test_words_between_two_numbers_do_not_join_them(text, lows):
    assert [number.low for number in find_numbers(text)] == lows


def test_only_numbers_have_a_value():
    assert read_number("twenty-five") == 25
    assert read_number("two dozen") == 24
    assert read_number("brigade") is None
    assert read_number("") is None


def test_spans_are_the_words_themselves():
    text = "Some 1,200 men and at least\u00a0three boats"
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["Some 1,200", "at least\u00a0three"]
