"""What is known of a site on a day."""

import json
from io import BytesIO

import pytest

from reportedly.analyse import Tagger
from reportedly.picture import Condition, SiteQuery
from reportedly.pipeline import assess_reports, gather_reports, survey_sites

SEEN = ("2026-04-08", "Three destroyers were moored in Visby on Tuesday, a harbour pilot said.")
LEFT = ("2026-04-10", "Two destroyers left Visby on Thursday, the coastguard said.")
EMPTY = ("2026-04-12", "On Saturday no destroyers were moored in Visby, a baker said.")


def state(*told, day, wanted, place="Visby"):
    lines = [json.dumps({"id": f"r{n}", "published": date, "text": text}) for n, (date, text) in enumerate(told)]
    reports, _ = gather_reports(["-"], as_is=True, stdin=BytesIO("\n".join(lines).encode()))
    query = SiteQuery(place=place, day=day, wanted=(wanted,))
    survey = survey_sites(assess_reports(reports, tagger=Tagger.RULES), query)
    return [row for row in survey.sites[0].rows if row.what == wanted]


def short(rows):
    return [(row.state.value, row.min, row.max, row.day) for row in rows]


def test_what_is_seen_on_the_day_is_present_and_later_it_was_last_seen():
    assert short(state(SEEN, day="2026-04-07", wanted="destroyers")) == [("present", 3, 3, "2026-04-07")]
    (row,) = state(SEEN, day="2026-04-12", wanted="destroyers")
    assert (row.state, row.day, row.age_days) == (Condition.LAST_SEEN, "2026-04-07", 5)


def test_what_reports_of_later_days_tell_is_not_known_yet():
    assert short(state(SEEN, LEFT, day="2026-04-08", wanted="destroyers")) == [("last_seen", 3, 3, "2026-04-07")]


def test_what_left_is_not_last_seen_and_not_absent():
    assert short(state(SEEN, LEFT, day="2026-04-11", wanted="destroyers")) == [("left", 2, 2, "2026-04-09")]
    assert short(state(LEFT, EMPTY, day="2026-04-11", wanted="destroyers")) == [("left", 2, 2, "2026-04-09")]


def test_what_is_said_not_to_be_there_is_absent_and_what_nobody_tells_of_is_not():
    assert [row.state for row in state(EMPTY, day="2026-04-11", wanted="destroyers")] == [Condition.ABSENT]
    (row,) = state(SEEN, LEFT, EMPTY, day="2026-04-11", wanted="submarines")
    assert (row.state, row.claims, row.evidence) == (Condition.NOT_REPORTED, (), ())


def test_a_part_that_left_stands_beside_what_stayed():
    rows = state(
        ("2026-04-10", "Two destroyers left Visby on Thursday."),
        ("2026-04-11", "One destroyer was still moored in Visby on Friday."),
        day="2026-04-10",
        wanted="destroyers",
    )
    assert short(rows) == [("present", 1, 1, "2026-04-10"), ("left", 2, 2, "2026-04-09")]


def test_what_came_has_arrived_and_what_is_only_due_has_not():
    came = ("2026-04-10", "A ferry docked in Visby on Wednesday.")
    due = ("2026-04-10", "A ferry will arrive in Visby on Wednesday.")
    assert short(state(came, day="2026-04-10", wanted="ferry")) == [("arrived", 1, 1, "2026-04-08")]
    assert [row.state for row in state(due, day="2026-04-20", wanted="ferry")] == [Condition.NOT_REPORTED]


def test_what_is_elsewhere_is_not_at_the_site():
    elsewhere = ("2026-04-10", "Three destroyers were moored in Gdynia on Thursday.")
    assert [row.state for row in state(elsewhere, day="2026-04-09", wanted="destroyers")] == [Condition.NOT_REPORTED]
    away = ("2026-04-10", "Three destroyers sailed from Gdynia to Visby on Thursday.")
    assert [row.state for row in state(away, day="2026-04-09", wanted="destroyers")] == [Condition.ARRIVED]
    assert [row.state for row in state(away, day="2026-04-09", wanted="destroyers", place="Gdynia")] == [Condition.LEFT]


def test_the_port_and_the_airport_of_a_town_are_two_sites():
    told = ("2026-04-10", "The Visby port was calm. Two tankers lay at Visby airport on Thursday. Visby port was calm.")
    assert [row.state for row in state(told, day="2026-04-09", wanted="tankers", place="Visby airport")] == [
        Condition.PRESENT
    ]
    assert [row.state for row in state(told, day="2026-04-09", wanted="tankers", place="Visby port")] == [
        Condition.NOT_REPORTED
    ]


@pytest.mark.parametrize(("wanted", "told"), [("lorries", "trucks"), ("helicopters", "Mi-17s"), ("rebels", "gunmen")])
def test_other_words_for_a_thing_are_that_thing(wanted, told):
    report = ("2026-04-10", f"Four {told} were parked in Visby on Thursday.")
    assert short(state(report, day="2026-04-09", wanted=wanted)) == [("present", 4, 4, "2026-04-09")]


def test_the_order_of_reports_does_not_matter_and_rows_lead_to_words():
    one, other = (state(*told, day="2026-04-11", wanted="destroyers") for told in ((SEEN, LEFT), (LEFT, SEEN)))
    assert short(one) == short(other)
    assert all(row.evidence and row.evidence[0].span.text in LEFT[1] for row in one)
