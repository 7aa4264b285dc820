"""What a report says itself to have from another whose words it does not use."""

import pytest
from tests.link.factory import WIRE, report

from reportedly.lineage import DERIVED, Relation
from reportedly.link import Digest, link, may_be_related
from reportedly.link.verify import judge

ROUND_UP = """\
LODNA. Sarvia has pulled two of its patrol ships from the harbour at Port Lodna, {}.
HARROW. The tram line to the old mill will be closed in May while the rails are ground, and buses are to run instead.
ESKER. Growers of early potatoes want a second weighbridge, for the queue at the first is now three hours long.
TILBROOK. Nobody was hurt when a kite carried off the tent of the travelling library on Sunday afternoon.
"""
WIRE_REPORT = report("wire", WIRE, publisher="Northwire", published="2026-03-04")
LATE = """\
The tram line to the old mill will be closed in May while the rails are ground, and buses are to run instead.
Growers of early potatoes want a second weighbridge, for the queue at the first is now three hours long.
Nobody was hurt when a kite carried off the tent of the travelling library on Sunday afternoon.
Sarvia has pulled two of its patrol ships from the harbour at Port Lodna, Northwire reported.
"""


def verdict(body, **more):
    return judge(Digest(WIRE_REPORT), Digest(report("brief", body, publisher="Morning Brief", **more)))


def test_line_of_a_round_up_that_credits_a_report_held_goes_back_to_it():
    told = report("brief", ROUND_UP.format("Northwire reported"), publisher="Morning Brief", published="2026-03-05")
    lineage = link([WIRE_REPORT, told])
    assert [(each.kind, each.origin, each.parent) for each in lineage.derivations] == [(Relation.EXCERPT, "wire", True)]
    assert [(each.report, each.origin, each.sentence.text[:6]) for each in lineage.retellings] == [
        ("brief", "wire", "Sarvia")
    ]


def test_same_line_without_the_credit_is_not_said_to_be_derived():
    assert verdict(ROUND_UP.format("dock workers said"), published="2026-03-05").kind not in DERIVED


def test_nothing_is_derived_from_a_report_of_a_later_day():
    assert verdict(ROUND_UP.format("Northwire reported"), published="2026-03-03").kind not in DERIVED


def test_credit_for_what_the_report_held_does_not_say_ties_nothing():
    other = ROUND_UP.replace(
        "Sarvia has pulled two of its patrol ships from the harbour at Port Lodna", "Eggs are dear"
    )
    assert verdict(other.format("Northwire reported"), published="2026-03-05").kind is Relation.UNRELATED


def test_one_credit_far_down_makes_only_its_own_sentence_the_others():
    assert verdict(LATE, published="2026-03-05").kind is Relation.SAME_STORY


@pytest.mark.parametrize("credit", ["Northwire reported", "according to Northwire"])
def test_verdict_is_the_same_in_either_order(credit):
    one, other = Digest(WIRE_REPORT), Digest(report("brief", ROUND_UP.format(credit), publisher="Morning Brief"))
    there, back = judge(one, other), judge(other, one)
    assert (there.kind, there.score, there.matches) == (back.kind, back.score, back.turned)
    assert (there.ruling.first, back.ruling.first) == (0, 1)


def test_credit_keeps_a_pair_that_shares_few_words_from_being_taken_for_chance():
    brief = "Eggs are dear this spring, {} reported. The tram to the old mill is to stop in May.\n"
    wire = Digest(WIRE_REPORT)
    assert may_be_related(wire, Digest(report("brief", brief.format("Northwire"))))
    assert not may_be_related(wire, Digest(report("brief", brief.format("a sailor"))))


FREE = """\
What does Sarvia want at Lodna, of all places? Word of it came by {} on Wednesday, and nobody in town was surprised.
"We will not give up the station," is how Colonel Dresk puts it, and on Monday people saw at least seven lorries leave for the border.
An institute has its own ideas: Mara Velke, whose desk looks over Port Lodna, thinks of goods wagons.
Some of us, Jonas and Berit among them, remember how in 1988 the place was let for a song, and how after 2016 the song was sung again.
"""


def test_report_that_credits_an_outlet_at_once_is_made_from_its_story_whose_facts_it_tells():
    credited = FREE.format("a report, according to Northwire, that ships had gone")
    assert verdict(credited, published="2026-03-05").kind in DERIVED
    assert verdict(FREE.format("the evening boat"), published="2026-03-05").kind not in DERIVED
    other = credited.replace("Mara Velke", "Ena Bosk").replace("2016", "2011").replace("Dresk", "Hale")
    other = other.replace("Port Lodna", "Cape Mirren").replace("1988", "1974").replace("seven", "four")
    assert verdict(other, published="2026-03-05").kind not in DERIVED
