"""Whom a noun stands for that tells something new of one told of before: a town, a trade, an age, a rank."""

import pytest
from tests.analyse.said import said

from reportedly.analyse.body_trade import trades_of, trades_of_name
from reportedly.analyse.person_word import with_people_of_age
from reportedly.analyse.whence import agrees, places_in


def speaker(body, source):
    """Give the name of the last speaker whose source's words open so, and the body that it belongs to."""
    found = [one for one in said(body) if one.source is not None and one.source.text.startswith(source)]
    return found[-1].speaker


@pytest.mark.parametrize(
    ("body", "source", "name"),
    [
        # a town or a land
        (
            "Nordkraft, an Oslo-based fund, bought a third of Belmar Steel, a Spanish steelmaker. The Bilbao company said it was pleased. The Norwegian investor said it would wait.",
            "The Bilbao company",
            "Belmar Steel",
        ),
        (
            "Nordkraft, an Oslo-based fund, bought a third of Belmar Steel, a Spanish steelmaker. The Bilbao company said it was pleased. The Norwegian investor said it would wait.",
            "The Norwegian investor",
            "Nordkraft",
        ),
        (
            "Halden Aid, a charity in Nairobi, left the valley. Open Hands stayed on. The Nairobi-based organisation said it had no choice.",
            "The Nairobi-based organisation",
            "Halden Aid",
        ),
        (
            "Leipzig Lions have sold Karl Moser. The Saxon side said the price was fair.",
            "The Saxon side",
            "Leipzig Lions",
        ),
        # a trade of firms
        (
            "Harlan Bank lent 3 million euros to Quill Airways. The airline said it was grateful. The lender said it was sure of its money.",
            "The lender",
            "Harlan Bank",
        ),
        (
            "Harlan Bank lent 3 million euros to Quill Airways. The lender said it was sure of its money. The carrier said it was grateful.",
            "The carrier",
            "Quill Airways",
        ),
        # an age alone
        (
            'Nils Brandt, 47, runs the mill. "It is over," the 47-year-old said.',
            "the 47-year-old",
            "Nils Brandt",
        ),
        (
            "Nils Brandt, 47, runs the mill. The 47-year-old later said grain was dear.",
            "The 47-year-old",
            "Nils Brandt",
        ),
        # what describes somebody
        (
            "The council's leader, Ada Lind, said it was late. The trained nurse said nobody had called.",
            "The trained nurse",
            "Ada Lind",
        ),
        (
            "The party's leader, Ada Lind, said it was late. The exiled lawyer, speaking to Radio Norte from Lima, said the army was tired.",
            "The exiled lawyer",
            "Ada Lind",
        ),
        (
            "The firm's director, Ivo Maric, said the tower would stand. The property developer said flats were scarce.",
            "The property developer",
            "Ivo Maric",
        ),
        # a rank
        (
            "The army's spokesman, Colonel Ivo Maric, said the road was shut. The deputy head of the border guard, Petr Kos, said it was open. The general added that snow was near.",
            "The general",
            "Petr Kos",
        ),
        # who is on trial
        (
            "Nils Brandt denies three counts of theft. His sister, Ada Brandt, wept. The accused said he had found the coins.",
            "The accused",
            "Nils Brandt",
        ),
        # by what they do
        (
            "The midfielder Nils Brandt, who leads the side, said the pitch was wet. The captain said it had rained for days.",
            "The captain",
            "Nils Brandt",
        ),
        # armed
        (
            "The town fell to the Coastal Liberty Front in May. The rebels said they would stay.",
            "The rebels",
            "Coastal Liberty Front",
        ),
    ],
)
def test_a_noun_that_tells_more_stands_for_one_told_of_before(body, source, name):
    assert speaker(body, source).name == name


@pytest.mark.parametrize(
    ("body", "source", "other"),
    [
        (
            "Halden Aid, a charity in Nairobi, left the valley. The Lima-based organisation said it was safe.",
            "The",
            "Halden",
        ),
        ("Harlan Bank closed a branch. The airline said it would not fly.", "The airline", "Harlan Bank"),
        (
            "Ada Lind told Radio Norte that it was late. The watchdog said it would look into it.",
            "The watchdog",
            "Radio",
        ),
        ("Two men were shot, Colonel Ivo Maric said. The general said it was a mistake.", "The general", "Ivo Maric"),
    ],
)
def test_a_noun_that_cannot_be_somebodys_does_not_stand_for_them(body, source, other):
    assert not (speaker(body, source).name or "").startswith(other)


@pytest.mark.parametrize(
    ("body", "source", "name"),
    [
        ("Quill's parent, the Dutch utility Skarven, said it was sure.", "Quill", "Skarven"),
        ("The dockers' union, Havnar, said it was late.", "The dockers", "Havnar"),
        ("The group, which calls itself Iron Owl, said it was behind it.", "The group", "Iron Owl"),
        ("The supermarket chain Sunways said shelves were full.", "The supermarket", "Sunways"),
    ],
)
def test_a_name_beside_a_bodys_noun_is_the_bodys(body, source, name):
    found = speaker(body, source)
    assert (found.kind.value, found.name) == ("organisation", name)


