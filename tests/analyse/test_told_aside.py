"""Speech that no verb of saying opens: counts, tolls put higher, guesses, what data told behind the words show."""

import pytest
from tests.analyse.said import said, words


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "By nightfall 39 of the lorries were back inside the camp, a Reuters photographer counted.",
            ("a Reuters photographer", "counted", ["By nightfall 39 of the lorries were back inside the camp"]),
        ),
        (
            "Two of the dead were herders, a local elder countered.",
            ("a local elder", "countered", ["Two of the dead were herders"]),
        ),
        (
            'For Ada Lind, an analyst at the Larn Institute, the truce is "a pause for breath".',
            ("Ada Lind, an analyst at the Larn Institute", "For", ['the truce is "a pause for breath"']),
        ),
        (
            "Three freighters flew from Cairo to Tobruk, flight-tracking data reviewed by Reuters show.",
            (
                "flight-tracking data reviewed by Reuters",
                "show",
                ["Three freighters flew from Cairo to Tobruk"],
            ),
        ),
        ("What they carried could not be determined.", (None, "could not be determined", ["What they carried"])),
        ("How long it will last is anyone's guess.", (None, "is anyone's guess", ["How long it will last"])),
        (
            "The minister would not be drawn on whether the two were connected.",
            ("The minister", "would not be drawn on", ["whether the two were connected"]),
        ),
        ("Doctors at the hospital put the toll higher.", ("Doctors at the hospital", "put", ["the toll higher"])),
        ("Investigators put it down to a fishing vessel.", ("Investigators", "put", ["it down to a fishing vessel"])),
    ],
)
def test_who_tells_it_is_read_from_the_words(body, expected):
    assert words(said(body)[-1]) == expected


def test_media_reports_are_the_medias_inside_a_denial():
    denied, reported = said(
        "Iceland's coastguard denied local media reports that a periscope had been sighted off Vik."
    )
    assert denied.stance.value == "denies"
    assert words(reported)[0] == "local media"
    assert reported.speaker.kind.value == "outlet"


def test_what_pictures_show_is_theirs_also_where_somebody_tells_of_it():
    shown = said("In a report the Orb Lab said that satellite images taken on Sunday show freshly dug berms.")
    assert {one.basis.value for one in shown} == {"document", "imagery"}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Al-Shabab claimed the shelling of the town.", "organisation"),
        ("The Emergency Response Room, one of the networks that run kitchens, has counted 63 deaths.", "organisation"),
        ("An inventory shown to Reuters lists eleven trucks.", "document"),
        ("Flight-tracking data reviewed by Xinhua show that three freighters flew to Tobruk.", "document"),
    ],
)  # fmt: skip
def test_who_speaks_is_of_its_kind(body, kind):
    assert said(body)[0].speaker.kind.value == kind


def test_records_that_indicate_leave_it_probable():
    (told,) = said("Tug records indicate that three tugs have left the bay.")
    assert told.certainty.value == "probable"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "When Reuters visited Gao on Monday, smoke hung over the market.",
            ("Reuters", "visited", ["smoke hung over the market"]),
        ),
        (
            "The vehicle park is almost empty in satellite pictures that Orb Labs took on Tuesday.",
            (
                "satellite pictures that Orb Labs took on Tuesday",
                "in",
                ["The vehicle park is almost empty"],
            ),
        ),
        (
            "Pictures taken in May show four launchers; in an image of the same spot from June there is nothing.",
            ("an image of the same spot from June", "in", ["there is nothing"]),
        ),
        ("It was not possible to verify his account.", (None, "was not possible to verify", ["his account"])),
        (
            "Where the rest went, Reuters has been unable to establish.",
            ("Reuters", "has been unable to establish", ["Where the rest went"]),
        ),
        ("How many there were he would not say.", ("he", "would not say", ["How many there were"])),
        ("The ministry gave no agenda.", ("The ministry", "gave no agenda", [])),
    ],
)
def test_what_was_there_and_what_nobody_told_is_read(body, expected):
    assert words(said(body)[-1]) == expected


def test_papers_that_were_seen_are_documents_and_a_press_service_is_no_outlet():
    (papers,) = said("Deliveries will begin in 2028, according to procurement papers seen by Reuters.")
    assert (papers.speaker.kind.value, papers.basis.value) == ("document", "document")
    (service,) = said("The Kremlin's press service said that it would look into it.")
    assert service.speaker.kind.value == "organisation"
