"""What each kind of time expression stands for; the expression is in square brackets, 14 December 2024 a Saturday."""

import pytest
from tests.analyse.told import report

from reportedly.analyse.parse import parse
from reportedly.analyse.when import find_times

SATURDAY = "2024-12-14"
WEDNESDAY = "2024-12-11"


def read(marked, published):
    """Give the expression in brackets as it was found; None where nothing was found exactly there."""
    start, end = marked.index("["), marked.index("]") - 1
    told = report(marked.replace("[", "").replace("]", ""), published)
    found = {(time.span.start, time.span.end): time for time in find_times(told, parse(told))}
    return found.get((start, end))


def days(marked, published):
    time = read(marked, published)
    assert time is not None, "nothing was found exactly there"
    return (time.value, time.start, time.end)


@pytest.mark.parametrize(
    ("published", "marked", "value", "start", "end"),
    [
        # Days of the week, by tense and by the report's own day.
        (SATURDAY, "The convoy left on [Saturday].", "2024-12-14", "2024-12-14", "2024-12-14"),
        (SATURDAY, "The convoy left on [Friday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The convoy left on [Sunday].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The ministers will meet [Tuesday] in Doha.", "2024-12-17", "2024-12-17", "2024-12-17"),
        (SATURDAY, "The ministers plan to meet on [Monday].", "2024-12-16", "2024-12-16", "2024-12-16"),
        (SATURDAY, "The truce takes effect on [Sunday].", "2024-12-15", "2024-12-15", "2024-12-15"),
        (SATURDAY, "The vote was scheduled for [Thursday].", "2024-12-19", "2024-12-19", "2024-12-19"),
        (SATURDAY, "He may have been hit on [Wednesday].", "2024-12-11", "2024-12-11", "2024-12-11"),
        (SATURDAY, "They could not be reached on [Friday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "Flights could resume on [Monday].", "2024-12-16", "2024-12-16", "2024-12-16"),
        (WEDNESDAY, "The port was hit [last Friday].", "2024-12-06", "2024-12-06", "2024-12-06"),
        (WEDNESDAY, "The port was hit [last Wednesday].", "2024-12-04", "2024-12-04", "2024-12-04"),
        (WEDNESDAY, "They will meet [next Monday].", "2024-12-16", "2024-12-16", "2024-12-16"),
        (WEDNESDAY, "They will meet [this Friday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The port was hit on [Thursday night].", "2024-12-12TNI", "2024-12-12", "2024-12-12"),
        (SATURDAY, "The port was hit [early Friday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The port was hit on [Friday morning].", "2024-12-13TMO", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The ship sailed on [Sat.] after the storm.", "2024-12-14", "2024-12-14", "2024-12-14"),
        (SATURDAY, "The curfew began at [8 p.m.] on Tuesday.", "2024-12-10T20:00", "2024-12-10", "2024-12-10"),
        (SATURDAY, "They will meet in [the week of Dec. 16].", "2024-W51", "2024-12-16", "2024-12-22"),
        # Days by name.
        (SATURDAY, "The plane landed [today].", "2024-12-14", "2024-12-14", "2024-12-14"),
        (SATURDAY, "The plane landed [yesterday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The plane lands [tomorrow].", "2024-12-15", "2024-12-15", "2024-12-15"),
        (SATURDAY, "The plane landed [yesterday evening].", "2024-12-13TEV", "2024-12-13", "2024-12-13"),
        (SATURDAY, "The plane landed [late yesterday].", "2024-12-13", "2024-12-13", "2024-12-13"),
        (SATURDAY, "It landed [the day before yesterday].", "2024-12-12", "2024-12-12", "2024-12-12"),
        (SATURDAY, "It will land [the day after tomorrow].", "2024-12-16", "2024-12-16", "2024-12-16"),
        (SATURDAY, "Drones struck the depot [overnight].", "2024-12-14TNI", "2024-12-14", "2024-12-14"),
        (SATURDAY, "Drones struck the depot [this morning].", "2024-12-14TMO", "2024-12-14", "2024-12-14"),
        (SATURDAY, "The council meets [tonight].", "2024-12-14TNI", "2024-12-14", "2024-12-14"),
        (SATURDAY, "Drones struck the depot [last night].", "2024-12-13TNI", "2024-12-13", "2024-12-13"),
        (SATURDAY, "Drones struck the depot [earlier today].", "2024-12-14", "2024-12-14", "2024-12-14"),
        # So long ago, so far ahead.
        (SATURDAY, "She left [three days ago].", "2024-12-11", "2024-12-11", "2024-12-11"),
        (SATURDAY, "She left [a week ago].", "2024-W49", "2024-12-02", "2024-12-08"),
        (SATURDAY, "She left [a fortnight ago].", "2024-W48", "2024-11-25", "2024-12-01"),
        (SATURDAY, "She left [two months ago].", "2024-10", "2024-10-01", "2024-10-31"),
        (SATURDAY, "He was jailed [five years ago].", "2019", "2019-01-01", "2019-12-31"),
        (SATURDAY, "The bonds will be repaid in [five years].", "2029", "2029-01-01", "2029-12-31"),
        # Weeks, months and years.
        (SATURDAY, "The strikes began [last week].", "2024-W49", "2024-12-02", "2024-12-08"),
        (SATURDAY, "Talks resume [next week].", "2024-W51", "2024-12-16", "2024-12-22"),
        (SATURDAY, "The city was shelled over [the weekend].", "2024-W50-WE", "2024-12-14", "2024-12-15"),
        ("2024-12-17", "The city was shelled over [the weekend].", "2024-W50-WE", "2024-12-14", "2024-12-15"),
        ("2024-12-17", "The city was shelled [last weekend].", "2024-W50-WE", "2024-12-14", "2024-12-15"),
        (SATURDAY, "The ship sailed [last month].", "2024-11", "2024-11-01", "2024-11-30"),
        (SATURDAY, "The ship sailed [earlier this month].", "2024-12", "2024-12-01", "2024-12-14"),
        (SATURDAY, "The ship will sail [later this month].", "2024-12", "2024-12-14", "2024-12-31"),
        ("2024-06-20", "The ship will sail [later this year].", "2024", "2024-06-20", "2024-12-31"),
        (SATURDAY, "It will end by [the end of the year].", "2024", "2024-12-14", "2024-12-31"),
        (SATURDAY, "Prices rose by a tenth in [the past year].", "P1Y", None, None),
        (SATURDAY, "It was built [last year].", "2023", "2023-01-01", "2023-12-31"),
        (SATURDAY, "Sales were flat in the first nine months of [the year].", "2024", "2024-01-01", "2024-12-31"),
        (SATURDAY, "Sales rose in [the year] ended June 30.", "P1Y", None, None),
        # Dates whole and in part.
        (SATURDAY, "The palace fell on [Dec. 8].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [8 December].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [December 8th].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [the 8th of December].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [December eighth].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [Sunday, Dec. 8].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [December 8, 2024].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [2024-12-08].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [12/8/2024].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [25/11/2024].", "2024-11-25", "2024-11-25", "2024-11-25"),
        (SATURDAY, "The palace fell on [8.12.2024].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The palace fell on [the 8th].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The fleet sailed on [the 29th].", "2024-11-29", "2024-11-29", "2024-11-29"),
        (SATURDAY, "The fleet will sail on [the 9th of next month].", "2025-01-09", "2025-01-09", "2025-01-09"),
        ("2025-01-03", "The palace fell on [Dec. 8].", "2024-12-08", "2024-12-08", "2024-12-08"),
        (SATURDAY, "The hearing will be held on [Jan. 20].", "2025-01-20", "2025-01-20", "2025-01-20"),
        (SATURDAY, "The town fell in [October].", "2024-10", "2024-10-01", "2024-10-31"),
        (SATURDAY, "The town fell in [October 2016].", "2016-10", "2016-10-01", "2016-10-31"),
        (SATURDAY, "The court will rule in [February].", "2025-02", "2025-02-01", "2025-02-28"),
        (
            "2024-08-16",
            "He warned of a cutback of 15 percent in oil supplies in [September].",
            "2024-09",
            "2024-09-01",
            "2024-09-30",
        ),
        ("2024-02-05", "An election is due [this September].", "2024-09", "2024-09-01", "2024-09-30"),
        (SATURDAY, "The town fell [last March].", "2024-03", "2024-03-01", "2024-03-31"),
        # Parts of a month, a year, a decade.
        (SATURDAY, "The town fell in [early December].", "2024-12", "2024-12-01", "2024-12-10"),
        (SATURDAY, "The town fell in [mid-November].", "2024-11", "2024-11-11", "2024-11-20"),
        (SATURDAY, "The town fell in [late November].", "2024-11", "2024-11-21", "2024-11-30"),
        (SATURDAY, "The base closed in [mid-2019].", "2019", "2019-05-01", "2019-08-31"),
        (SATURDAY, "The base closed in [early 2019].", "2019", "2019-01-01", "2019-04-30"),
        (SATURDAY, "The base closed in [late 2019].", "2019", "2019-09-01", "2019-12-31"),
        (SATURDAY, "It closed at [the end of 2019].", "2019", "2019-09-01", "2019-12-31"),
        (SATURDAY, "They were rivals in [the 1990s].", "199", "1990-01-01", "1999-12-31"),
        (SATURDAY, "They were rivals in [the '80s].", "198", "1980-01-01", "1989-12-31"),
        (SATURDAY, "They were rivals in [the early 2000s].", "200", "2000-01-01", "2003-04-30"),
        (SATURDAY, "The fort dates from [the 19th century].", "18XX", "1800-01-01", "1899-12-31"),
        (SATURDAY, "The troops have been there since [2015].", "2015", "2015-01-01", "2024-12-14"),
        (SATURDAY, "The troops will stay until [March].", "2025-03", "2024-12-14", "2025-03-31"),
        (SATURDAY, "Unemployment fell in [the year two thousand].", "2000", "2000-01-01", "2000-12-31"),
        (SATURDAY, "It began in [nineteen ninety-seven].", "1997", "1997-01-01", "1997-12-31"),
        # Ranges.
        (SATURDAY, "They trained from [3 to 7 March] 2024.", None, None, None),
        (SATURDAY, "They trained from [3 to 7 March 2024].", "2024-03-03/2024-03-07", "2024-03-03", "2024-03-07"),
        (SATURDAY, "They trained on [March 3-5, 2024].", "2024-03-03/2024-03-05", "2024-03-03", "2024-03-05"),
        (SATURDAY, "The summit is on [Jan. 9-10] in Delhi.", "2025-01-09/2025-01-10", "2025-01-09", "2025-01-10"),
        (SATURDAY, "The [2014-2016] outbreak killed thousands.", "2014/2016", "2014-01-01", "2016-12-31"),
        (SATURDAY, "They won the title in the [2023-24] season.", "2023/2024", "2023-01-01", "2024-12-31"),
        # Seasons, quarters, halves.
        (SATURDAY, "The offensive began in [spring 2022].", "2022-SP", "2022-03-01", "2022-05-31"),
        (SATURDAY, "The offensive began in [the summer of 2022].", "2022-SU", "2022-06-01", "2022-08-31"),
        (SATURDAY, "The offensive began [last summer].", "2024-SU", "2024-06-01", "2024-08-31"),
        (SATURDAY, "The offensive began in [the spring].", "2024-SP", "2024-03-01", "2024-05-31"),
        (SATURDAY, "The offensive will begin in [the spring].", "2025-SP", "2025-03-01", "2025-05-31"),
        (SATURDAY, "Gas will be scarce [this winter].", "2024-WI", "2024-12-01", "2025-02-28"),
        (SATURDAY, "Output fell in [the third quarter].", "2024-Q3", "2024-07-01", "2024-09-30"),
        (SATURDAY, "Output fell in [the third quarter of 2022].", "2022-Q3", "2022-07-01", "2022-09-30"),
        (SATURDAY, "Output fell in [Q3 2022].", "2022-Q3", "2022-07-01", "2022-09-30"),
        (SATURDAY, "Output fell in [the first half of 2024].", "2024-H1", "2024-01-01", "2024-06-30"),
        (SATURDAY, "The budget for [fiscal 2023] was cut.", "2023", "2023-01-01", "2023-12-31"),
        # Lengths.
        (SATURDAY, "They signed a [49-year] lease.", "P49Y", None, None),
        (SATURDAY, "The siege lasted for [three days].", "P3D", None, None),
        (SATURDAY, "They agreed on a [two-week] truce.", "P2W", None, None),
        (SATURDAY, "He was jailed for [10 years].", "P10Y", None, None),
        (SATURDAY, "The town lies in ruins after [months] of fighting.", "PXM", None, None),
        (SATURDAY, "The war would last [months].", "PXM", None, None),
        (SATURDAY, "The war has lasted [more than a decade].", "P1DE", None, None),
        (SATURDAY, "The talks lasted [half an hour].", "PT30M", None, None),
        (SATURDAY, "The talks lasted [two and a half hours].", "PT2H30M", None, None),
        (SATURDAY, "The war has lasted [two and a half years].", "P2Y6M", None, None),
        (SATURDAY, "He ruled for [nearly half a century].", "P50Y", None, None),
        (SATURDAY, "Forty people were killed in [the past 24 hours].", "PT24H", None, None),
        (SATURDAY, "The army has advanced in [recent days].", "PAST_REF", None, None),
        (SATURDAY, "Trade fell in [recent weeks].", "PAST_REF", None, None),
        (SATURDAY, "More rain will fall in [the coming days].", "PXD", None, None),
        # Repeated.
        (SATURDAY, "They pray [every Friday] in the square.", "XXXX-WXX-5", None, None),
        (SATURDAY, "They march on [Fridays] in the square.", "XXXX-WXX-5", None, None),
        (SATURDAY, "Aid arrives [daily].", "XXXX-XX-XX", None, None),
        (SATURDAY, "The ferry sails [twice a week].", "P1W", None, None),
        (SATURDAY, "The pact is renewed [every five years].", "P5Y", None, None),
        # Times of day.
        (SATURDAY, "The bomb went off at [0300 GMT].", "2024-12-14T03:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [3:30 p.m. local time].", "2024-12-14T15:30", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [5 a.m. Eastern].", "2024-12-14T05:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [6 p.m. Moscow time].", "2024-12-14T18:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [1500Z].", "2024-12-14T15:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [15:04].", "2024-12-14T15:04", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [noon].", "2024-12-14T12:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "The truce began at [midnight].", "2024-12-14T24:00", "2024-12-14", "2024-12-14"),
        (SATURDAY, "It went off at [10 p.m. Wednesday].", "2024-12-11T22:00", "2024-12-11", "2024-12-11"),
        # Of no date.
        (SATURDAY, "The town is [now] quiet.", "PRESENT_REF", None, None),
        (SATURDAY, "The bridge was [recently] rebuilt.", "PAST_REF", None, None),
        (SATURDAY, "Power will be back [soon].", "FUTURE_REF", None, None),
    ],
)
def test_each_kind_of_time_has_its_value_and_its_days(published, marked, value, start, end):
    if value is None:
        assert read(marked, published) is None  # the year belongs to it
    else:
        assert days(marked, published) == (value, start, end)


@pytest.mark.parametrize(
    ("marked", "edtf"),
    [
        ("The base closed in [mid-2019].", "2019-05/2019-08"),
        ("The town fell in [early December].", "2024-12-01/2024-12-10"),
        ("They were rivals in [the 1990s].", "199X"),
        ("The fort dates from [the 19th century].", "18XX"),
        ("The offensive began in [spring 2022].", "2022-21"),
        ("The offensive began in [winter 2022].", "2022-24"),
        ("Output fell in [the third quarter of 2022].", "2022-07/2022-09"),
        ("He was jailed [about five years ago].", "2019~"),
        ("The palace fell on [5/6/2024].", "2024-05-06?"),
        ("The strikes began [last week].", "2024-12-02/2024-12-08"),
        ("The troops have been there since [2015].", "2015/2024-12-14"),
        ("The troops will leave by [March].", "2024-12-14/2025-03"),
        ("They had taken the town by [Sunday].", "2024-12-08"),
        ("The [2014-2016] outbreak killed thousands.", "2014/2016"),
    ],
)
def test_edtf_marks_what_is_rough_unsure_or_open(marked, edtf):
    assert read(marked, SATURDAY).edtf == edtf


@pytest.mark.parametrize(
    ("marked", "value", "anchor"),
    [
        ("The bridge fell on May 3. [Two days later] it was shut.", "2024-05-05", "May 3"),
        ("The bridge fell on May 3. He was held [four days later] in Kenya.", "2024-05-07", "May 3"),
        ("The bridge fell on May 3. It was shut [the next day].", "2024-05-04", "May 3"),
        ("The bridge fell on May 3. It was shut [the following day].", "2024-05-04", "May 3"),
        ("The bridge fell on May 3. [A day earlier] it had been mined.", "2024-05-02", "May 3"),
        ("The bridge fell on May 3. It had been mined [the previous night].", "2024-05-02TNI", "May 3"),
        ("The bridge fell on May 3. It had been mined [the day before].", "2024-05-02", "May 3"),
        ("The bridge fell on May 3. It was rebuilt [the following week].", "2024-W19", "May 3"),
        ("The bridge fell on May 3. [That day] two men died.", "2024-05-03", "May 3"),
        ("The bridge fell in May 2019. Two towers fell [that month].", "2019-05", "May 2019"),
        ("The bridge fell in 2019. A tower fell [the same year].", "2019", "2019"),
        ("The bridge fell in 2019. It had been closed [a year earlier].", "2018", "2019"),
        ("The bridge fell in May 2019. [Three months later] it was rebuilt.", "2019-08", "May 2019"),
        ("The bridge fell on May 3. It had been mined [the Friday before].", "2024-04-26", "May 3"),
    ],
)
def test_a_narrated_time_is_counted_from_the_one_told_last(marked, value, anchor):
    time = read(marked, SATURDAY)
    assert (time.value, time.anchor.text) == (value, anchor)


def test_a_narrated_day_with_nothing_told_before_stays_open_and_says_so():
    time = read("The bridge was rebuilt [the following day].", SATURDAY)
    assert time.value == "XXXX-XX-XX"
    assert time.start is None
    assert time.unresolved == "the words count from a time that is not told before them"


def test_what_is_past_is_not_counted_from_what_is_to_come():
    assert read("A summit will be held on Jan. 9. [That same day] a jet crashed.", SATURDAY).value == "XXXX-XX-XX"
    assert read("The embassy fell on May 3. [A year later] it reopened.", SATURDAY).value == "XXXX"


def test_a_day_counted_from_a_happening_is_not_counted_from_the_report():
    assert read("The bridge fell [the day after] the vote.", SATURDAY) is None


def test_what_counts_from_the_report_has_no_anchor():
    assert read("The bridge fell on May 3 and was shut [yesterday].", SATURDAY).anchor is None


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The convoy left on [Friday].", "XXXX-WXX-5"),
        ("The convoy left on [June 3].", "XXXX-06-03"),
        ("The convoy left in [June].", "XXXX-06"),
        ("The convoy left [yesterday].", "XXXX-XX-XX"),
        ("The convoy left [last week].", "XXXX-WXX"),
        ("The convoy left [last month].", "XXXX-XX"),
        ("The convoy left [two years ago].", "XXXX"),
        ("The convoy left on [the 9th].", "XXXX-XX-09"),
        ("The convoy left in [the third quarter].", "XXXX-Q3"),
        ("The convoy left at [5 p.m.]", "XXXX-XX-XXT17:00"),
    ],
)
def test_without_a_date_of_the_report_times_stay_open_and_say_why(marked, value):
    time = read(marked, None)
    assert (time.value, time.unresolved, time.start, time.edtf) == (value, "the report has no date", None, None)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The palace fell on [8 December 2024].", "2024-12-08"),
        ("It was built in [1971].", "1971"),
        ("They signed a [49-year] lease.", "P49Y"),
        ("They pray [every Friday].", "XXXX-WXX-5"),
    ],
)
def test_without_a_date_of_the_report_what_needs_none_is_told(marked, value):
    time = read(marked, None)
    assert (time.value, time.unresolved) == (value, None)


