"""Who said what: the frames and the extent of their spans."""

import pytest
from tests.analyse.said import only, report, said, words

from reportedly.analyse.attributions import find_attributions
from reportedly.analyse.parse import parse
from reportedly.attribution import Basis, CueClass, Polarity, Stance, Verification


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "The port authority said on Tuesday that the harbour had reopened.",
            ("The port authority", "said", ["that the harbour had reopened"]),
        ),
        (
            "The bridge was closed at dawn, two drivers told the newspaper.",
            ("two drivers", "told", ["The bridge was closed at dawn"]),
        ),
        (
            "The convoy, the mayor said, has left the town.",
            ("the mayor", "said", ["The convoy", "has left the town."]),
        ),
        (
            '"We are leaving on Sunday," said Mira Toth, a nurse at the clinic.',
            ("Mira Toth, a nurse at the clinic", "said", ['"We are leaving on Sunday,"']),
        ),
        (
            "The dam is safe, according to three engineers who spoke to Le Monde.",
            ("three engineers who spoke to Le Monde", "according to", ["The dam is safe"]),
        ),
        (
            "The airfield is empty, as reported by a local council.",
            ("a local council", "as reported by", ["The airfield is empty"]),
        ),
        (
            "Drone footage from Monday showed at least six lorries near the gate.",
            ("Drone footage from Monday", "showed", ["at least six lorries near the gate"]),
        ),
        ("AFP correspondents saw smoke over the refinery.", ("AFP correspondents", "saw", ["smoke over the refinery"])),
    ],
)
def test_source_cue_and_content(body, found):
    source, cue, content = words(only(body))
    assert (source, cue, [part.rstrip(".") for part in content]) == (
        *found[:2],
        [part.rstrip(".") for part in found[2]],
    )


def test_a_headline_names_its_source_behind_a_comma():
    one = only("", title="Ferry sank within minutes, survivors say")
    assert words(one) == ("survivors", "say", ["Ferry sank within minutes"])
    assert one.content[0].field == "title"


def test_a_place_line_is_nobodys_content():
    one = only("ODESSA, Ukraine (Agency) - The mill is burning, a fireman said.")
    assert words(one)[2] == ["The mill is burning"]


def test_whom_and_when_may_follow_a_fronted_cue():
    one = only("The ferry is full and has sailed, the captain told Reuters on Friday.")
    assert words(one) == ("the captain", "told", ["The ferry is full and has sailed"])
    assert one.via == "Reuters"


def test_a_fronted_cue_is_not_the_content_of_what_it_reports():
    seen, told = said("Witnesses heard explosions near the airport, residents said.")
    assert words(seen) == ("Witnesses", "heard", ["explosions near the airport"])
    assert seen.parent == told.id


def test_a_request_not_to_be_named_says_nothing():
    one = only("The ferry is full, said the captain, asking not to be named.")
    assert one.cue.text == "said"


def test_a_participle_goes_on_with_its_speaker_and_whom_it_told():
    first, second = said("The officer told Reuters that the road was cut, adding that shelling went on.")
    assert words(first)[2] == ["that the road was cut"]
    assert words(second) == ("The officer", "adding", ["that shelling went on"])
    assert first.via == second.via == "Reuters"
    assert first.speaker_id == second.speaker_id


def test_speech_goes_on_in_the_quotation_after_its_cue():
    one = only('"Nobody came," the baker said. "We waited all night."')
    assert words(one)[2] == ['"Nobody came,"', '"We waited all night."']
    assert one.direct


def test_speech_goes_on_over_paragraphs_that_open_with_a_mark():
    one = only('"Nobody came," the baker said. "We waited.\n\n"Then we left."')
    assert words(one)[2] == ['"Nobody came,"', '"We waited.', '"Then we left."']


def test_clauses_that_disagree_on_being_so_are_told_apart():
    kept, denied = said("The army is leaving the valley but is not closing its camp, four officials told Reuters.")
    assert (kept.polarity, denied.polarity) == (Polarity.AFFIRMED, Polarity.NEGATED)
    assert words(denied)[2] == ["is not closing its camp"]
    assert kept.source == denied.source
    assert kept.id != denied.id


def test_what_somebody_says_that_another_said_is_nested():
    outer, inner = said("The minister said that witnesses told police the boat had sunk.")
    assert inner.parent == outer.id
    assert outer.parent is None


@pytest.mark.parametrize(
    "body",
    [
        "The ministry did not immediately respond to a request for comment.",
        "A spokesman for the company declined to comment.",
        "The general could not be reached for comment.",
        "There was no immediate comment from the embassy.",
        "Neither the ministry nor its lawyers responded to a request for comment.",
        "Requests for comment to the ministry went unanswered.",
        "A message left with the lawyer was not returned.",
        "The firm has yet to respond to a request for comment.",
        "The captain himself has said nothing.",
    ],
)
def test_silence_is_an_attribution_without_content(body):
    one = only(body)
    assert (one.stance, one.basis, one.content) == (Stance.DECLINES, Basis.NO_COMMENT, ())


