"""The contract's rules on legs, independence and grades, through the public door."""

import random
from dataclasses import replace

import pytest
from tests.assess.factory import (
    HARBOUR,
    RETRACTED,
    UNNAMED,
    Draft,
    derivation,
    lineage,
    retelling,
    sentence,
    speaker,
)

from reportedly.assess import assess
from reportedly.attribution import Basis, Polarity, SpeakerKind, Verification
from reportedly.claim import Independence
from reportedly.event import EventType
from reportedly.lineage import InferredOrigin, Relation
from reportedly.report import Dateline

KAMARA = speaker("Ines Kamara", role="harbour master")
OLSEN = speaker("Tor Olsen", role="pilot")
MINISTRY = speaker("the Norwegian Defence Ministry", SpeakerKind.ORGANISATION)
LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}
WORDS = "The frigate left Port Harmony on Wednesday morning"


def told(id_, outlet, words=f"{WORDS}.", by=None, **more):
    return Draft(id_, publisher=outlet, published="2026-03-05").tell(words, by=by, **LEFT | more).done()


def picture(*readings, **links):
    return assess(readings, lineage(readings, **links))


def claim(*readings, **links):
    """The claim that the first report makes."""
    found = [
        c for c in picture(*readings, **links).claims if any(s.report == readings[0].report.id for s in c.supporting)
    ]
    assert len(found) == 1
    return found[0]


def rewrite_of(origin, id_="z-rewrite", outlet="Daily Echo", by=KAMARA):
    words = "On Wednesday the frigate sailed from Port Harmony"
    copy = told(id_, outlet, f"{words}.", by=by)
    return copy, {"derivations": [derivation(origin, copy)], "retellings": [retelling(copy, 0, origin)]}


def test_two_newsrooms_with_their_own_sources_are_two_legs():
    found = claim(told("a", "Gazette", by=KAMARA), told("b", "Herald", by=OLSEN))
    assert (found.reports, found.origins, found.credibility) == (2, 2, 1)
    assert found.independence is Independence.INDEPENDENT
    assert found.why == "Two legs: Ines Kamara (through Gazette); Tor Olsen (through Herald)."


def test_a_rewrite_changes_no_leg_and_no_digit():
    origin = told("a", "Gazette", by=KAMARA)
    copy, links = rewrite_of(origin)
    alone, retold = claim(origin), claim(origin, copy, **links)
    assert (alone.origins, alone.credibility, alone.bases) == (retold.origins, retold.credibility, retold.bases)
    assert (retold.reports, retold.id) == (2, alone.id)
    assert len({support.leg for support in retold.supporting}) == 1


def test_what_a_rewrite_says_unaligned_in_its_own_voice_is_its_origins():
    origin = told("a", "Gazette", by=KAMARA)
    copy = told("z", "Daily Echo")
    found = claim(origin, copy, derivations=[derivation(origin, copy)])
    assert (found.reports, found.origins, found.origins_possible) == (2, 1, 1)


def test_a_witness_of_its_own_makes_a_rewrite_a_leg():
    origin = told("a", "Gazette", by=KAMARA)
    witness = speaker(None, SpeakerKind.ANONYMOUS, role="fisherman")
    copy = told("z", "Daily Echo", by=witness, basis=Basis.OBSERVATION)
    assert claim(origin, copy, derivations=[derivation(origin, copy)]).origins == 2


def test_another_outlet_quoting_the_same_speaker_changes_no_leg():
    one = told("a", "Gazette", by=KAMARA)
    found = claim(one, told("b", "Herald", by=KAMARA), told("c", "Mail", by=speaker("I. Kamara")))
    assert (found.reports, found.origins, found.credibility) == (3, 1, 3)
    assert (found.bases.min, found.bases.max) == (1, 1)


