from reportedly.export.timeline_chart import draw_timeline
from reportedly.picture import TimelineEntry


def entry(key, start, end):
    return TimelineEntry(start=start, end=end, edtf=None, claim=key, summary=key)


def drawn(*entries, published=None, as_of=None):
    return draw_timeline(entries, published or {}, as_of)


def test_a_known_day_is_exact_and_a_range_is_not():
    chart = drawn(entry("a", "2024-05-01", "2024-05-01"), entry("b", "2024-05-01", "2024-05-04"))
    assert [(bar.entries[0].claim, bar.exact, bar.left, bar.width) for bar in chart.bars] == [
        ("a", True, 0.0, 25.0),
        ("b", False, 0.0, 100.0),
    ]


def test_claims_of_the_same_days_share_a_bar():
    chart = drawn(entry("a", "2024-05-01", "2024-05-01"), entry("b", "2024-05-01", "2024-05-01"))
    assert [[e.claim for e in bar.entries] for bar in chart.bars] == [["a", "b"]]


def test_background_and_undated_claims_are_told_apart():
    chart = drawn(
        entry("old", "1944-07-01", "1944-07-31"),
        entry("new", "2024-05-01", "2024-05-01"),
        entry("planned", "2024-09-01", "2024-09-30"),
        entry("never", None, None),
        as_of="2024-05-02",
    )
    assert [e.claim for e in chart.earlier] == ["old"]
    assert [e.claim for e in chart.later] == ["planned"]
    assert [e.claim for e in chart.undated] == ["never"]
    assert len(chart.bars) == 1


def test_an_end_that_is_not_told_stays_open():
    (bar,) = drawn(entry("a", "2024-05-01", None), as_of="2024-05-06").bars
    assert bar.open_end
    assert not bar.open_start


def test_reports_stand_at_the_middle_of_their_day():
    chart = drawn(entry("a", "2024-05-01", "2024-05-04"), published={"R1": "2024-05-02T20:00:00+02:00", "R2": None})
    assert chart.published == ((37.5, "R1"),)


def test_nothing_dated_gives_no_axis():
    chart = drawn(entry("a", None, None))
    assert chart.ticks == ()
    assert [e.claim for e in chart.undated] == ["a"]


def test_the_first_and_the_last_day_of_the_calendar_do_not_break_it():
    assert drawn(entry("a", "0001-01-01", "0001-01-01"), entry("b", "9999-12-31", "9999-12-31")).bars