@pytest.mark.parametrize(
    ("body", "cue", "content"),
    [
        ("The ministry neither confirmed nor denied the report.", "neither confirmed nor denied", "the report"),
        ("She would not name the lawyer.", "would not name", "the lawyer"),
        (
            "She said a collapse was unlikely and would not say how many homes were at risk.",
            "would not say",
            "how many homes were at risk",
        ),
    ],
)
def test_what_somebody_would_not_tell_is_content(body, cue, content):
    one = said(body)[-1]
    assert (one.stance, one.cue.text, [part.text for part in one.content]) == (Stance.DECLINES, cue, [content])


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("It was not clear whether the truce would hold.", "whether the truce would hold"),
        ("The date of the film was unclear.", "The date of the film"),
        ("The toll could not be independently confirmed.", "The toll"),
        ("It is not known how many people were on board.", "how many people were on board"),
    ],
)
def test_what_nobody_could_find_out_has_no_source(body, content):
    one = only(body)
    assert (one.source, one.stance, one.basis) == (None, Stance.DECLINES, Basis.UNKNOWN)
    assert [part.text for part in one.content] == [content]


def test_what_the_outlet_could_not_find_out_is_unknown():
    one = only("Reuters was unable to determine how many ships had left.")
    assert words(one)[2] == ["how many ships had left"]
    assert (one.stance, one.basis) == (Stance.DECLINES, Basis.UNKNOWN)


def test_a_check_that_failed_marks_what_was_said_before():
    claim, check = said("The militia said it had taken the hill. AFP could not independently verify the claim.")
    assert claim.verification is Verification.UNVERIFIED
    assert check.verification is None


def test_a_denial_negates_what_it_denies():
    one = only("The envoy denied that talks had failed.")
    assert (one.stance, one.polarity, one.cue_class) == (Stance.DENIES, Polarity.NEGATED, CueClass.DENY)


@pytest.mark.parametrize("body", ["", '"' * 500, "said said said", "\n \n", 'قال "نعم" الوزير.', '," he said.', "\x00"])
def test_odd_text_is_read(body):
    said(body)


def test_the_same_report_gives_the_same_attributions():
    one = report('The mayor said the road was open. "It is," he added.')
    assert find_attributions(one, parse(one)) == find_attributions(one, parse(one))


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("The pass has not been shut, two of the guides said, despite talk to that effect.\n\n", "two of the guides"),
        (
            "Nine people died when the bridge fell, Colonel Ivo Brandt, the army's spokesman, said on Monday.",
            "Colonel Ivo Brandt, the army's spokesman",
        ),
        ("The depot, per its lawyer, had no guards.", "its lawyer"),
    ],
)
def test_a_cue_behind_or_inside_its_sentence(body, source):
    assert words(only(body))[0] == source


@pytest.mark.parametrize(
    ("body", "source", "cue", "content"),
    [
        ("The offer was dismissed by the union.", "the union", "was dismissed", "The offer"),
        ("A clerk is accused of taking bribes.", None, "is accused", "A clerk"),
        ("The envoy denied having received the letter.", "The envoy", "denied", "having received the letter"),
        ("The ministry called the film misleading.", "The ministry", "called", "the film misleading"),
        ("Police put the crowd at 9,000.", "Police", "put", "the crowd at 9,000"),
        ("In her opinion, the dam will hold.", "her", "opinion", "the dam will hold"),
        ("Asked if anybody was hurt, the mayor said no.", None, "Asked", "if anybody was hurt"),
        ("The council was told by engineers that the dam was safe.", "engineers", "was told", "that the dam was safe"),
        (
            "Nine people died and two are missing after a flood swept through the valley on Sunday, rescuers have said.",
            "rescuers",
            "have said",
            "Nine people died and two are missing after a flood swept through the valley on Sunday",
        ),
        (
            "A ferry may have sunk off the cape, residents and two coastguards told the Valley Courier on Monday.",
            "residents and two coastguards",
            "told",
            "A ferry may have sunk off the cape",
        ),
        ("The agency, citing two pilots, said the runway was shut.", "two pilots", "citing", "the runway was shut"),
        (
            "The union disputed the figure, calling it a guess.",
            "The union",
            "disputed",
            "the figure",
        ),
        (
            "Rebels want the envoy to leave and have threatened to close the road.",
            "Rebels",
            "have threatened",
            "to close the road",
        ),
    ],
)
def test_frames_of_other_shapes(body, source, cue, content):
    assert (source, cue, content) in [
        (words(one)[0], words(one)[1], words(one)[2][0].rstrip(".")) for one in said(body)
    ]


