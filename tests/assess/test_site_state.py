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


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Two frigates were berthed in Visby on Thursday.", "present"),
        ("Two frigates berthed in Visby on Thursday.", "arrived"),
        ("Two frigates had not moved from Visby by Thursday.", "present"),
        ("Two frigates steamed out of Visby on Thursday.", "left"),
        ("Visby was empty of frigates on Thursday.", "absent"),
        ("A reporter saw no frigates in Visby on Thursday.", "absent"),
        ("Two frigates are heading for Visby, the navy said on Thursday.", "not_reported"),
        ("Two frigates left Gdynia for Visby on Thursday.", "not_reported"),
    ],
)
def test_verbs_in_all_their_forms_tell_what_a_thing_did(told, expected):
    (row,) = state(("2026-04-10", told), day="2026-04-09", wanted="frigates")
    assert row.state.value == expected


def test_the_month_of_may_is_no_doubt():
    seen = ("2026-05-08", "Pictures from May 6 show seven tankers in Visby.")
    assert short(state(seen, day="2026-05-08", wanted="tankers")) == [("last_seen", 7, 7, "2026-05-06")]


def test_the_others_stay_where_some_left_in_one_sentence():
    told = ("2026-04-10", "Two tankers sailed from Visby at dawn on Friday; the other three are still moored there.")
    assert short(state(told, day="2026-04-10", wanted="tankers")) == [
        ("present", 3, 3, "2026-04-10"),
        ("left", 2, 2, "2026-04-10"),
    ]


def test_a_part_of_the_wounded_is_not_all_of_them():
    told = ("2026-04-10", "Forty wounded were treated in Visby on Friday. Six were on ventilators on Friday.")
    assert short(state(told, day="2026-04-10", wanted="wounded")) == [("present", 40, 40, "2026-04-10")]


def test_they_left_is_read_behind_a_time():
    told = ("2026-04-10", "Nine buses stood in Visby on Wednesday. Before dawn on Thursday they pulled out.")
    assert short(state(told, day="2026-04-10", wanted="buses")) == [("left", 9, 9, "2026-04-09")]


def test_a_report_of_the_same_story_may_call_the_site_by_a_part_of_it():
    named = (
        "2026-04-09",
        "The Visby stadium was shut on Thursday. Two cranes stood beside the north stand, Ola Berg said.",
    )
    unnamed = ("2026-04-11", "The two cranes at the north stand were driven away on Friday, Ola Berg said.")
    stranger = ("2026-04-11", "The two cranes at the north stand were driven away on Friday, a walker said.")
    assert [row.state.value for row in state(named, unnamed, day="2026-04-11", wanted="cranes")] == ["left"]
    assert [row.state.value for row in state(named, stranger, day="2026-04-11", wanted="cranes")] == ["last_seen"]


def test_where_a_speaker_is_does_not_move_the_scene():
    told = (
        "2026-04-10",
        "The Visby port is shut. A broker in Oslo said on Friday that trade was slow. He counts six tankers off the jetty.",
    )
    assert [row.state.value for row in state(told, day="2026-04-10", wanted="tankers")] == ["present"]


def test_what_a_reporter_saw_is_of_the_day_that_he_tells_first():
    told = (
        "2026-04-11",
        "VISBY, April 11 - A reporter at the Visby bridge on Thursday counted nine men. Four vans were drawn up beside them.",
    )
    assert short(state(told, day="2026-04-09", wanted="vans")) == [("present", 4, 4, "2026-04-09")]


def test_the_day_of_something_else_is_not_that_of_what_is_still_there():
    told = ("2026-04-10", "Four of the lorries that burnt on Sunday are still on the bridge in Visby.")
    assert short(state(told, day="2026-04-10", wanted="lorries")) == [("present", 4, 4, "2026-04-10")]


def test_kinds_with_a_word_of_their_own_are_not_mixed_up():
    told = ("2026-04-10", "Six broadcast vans were parked in Visby on Friday.")
    assert [row.state.value for row in state(told, day="2026-04-10", wanted="police vans")] == ["not_reported"]
    cars = ("2026-04-10", "Four cars of the Red Cross were parked in Visby on Friday.")
    assert short(state(cars, day="2026-04-10", wanted="Red Cross cars")) == [("present", 4, 4, "2026-04-10")]


def test_an_empty_berth_says_that_what_lay_there_is_gone():
    told = ("2026-04-10", "A destroyer lay at the fishing pier in Visby on Wednesday. On Thursday the berth was bare.")
    assert [row.state.value for row in state(told, day="2026-04-10", wanted="destroyer")] == ["absent"]


def test_what_a_picture_shows_anchored_is_there_and_did_not_come_on_the_day_of_the_report():
    told = ("2026-04-10", "A satellite picture taken on April 6 showed two ferries anchored about 3 km south of Visby.")
    assert short(state(told, day="2026-04-10", wanted="ferries")) == [("last_seen", 2, 2, "2026-04-06")]


def test_a_base_that_is_not_being_left_is_told_before_posts_that_are():
    told = (
        "2026-04-10",
        "Troops sent north have begun moving out of the villages, but are not leaving the port of Visby.",
    )
    assert [row.state.value for row in state(told, day="2026-04-10", wanted="troops")] == ["present"]


def test_what_belongs_to_a_thing_is_not_the_thing():
    told = ("2026-04-10", "Three of the squadron's buses were parked in Visby on Friday.")
    assert [row.state.value for row in state(told, day="2026-04-10", wanted="squadron")] == ["not_reported"]
