"""The days of events: what has gone on since or for so long, what images show, what happened at one moment."""

import pytest
from tests.analyse.told import events

# 14 June 2023 is a Wednesday.


def days(body, predicate):
    found = next(event for event in events(body) if event.predicate.text.startswith(predicate))
    return None if found.time is None else (found.time.start, found.time.end)


@pytest.mark.parametrize(
    ("body", "predicate", "start", "end"),
    [
        ("At least 14 planes have crossed the Atlantic since Sunday night.", "crossed", "2023-06-11", "2023-06-14"),
        ("Two people have been killed in Homs since 6 a.m. on Monday.", "killed", "2023-06-12", "2023-06-14"),
        ("Every Friday since September, miners have marched in Zenica.", "marched", "2022-09-01", "2023-06-14"),
        ("Two corvettes have been moored at Ream for a year.", "moored", "2022-06-14", "2023-06-14"),
        ("Ships are moored at Subi Reef in an image of 10 June.", "moored", "2023-06-10", "2023-06-10"),
        (
            "A bomb killed 30 people in Hama on Thursday. The army began shelling Idlib the same afternoon.",
            "shelling",
            "2023-06-08",
            "2023-06-08",
        ),
        ("Hundreds of soldiers deserted Uvira between 9 and 12 June.", "deserted", "2023-06-09", "2023-06-12"),
        ("Power cuts last winter drove 12,000 people out of Nikopol.", "drove", "2022-12-01", "2023-02-28"),
        ("He watched two ships leave Poti on Monday.", "leave", "2023-06-12", "2023-06-12"),
        ("It detected 31 jets around Taiwan in the 24 hours to Monday.", "detected", "2023-06-11", "2023-06-12"),
        ("The council is to vote on renewing the mandate on Friday.", "vote", "2023-06-16", "2023-06-16"),
        ("A second exchange of detainees is planned for 24 June in Sanaa.", "exchange", "2023-06-24", "2023-06-24"),
        ("Two cutters could be seen at Poti on imagery taken on 5 June.", "seen", "2023-06-05", "2023-06-05"),
        (
            "War broke out in May 2021. In September of that year a mine damaged a ferry off Odesa.",
            "damaged",
            "2021-09-01",
            "2021-09-30",
        ),
        ("Police want to question two men about Friday's attack in Homs.", "attack", "2023-06-09", "2023-06-09"),
        ("The refinery at Baiji was wrecked in 2014 and 2015.", "wrecked", "2014-01-01", "2015-12-31"),
    ],
)
def test_what_days_an_event_may_have_been(body, predicate, start, end):
    assert days(body, predicate) == (start, end)


def test_a_month_counts_from_the_time_told_before():
    body = "The ship left Mykolaiv in November 2001 and reached Dalian the following March."
    assert days(body, "reached") == ("2002-03-01", "2002-03-31")


def test_a_noun_behind_a_month_does_not_last_up_to_now():
    body = "Lawyers spoke for 27 people held since the June protests."
    assert days(body, "protests") == ("2023-06-01", "2023-06-14")
