"""A claim in one sentence."""

from tests.assess.factory import HARBOUR, Draft, derivation, lineage, retelling, speaker

from reportedly.assess import assess
from reportedly.attribution import Certainty, SpeakerKind
from reportedly.event import EventType

OLSEN = speaker("Tor Olsen")


def summary(words, **event):
    reading = Draft("a", publisher="Gazette").tell(words, **{"type": EventType.DEPART} | event).done()
    return assess([reading], lineage([reading])).claims[0].summary


def test_the_reports_own_words_end_in_a_full_stop():
    assert summary("and the frigate left Port Harmony,") == "The frigate left Port Harmony."


def test_the_speaker_follows_the_words():
    assert summary("The frigate left.", by=OLSEN) == "The frigate left, according to Tor Olsen."


def test_the_speaker_is_not_named_twice():
    assert summary("The frigate left, Tor Olsen said.", by=OLSEN) == "The frigate left, Tor Olsen said."


def test_a_clause_without_its_subject_gets_the_actor():
    assert summary("is not leaving its main port", actor="the fleet") == "The fleet is not leaving its main port."


def test_a_long_clause_is_cut_at_a_word():
    found = summary("The frigate left " + "quietly " * 60)
    assert len(found) < 250
    assert found.endswith("quietly ….")


def test_the_origins_words_are_chosen_before_a_retellings():
    one = Draft("b", publisher="Gazette").tell("The frigate left the port.", type=EventType.DEPART).done()
    two = Draft("a", publisher="Echo").tell("Frigate out of port!", type=EventType.DEPART).done()
    links = {"derivations": [derivation(one, two)], "retellings": [retelling(two, 0, one)]}
    (claim,) = assess([one, two], lineage([one, two], **links)).claims
    assert claim.summary == "The frigate left the port."


def test_support_says_who_in_words():
    reading = (
        Draft("a", publisher="Gazette")
        .tell("The frigate left.", type=EventType.DEPART, place=HARBOUR)
        .tell("Port Harmony will be closed by autumn.", by=speaker(None, SpeakerKind.ANONYMOUS, role="pilots"))
        .done()
    )
    claims = assess([reading], lineage([reading])).claims
    assert {claim.supporting[0].speaker for claim in claims} == {"the report itself", "pilots"}
    assert {claim.supporting[0].certainty for claim in claims} == {Certainty.CERTAIN}
