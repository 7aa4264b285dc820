"""The picture as a whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assess.factory import AIRFIELD, HARBOUR, UNNAMED, Draft, derivation, lineage, retelling, speaker

from reportedly.assess import assess
from reportedly.attribution import Polarity
from reportedly.event import EventType
from reportedly.report import Unread

SPEAKERS = [None, UNNAMED, speaker("Tor Olsen"), speaker("Ines Kamara")]
EVENTS = st.fixed_dictionaries(
    {
        "type": st.sampled_from([EventType.DEPART, EventType.PRESENCE, EventType.CASUALTIES]),
        "place": st.sampled_from([None, HARBOUR, AIRFIELD]),
        "day": st.sampled_from([None, "2026-03-04", "2026-03-09"]),
        "polarity": st.sampled_from(list(Polarity)),
        "by": st.sampled_from(SPEAKERS),
        "quantities": st.sampled_from([(), (("killed", 3, 3),), (("killed", 9, None),)]),
    }
)
OUTLETS = st.sampled_from([None, "Gazette", "Herald", "Mail"])
WORDS = st.sampled_from(["The frigate left port.", "Frigate gone, says pilot.", "”", "قال المسؤول إن السفينة غادرت."])
REPORTS = st.lists(st.tuples(OUTLETS, st.lists(st.tuples(WORDS, EVENTS), max_size=4)), max_size=6)


def write(reports):
    readings = []
    for number, (outlet, sentences) in enumerate(reports):
        draft = Draft(f"r{number}", publisher=outlet, published="2026-03-05")
        for words, event in sentences:
            draft.tell(words, **event)
        readings.append(draft.done())
    return readings


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS, order=st.randoms(use_true_random=False))
def test_any_collection_gives_one_picture_in_any_order(reports, order):
    readings = write(reports)
    links = lineage(readings)
    wanted = assess(readings, links)
    order.shuffle(readings)
    assert assess(readings, links) == wanted
    for claim in wanted.claims:
        assert 1 <= claim.credibility <= 6
        assert claim.origins <= claim.origins_possible
        assert claim.bases.min <= claim.bases.max
        assert claim.origins <= claim.reports
        assert claim.summary.strip(" .")


def test_nothing_gives_an_empty_picture():
    found = assess([], lineage([]), [Unread(path="x", reason="no text")])
    assert (found.as_of, found.claims, len(found.unread)) == (None, (), 1)


def test_the_picture_is_as_of_the_latest_report():
    readings = [
        Draft(id_, published=day).done()
        for id_, day in (("a", "2026-03-05"), ("b", "2026-03-06T01:00:00+02:00"), ("c", None))
    ]
    assert assess(readings, lineage(readings)).as_of == "2026-03-06T01:00:00+02:00"


def test_the_timeline_is_by_first_possible_day_and_leaves_the_undated_out():
    draft = Draft("a", publisher="Gazette", published="2026-03-07")
    for day in ("2026-03-05", None, "2026-03-01"):
        draft.tell(f"The tanker of {day} left.", type=EventType.DEPART, day=day)
    reading = draft.done()
    assert [entry.start for entry in assess([reading], lineage([reading])).timeline] == ["2026-03-01", "2026-03-05"]


def by_id(picture):
    return {claim.id: claim for claim in picture.claims}


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS.filter(lambda reports: any(told for _, told in reports)), which=st.integers(0, 5))
def test_a_rewrite_of_a_held_report_changes_no_leg_and_no_digit(reports, which):
    readings = write(reports)
    held = [reading for reading in readings if reading.sentences]
    origin = held[which % len(held)]
    copy = write([*reports, ("Echo", reports[readings.index(origin)][1])])[-1]
    retold = [retelling(copy, number, origin, number) for number in range(len(copy.sentences))]
    links = lineage([*readings, copy], derivations=[derivation(origin, copy)], retellings=retold)
    before, after = by_id(assess(readings, lineage(readings))), by_id(assess([*readings, copy], links))
    assert before.keys() == after.keys()
    for id_, claim in before.items():
        again = after[id_]
        known = [(c.origins, c.origins_possible, c.bases, c.credibility) for c in (claim, again)]
        assert known[0] == known[1]


@settings(max_examples=60, deadline=None)
@given(reports=REPORTS, event=EVENTS, words=WORDS)
def test_another_outlet_quoting_a_speaker_changes_no_leg(reports, event, words):
    quoted = [(words, event | {"by": speaker("Tor Olsen")})]
    readings = write([*reports, ("Gazette", quoted), ("Tribune", quoted)])
    before, after = (by_id(assess(some, lineage(some))) for some in (readings[:-1], readings))
    assert {id_: claim.origins for id_, claim in before.items()} == {id_: after[id_].origins for id_ in before}
