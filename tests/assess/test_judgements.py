"""What people judged holds over what the machine made of the same words, and no count goes beyond the contract."""

import random
from dataclasses import replace

import pytest
from tests.assess.factory import AIRFIELD, HARBOUR, Draft, derivation, lineage, retelling, speaker
from tests.assess.ruled import judged, on_attribution, on_event, on_support, undo

from reportedly.assess import assess, find_claims, weigh
from reportedly.attribution import Polarity, SpeakerKind
from reportedly.correction import Spot, write_spot
from reportedly.event import EventType
from reportedly.judgement import standing
from reportedly.span import Span

KAMARA = speaker("Ines Kamara", role="harbour master")
OLSEN = speaker("Tor Olsen", role="pilot")
LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}
CAME = {"type": EventType.ARRIVE, "actor": "a tanker", "destination": HARBOUR, "day": "2026-03-04"}
WORDS = "The frigate left Port Harmony on Wednesday morning."
ALSO = "The frigate left Port Harmony on Wednesday."
THIRD = "The frigate left Port Harmony early on Wednesday."
OTHER = "A tanker with grain reached Port Harmony, its owner Blue Line said on Thursday."


def told(id_, outlet, words=WORDS, by=KAMARA, **event):
    return Draft(id_, publisher=outlet, published="2026-03-05").tell(words, by=by, **LEFT | event).done()


def tanker(id_="t", outlet="Courier", by=OLSEN):
    return Draft(id_, publisher=outlet, published="2026-03-05").tell(OTHER, by=by, **CAME).done()


def picture(*readings, judgements=(), **links):
    return assess(readings, lineage(readings, **links), judgements=judgements)


def facts(*readings, judgements=(), **links):
    """For each claim the reports that support it, its legs and its digit."""
    claims = picture(*readings, judgements=judgements, **links).claims
    return sorted((tuple(s.report for s in c.supporting), c.origins, c.credibility) for c in claims)


A, B, T = told("a", "Gazette"), told("b", "Herald", ALSO, by=OLSEN), tanker()


def test_a_rejected_attribution_counts_no_more_and_neither_does_what_it_carries():
    assert facts(A, B) == [(("a", "b"), 2, 1)]
    reject = judged("reject", "attribution", on_attribution(B))
    assert facts(A, B, judgements=[reject]) == [(("a",), 1, 3)]


def test_a_rejected_event_counts_no_more_and_its_words_do_not_come_back_as_a_claim():
    assert facts(A, B, judgements=[judged("reject", "event", on_event(B))]) == [(("a",), 1, 3)]
    assert facts(B, judgements=[judged("reject", "event", on_event(B))]) == []


def test_all_that_is_read_at_some_words_can_be_rejected_at_once():
    words = replace(on_event(B), span=Span.of(B.report.body, 4, 30), core=None)
    assert facts(A, B, judgements=[judged("reject", "support", words)]) == [(("a",), 1, 3)]


def test_accepting_what_was_rejected_before_brings_it_back():
    acts = [judged(act, "event", on_event(B)) for act in ("reject", "accept")]
    assert facts(A, B, judgements=acts) == [(("a", "b"), 2, 1)]


def test_an_undone_judgement_holds_no_more_and_an_undone_undoing_brings_it_back():
    reject = judged("reject", "attribution", on_attribution(B))
    first = undo(reject)
    second = undo(first)
    assert facts(A, B, judgements=[reject, first]) == [(("a", "b"), 2, 1)]
    assert facts(A, B, judgements=[reject, first, second]) == [(("a",), 1, 3)]
    assert facts(A, B, judgements=[reject, first, second, undo(second)]) == [(("a", "b"), 2, 1)]


def test_undoing_does_not_depend_on_clocks():
    reject = judged("reject", "attribution", on_attribution(B), at="2026-03-06T10:00:00Z")
    early = replace(undo(reject), at="2020-01-01T00:00:00Z")
    assert standing([reject, early]) == ()
    assert standing([early, replace(undo(early), at="2019-01-01T00:00:00Z"), reject]) == (reject,)


def test_the_same_speaker_by_correction_is_one_leg():
    same = judged("correct", "attribution", on_attribution(B), field="speaker.name", value="Ines Kamara")
    assert facts(A, B, judgements=[same]) == [(("a", "b"), 1, 3)]