@pytest.mark.parametrize(
    "body",
    [
        "He may leave with Theresa May.",
        "Theresa May stood down.",
        "May told parliament that she would resign.",
        "Demonstrators march through the town.",
        "A second man was hurt.",
        "Three AN-124s and a Su-35 stood there.",
        "Some 1,500 troops arrived.",
        "About 2000 troops arrived.",
        "August Wilson wrote plays.",
        "She told the Sunday Times about it.",
        "Shops opened for Black Friday.",
        "He appeared on a 24-hour news channel.",
        "A Boeing 747 landed.",
        "Boeing 1950 models were sold.",
        "Flight 1978 was lost.",
        "The council passed Resolution 1701.",
        "A 49-year-old man was hurt.",
        "The driver, 52 years old, was hurt.",
        "The team won 3-2.",
        "The paper USA Today reported it.",
        "It costs $2 million a year.",
        "The fall of Damascus stunned Iran.",
        "Sun shone as they sat down.",
        "The annual budget was cut.",
        "The 9th Circuit ruled against him.",
        "The road is 1800 km long.",
    ],
)
def test_other_words_are_no_times(body):
    told = report(body, SATURDAY)
    assert [time.span.text for time in find_times(told, parse(told))] == []


def test_without_a_date_of_the_report_what_goes_on_has_no_end():
    time = read("The troops have been there since [2015].", None)
    assert (time.start, time.end, time.edtf) == ("2015-01-01", None, "2015/..")


def test_the_year_of_a_name_is_a_time():
    assert days("The [2024] Olympics were held in Paris.", SATURDAY)[0] == "2024"
