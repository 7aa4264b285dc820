"""When two newsrooms have one source, however each of them words who it is."""

from dataclasses import replace

import pytest
from tests.assess.factory import HARBOUR, Draft, lineage, speaker

from reportedly.assess import assess
from reportedly.attribution import Basis, SpeakerKind
from reportedly.event import EventType
from reportedly.span import Span

LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}


def body(name):
    return speaker(name, SpeakerKind.ORGANISATION)


def document(maker=None):
    return speaker(None, SpeakerKind.DOCUMENT, affiliation=maker)


def telling(id_, outlet, by, words="The frigate left Port Harmony on Wednesday morning.", source=None):
    """A report of one sentence, whose attribution names its source by some of the words."""
    found = (
        Draft(id_, publisher=outlet, published="2026-03-05").tell(words, by=by, basis=Basis.STATEMENT, **LEFT).done()
    )
    if source is None:
        return found
    span = Span.of(words, words.index(source), words.index(source) + len(source))
    (attribution,) = found.attributions
    return replace(found, attributions=(replace(attribution, source=span),))


def legs(one, other):
    """How many legs a claim has that two newsrooms tell, each from its own source: a speaker, words that name it too."""
    sources = [each if isinstance(each, tuple) else (each,) for each in (one, other)]
    told = [
        telling(*place, *source) for place, source in zip((("a", "Gazette"), ("b", "Herald")), sources, strict=True)
    ]
    (found,) = assess(told, lineage(told)).claims
    return found.origins


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Norway's harbour police"), body("the harbour police service")),
        (body("Norway's harbour police"), speaker(None, SpeakerKind.ANONYMOUS, affiliation="harbour police service")),
        (body("the Kamara campaign"), body("Kamara's team")),
    ],
)
def test_a_body_is_one_whether_or_not_its_state_and_its_part_are_named(one, other):
    assert legs(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("the Norwegian embassy"), body("the Danish embassy")),
        (body("Norway's harbour police"), body("the lifeboat service")),
        (body("the press office"), body("the harbour police")),
    ],
)
def test_bodies_of_two_states_or_two_names_are_two(one, other):
    assert legs(one, other) == 2


def test_a_persons_office_says_what_the_person_says():
    assert legs(speaker("Ines Kamara", role="harbour master"), body("Kamara's office")) == 1
    assert legs(speaker("Tor Olsen", role="pilot"), body("Kamara's office")) == 2


def test_the_head_of_a_body_is_its_voice_and_one_who_works_there_is_not():
    police = body("Norway's Harbour Police")
    assert legs(speaker("Tor Olsen", role="director", affiliation="harbour police"), police) == 1
    assert legs(speaker("Tor Olsen", role="diver", affiliation="harbour police"), police) == 2


def test_two_heads_of_one_body_are_two_people():
    one, other = (speaker(name, role="director", affiliation="harbour police") for name in ("Tor Olsen", "Ida Berg"))
    assert legs(one, other) == 2


def test_a_statement_of_nobody_named_may_be_that_of_a_body_told_by_its_sort():
    assert legs(body("the ministry"), document()) == 1


def test_a_statement_of_nobody_named_may_be_that_of_one_who_leads():
    assert legs(document(), speaker("Ines Kamara", role="operations manager")) == 1
    assert legs(document(), speaker("Tor Olsen", role="pilot")) == 2


def test_a_rank_before_a_name_makes_no_other_person():
    assert legs(speaker("First Rank Tor Olsen"), speaker("Tor Olsen")) == 1
    assert legs(speaker("Ida Olsen"), speaker("Tor Olsen")) == 2


def test_a_statement_of_nobody_named_may_be_somebodys_work():
    inquiry = speaker("Ines Kamara")
    assert legs(document(), (inquiry, "Kamara's inquiry found that the frigate left Port Harmony.", "Kamara's")) == 1
    assert legs(document(), (inquiry, "Kamara said that the frigate left Port Harmony.", "Kamara")) == 2


def test_a_body_whose_name_is_guessed_may_be_any_other_body():
    shipyard = body("Nordhavn Yard")
    guessed = (body("Lantern Line"), "The company said the frigate left Port Harmony.", "The company")
    told = (body("Lantern Line"), "Lantern Line said the frigate left Port Harmony.", "Lantern Line")
    assert legs(shipyard, guessed) == 1
    assert legs(shipyard, told) == 2
    assert legs(speaker("Tor Olsen", role="pilot"), guessed) == 2
    officials, fishermen = (speaker(None, SpeakerKind.ANONYMOUS, role=role) for role in ("officials", "fishermen"))
    assert legs(officials, guessed) == 1
    assert legs(fishermen, guessed) == 2


@pytest.mark.parametrize(("publisher", "counted"), [("Harbour Police Service of Norway", 1), ("Norway Herald", 2)])
def test_what_a_body_publishes_itself_is_what_others_have_from_it(publisher, counted):
    sailor = speaker("Tor Olsen")
    there = Draft("a", publisher=publisher, published="2026-03-05").tell(
        "The frigate left Port Harmony on Wednesday morning, we can confirm.", **LEFT
    )
    others = [telling("b", "Herald", body("Norway's harbour police")), telling("c", "Gazette", sailor)]
    told = [there.done(), *others]
    (found,) = assess(told, lineage(told)).claims
    assert found.origins == counted + 1


def test_a_source_of_which_nothing_is_told_is_no_other_one():
    anybody = speaker(None, SpeakerKind.ANONYMOUS)
    told = "The frigate left Port Harmony on Wednesday morning, {} said."
    assert legs(speaker("Tor Olsen"), (anybody, told.format("a sailor"), "a sailor")) == 2
    assert legs(speaker("Tor Olsen"), (anybody, told.format("somebody"), "somebody")) == 1