def test_unnamed_people_to_whom_a_person_gave_a_name_are_that_person():
    unnamed = told("b", "Herald", ALSO, by=speaker(None, SpeakerKind.ANONYMOUS, role="officials"))
    named = judged("correct", "attribution", on_attribution(unnamed), field="speaker.name", value="Ines Kamara")
    (found,) = picture(A, unnamed, judgements=[named]).claims
    assert [support.speaker for support in found.supporting] == ["Ines Kamara", "Ines Kamara"]
    assert found.origins == 1


def test_a_speaker_made_anonymous_has_no_name():
    hidden = judged("correct", "attribution", on_attribution(A), field="speaker.kind", value="anonymous")
    (found,) = picture(A, judgements=[hidden]).claims
    assert "Kamara" not in found.supporting[0].speaker


def test_a_corrected_polarity_turns_a_support_into_what_opposes():
    turned = judged("correct", "event", on_event(B), field="polarity", value="negated")
    claims = picture(A, B, judgements=[turned]).claims
    assert sorted((len(c.supporting), len(c.opposing), c.credibility) for c in claims) == [(1, 1, 4), (1, 1, 4)]


def test_a_corrected_place_and_time_take_the_place_of_the_machines():
    spot = write_spot(Spot(name="East Quay", lat=10.5, lon=20.5, radius_km=None, gazetteer_id=None))
    acts = [
        judged("correct", "event", on_event(A), field="place", value=spot),
        judged("correct", "event", on_event(A), field="time", value="2026-03-02/2026-03-03"),
    ]
    (found,) = picture(A, judgements=acts).claims
    assert (found.place.name, found.place.lat, found.place.lon) == ("East Quay", 10.5, 20.5)
    assert (found.time.text, found.time.start, found.time.end) == ("2026-03-04", "2026-03-02", "2026-03-03")
    assert A.events[0].place is None


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("type", "attack", lambda claim: claim.type == "attack"),
        ("factuality", "possible", lambda claim: claim.supporting[0].certainty == "possible"),
        ("time", "", lambda claim: claim.time is None),
        ("origin", "", lambda claim: claim.place is None),
    ],
)
def test_a_field_of_an_event_is_what_a_person_set(field, value, seen):
    (found,) = picture(A, judgements=[judged("correct", "event", on_event(A), field=field, value=value)]).claims
    assert seen(found)


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [("stance", "declines", 0), ("basis", "no_comment", 0), ("cue_class", "ask", 0), ("basis", "imagery", 1)],
)
def test_a_field_of_an_attribution_is_what_a_person_set(field, value, left):
    fix = judged("correct", "attribution", on_attribution(A), field=field, value=value)
    assert len(picture(A, judgements=[fix]).claims) == left


def test_the_last_of_two_corrections_of_a_field_holds():
    acts = [judged("correct", "event", on_event(A), field="type", value=value) for value in ("attack", "build")]
    assert picture(A, judgements=list(reversed(acts))).claims[0].type == "build"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "x"),
        ("evidence", "x"),
        ("polarity", "maybe"),
        ("place", "{}"),
        ("place", "x"),
        ("time", "2026-02-30"),
        ("planned", "yes"),
    ],
)
def test_a_correction_that_is_none_is_told_and_changes_nothing(field, value):
    fix = judged("correct", "event", on_event(A), field=field, value=value)
    found = picture(A, judgements=[fix])
    assert [lost.judgement for lost in found.lost] == [fix.id]
    assert found.claims == picture(A).claims


def merged(one, other):
    return judged("merge", "claim", on_event(one), other=on_event(other))


def test_two_claims_that_a_person_merged_are_one():
    assert len(facts(A, T)) == 2
    assert facts(A, T, judgements=[merged(A, T)]) == [(("a", "t"), 2, 1)]
    assert facts(A, T, judgements=[merged(T, A)]) == facts(A, T, judgements=[merged(A, T)])


def test_a_merge_and_a_split_hold_when_reports_are_added():
    later = told("c", "Mercury", THIRD, by=speaker("Ada Obi"))
    assert facts(A, T, later, judgements=[merged(A, T)]) == [(("a", "c", "t"), 3, 1)]
    split = judged("split", "support", on_event(B))
    assert facts(A, B, later, judgements=[split]) == [(("a", "c"), 2, 1), (("b",), 1, 3)]


def test_what_was_split_off_can_be_merged_again():
    acts = [judged("split", "support", on_event(B)), merged(A, B)]
    assert facts(A, B, judgements=acts) == [(("a", "b"), 2, 1)]
    assert facts(A, B, judgements=acts[:1]) == [(("a",), 1, 3), (("b",), 1, 3)]


