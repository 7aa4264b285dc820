"""A trace has the claim's own numbers, names every support once, and says no more than the reports do."""

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assess.factory import (
    HARBOUR,
    RETRACTED,
    UNNAMED,
    Draft,
    derivation,
    lineage,
    retelling,
    speaker,
)

from reportedly.assess import assess, find_claim, retold_pairs, trace
from reportedly.attribution import Polarity, SpeakerKind, Verification
from reportedly.errors import UnknownResource
from reportedly.event import EventType
from reportedly.lineage import InferredOrigin
from reportedly.pipeline import trace_claim
from reportedly.span import Span
from reportedly.text.fold import fold
from reportedly.trace import FoldReason

KAMARA = speaker("Ines Kamara", role="harbour master")
OLSEN = speaker("Tor Olsen", role="pilot")
LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}
WORDS = "The frigate left Port Harmony on Wednesday morning"


def told(id_, outlet, words=f"{WORDS}.", by=None, published="2026-03-05", **more):
    notices = more.pop("notices", ())
    return Draft(id_, publisher=outlet, published=published, notices=notices).tell(words, by=by, **LEFT | more).done()


def traced(*readings, **links):
    """The claim of the first report, and its trace."""
    tree = lineage(readings, **links)
    found = [c for c in assess(readings, tree).claims if any(s.report == readings[0].report.id for s in c.supporting)]
    assert len(found) == 1
    return found[0], trace(found[0], readings, tree)


def reasons(found):
    return [each.reason for leg in found.legs for each in leg.folds]


def rewrite_of(origin, id_="z", outlet="Daily Echo", by=KAMARA):
    copy = told(id_, outlet, "On Wednesday the frigate sailed from Port Harmony.", by=by)
    return copy, {"derivations": [derivation(origin, copy)], "retellings": [retelling(copy, 0, origin)]}


def places(supports):
    return sorted((s.report, s.evidence, s.event or "", s.attribution or "") for s in supports)


def check(claim, found):
    """The numbers are the claim's, and every support is in one leg or named as withdrawn."""
    assert len(found.legs) == claim.origins == found.origins
    for supports, legs, gone in (
        (claim.supporting, found.legs, found.withdrawn),
        (claim.opposing, found.against, found.against_withdrawn),
    ):
        in_legs = [item for leg in legs for item in (leg.first, *(each.told for each in leg.folds))]
        assert places(in_legs) == places(s for s in supports if not s.withdrawn)
        assert places(gone) == places(s for s in supports if s.withdrawn)
        leg_of = {(s.report, s.evidence, s.event, s.attribution): s.leg for s in supports}
        for leg in legs:
            for item in (leg.first, *(each.told for each in leg.folds)):
                assert leg_of[item.report, item.evidence, item.event, item.attribution] == leg.id
    assert set(found.named) <= {leg.id for leg in found.legs}


def quotes(sentence):
    return re.findall("“([^”]*)”", sentence)


def check_words(found, bodies):
    """The sentence confirms nothing, names no origin too many, and quotes what stands in a report."""
    own = re.sub("“[^”]*”", "", found.sentence)
    assert "confirm" not in own.lower()
    assert len(found.named) <= found.origins
    assert own.count("separately") + bool(found.origins) <= max(1, found.origins)
    plain = [re.sub(r"[\"']", "", " ".join(fold(body).split())).lower() for body in bodies]
    for quote in quotes(found.sentence):
        for part in re.split(r"…|(?<=\s)\.\.\.", quote):
            words = re.sub(r"[\"']", "", " ".join(fold(part).split())).strip(" .,").lower()
            assert any(words in body for body in plain), quote


def test_a_retelling_is_folded_under_the_sentence_that_it_retells():
    origin = told("a", "Gazette", by=KAMARA)
    copy, links = rewrite_of(origin)
    claim, found = traced(origin, copy, **links)
    check(claim, found)
    (leg,) = found.legs
    (folded,) = leg.folds
    assert (leg.first.report, leg.newsrooms, leg.speakers) == ("a", ("Gazette",), ("Ines Kamara",))
    assert (folded.told.report, folded.reason, folded.of) == ("z", FoldReason.RETELLS, "a")
    assert folded.beside.text == f"{WORDS}."
    assert (folded.score, folded.verbatim) == (0.9, False)


