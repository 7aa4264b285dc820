"""Legs that surely tell one happening are kept, whichever report came first."""

from itertools import permutations

import pytest
from tests.assess.factory import HARBOUR, Draft, lineage, speaker

from reportedly.assess import corroborate
from reportedly.assess.mention import collect_mentions
from reportedly.assess.odds import Odds
from reportedly.assess.provenance import Provenance
from reportedly.event import EventType

LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}
OUTLETS = {"a": ("Gazette", "Ines Kamara"), "b": ("Herald", "Tor Olsen"), "c": ("Mail", "Ida Berg")}


def legs(monkeypatch, sure, order="abc"):
    """The legs of three outlets' tellings, in this order, where only some twos of reports surely tell one happening."""
    readings = [
        Draft(id_, publisher=OUTLETS[id_][0], published="2026-03-05")
        .tell("The frigate left Port Harmony on Wednesday morning.", by=speaker(OUTLETS[id_][1]), **LEFT)
        .done()
        for id_ in order
    ]
    monkeypatch.setattr(
        corroborate,
        "odds",
        lambda one, other: Odds(9.0 if "".join(sorted(one.report + other.report)) in sure else -9.0, 0.0),
    )
    provenance = Provenance(readings, lineage(readings))
    mentions = [mention for reading in readings for mention in collect_mentions(reading)]
    return corroborate.stand([corroborate.tell(mention, None, provenance) for mention in mentions])


@pytest.mark.parametrize("order", ["".join(each) for each in permutations("abc")])
@pytest.mark.parametrize(("sure", "kept"), [((), 1), (("bc",), 2), (("ab",), 2), (("ab", "bc"), 3)])
def test_as_many_legs_are_kept_as_surely_tell_one_happening(monkeypatch, sure, kept, order):
    found = legs(monkeypatch, sure, order)
    assert (found.origins, found.possible) == (kept, 3)
    assert set(found.leg_of) == {telling.mention.key for leg in found.legs for telling in leg}
