"""A claim in one sentence."""

from dataclasses import replace

from tests.assess.factory import AIRFIELD, HARBOUR, Draft, derivation, lineage, retelling, speaker

from reportedly.assess import assess
from reportedly.attribution import Certainty, SpeakerKind, Stance
from reportedly.event import EventType
from reportedly.span import Span

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
    assert found.endswith("quietly …")


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


def test_quoted_words_are_told_as_what_somebody_said():
    found = told("“The frigate stays in Port Harmony until autumn”", direct=True)
    assert found == "Tor Olsen said: “The frigate stays in Port Harmony until autumn.”"


def test_a_feeling_is_no_claim():
    reading = Draft("a", publisher="Gazette").tell("“We are sorry to the families.”", by=OLSEN).done()
    reading = replace(reading, attributions=(replace(reading.attributions[0], direct=True),))
    assert assess([reading], lineage([reading])).claims == ()


def test_what_is_denied_is_not_told_as_if_it_were_said():
    found = told("any frigate had left Port Harmony", before="Olsen denied that ", cue="denied", stance=Stance.DENIES)
    assert found == "Tor Olsen denied that any frigate had left Port Harmony."


def test_a_pronoun_for_the_speaker_keeps_the_reports_own_verb():
    assert told("he would close Port Harmony", before="Olsen warned ", cue="warned") == (
        "Tor Olsen warned he would close Port Harmony."
    )


def test_a_label_tells_claims_in_the_same_words_apart():
    words = "The fleet is not leaving Port Harmony or Cold Lake"
    reading = Draft("a", publisher="Gazette").tell(words, by=OLSEN, type=EventType.DEPART, origin=HARBOUR).done()
    (event,) = reading.events
    other = replace(event, id="z", origin=replace(event.origin, **AIRFIELD))
    reading = replace(reading, events=(event, other))
    found = {claim.summary for claim in assess([reading], lineage([reading])).claims}
    assert found == {f"{name}: {words}, according to Tor Olsen." for name in ("Port Harmony", "Cold Lake Airfield")}


def told(content, *, before="", cue=None, **attribution):
    """The summary of words that Tor Olsen says, after `before`."""
    reading = Draft("a", publisher="Gazette").tell(f"{before}{content}.", by=OLSEN).done()
    body = reading.report.body
    (made,) = reading.attributions
    spans = {"content": (Span.of(body, len(before), len(before) + len(content)),)}
    if cue:
        at = body.index(cue)
        spans |= {"source": Span.of(body, 0, at), "cue": Span.of(body, at, at + len(cue))}
    reading = replace(reading, attributions=(replace(made, **spans, **attribution),))
    return assess([reading], lineage([reading])).claims[0].summary