def test_fifty_outlets_with_one_statement_are_one_leg():
    outlets = [told(f"r{n:02}", f"Outlet {n}", by=MINISTRY) for n in range(50)]
    found = claim(*outlets)
    assert (found.reports, found.origins, found.origins_possible) == (50, 1, 1)


def test_one_statement_is_one_however_its_speaker_is_spelt():
    other = speaker("Norway's defense ministry", SpeakerKind.ORGANISATION)
    assert claim(told("a", "Gazette", by=MINISTRY), told("b", "Herald", by=other)).origins == 1


def test_a_spokesman_is_the_voice_of_his_ministry():
    spokesman = speaker("Lev Aran", role="spokesman", affiliation="the Norwegian Defence Ministry")
    assert claim(told("a", "Gazette", by=MINISTRY), told("b", "Herald", by=spokesman)).origins == 1


def test_one_image_through_two_outlets_is_one_leg():
    image = speaker("Lens Orbital", SpeakerKind.IMAGERY)
    one, two = told("a", "Gazette", by=image), told("b", "Herald", by=image)
    assert claim(one, two).origins == 1


def test_a_new_named_source_through_an_unrelated_newsroom_adds_one_leg():
    readings = [told("a", "Gazette", by=KAMARA), told("b", "Herald", by=KAMARA)]
    before = claim(*readings).origins
    assert claim(*readings, told("c", "Mail", by=OLSEN)).origins == before + 1


def test_unnamed_sources_of_one_side_are_one_leg_and_possibly_two():
    found = claim(told("a", "Gazette", by=UNNAMED), told("b", "Herald", by=UNNAMED))
    assert (found.origins, found.origins_possible, found.credibility) == (1, 2, 2)
    assert (found.bases.min, found.bases.max) == (1, 2)


def test_words_that_tell_unnamed_sources_apart_make_two_legs():
    doctor = speaker(None, SpeakerKind.ANONYMOUS, role="doctor")
    assert claim(told("a", "Gazette", by=UNNAMED), told("b", "Herald", by=doctor)).origins == 2


def test_what_a_source_told_another_newsroom_is_that_newsrooms():
    wire = told("a", "Reuters", by=KAMARA)
    other = told("b", "Herald", by=OLSEN, via="Reuters")
    assert claim(wire, other).origins == 1


def test_a_newsroom_that_is_not_held_counts_once():
    one = told("a", "Gazette", by=KAMARA, via="the Associated Press")
    two = told("b", "Herald", by=OLSEN, via="AP")
    assert claim(one, two).origins == 1


def test_sentences_that_credit_a_report_not_held_are_one_leg():
    one, two = told("a", "Gazette", by=KAMARA), told("b", "Herald", by=OLSEN)
    inferred = InferredOrigin(
        id="inf-1",
        publisher="Littoral Press",
        about=None,
        credited_by=("a", "b"),
        evidence=(sentence(one, 0), sentence(two, 0)),
    )
    links = {"inferred": inferred, "retellings": [retelling(one, 0, "inf-1"), retelling(two, 0, "inf-1")]}
    found = claim(one, two, **links)
    assert found.origins == 1
    assert {support.origin for support in found.supporting} == {"inf-1"}


def test_two_reports_of_one_newsroom_are_one_leg():
    assert claim(told("a", "Reuters", by=KAMARA), told("b", "reuters", by=OLSEN)).origins == 1


def test_a_reports_own_words_beside_its_source_are_no_leg_of_their_own():
    wire = told("a", "Gazette", by=KAMARA)
    two = (
        Draft("b", publisher="Herald", published="2026-03-05")
        .tell(f"{WORDS}.", **LEFT)
        .tell("Kamara said the frigate left Port Harmony in the morning.", by=KAMARA, **LEFT)
        .done()
    )
    assert claim(wire, two).origins == 1


def test_an_outlet_that_names_no_source_may_have_it_from_the_one_that_does():
    wire = told("a", "Gazette", by=KAMARA)
    for copy in (told("b", "Herald"), told("0", "Herald")):
        found = claim(wire, copy)
        assert (found.reports, found.origins, found.origins_possible) == (2, 1, 2)


