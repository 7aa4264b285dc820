"""Which events of a sentence are claims of their own."""

from dataclasses import replace

from tests.assess.factory import HARBOUR, Draft, lineage, speaker

from reportedly.assess import assess
from reportedly.event import EventType, Quantity
from reportedly.span import Span

OLSEN = speaker("Tor Olsen")


def claims(words, *events, by=None):
    """The claims made of one sentence with `events`: predicate, words of the clause, type and other fields."""
    reading = Draft("a", publisher="Gazette").tell(words, by=by, place=HARBOUR).done()
    (made,) = reading.events
    found = []
    for number, (predicate, clause, kind, fields) in enumerate(events):
        spans = {name: _span(reading, text) for name, text in (("predicate", predicate), ("evidence", clause))}
        found.append(replace(made, **{"id": f"e{number}", "type": kind, "place": None} | spans | fields))
    reading = replace(reading, events=tuple(found))
    return {claim.type: claim.summary for claim in assess([reading], lineage([reading])).claims}


def _span(reading, text):
    at = reading.report.body.index(text)
    return Span.of(reading.report.body, at, at + len(text))


def test_what_another_event_is_dated_by_is_no_claim():
    words = "The frigate left three weeks after the fall of the junta"
    found = claims(words, ("left", words, EventType.DEPART, {}), ("fall", words, EventType.REMOVE, {}))
    assert set(found) == {EventType.DEPART}


def test_a_participle_is_told_with_what_it_hangs_on_and_that_without_it():
    words = "A bomb hit the market, killing nine"
    dead = {"quantities": (Quantity(what="people", min=9, max=9, span=Span(start=31, end=35, text="nine")),)}
    found = claims(
        words,
        ("hit", words, EventType.ATTACK, {}),
        ("killing", "killing nine", EventType.CASUALTIES, dead),
        by=OLSEN,
    )
    assert found == {
        EventType.ATTACK: "A bomb hit the market, according to Tor Olsen.",
        EventType.CASUALTIES: "A bomb hit the market, killing nine, according to Tor Olsen.",
    }


def test_a_pronoun_stands_for_who_acted_before_in_the_sentence():
    words = "The fleet has left the delta but it is not leaving the harbour"
    found = claims(
        words,
        ("left", "The fleet has left the delta", EventType.DEPART, {"actor": "fleet"}),
        ("leaving", "it is not leaving the harbour", EventType.BUILD, {}),
    )
    assert found[EventType.BUILD] == "[The fleet] is not leaving the harbour."


def test_a_figure_called_an_earlier_one_is_no_claim():
    words = "Six died, lowering the earlier toll of nine"
    found = claims(
        words,
        ("died", "Six died", EventType.CASUALTIES, {}),
        ("toll", "lowering the earlier toll of nine", EventType.CASUALTIES, {}),
    )
    assert list(found.values()) == ["Six died."]