def test_a_coach_is_of_the_one_club_that_is_told_of():
    club = "Marlow Rovers lost again. Coach Ada Lind said it hurt."
    assert speaker(club, "Coach Ada Lind").affiliation == "Marlow Rovers"
    two = "Marlow Rovers lost to Hexley Rovers. Coach Ada Lind said it hurt."
    assert speaker(two, "Coach Ada Lind").affiliation is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the 63-year-old said no", "the 63-year-boy said no"),
        ("The 63-year-old, who fled", "The 63-year-boy, who fled"),
        ("a 12-year-old girl said no", "a 12-year-old girl said no"),
        ("the 40-year-old bus burned", "the 40-year-old bus burned"),
    ],
)
def test_an_age_is_read_as_a_noun_where_no_noun_stands_behind_it(text, read):
    assert with_people_of_age(text) == read


def test_the_words_of_the_report_stay_as_they_are():
    (one,) = said("The 63-year-old said that his boy was ill.")
    assert one.source.text == "The 63-year-old"
    assert one.speaker.role is None


def test_places_agree_by_town_and_by_land():
    assert agrees(places_in("Madrid"), places_in("Spanish"))
    assert agrees(places_in("Madrid"), places_in("German")) is False
    assert agrees(places_in("Madrid"), places_in("Barcelona")) is False
    assert agrees(places_in("Madrid"), places_in("European")) is None


def test_firms_do_what_their_names_and_nouns_say():
    assert trades_of({"lender", "company"}) == trades_of_name("Harlan Bank") == trades_of_name("Nordbank")
    assert not trades_of({"company", "group"}) | trades_of_name("Harlan Group")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Her lawyer, Ann Bost, said it was a clear case. The solicitor said it would be quick.", "Ann Bost"),
        ("The party's spokesman, Karl Reis, said it was a gift. The tax lawyer said so in May too.", "Karl Reis"),
        ("A UN official said it was late. The minister said it was early.", None),
    ],
)
def test_an_office_is_somebodys_only_where_it_says_more_of_what_they_are(body, name):
    assert said(body)[-1].speaker.name == name


def test_a_people_opens_no_persons_name():
    assert speaker("The Mexican Ana Lind said it was late.", "The Mexican").name == "Ana Lind"


@pytest.mark.parametrize(
    ("body", "source", "name"),
    [
        (
            "Minsk was quiet. Omar Noori, 58, drove the tractor. The 58-year-old machine operator said it was dark.",
            "The 58-year-old",
            "Omar Noori",
        ),
        ("Minsk was quiet. Nordhav Aid, a charity, left. The group said it was tired.", "The group", "Nordhav Aid"),
        ("Minsk was quiet. The government said it was tired.", "The government", "government"),
        (
            "Maj. Dana Holt, an army spokeswoman, said it was safe. Petra Kos, who ran the fort, was in court. "
            "The retired major said it was lost.",
            "The retired major",
            "Petra Kos",
        ),
        ("Maj. Dana Holt said it was safe. The major said it was lost.", "The major", "Dana Holt"),
        ("Dame Petra Kos ran the port. The ex-captain said it was safe.", "The ex-captain", "Petra Kos"),
        ("Minister Omar Noori spoke on Friday. The MP for Harne said it was over.", "The MP", "Omar Noori"),
        ("Minister Omar Noori spoke on Friday. The Yorkshire MP said it was over.", "The York", "Omar Noori"),
        ("A user who posts as @gulfhulls was quick. It had gone, he wrote.", "he", "@gulfhulls"),
        ("A baker from Harrogate, who asked us to leave his name out, saw it. The man left, he said.", "he", None),
        (
            "Olga Lind, head of the Pilots’ Guild, who has called a strike, left. She said it was over.",
            "She",
            "Olga Lind",
        ),
        ("The Ministry of Foreign Affairs of Poland said it was over.", "The", "Ministry of Foreign Affairs of Poland"),
        ("Public Prosecutor Omar Noori spoke on Friday. The magistrate said it was over.", "The mag", "Omar Noori"),
        (
            "The director of the mill, Omar Noori, spoke on Friday. The manager said it was shut.",
            "The man",
            "Omar Noori",
        ),
    ],
)
def test_no_town_and_no_serving_officer_is_meant(body, source, name):
    assert speaker(body, source).name == name


def test_of_two_who_ask_not_to_be_named_the_third_is_none():
    body = "Two envoys said it was over. They asked not to be named. A third, from the Gulf, reckons it is not."
    found = said(body)
    assert [one.speaker.anonymity.value for one in found] == ["withheld", "unnamed"]


def test_own_outlet_is_known_by_its_short_name():
    found = said("It fell. Meridian has not been able to verify his account.", publisher="Meridian News")
    assert {(one.speaker.kind.value, one.speaker.name) for one in found} == {("outlet", "Meridian News")}


def test_body_that_issues_the_report_is_no_outlet():
    body = "Soldiers left, Witness Norland said today. The group urged them to return."
    found = said(body, publisher="Witness Norland")
    assert {(one.speaker.kind.value, one.speaker.name) for one in found} == {("organisation", "Witness Norland")}
    found = said("Soldiers left, the Norland Globe can reveal.", publisher="Norland Globe")
    assert {one.speaker.kind.value for one in found} == {"outlet"}
