"""Which mentions are one claim and which are two."""

import pytest
from tests.assess.factory import AIRFIELD, HARBOUR, Draft, derivation, lineage, retelling, speaker

from reportedly.assess import assess
from reportedly.attribution import Polarity
from reportedly.event import EventType
from reportedly.lineage import Relation

OLSEN = speaker("Tor Olsen")


def told(id_, words, *, by=None, published="2026-03-05", **event):
    return Draft(id_, publisher=f"Outlet {id_}", published=published).tell(words, by=by, **event).done()


def claims(*readings, **links):
    return assess(readings, lineage(readings, **links)).claims


def pooled(*readings, **links):
    """The reports behind each claim."""
    return sorted(sorted({s.report for s in claim.supporting}) for claim in claims(*readings, **links))


STRIKE = {"type": EventType.ATTACK, "actor": "Norwegian jets", "place": HARBOUR, "day": "2026-03-04"}


def test_one_happening_in_two_wordings_is_one_claim():
    one = told("a", "Norwegian jets struck a depot in Port Harmony on Wednesday.", **STRIKE)
    two = told("b", "A depot in Port Harmony was hit by Norway's planes.", **STRIKE | {"actor": "Norway"})
    assert pooled(one, two) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        {"place": AIRFIELD},
        {"day": "2026-03-01"},
        {"actor": "Swedish jets"},
        {"type": EventType.TALKS},
        {"planned": True},
    ],
    ids=["elsewhere", "another day", "another state", "another kind", "a plan"],
)
def test_what_differs_in_one_respect_is_two_claims(other):
    words = "Jets struck a depot in the north on Wednesday."
    assert pooled(told("a", words, **STRIKE), told("b", words, **STRIKE | other)) == [["a"], ["b"]]


def test_capital_and_government_are_the_state():
    one = told("a", "Oslo recognised the council in Port Harmony.", **STRIKE | {"actor": "Oslo"})
    two = told("b", "Norway recognised the council in Port Harmony.", **STRIKE | {"actor": "Norway"})
    assert pooled(one, two) == [["a", "b"]]


def test_two_happenings_in_one_sentence_stay_two():
    words = "Jets struck the depot in Port Harmony and struck it again."
    draft = Draft("a", publisher="Gazette").tell(words, **STRIKE)
    again = dict(draft._events[0])
    draft._events.append(again | {"words": words[:-1]})
    assert len(claims(draft.done())) == 2


def test_of_two_happenings_in_one_sentence_the_likelier_is_told_again():
    early = told("a", "Norwegian jets struck a depot in Port Harmony on Wednesday.", **STRIKE)
    words = "Jets struck a rail yard, and Norwegian jets struck the depot in Port Harmony."
    draft = Draft("b", publisher="Outlet b", published="2026-03-05").tell(
        words[:24], type=EventType.ATTACK, actor="Jets"
    )
    draft.body = words
    draft._events.append({**draft._events[0], "start": 29, "words": words[29:], "event": STRIKE})
    (yard,) = [claim for claim in claims(early, draft.done()) if "rail yard" in claim.supporting[0].evidence.text]
    assert len(yard.supporting) == 1


def test_one_report_that_tells_it_twice_makes_one_claim_with_two_supports():
    reading = (
        Draft("a", publisher="Gazette", published="2026-03-05")
        .tell("Norwegian jets struck a depot in Port Harmony.", **STRIKE)
        .tell("The jets struck the Port Harmony depot at dawn, Olsen said.", by=OLSEN, **STRIKE)
        .done()
    )
    (claim,) = claims(reading)
    assert (len(claim.supporting), claim.reports, claim.origins) == (2, 1, 1)


def test_aligned_sentences_are_one_claim_whatever_their_words():
    one = told("a", "Warplanes pounded stores beside the quay.", type=EventType.ATTACK)
    two = told("b", "Air raids hit warehouses.", type=EventType.ATTACK)
    links = {"derivations": [derivation(one, two)], "retellings": [retelling(two, 0, one)]}
    assert pooled(one, two) == [["a"], ["b"]]
    assert pooled(one, two, **links) == [["a", "b"]]


def test_a_chain_of_retellings_leads_to_its_start():
    words = ("Warplanes pounded stores.", "Air raids hit warehouses.", "Bombs fell on sheds.")
    one, two, three = (told(id_, text, type=EventType.ATTACK) for id_, text in zip("abc", words, strict=True))
    links = {
        "derivations": [derivation(one, two), derivation(two, three)],
        "retellings": [retelling(two, 0, one), retelling(three, 0, two)],
    }
    (claim,) = claims(one, two, three, **links)
    assert {support.origin for support in claim.supporting} == {"a"}