def test_a_copy_word_for_word_is_told_as_one():
    origin = told("a", "Gazette", by=KAMARA)
    copy = told("z", "Daily Echo", by=KAMARA)
    _, found = traced(origin, copy, derivations=[derivation(origin, copy)], retellings=[retelling(copy, 0, origin)])
    assert [each.verbatim for each in found.legs[0].folds] == [True]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (told("a", "Gazette", by=KAMARA), told("b", "Gazette", by=OLSEN), FoldReason.SAME_NEWSROOM),
        (told("a", "Gazette", by=KAMARA), told("b", "Herald", by=KAMARA), FoldReason.SAME_SPEAKER),
        (told("a", "Gazette", by=UNNAMED), told("b", "Herald", by=UNNAMED), FoldReason.UNNAMED_ALIKE),
        (told("a", "Gazette", by=KAMARA), told("b", None), FoldReason.UNJUDGED),
    ],
)
def test_what_two_reports_share_is_named(first, second, reason):
    claim, found = traced(first, second)
    check(claim, found)
    assert reasons(found) == [reason]
    assert found.origins == 1


def test_what_a_rewrite_says_unaligned_in_its_own_voice_is_inherited():
    origin = told("a", "Gazette", by=KAMARA)
    copy = told("z", "Daily Echo")
    claim, found = traced(origin, copy, derivations=[derivation(origin, copy)])
    check(claim, found)
    assert reasons(found) == [FoldReason.INHERITED]


def test_a_story_that_is_credited_and_not_held_is_named():
    reading = told("b", "Daily Echo", by=KAMARA)
    span = Span.of(reading.report.body, 0, len(reading.report.body))
    missing = InferredOrigin(
        id="inf-1", publisher="Harbour Wire", about="2026-03-05", credited_by=("b",), evidence=(span,)
    )
    claim, found = traced(reading, retellings=[retelling(reading, 0, "inf-1")], inferred=missing)
    check(claim, found)
    assert found.legs[0].not_held == "Harbour Wire"
    assert "crediting Harbour Wire, whose report is not held" in found.sentence
    assert any("Harbour Wire" in line for line in found.no_leg)


def test_withdrawn_support_is_named_apart_and_nothing_is_said_to_stand():
    claim, found = traced(told("a", "Gazette", by=KAMARA, notices=[RETRACTED]))
    check(claim, found)
    assert (found.legs, [item.report for item in found.withdrawn]) == ((), ["a"])
    assert found.sentence.startswith("No report that still stands says this")


def test_what_contradicts_it_stands_in_the_sentence():
    denied = told(
        "b", "Herald", "The frigate has not left Port Harmony, it is at its berth.", OLSEN, polarity=Polarity.NEGATED
    )
    claim, found = traced(told("a", "Gazette", by=KAMARA), denied)
    check(claim, found)
    assert [leg.speakers for leg in found.against] == [("Tor Olsen",)]
    assert "against it" in found.sentence
    assert "Herald" in found.sentence


def test_one_newsroom_is_said_to_be_one():
    origin = told("a", "Gazette", by=UNNAMED)
    copy, links = rewrite_of(origin, by=UNNAMED)
    _, found = traced(origin, copy, **links)
    assert found.sentence == (
        "Gazette reported on 5 March 2026, citing unnamed officials: “The frigate left Port Harmony on Wednesday morning”; "
        "one other report retells it; no second newsroom has it from a source of its own in the 2 reports held."
    )


def test_whom_sources_told_is_said_in_reported_speech(dossier):
    claim = find_claim(dossier.picture.claims, "begun to leave the port of Beira")
    assert trace_claim(dossier, claim.id).sentence.startswith(
        "Two unnamed harbour pilots and a shipping agent told SCW that the cyclone relief force in Mozambique has begun to "
        "leave the port of Beira, in a report of 14 March 2026;"
    )


def test_two_newsrooms_are_both_named():
    claim, found = traced(told("a", "Gazette", by=KAMARA), told("b", "Herald", by=OLSEN))
    check(claim, found)
    assert len(found.named) == 2
    assert "separately" in found.sentence
    assert "no second newsroom" not in found.sentence


def test_a_speaker_whom_two_newsrooms_quote_is_one_origin_and_both_are_told():
    _, found = traced(told("a", "Gazette", by=KAMARA), told("b", "Herald", by=KAMARA))
    assert "the same speaker is quoted by Herald" in found.sentence
    assert "no other source for it stands in the 2 reports held" in found.sentence