def test_splitting_the_first_support_off_leaves_the_rest_together():
    third = told("c", "Mercury", THIRD, by=speaker("Ada Obi"))
    assert facts(A, B, third, judgements=[judged("split", "support", on_event(A))]) == [
        (("a",), 1, 3),
        (("b", "c"), 2, 1),
    ]


def rewrite_of(origin, id_="z", outlet="Daily Echo", by=KAMARA):
    copy = told(id_, outlet, "On Wednesday the frigate sailed from Port Harmony.", by=by)
    return copy, {"derivations": [derivation(origin, copy)], "retellings": [retelling(copy, 0, origin)]}


def test_retellings_leave_a_claim_with_what_they_retell():
    copy, links = rewrite_of(A)
    split = judged("split", "support", on_event(A))
    assert facts(A, B, copy, judgements=[split], **links) == [(("a", "z"), 1, 3), (("b",), 1, 3)]


def test_a_retelling_that_leaves_its_origin_is_still_its_origins_leg():
    copy, links = rewrite_of(A)
    split = judged("split", "support", on_event(copy))
    claims = picture(A, copy, judgements=[split], **links).claims
    assert {support.origin for claim in claims for support in claim.supporting} == {"a"}
    assert facts(A, copy, judgements=[split, merged(A, copy)], **links) == facts(A, copy, **links)


def test_merging_a_rewrite_raises_nothing():
    copy = told(
        "z",
        "Daily Echo",
        "Grain prices fell after the frigate had sailed, brokers told the exchange.",
        by=None,
        type=EventType.OTHER,
    )
    links = {"derivations": [derivation(A, copy)], "retellings": [retelling(copy, 0, A)]}
    assert len(facts(A, copy, **links)) == 2
    assert facts(A, copy, judgements=[merged(A, copy)], **links) == [(("a", "z"), 1, 3)]


def test_a_claim_is_never_merged_with_what_contradicts_it():
    denial = told("b", "Herald", "The frigate has not left Port Harmony.", by=OLSEN, polarity=Polarity.NEGATED)
    before, merge = picture(A, denial), merged(A, denial)
    after = picture(A, denial, judgements=[merge])
    assert after.claims == before.claims
    assert [lost.judgement for lost in after.lost] == [merge.id]


def test_a_persons_digit_stands_beside_the_suggested_one():
    acts = [judged("grade", "claim", on_event(A), value=digit, why="seen") for digit in ("5", "2")]
    (found,) = picture(A, B, judgements=acts).claims
    assert (found.credibility, found.grade.digit, found.grade.by, found.grade.why) == (1, 2, "Noor", "seen")
    assert picture(A, B, judgements=[judged("grade", "claim", on_event(A), value="7")]).claims[0].grade is None


# A newer analysis of the same text: other ids, other edges, another list.


def reread(reading, *, shift=3, without=()):
    """The reading as another tagger may have made it: every span narrower, every id another."""
    body = reading.report.body

    def cut(span):
        return Span.of(body, span.start + shift, span.end - shift)

    again = {item.id: f"new-{item.id}" for item in reading.attributions}
    return replace(
        reading,
        attributions=tuple(
            replace(item, id=again[item.id], content=tuple(map(cut, item.content))) for item in reading.attributions
        ),
        events=tuple(
            replace(item, id=f"new-{item.id}", evidence=cut(item.evidence), attribution=again.get(item.attribution))
            for number, item in enumerate(reading.events)
            if number not in without
        ),
    )


@pytest.mark.parametrize("shift", [0, 1, 3])
def test_every_judgement_survives_a_newer_analysis_with_other_spans_and_ids(shift):
    acts = [
        judged("reject", "attribution", on_attribution(T)),
        judged("correct", "event", on_event(A), field="type", value="redeploy"),
        judged("split", "support", on_event(B)),
        judged("grade", "claim", on_event(A), value="2"),
    ]
    newer = [reread(reading, shift=shift) for reading in (A, B, T)]
    found = picture(*newer, judgements=acts)
    assert found.lost == ()
    assert sorted((c.type, [s.report for s in c.supporting], c.grade and c.grade.digit) for c in found.claims) == [
        ("depart", ["b"], None),
        ("redeploy", ["a"], 2),
    ]
    assert len(picture(*newer, judgements=[merged(A, T)]).claims) == 1