def test_two_reports_that_each_retell_the_other_do_not_hang():
    one, two = told("a", "Jets struck.", **STRIKE), told("b", "Jets hit.", **STRIKE)
    links = {"retellings": [retelling(one, 0, two), retelling(two, 0, one)]}
    assert pooled(one, two, **links) == [["a", "b"]]


def test_one_statement_in_almost_the_same_words_is_one_claim():
    one = told("a", "The council will hold its first election in the autumn of next year.", by=OLSEN)
    two = told("b", "the council will hold its first elections next year in the autumn", by=OLSEN)
    other = told("c", "The council will hold its budget debate on Monday.", by=OLSEN)
    assert pooled(one, two, other) == [["a", "b"], ["c"]]


def test_a_headline_and_a_refusal_to_comment_are_no_claims():
    assert claims(told("a", '"No," he said.', by=OLSEN)) == ()


def test_counts_that_do_not_meet_are_two_claims_against_each_other():
    place = {"type": EventType.CASUALTIES, "place": HARBOUR, "day": "2026-03-04"}
    one = told("a", "The blast in Port Harmony killed 17 people.", quantities=[("people killed", 17, 17)], **place)
    two = told("b", "The blast in Port Harmony killed six people.", quantities=[("people killed", 6, 6)], **place)
    found = claims(one, two)
    assert [[s.report for s in claim.opposing] for claim in found] in ([["b"], ["a"]], [["a"], ["b"]])


def test_at_least_a_number_meets_a_higher_one():
    place = {"type": EventType.CASUALTIES, "place": HARBOUR, "day": "2026-03-04"}
    one = told("a", "The blast in Port Harmony killed at least 12.", quantities=[("killed", 12, None)], **place)
    two = told("b", "The blast in Port Harmony killed 15.", quantities=[("killed", 15, 15)], **place)
    assert pooled(one, two) == [["a", "b"]]


def test_an_updated_figure_takes_the_place_of_the_old_one():
    place = {"type": EventType.CASUALTIES, "place": HARBOUR, "day": "2026-03-04"}
    one = told("a", "The blast in Port Harmony killed 17.", quantities=[("killed", 17, 17)], **place)
    new = told("b", "The blast in Port Harmony killed 14.", quantities=[("killed", 14, 14)], **place)
    same = told("c", "A Port Harmony blast killed 14.", quantities=[("killed", 14, 14)], **place)
    links = {"derivations": [derivation(one, new, Relation.UPDATE)], "retellings": [retelling(new, 0, one)]}
    assert pooled(one, same) == [["a"], ["c"]]
    assert pooled(one, new, same, **links) == [["a", "b", "c"]]


def test_a_person_does_not_speak_against_himself():
    one = told("a", "The jets did not strike the depot in Port Harmony.", by=OLSEN, polarity=Polarity.NEGATED, **STRIKE)
    for by, reports in ((OLSEN, []), (speaker("Ann Moe"), ["b"])):
        two = told("b", "The jets struck the depot in Port Harmony.", by=by, **STRIKE)
        assert [s.report for claim in claims(one, two) for s in claim.opposing if s.report == "b"] == reports


def test_the_affirmed_and_the_denied_are_two_claims():
    no = told("b", "Norwegian jets did not strike a depot in Port Harmony.", polarity=Polarity.NEGATED, **STRIKE)
    yes = told("a", "Norwegian jets struck a depot in Port Harmony.", **STRIKE)
    assert pooled(yes, no) == [["a"], ["b"]]


def test_the_id_of_a_claim_stays_when_later_reports_come():
    one = told("a", "Norwegian jets struck a depot in Port Harmony.", **STRIKE)
    two = told("b", "Norwegian jets struck Port Harmony's depot.", published="2026-03-06", **STRIKE)
    assert claims(one)[0].id == claims(one, two)[0].id


@pytest.mark.parametrize(("day", "claims_made"), [(None, 2), ("2026-03-04", 1)])
def test_what_is_told_again_more_than_a_month_later_is_another_happening_unless_it_names_the_day(day, claims_made):
    strike = STRIKE | {"day": day}
    words = "Norwegian jets struck a depot in Port Harmony."
    assert len(claims(told("a", words, **strike), told("b", words, published="2026-04-20", **strike))) == claims_made
