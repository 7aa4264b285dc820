import pytest
from tests.analyse.told import report, times

from reportedly.analyse.parse import parse
from reportedly.analyse.when import find_times, resolve

# 14 June 2023 is a Wednesday.


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("The convoy left on Wednesday.", "2023-06-14"),
        ("The convoy left on Thursday.", "2023-06-08"),
        ("The convoy will leave on Thursday.", "2023-06-15"),
        ("The talks are scheduled to begin on Monday.", "2023-06-19"),
        ("Shelling was heard early Tuesday.", "2023-06-13"),
        ("The port was hit on Sunday night.", "2023-06-11TNI"),
        ("The ship sank on June 3.", "2023-06-03"),
        ("The pact was signed on 9 December 2021.", "2021-12-09"),
        ("The base was hit on Nov. 28.", "2022-11-28"),
        ("Elections were held in March.", "2023-03"),
        ("The plant opened in October.", "2022-10"),
        ("The strikes began last week.", "2023-W23"),
        ("He was jailed two years ago.", "2021"),
        ("She left three days ago.", "2023-06-11"),
        ("It happened yesterday.", "2023-06-13"),
        ("The mill was built in 1971.", "1971"),
        ("They met earlier this month.", "2023-06"),
        ("They were rivals in the 1990s.", "199"),
        ("Sales fell in the first quarter of 2022.", "2022-Q1"),
        ("The siege lasted for two weeks.", "P2W"),
        ("They signed a 49-year lease.", "P49Y"),
        ("The town is now quiet.", "PRESENT_REF"),
        ("The attack came at 5 p.m. Tuesday.", "2023-06-13T17:00"),
    ],
)
def test_values_are_counted_from_the_day_of_the_report(body, value):
    assert [told for _, told in times(body)] == [value]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("The convoy left on Friday.", "XXXX-WXX-5"),
        ("The convoy left on June 3.", "XXXX-06-03"),
        ("The convoy left yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_a_date_relative_times_stay_open_and_say_why(body, value):
    read = report(body, published=None)
    (time,) = find_times(read, parse(read))
    assert time.value == value
    assert time.unresolved == "the report has no date"
    assert resolve(time).start is None
    assert resolve(time).unresolved == "the report has no date"


@pytest.mark.parametrize(
    "body",
    [
        "He may leave with Theresa May.",
        "They sat down and then marched on.",
        "Two An-124s and an S-2000 stood there.",
        "Some 2000 soldiers arrived.",
        "A 49-year-old man was hurt.",
        "They wed in a quarter of the city.",
    ],
)
def test_other_words_are_no_times(body):
    assert times(body) == []


def test_a_narrated_day_is_counted_from_the_one_told_last():
    assert [value for _, value in times("The bridge fell on May 3. Two days later it was shut.")] == [
        "2023-05-03",
        "2023-05-05",
    ]


@pytest.mark.parametrize(
    ("body", "start", "end", "edtf"),
    [
        ("It fell in March 2020.", "2020-03-01", "2020-03-31", "2020-03"),
        ("It fell in 2020.", "2020-01-01", "2020-12-31", "2020"),
        ("It fell in the 1990s.", "1990-01-01", "1999-12-31", "199X"),
        ("It fell last week.", "2023-06-05", "2023-06-11", "2023-06-05/2023-06-11"),
        ("It fell on Monday.", "2023-06-12", "2023-06-12", "2023-06-12"),
    ],
)
def test_bounds_are_the_first_and_the_last_day(body, start, end, edtf):
    read = report(body)
    when = resolve(find_times(read, parse(read))[0])
    assert (when.start, when.end, when.edtf) == (start, end, edtf)


def test_a_length_of_time_is_no_date():
    read = report("They signed a 49-year lease.")
    when = resolve(find_times(read, parse(read))[0])
    assert when.start is None
    assert when.unresolved == "a length of time, not a date"


@pytest.mark.parametrize(
    "body", ["", "“”", "99/99/9999 32 June 2023 9999-99-99", "in year 0 and 999999 BC", "\u202eyadnoM"]
)
def test_odd_text_is_no_error(body):
    read = report(body)
    for time in find_times(read, parse(read)):
        assert time.span.check(body)
        resolve(time)
