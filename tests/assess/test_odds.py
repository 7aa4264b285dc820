"""Whether two tellings in other words are taken for one, and what a newsroom takes back."""

import pytest
from tests.assess.factory import HARBOUR, Draft, derivation, lineage, speaker

from reportedly.assess import assess
from reportedly.assess.vector import nearness
from reportedly.attribution import SpeakerKind
from reportedly.event import EventType

KAMARA = speaker("Ines Kamara", role="harbour master")
OLSEN = speaker("Tor Olsen", role="pilot")


def told(id_, outlet, words, by=None, day="2026-03-05", **event):
    return Draft(id_, publisher=outlet, published=day).tell(words, by=by, **event).done()


def left(id_, outlet, words, by):
    event = {"type": EventType.DEPART, "origin": HARBOUR, "day": "2026-03-04"}
    return told(id_, outlet, words, by, **event)


def picture(*readings, **links):
    return assess(readings, lineage(readings, **links))


def test_a_word_is_nearer_to_one_that_means_the_same_than_to_another():
    assert nearness("the vessel sailed", "the ship departed") > nearness("the vessel sailed", "the senator laughed")


@pytest.mark.parametrize(("one", "other"), [("Monday", "Tuesday"), ("four", "five"), ("April", "May")])
def test_days_months_and_numbers_are_near_to_nothing_but_themselves(one, other):
    assert nearness(one.lower(), other.lower()) == 0
    assert nearness(one.lower(), one.lower()) > 0.99


def test_nearness_does_not_depend_on_which_text_comes_first():
    one, other = "a crane fell on the quay", "the dock was hit by a toppling gantry"
    assert nearness(one, other) == nearness(other, one)


def test_one_departure_in_other_words_is_one_claim_on_two_legs():
    one = left("a", "Gazette", "The frigate left Port Harmony on Wednesday", KAMARA)
    other = left("b", "Herald", "The warship sailed from Port Harmony on Wednesday", OLSEN)
    claims = picture(one, other).claims
    assert [claim.origins for claim in claims] == [2]


def test_a_sentence_in_which_no_event_was_found_supports_a_claim():
    one = left("a", "Gazette", "The frigate left Port Harmony on Wednesday", KAMARA)
    other = told("b", "Herald", "On Wednesday the frigate slipped out of Port Harmony.")
    claims = picture(one, other).claims
    assert [sorted({support.report for support in claim.supporting}) for claim in claims] == [["a", "b"]]


def test_an_aside_in_the_outlets_own_voice_is_no_claim_of_its_own():
    assert picture(told("a", "Gazette", "His nets were still lying in the boat beside him.")).claims == ()


def test_what_a_newsroom_takes_back_counts_nowhere():
    first = told("a", "Gazette", "Two frigates left Port Harmony on Wednesday", KAMARA, type=EventType.DEPART)
    words = "Gazette withdraws its report that two frigates left Port Harmony on Wednesday"
    second = told("b", "Gazette", words, day="2026-03-08", type=EventType.DEPART)
    claims = [claim for claim in picture(first, second).claims if "a" in {item.report for item in claim.supporting}]
    assert [claim.origins for claim in claims] == [0]


def test_what_another_newsroom_found_itself_stands_when_one_takes_its_own_back():
    first = told("a", "Gazette", "Two frigates left Port Harmony on Wednesday", KAMARA, type=EventType.DEPART)
    other = told("c", "Herald", "Two frigates left Port Harmony on Wednesday", OLSEN, type=EventType.DEPART)
    words = "Gazette withdraws its report that two frigates left Port Harmony on Wednesday"
    second = told("b", "Gazette", words, day="2026-03-08", type=EventType.DEPART)
    claims = [claim for claim in picture(first, second, other).claims if claim.reports]
    assert [claim.origins for claim in claims] == [1]


def test_an_authority_that_is_not_named_may_be_the_one_that_is():
    named = speaker("the Norwegian Water Authority", SpeakerKind.ORGANISATION)
    unnamed = speaker("the authority", SpeakerKind.ORGANISATION)
    words = "The dam above the town holds and has no crack"
    claims = picture(told("a", "Gazette", words, named), told("b", "Herald", words, unnamed)).claims
    assert [claim.origins for claim in claims] == [1]


def test_whom_a_sentence_in_the_outlets_own_voice_names_is_whose_words_they_are():
    words = "The army has kept to a count of 12 dead soldiers, Firmin Ouaka"
    spoken = told("a", "Gazette", words, speaker("Firmin Ouaka", role="spokesman"))
    own = told("b", "Herald", f"{words}.")
    assert [claim.origins for claim in picture(spoken, own).claims] == [1]


def test_a_report_that_names_a_newsroom_held_has_from_it_what_it_says_in_its_own_voice():
    words = "The frigate left Port Harmony on Wednesday"
    wire = left("a", "Gazette", words, KAMARA)
    other = Draft("b", publisher="Herald", published="2026-03-06")
    other.tell("The pilots of the harbour went on strike on Thursday", by=speaker("Gazette", SpeakerKind.OUTLET))
    other.tell(f"{words}.", type=EventType.DEPART, origin=HARBOUR, day="2026-03-04")
    claims = [claim for claim in picture(wire, other.done()).claims if claim.type is EventType.DEPART]
    assert [(claim.reports, claim.origins) for claim in claims] == [(2, 1)]


def test_a_rewrite_in_words_of_its_own_changes_no_leg():
    origin = left("a", "Gazette", "The frigate left Port Harmony on Wednesday", KAMARA)
    other = left("b", "Herald", "The frigate sailed from Port Harmony on Wednesday", OLSEN)
    copy = told("c", "Mail", "Port Harmony lost its frigate on Wednesday.", type=EventType.DEPART, origin=HARBOUR)
    before = picture(origin, other).claims[0]
    after = picture(origin, other, copy, derivations=[derivation(origin, copy)]).claims[0]
    assert (before.origins, before.credibility, before.id) == (after.origins, after.credibility, after.id)