def test_a_judgement_finds_its_own_record_among_several_in_one_clause():
    both = Draft("a", publisher="Gazette", published="2026-03-05")
    both.tell(WORDS, by=KAMARA, **LEFT)
    reading = both.done()
    second = replace(
        reading.events[0],
        id="eve-2",
        type=EventType.BUILD,
        predicate=Span.of(reading.report.body, 12, 16),
    )
    reading = replace(reading, events=(reading.events[0], second))
    fix = judged("correct", "event", on_event(reading, 1), field="type", value="attack")
    newer = reread(replace(reading, events=tuple(reversed(reading.events))))
    assert fix.mark.core.text == "left"
    assert [lost.reason for lost in picture(newer, judgements=[fix]).lost] == []
    gone = reread(reading, without=(1,))
    assert gone.events[0].predicate.text == "The"
    claims = picture(gone, judgements=[fix]).claims
    assert [claim.type for claim in claims] == ["attack"]  # most of the words are the same: when unsure, it holds


def test_a_judgement_whose_words_are_read_no_more_is_told_as_lost():
    fix = judged("correct", "event", on_event(A), field="type", value="attack")
    merge = merged(A, T)
    bare = replace(A, events=(), attributions=())
    found = weigh([bare, T], lineage([bare, T]), [fix, merge])
    assert {lost.judgement: lost.reason for lost in found.lost} == {
        fix.id: "nothing of that kind is read in these words any more",
    }  # words in which nothing is read are still words that a claim may rest on: the merge holds


def test_a_judgement_on_a_text_that_is_not_held_is_told_as_lost():
    fix = judged("reject", "event", on_event(B))
    found = picture(A, judgements=[fix])
    assert [(lost.judgement, lost.reason) for lost in found.lost] == [(fix.id, "no report that is held has this text")]


def test_a_judgement_holds_for_every_copy_of_its_words():
    copy = told("c", "Mercury")
    assert copy.report.body == A.report.body
    fix = judged("reject", "event", on_event(A))
    assert facts(A, copy, B, judgements=[fix]) == [(("b",), 1, 3)]


def test_the_order_of_readings_and_judgements_changes_nothing():
    copy, links = rewrite_of(A)
    readings = [A, B, T, copy]
    acts = [
        judged("split", "support", on_event(B)),
        merged(T, B),
        judged("grade", "claim", on_event(T), value="3"),
        judged("correct", "event", on_event(T), field="place", value=write_spot(Spot(**AIRFIELD))),
    ]
    expected = picture(*readings, judgements=acts, **links)
    for seed in range(6):
        shuffled, drawn = list(readings), list(acts)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(drawn)
        assert assess(shuffled, lineage(readings, **links), judgements=drawn) == expected


def test_whatever_is_merged_and_split_no_claim_has_more_legs_than_newsrooms_and_rewrites_add_none():
    first, links = rewrite_of(A, "y")
    second, more = rewrite_of(T, "z", by=OLSEN)
    readings = [A, T, B, first, second]
    tied = {key: [*links[key], *more[key]] for key in links}
    own = {"a", "t", "b"}
    for seed in range(40):
        chance = random.Random(seed)
        acts = []
        for _ in range(5):
            one, other = chance.sample(readings, 2)
            acts.append(chance.choice([merged(one, other), judged("split", "support", on_event(one))]))
        for claim in find_claims(readings, lineage(readings, **tied), acts):
            found = claim.claim
            origins = {support.origin for support in found.supporting}
            assert origins <= own
            assert found.origins <= len(origins)
            assert (found.credibility == 1) <= (found.origins >= 2 and not found.opposing)


def test_claims_that_go_back_to_one_report_are_one_leg_however_they_are_merged(dossier):
    readings = {reading.report.id: reading for reading in dossier.readings}
    origins = {}
    for claim in dossier.picture.claims:
        origins.setdefault(frozenset(s.origin for s in claim.supporting if not s.withdrawn), []).append(claim)
    tried = 0
    for held, told in origins.items():
        if len(held) == 1 and len(told) > 1:
            first, *rest = (on_support(readings[c.supporting[0].report], c.supporting[0]) for c in told[:4])
            acts = [judged("merge", "claim", first, other=other) for other in rest]
            found = weigh(dossier.readings, dossier.lineage, acts)
            before = {id_: claim.origins for claim in told for id_ in [claim.id]}
            merged_claims = [each.claim for each in found.findings if each.claim.id in before]
            assert all(claim.origins <= max(before.values()) for claim in merged_claims)
            tried += len(acts) - len(found.lost)
    assert tried > 3
