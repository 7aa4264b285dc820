"""Who asked not to be named, and who gave a name of their own."""

import pytest
from tests.analyse.said import said

from reportedly.analyse import analyse
from reportedly.assess import assess
from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.pipeline import link_reports
from reportedly.read import read_text


@pytest.mark.parametrize(
    "clause",
    [
        "who would not give her name",
        "who gave only her call sign, Badger",
        "who asked to remain anonymous",
        "who asked us not to print her name",
        "who identified herself only by her call sign",
        "who asked us to leave her name out",
        "who would only speak anonymously",
    ],
)
def test_names_that_are_held_back(clause):
    (*_, one) = said(f"A medic, {clause}, said the road was shut.")
    assert one.speaker.anonymity is Anonymity.WITHHELD


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("who asked us to leave her name out for fear of the landlord", "fear of the landlord"),
        ("who would speak only anonymously because her visa is under review", "her visa is under review"),
        ("who asked not to be named so as not to anger her neighbours", "so as not to anger her neighbours"),
        ("who spoke on the understanding that she was not identified, citing the trial", "the trial"),
        ("who asked that her name be omitted over fears for her job", "fears for her job"),
        ("who left her name out of the book for years", None),
    ],
)
def test_why_a_name_is_held_back(clause, reason):
    (*_, one) = said(f"A medic, {clause}, said the road was shut.")
    assert (one.speaker.anonymity is Anonymity.WITHHELD, one.speaker.anonymity_reason) == (reason is not None, reason)


def test_why_a_group_is_not_named_holds_for_each_of_it():
    body = (
        "Two Danish nurses, one retired and one junior, spoke on condition of anonymity, citing the lawsuit. "
        "The junior nurse said the ward was full. The pair said the hall was shut."
    )
    assert [one.speaker.anonymity_reason for one in said(body)[-2:]] == ["the lawsuit", "the lawsuit"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A woman who gave her name only as Dana", "Dana"),
        ("A driver who would only give his first name, Luis,", "Luis"),
        ("A man who identified himself as Tobias Kern", "Tobias Kern"),
    ],
)
def test_who_gives_a_name_has_one(source, name):
    (*_, one) = said(f"{source} said the road was shut.")
    assert (one.speaker.kind, one.speaker.name) == (SpeakerKind.PERSON, name)


def test_what_is_told_of_a_lawyer_is_not_told_of_the_clients():
    body = "Four passengers remember seeing ice, according to their lawyer, who asked that her name be withheld."
    assert {one.source.text: one.speaker.anonymity for one in said(body)}["Four passengers"] is Anonymity.UNNAMED


def test_a_third_of_a_group_is_withheld_with_the_whole_group():
    body = (
        "Three diplomats said a truce was near. Two of the diplomats said it would hold. "
        "The third, an envoy, said it would not. All three declined to be named, citing the talks."
    )
    third = said(body)[2].speaker
    assert (third.role, third.count, third.anonymity, third.anonymity_reason) == (
        "envoy",
        1,
        Anonymity.WITHHELD,
        "the talks",
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("asked not to be named as talks are under way", "talks are under way"),
        ("asked not to be identified since the review is open", "the review is open"),
        ("spoke on condition of anonymity while a vote was pending", "a vote was pending"),
        ("wished to remain anonymous for fear of being fined", "fear of being fined"),
        ("asked not to be named discussing a colleague", "discussing a colleague"),
    ],
)
def test_reasons_that_any_conjunction_opens(words, reason):
    (*_, one) = said(f"A banker, who {words}, said the loan was safe.")
    assert one.speaker.anonymity_reason == reason


def test_an_alias_is_no_reason():
    (*_, one) = said("A medic, who identified himself only as a guard, said the road was shut.")
    assert one.speaker.anonymity_reason is None


@pytest.mark.parametrize("subject", ["All of them", "All", "They", "None of them wanted to be named;they"])
def test_a_groups_reason_reaches_its_members(subject):
    told = "spoke on condition of anonymity because the review is open"
    first = "Six players said the coach had lost them."
    *_, one = said(f"{first} {subject.replace(';', ' and ')} {told}. One of the players said he would go.")
    assert one.speaker.anonymity_reason == "the review is open"


def test_a_reason_stays_with_its_own_source():
    body = (
        "Five officials said the crews would go. All of them spoke on condition of anonymity because it is secret. "
        '"They take the radars," said a driver who asked not to be named because he fears for his job.'
    )
    assert [one.speaker.anonymity_reason for one in said(body)[:2]] == ["it is secret", "he fears for his job"]


def test_on_what_terms_somebody_spoke_has_not_happened_and_is_no_claim():
    body = (
        "A guard, who asked not to be identified for fear of reprisals, said two trucks left the base on Monday.\n\n"
        "An officer asked to remain anonymous out of fear of attacks by the army. He said five soldiers were killed."
    )
    reading = analyse(read_text(body, as_is=True))
    assert [event.type for event in reading.events] == ["depart", "casualties"]
    assert {one.speaker.anonymity for one in reading.attributions} == {"withheld"}
    claims = assess([reading], link_reports([reading.report])).claims
    assert not any("anonymous" in claim.summary or "identified" in claim.summary for claim in claims)
