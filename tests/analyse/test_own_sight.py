"""What pictures show, what reporters count and cannot find out, whom a paper quotes, and a cue that is inserted."""

import pytest
from tests.analyse.said import only, report, said, words

from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.parse import parse
from reportedly.analyse.tagger import observe


def said_of(one, with_model):
    """Give the attributions of a report, by the rules alone or with the trained tagger."""
    passages = parse(one)
    return find_attributions(one, passages, [observe(each.doc) for each in passages] if with_model else None)


@pytest.mark.parametrize("tagger", [False, True])
@pytest.mark.parametrize(
    ("body", "source", "content"),
    [
        (
            "Images captured on Oct. 3 by Orb Labs showed two tanks at the gate.",
            "Images captured on Oct. 3 by Orb Labs",
            ["two tanks at the gate"],
        ),
        (
            "Footage posted on Facebook by a cousin of one of the crew seemed to show water over the deck.",
            "Footage posted on Facebook by a cousin of one of the crew",
            ["water over the deck"],
        ),
        (
            "Two boats could be seen on the quay in footage posted by residents.",
            "footage posted by residents",
            ["Two boats"],
        ),
    ],
)
def test_pictures_speak_for_themselves_whoever_took_them(tagger, body, source, content):
    one = report(body)
    (found,) = said_of(one, with_model=tagger)
    assert words(found)[0] == source
    assert words(found)[2][:1] == content
    assert (found.speaker.kind, found.basis, found.speaker.affiliation) == ("imagery", "imagery", None)


def test_what_is_seen_in_a_picture_behind_it_is_shown_by_it():
    body = "What is probably a cutter can be seen moored at Hexley in a satellite image taken by Orb Labs."
    found = only(body)
    assert words(found)[0] == "a satellite image taken by Orb Labs"
    assert found.basis == "imagery"


def test_a_verb_that_the_parse_lost_still_shows():
    body = "Friday's satellite images from Skyfield Imaging show T-55 tanks being put on transporters at a depot."
    found = only(body)
    assert words(found)[0] == "Friday's satellite images from Skyfield Imaging"
    assert found.speaker.kind == "imagery"


def test_radar_images_are_pictures():
    assert only("Radar images taken by the firm Orb show six howitzers.").basis == "imagery"


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("An AFP photographer counted at least 11 vessels at anchor.", "An AFP photographer"),
        ("Two AFP reporters watched soldiers wave them through.", "Two AFP reporters"),
        ("On Monday a dpa reporter counted dozens of tanks under netting.", "a dpa reporter"),
    ],
)
def test_what_reporters_count_and_watch_is_their_own_sight(body, source):
    found = only(body)
    assert (words(found)[0], found.speaker.kind, found.basis) == (source, "reporter", "observation")


@pytest.mark.parametrize("body", ["The mayor counted on her votes.", "The firm counted the cost of the strike."])
def test_who_counts_on_something_has_seen_nothing(body):
    assert said(body) == ()


def test_what_an_outlet_was_unable_to_establish_is_told():
    found = only("AFP was unable to establish when it was filmed.")
    assert (words(found)[2], found.basis) == (["when it was filmed"], "unknown")


@pytest.mark.parametrize("tagger", [False, True])
def test_who_is_quoted_by_a_paper_speaks_and_the_paper_was_told(tagger):
    one = report("Colonel Hu Jianguo was quoted by the state broadcaster CCTV as saying that the patrols may go on.")
    (found,) = said_of(one, with_model=tagger)
    assert (found.speaker.name, found.speaker.kind, found.via) == ("Hu Jianguo", "person", "CCTV")


@pytest.mark.parametrize(
    "body",
    [
        "Three officials told dpa on Tuesday that it was over.",
        "Ivo Lind, a pharmacist, told dpa by phone that shells had landed.",
        "Three officials told the German news agency dpa on Tuesday that it was over.",
    ],
)
def test_an_agency_in_small_letters_is_told(body):
    assert only(body).via == "dpa"


def test_an_agency_in_small_letters_speaks_by_that_name():
    found = only("dpa could not determine when they were filmed.")
    assert (found.speaker.name, found.speaker.kind, words(found)[0]) == ("dpa", "outlet", "dpa")


@pytest.mark.parametrize("tagger", [False, True])
@pytest.mark.parametrize(
    ("body", "source", "content"),
    [
        ("The strike, said the union, would last a week.", "the union", ["The strike", "would last a week"]),
        ("The bridge, said the mayor, would stay shut.", "the mayor", ["The bridge", "would stay shut"]),
    ],
)
def test_a_cue_is_inserted_with_its_source_behind_it(tagger, body, source, content):
    one = report(body)
    (found,) = said_of(one, with_model=tagger)
    assert (words(found)[0], words(found)[2]) == (source, content)


def test_a_cue_behind_an_apposition_is_not_inserted():
    found = only("The mayor, Ada Lind, said the union, Unia, would strike.")
    assert words(found)[0] == "The mayor, Ada Lind"
