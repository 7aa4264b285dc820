"""Whom a source told: by name, wherever the words stand that say so."""

import pytest
from tests.analyse.said import only, said

from reportedly.attribution import SpeakerKind


@pytest.mark.parametrize(
    ("body", "via"),
    [
        ("The pilot told Reuters the runway was cratered.", "Reuters"),
        ("The pilot told the Valley Courier newspaper the runway was cratered.", "Valley Courier"),
        ("The pilot told the radio station Onda Sur the runway was cratered.", "Onda Sur"),
        ("The pilot told the BBC's breakfast programme the runway was cratered.", "BBC"),
        ("The pilot told Rope & Anchor the runway was cratered.", "Rope & Anchor"),
        ("In an interview with the Valley Courier, the pilot said the runway was cratered.", "Valley Courier"),
        ('"It is cratered," the pilot said in comments to the Valley Courier.', "Valley Courier"),
        ('"It is cratered," said the pilot, speaking to AFP by telephone.', "AFP"),
        ("Two pilots who spoke to AFP said the runway was cratered.", "AFP"),
        ("One of two pilots interviewed by AFP said the runway was cratered.", "AFP"),
        ("Four of the pilots whom AFP met at the gate said the runway was cratered.", "AFP"),
        ('"It is cratered," the pilot said, quoted by Interfax.', "Interfax"),
        ("Interfax quoted the pilot as saying the runway was cratered.", "Interfax"),
        ("The news came from the channel Onda Sur, which quoted the pilot as saying it was cratered.", "Onda Sur"),
        ("The pilot was quoted by Interfax as saying the runway was cratered.", "Interfax"),
        ("The runway was cratered, the pilot was quoted as saying by Interfax.", "Interfax"),
        ("The pilot expressed to Reuters a wish to leave the valley.", "Reuters"),
        ("The semi-official Coastal news agency, citing a pilot, said the runway was cratered.", "Coastal news agency"),
        ('"It is cratered," the pilot said, as quoted by the Interport agency.', "Interport"),
        ('"It is cratered," the pilot said in comments carried by the Valley Courier.', "Valley Courier"),
        ("A pilot reached by telephone by AFP said the runway was cratered.", "AFP"),
        ("The pilot wrote in the Valley Courier that the runway was cratered.", "Valley Courier"),
        ("The pilot said on Channel 9's Breakfast programme that the runway was cratered.", "Channel 9"),
        ("The pilot told Channel Six's Morning Hour the runway was cratered.", "Channel Six"),
        ("The pilot told the Daily Lantern the runway was cratered.", "Daily Lantern"),
        ("The pilot was quoted in the Daily Lantern as saying the runway was cratered.", "Daily Lantern"),
        ("The pilot was quoted in May as saying the runway was cratered.", None),
        ("The pilot was quoted by the regional daily Le Courrier du Lac as saying it was so.", "Le Courrier du Lac"),
        ("The pilot, in remarks carried by Radio Norte, said the runway was cratered.", "Radio Norte"),
        ("The pilot told Reuters runways would not be mended.", "Reuters"),
        ("The pilot told the sports daily Meta that the runway was cratered.", "Meta"),
        ("The pilot said in a podcast by the weekly Kapital that the runway was cratered.", "Kapital"),
        ("The pilot, reached by telephone by the radio station P7, said the runway was cratered.", "P7"),
        ("The pilot told the House of Deputies the runway was cratered.", "House of Deputies"),
        ("The pilot told his sister, Ada Lind, that the runway was cratered.", "Ada Lind"),
        ("The pilot told the BBC's Ada Lind the runway was cratered.", "Ada Lind"),
        ("The pilot told Judge Ada Lind the runway was cratered.", "Ada Lind"),
        ("The pilot told the Norport council the runway was cratered.", "Norport council"),
        ("In a BBC interview, the pilot said the runway was cratered.", "BBC"),
        ("The pilot told the Dawn programme that the runway was cratered.", "Dawn"),
        ("The pilot, interviewed on Radio Sur, said the runway was cratered.", "Radio Sur"),
        ("The pilot had warned Ada Lind that the runway was cratered.", "Ada Lind"),
        ("The pilot told MPs the runway was cratered.", None),
        ("The pilot told Democrats the runway was cratered.", None),
        ("Citing a pilot, the newspaper Golma said the runway was cratered.", "Golma"),
        ("The pilot told reporters the runway was cratered.", None),
        ("The pilot told two French officials the runway was cratered.", None),
        ("The pilot told a jury the runway was cratered.", None),
        ("The pilot wrote on Telegram that the runway was cratered.", None),
        ("The pilot compared the runway to Reuters.", None),
    ],
)
def test_whom_the_source_told(body, via):
    assert said(body)[0].via == via


