from dataclasses import replace

from reportedly.export.catalogue import catalogue
from reportedly.export.claim_card import lay_out
from reportedly.export.contradiction import pair_contradictions

from . import factory


def paired(*claims):
    given = factory.dossier()
    given = replace(given, picture=replace(given.picture, claims=claims))
    papers = catalogue(given)
    cards = [lay_out(claim, papers.numbers[claim.id], papers) for claim in claims]
    return [(item.card.number, item.opposites) for item in pair_contradictions(cards)]


def sides():
    hurt = factory.dossier().picture.claims[1]
    safe = replace(hurt, id="cla-safe", supporting=hurt.opposing, opposing=hurt.supporting)
    return hurt, safe


def test_two_claims_that_deny_each_other_are_one_contradiction():
    assert paired(*sides()) == [(1, (2,))]


def test_a_claim_with_support_of_its_own_stays():
    hurt, safe = sides()
    more = factory.support(factory.reports()[2], "the port authority", "x", "leg-x")
    assert paired(hurt, replace(safe, supporting=(*safe.supporting, more))) == [(1, ()), (2, ())]


def test_what_was_withdrawn_contradicts_nothing():
    hurt, _ = sides()
    gone = tuple(replace(support, withdrawn=True) for support in hurt.opposing)
    assert paired(replace(hurt, opposing=gone)) == []