def test_an_outlet_that_was_there_needs_no_other_source():
    wire = told("a", "Gazette", by=KAMARA)
    dateline = Dateline(place="PORT HARMONY", span=None)
    there = Draft("b", publisher="Herald", published="2026-03-05", dateline=dateline).tell(f"{WORDS}.", **LEFT).done()
    assert claim(wire, there).origins == 2
    assert claim(wire, told("b", "Herald", f"{WORDS}, as we watched from the pier.")).origins == 2
    assert claim(wire, told("b", "Daily Herald", f"{WORDS} past the Herald’s own window.")).origins == 2
    assert claim(wire, told("b", "Daily Herald", f"{WORDS} past a window.")).origins == 1


def test_two_outlets_that_name_no_source_are_two_legs():
    assert claim(told("a", "Gazette"), told("b", "Herald")).origins == 2


def test_a_wire_has_nothing_from_those_who_retell_it():
    wire = told("a", "Gazette", by=KAMARA, via="Gazette")
    copy = told("z", "Daily Echo")
    found = claim(wire, copy, derivations=[derivation(wire, copy)])
    assert (found.reports, found.origins, found.origins_possible) == (2, 1, 1)


def test_a_report_from_nowhere_adds_no_established_leg():
    found = claim(told("a", "Gazette", by=KAMARA), told("b", None))
    assert (found.origins, found.origins_possible) == (1, 2)


def test_lineage_is_unknown_where_nothing_tells_who_speaks():
    found = claim(told("a", None))
    assert (found.independence, found.credibility) == (Independence.LINEAGE_UNKNOWN, 6)


def test_denial_opposes_on_both_sides_and_betters_no_digit():
    yes = told("a", "Gazette", by=KAMARA)
    no = told("b", "Herald", "The frigate has not left Port Harmony.", by=OLSEN, polarity=Polarity.NEGATED)
    found = claim(yes, no)
    assert [support.report for support in found.opposing] == ["b"]
    assert (claim(yes).credibility, found.credibility) == (3, 4)
    assert [support.report for support in claim(no, yes).opposing] == ["a"]


@pytest.mark.parametrize("sources", [1, 2, 3])
@pytest.mark.parametrize("denials", [1, 2, 3, 4])
def test_a_contradiction_never_betters_the_digit(sources, denials):
    yes = [
        told(f"y{n}", f"Gazette {n}", by=speaker(f"Ann {name}")) for n, name in zip(range(sources), "KLM", strict=False)
    ]
    no = [
        told(
            f"z{n}",
            f"Herald {n}",
            "The frigate has not left Port Harmony.",
            by=speaker(f"Bo {name}"),
            polarity=Polarity.NEGATED,
        )
        for n, name in zip(range(denials), "PQRS", strict=False)
    ]
    digits = [claim(*yes, *no[:count]).credibility for count in range(denials + 1)]
    assert digits == sorted(digits)


def test_a_rewrite_that_turns_its_origin_round_does_not_speak_against_it():
    origin = told("a", "Gazette", by=KAMARA)
    copy = told("z", "Echo", "The frigate has not left Port Harmony.", by=KAMARA, polarity=Polarity.NEGATED)
    found = claim(origin, copy, derivations=[derivation(origin, copy)], retellings=[retelling(copy, 0, origin)])
    assert (found.opposing, found.credibility) == ((), 3)


def test_what_the_outlet_could_not_verify_is_doubtful():
    assert claim(told("a", "Gazette", by=KAMARA, verification=Verification.UNVERIFIED)).credibility == 4


