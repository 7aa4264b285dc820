"""What a newsroom takes back counts nowhere, though it was put with another claim."""

from tests.assess.factory import HARBOUR, Draft, lineage, speaker

from reportedly.assess.claim import weigh_pool
from reportedly.assess.coreference import Pool, PoolFinder
from reportedly.assess.mention import collect_mentions
from reportedly.assess.provenance import Provenance
from reportedly.assess.taken_back import find_taken_back
from reportedly.attribution import SpeakerKind
from reportedly.event import EventType

KAMARA = speaker("Ines Kamara", role="harbour master")
LEFT = {"type": EventType.DEPART, "actor": "the frigate", "origin": HARBOUR, "day": "2026-03-04"}
TOLD = "The frigate left Port Harmony on Wednesday morning."
BACK = (
    "The Gazette withdraws its statement, reported last week, that the frigate left Port Harmony on Wednesday morning."
)


def report(id_, outlet, words, published, by=None, **event):
    return Draft(id_, publisher=outlet, published=published).tell(words, by=by, **LEFT | event).done()


def legs_of_first(told, back):
    """The legs of what the one report told, where what the other takes back was put with another claim."""
    readings = [told, back]
    pools = [Pool([mention]) for reading in readings for mention in collect_mentions(reading)]
    finder = PoolFinder()
    for pool in pools:
        finder.add(pool.first, pool)
    return weigh_pool(
        pools[0], Provenance(readings, lineage(readings)), find_taken_back(pools, finder)
    ).standing.origins


def test_what_a_newsroom_takes_back_elsewhere_has_no_leg():
    told = report("a", "Gazette", TOLD, "2026-03-05", by=KAMARA)
    assert legs_of_first(told, report("b", "Gazette", BACK, "2026-03-12")) == 0


def test_what_another_newsroom_told_is_not_the_ones_to_take_back():
    told = report("a", "Herald", TOLD, "2026-03-05", by=KAMARA)
    assert legs_of_first(told, report("b", "Gazette", BACK, "2026-03-12")) == 1


def test_what_an_outlet_without_a_name_is_said_to_have_told_is_taken_back_with_it():
    station = speaker(None, SpeakerKind.OUTLET)
    told = report("a", "Herald", TOLD, "2026-03-05", by=station)
    assert legs_of_first(told, report("b", "Gazette", BACK, "2026-03-12")) == 0


def test_what_is_told_after_it_was_taken_back_stands():
    told = report("a", "Gazette", TOLD, "2026-03-13", by=KAMARA)
    assert legs_of_first(told, report("b", "Gazette", BACK, "2026-03-12")) == 1


def test_another_happening_is_not_taken_back():
    words = "Three shops in the old town burnt down on Sunday night."
    fire = {"type": EventType.EXPLOSION, "actor": "shops", "origin": None, "day": "2026-03-01"}
    told = report("a", "Gazette", words, "2026-03-05", by=KAMARA, **fire)
    assert legs_of_first(told, report("b", "Gazette", BACK, "2026-03-12")) == 1