def test_a_noun_before_a_that_clause_and_behind_a_preposition_is_read():
    (one,) = said("Despite complaints that the valley was cut off, the army found ways to send bread.")
    assert one.cue.text == "complaints"


def test_whom_an_outlet_cites_has_what_it_reported():
    reported, cited = said(
        "A freighter left on Friday, the Coastal Press agency reported on Sunday, citing two harbour officers."
    )
    assert words(reported) == ("the Coastal Press agency", "reported", ["A freighter left on Friday"])
    assert words(cited) == ("two harbour officers", "citing", ["A freighter left on Friday"])


@pytest.mark.parametrize(
    "body",
    [
        'The union\'s so-called "safety week" ended on Sunday.',
        "The election saw a record turnout.",
        "Farmers waited to see rain.",
        "The government shows no sign of backing down.",
        "The captain put lives at risk.",
        "(Corrects toll; adds hospital, weather) The river is high.",
    ],
)
def test_words_that_attribute_nothing(body):
    assert said(body) == ()


def test_what_could_not_be_checked_is_marked_where_the_words_say_it():
    assert only("AFP could not independently verify what the plane carried.").verification is Verification.UNVERIFIED


@pytest.mark.parametrize(
    ("body", "source", "content"),
    [
        (
            "Jets bombed a depot held by the militia on Monday, killing nine people, two nurses and a guard told the"
            " Courier, in what villagers described as the worst raid in years.",
            "two nurses and a guard",
            "Jets bombed a depot held by the militia on Monday, killing nine people",
        ),
        (
            "The ferry was hit by a mine near the island on Sunday, the port agency and two brokers said, in the second"
            " such case this week.",
            "the port agency and two brokers",
            "The ferry was hit by a mine near the island on Sunday",
        ),
        (
            "Jets bombed a depot held by the militia on Monday, two nurses told the Courier, in what villagers described"
            " as the worst raid in years.",
            "villagers",
            "the worst raid in years",
        ),
        (
            '"We saw smoke and then two flashes, one behind the other," Lena Marek, a teacher who fled the town, said by'
            " phone.",
            "Lena Marek, a teacher who fled the town",
            '"We saw smoke and then two flashes, one behind the other,"',
        ),
        (
            "The ambassador told a regular briefing that the trawler had entered the bay.",
            "The ambassador",
            "that the trawler had entered the bay",
        ),
        (
            "Norland is still sending rifles to the rebels, which Osterby has repeatedly denied.",
            "Osterby",
            "Norland is still sending rifles to the rebels",
        ),
        (
            "A ministry source admitted that the transport of tents had begun but denied that the camp had been closed.",
            "A ministry source",
            "that the camp had been closed",
        ),
        (
            "Five boats blocked the strait, according to Ada Lind, a spokeswoman for the port.",
            "Ada Lind, a spokeswoman for the port",
            "Five boats blocked the strait",
        ),
    ],
)
def test_a_source_is_found_wherever_it_stands(body, source, content):
    assert (source, content) in [(words(one)[0], words(one)[2][0].rstrip(".")) for one in said(body)]


def test_what_an_outlet_was_not_able_to_find_out_is_unknown():
    one = only("Reuters was not able to determine whether the barge was loaded.")
    assert (one.basis, one.stance) == (Basis.UNKNOWN, Stance.DECLINES)


def test_who_denies_in_a_relative_clause_is_not_denied():
    assert "Osterby" not in [
        part for one in said("Osterby, which denies the charge, sent a note.") for part in words(one)[2]
    ]


def test_who_was_asked_about_something_says_nothing_by_that():
    (one,) = said("Asked by the Courier about the funds, the bishop said he knew nothing.")
    assert words(one) == ("the bishop", "said", ["he knew nothing"])
    assert one.via == "Courier"


def test_a_reply_to_a_question_is_what_stands_behind_the_colon():
    question, reply = said('Asked whether he would go, the pilot replied: "Not at all."')
    assert words(reply) == ("the pilot", "replied", ['"Not at all."'])
    assert words(question) == (None, "Asked", ["whether he would go"])


def test_whom_an_outlet_quotes_in_front_is_a_source_of_its_own():
    found = said("Quoting an unnamed guard, the Valley Courier said the gate had been left open.")
    assert {words(one)[0] for one in found} == {"an unnamed guard", "the Valley Courier"}
    assert {tuple(words(one)[2]) for one in found} == {("the gate had been left open",)}


def test_pictures_show_what_can_be_seen_in_them():
    one = only("In footage posted online, two boats can be seen leaving the quay.")
    assert words(one) == ("footage posted online", "can be seen", ["two boats", "leaving the quay"])
    assert (one.cue_class, one.basis) == (CueClass.SHOW, Basis.IMAGERY)