def test_a_retraction_takes_the_support_and_its_retellings_away():
    origin = told("a", "Gazette", by=KAMARA)
    other = told("b", "Herald", by=OLSEN)
    copy, links = rewrite_of(origin)
    before = claim(origin, other, copy, **links)
    withdrawn = replace(origin, report=replace(origin.report, notices=(RETRACTED,)))
    after = claim(withdrawn, other, copy, **links)
    assert (before.origins, before.reports, after.origins, after.reports) == (2, 3, 1, 1)
    assert {support.report for support in after.supporting if support.withdrawn} == {"a", "z-rewrite"}


def test_a_claim_whose_support_is_all_withdrawn_has_no_leg():
    origin = told("a", "Gazette", by=KAMARA)
    found = claim(replace(origin, report=replace(origin.report, notices=(RETRACTED,))))
    assert (found.origins, found.reports, found.credibility) == (0, 0, 6)


def test_the_order_of_arrival_changes_nothing():
    readings = [
        told("a", "Gazette", by=KAMARA),
        told("b", "Herald", by=OLSEN),
        told("c", None),
        told("d", "Mail", "The frigate has not left Port Harmony.", by=MINISTRY, polarity=Polarity.NEGATED),
    ]
    copy, links = rewrite_of(readings[0])
    readings.append(copy)
    wanted = picture(*readings, **links)
    for seed in range(10):
        shuffled = random.Random(seed).sample(readings, len(readings))
        assert assess(shuffled, lineage(readings, **links)) == wanted


def test_an_update_moves_a_toll_and_contradicts_nothing():
    toll = {"type": EventType.CASUALTIES, "origin": None, "place": HARBOUR, "actor": None}
    first = told("a", "Wire", "A blast in Port Harmony killed 17.", by=KAMARA, quantities=[("killed", 17, 17)], **toll)
    later = told("b", "Wire", "A blast in Port Harmony killed 14.", by=KAMARA, quantities=[("killed", 14, 14)], **toll)
    links = {
        "derivations": [derivation(first, later, Relation.UPDATE)],
        "retellings": [retelling(later, 0, first)],
    }
    found = claim(first, later, **links)
    assert (found.origins, found.opposing) == (1, ())
    lower = told("c", "Mail", "The blast in Port Harmony killed six.", by=OLSEN, quantities=[("killed", 6, 6)], **toll)
    assert [support.report for support in claim(first, later, lower, **links).opposing] == ["c"]


def test_a_higher_toll_of_a_later_day_is_no_contradiction():
    toll = {"type": EventType.CASUALTIES, "origin": None, "place": HARBOUR, "actor": None}
    first = told("a", "Wire", "A blast in Port Harmony killed 17.", by=KAMARA, quantities=[("killed", 17, 17)], **toll)
    more = told("b", "Mail", "The blast in Port Harmony killed 21.", by=OLSEN, quantities=[("killed", 21, 21)], **toll)
    next_day = replace(more, report=replace(more.report, published="2026-03-06"))
    assert [support.report for support in claim(first, more).opposing] == ["b"]
    assert claim(first, next_day).opposing == ()


def test_a_figure_that_was_disputed_stays_so_when_its_newsroom_lowers_it():
    toll = {"type": EventType.CASUALTIES, "origin": None, "place": HARBOUR, "actor": None}
    first = told(
        "a", "Wire", "A blast in Port Harmony killed 17.", by=KAMARA, quantities=[("killed", 17, None)], **toll
    )
    lower = told("b", "Mail", "The blast in Port Harmony killed six.", by=OLSEN, quantities=[("killed", 6, 6)], **toll)
    later = told(
        "c", "Wire", "A blast in Port Harmony killed 14.", by=KAMARA, quantities=[("killed", 14, None)], **toll
    )
    later = replace(later, report=replace(later.report, published="2026-03-06"))
    found = claim(first, lower, later)
    assert (found.summary, [s.report for s in found.opposing]) == (
        "A blast in Port Harmony killed 14, according to Ines Kamara.",
        ["b"],
    )
    assert found.why.endswith("Its newsroom changed the figure from at least 17 to at least 14 on 6 March.")
