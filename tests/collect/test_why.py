"""A collection says where a claim that it keeps comes from."""

import pytest

from reportedly.analyse import Tagger
from reportedly.collect import Collection
from reportedly.errors import UnknownResource
from reportedly.pipeline import trace_claim
from reportedly.read import read_text

WIRE = "ODESA, May 3 (Quay Wire) - Two barges left the port of Izmail on Thursday, a harbour official told Quay Wire."
AGAIN = "Two barges left the port of Izmail on Thursday, a harbour official told Quay Wire, and the river is high."


@pytest.fixture
def held():
    with Collection(":memory:", tagger=Tagger.RULES) as collection:
        collection.add_reports([read_text(WIRE), read_text(AGAIN)])
        yield collection


def test_why_gives_the_trace_of_a_claim_that_is_kept(held):
    claim = next(each for each in held.claims() if "barges" in each.summary)
    trace = held.why(claim.id)
    assert (trace.claim, len(trace.legs), trace.reports) == (claim.id, claim.origins, claim.reports)
    assert trace == held.why(claim.id[:8]) == held.why("barges left izmail") == trace_claim(held.dossier(), claim.id)


def test_why_refuses_a_claim_that_is_not_kept(held):
    with pytest.raises(UnknownResource, match="no claim of"):
        held.why("cla-000000000000")