@pytest.mark.parametrize(
    "body",
    [
        "Interfax quoted the pilot as saying the runway was cratered.",
        "The pilot was quoted by Interfax as saying the runway was cratered.",
    ],
)
def test_who_is_quoted_is_the_source(body):
    (one,) = said(body)
    assert one.source.text.lower() == "the pilot"


def test_a_participle_was_told_to_whom_its_speech_began_with():
    assert [one.via for one in said("The pilot told AFP the runway was cut, adding that nobody was hurt.")] == [
        "AFP",
        "AFP",
    ]


def test_an_inner_source_told_somebody_of_its_own():
    outer, inner = said("The mayor told AFP that a nurse had told Radio Sur the clinic was shut.")
    assert (outer.via, inner.via) == ("AFP", "Radio Sur")
    assert inner.parent == outer.id


@pytest.mark.parametrize(
    ("words", "via"),
    [
        ("told Agence France-Presse that it was over", "Agence France-Presse"),
        ("told the newspaper Le Courrier de Harne that it was over", "Le Courrier de Harne"),
        ("told the trade paper Grocer's Week that it was over", "Grocer's Week"),
        ("told a Grayling Post reporter that it was over", "Grayling Post"),
        ("told ABC Tuesday that it was over", "ABC"),
        ("told the court that it was over", None),
    ],
)
def test_names_of_papers_are_whole(words, via):
    assert said(f"The trial at Torwick Crown Court ended. Ada Lind {words}.")[-1].via == via


def test_it_is_the_paper_that_was_told_of():
    assert (
        said("The Northgate Times sent a list. A diplomat told it that nobody would come.")[-1].via == "Northgate Times"
    )


def test_the_bureau_is_the_one_told_of():
    body = "The Air Safety Bureau said it was ice. A controller has told the bureau that he heard no call."
    assert said(body)[-1].via == "Air Safety Bureau"


def test_the_agency_that_people_tell_things_is_the_outlet():
    body = (
        "She told North Sea News that it was over. The Seamen's Guild was angry. Its head told the agency that it was."
    )
    assert said(body)[-1].via == "North Sea News"


def test_the_papers_last_word_is_the_paper():
    body = "The report, seen by the Brackley Mercury, says it was mouldy. She told the Mercury that it was."
    assert said(body)[-1].via == "Brackley Mercury"


@pytest.mark.parametrize("told", ["us", "this newspaper", "our reporter"])
def test_the_reports_own_outlet_is_told(told):
    assert (
        only(f"Two deckhands told {told} that hoses leaked.", publisher="The Sound Courier").via == "The Sound Courier"
    )


def test_us_in_a_quotation_is_not_the_outlet():
    found = said('"The captain told us that it was safe," said Ada Lind, a cook.', publisher="The Sound Courier")
    assert "The Sound Courier" not in [one.via for one in found]


def test_her_is_not_who_speaks():
    body = "Our reporter Lena Voss is in the market. She says it is empty. A baker told her that flour had run out."
    found = said(body, publisher="The Sound Courier")
    assert (found[0].speaker.kind, found[-1].via) == (SpeakerKind.REPORTER, "Lena Voss")


def test_those_who_spoke_to_somebody_since_told_nobody():
    body = "Ada Lind believes it is over, according to two people who have spoken to her since."
    assert said(body)[-1].via is None