def test_words_that_confirm_are_quoted_as_the_outlets():
    _, found = traced(told("a", "Gazette", "The frigate was confirmed to have left Port Harmony on Wednesday.", KAMARA))
    check_words(found, ["The frigate was confirmed to have left Port Harmony on Wednesday."])
    assert "“The frigate was confirmed" in found.sentence


def test_an_outlet_that_could_not_verify_it_is_said_to():
    _, found = traced(told("a", "Gazette", by=KAMARA, verification=Verification.UNVERIFIED))
    assert "Gazette could not verify it" in found.sentence


def test_another_leg_needs_another_newsroom_and_not_the_same_speaker():
    _, found = traced(told("a", "Gazette", by=KAMARA))
    assert "A report that names its own source for this, through a newsroom other than Gazette." in found.another_leg
    assert found.no_leg == ("Ines Kamara again, through whatever newsroom.",)


def test_unnamed_sources_would_have_to_be_told_apart():
    _, found = traced(told("a", "Gazette", by=UNNAMED), told("b", "Herald", by=UNNAMED))
    assert any("apart from those of Gazette" in line for line in found.another_leg)


def test_a_claim_of_other_readings_is_refused():
    claim, _ = traced(told("a", "Gazette", by=KAMARA))
    with pytest.raises(UnknownResource, match="not in these readings"):
        trace(claim, [told("b", "Herald")], lineage([told("b", "Herald")]))


def test_retold_pairs_are_the_origins_and_their_retellings():
    origin = told("a", "Gazette", by=KAMARA)
    copy, links = rewrite_of(origin)
    claim, _ = traced(origin, copy, **links)
    assert retold_pairs(claim) == [("a", "z")]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_any_set_of_reports_gives_the_claims_own_numbers(seed):
    draw = random.Random(seed)
    people = [KAMARA, OLSEN, UNNAMED, None, speaker("the Norwegian Defence Ministry", SpeakerKind.ORGANISATION)]
    readings = [
        told(
            f"r{number}",
            draw.choice(["Gazette", "Herald", None]),
            by=draw.choice(people),
            published=draw.choice(["2026-03-05", "2026-03-06", None]),
            notices=[RETRACTED] if draw.random() < 0.15 else [],
        )
        for number in range(draw.randint(1, 6))
    ]
    made = [(one, two) for one, two in pairwise(readings) if draw.random() < 0.4]
    tree = lineage(
        readings,
        derivations=[derivation(one, two) for one, two in made],
        retellings=[retelling(two, 0, one) for one, two in made if draw.random() < 0.7],
    )
    bodies = [reading.report.body for reading in readings]
    for claim in assess(readings, tree).claims:
        found = trace(claim, readings, tree)
        check(claim, found)
        check_words(found, bodies)
        assert trace(claim, readings[::-1], tree) == found


def test_every_trace_of_the_examples_has_the_claims_own_numbers_and_the_reports_own_words(dossier):
    bodies = [report.body for report in dossier.picture.reports]
    lost = set()
    for claim in dossier.picture.claims:
        found = trace_claim(dossier, claim.id)
        check(claim, found)
        check_words(found, bodies)
        lost |= {item.kind.value for leg in found.legs for each in leg.folds for item in each.lost}
    assert {"hedge_dropped", "attribution_dropped", "quantity_changed"} <= lost


def test_a_claim_is_found_by_id_by_its_beginning_and_by_words(dossier):
    claims = dossier.picture.claims
    wanted = next(claim for claim in claims if "Machipanda has not been closed" in claim.summary)
    for asked in (wanted.id, wanted.id[:9], "machipanda closed not", wanted.summary):
        assert find_claim(claims, asked) == wanted


def test_words_that_fit_several_claims_list_them_in_one_line(dossier):
    with pytest.raises(UnknownResource, match=r"fits \d+ claims: cla-") as refused:
        find_claim(dossier.picture.claims, "Pungwe")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("asked", ["", "   ", "cla-nothing", "word of no claim at all", "“"])
def test_a_claim_that_is_not_there_is_refused(dossier, asked):
    with pytest.raises(UnknownResource):
        find_claim(dossier.picture.claims, asked)
