"""What a new report changes for those that are related to it: where they come from, and what they may have from whom."""

from itertools import permutations

import pytest

from reportedly import read_text
from reportedly.collect import Collection
from reportedly.collect.changed import find_beside, find_changed
from reportedly.lineage import Derivation, Family, InferredOrigin, Lineage, Relation, Retelling
from reportedly.pipeline import assess_reports
from reportedly.span import Span


def edge(one, other, *, origin=None, parent=False, kind=Relation.REWRITE):
    return Derivation(
        a=one, b=other, path_a=None, path_b=None, kind=kind, score=0.9, parent=parent, origin=origin, confidence=0.9
    )


def lineage(*edges, families=(), retellings=()):
    return Lineage(derivations=edges, families=families, retellings=retellings)


WORDS = Span(start=0, end=2, text="No")


def retelling(report, origin, origin_sentence=WORDS):
    return Retelling(
        report=report,
        sentence=WORDS,
        origin=origin,
        origin_sentence=origin_sentence,
        score=0.9,
    )


def test_another_telling_of_its_story_changes_nothing_for_a_report():
    held = edge("a", "b", origin="a", parent=True)
    after = lineage(held, edge("a", "c", origin="a", parent=True), edge("b", "c", origin="b"))
    assert find_changed(lineage(held), after) == {"c"}


def test_what_a_report_comes_from_is_changed_where_that_comes_from_elsewhere():
    held = edge("b", "c", origin="b", parent=True)
    assert find_changed(lineage(held), lineage(edge("a", "b", origin="a", parent=True), held)) == {"b", "c"}


def test_whose_sentences_are_told_again_has_another_claim_to_be_told_in():
    assert find_changed(lineage(), lineage(retellings=(retelling("b", "a"),))) == {"a", "b"}
    assert find_changed(lineage(), lineage(retellings=(retelling("b", "inf-1", None),))) == {"b"}


def test_whose_story_an_origin_is_that_is_not_held_changes_all_that_goes_back_to_it():
    def told(publisher):
        origin = InferredOrigin(id="inf-1", publisher=publisher, about=None, credited_by=("a",), evidence=())
        return lineage(
            families=(Family(origin=None, members=("a", "b"), inferred_origin=origin),),
            retellings=(retelling("c", "inf-1", None),),
        )

    assert find_changed(told("Northwire"), told("Southwire")) == {"a", "b", "c"}


def test_an_update_changes_what_it_brings_up_to_date():
    assert find_changed(lineage(), lineage(edge("a", "b", kind=Relation.UPDATE, origin="a"))) == {"a", "b"}


def test_newsrooms_of_the_same_story_stand_beside_a_report_but_not_those_that_were_made_from_it():
    rooms = {"a": {"gazette"}, "b": {"mail"}, "c": {"mail"}}
    before, after = lineage(edge("a", "b")), lineage(edge("a", "b"), edge("a", "c"), edge("b", "c", origin="b"))
    assert find_beside(before, after, rooms) == {"c": {"gazette", "mail"}}
    assert find_beside(lineage(), before, rooms) == {"a": {"mail"}, "b": {"gazette"}}


TOLD = (
    "Three barges ran aground below Varn lock on Tuesday, Ida Holm, the lock keeper, told Northwire. "
    "The river has fallen by two metres since June. Dredgers will arrive from Elmar within a week."
)
OUTLETS = {
    "Northwire": TOLD.replace("told Northwire", "said"),
    "Mail": TOLD + " Farmers were told to stop drawing water, the agency reported.",
    "Lamp": TOLD.replace("two metres", "three metres") + " Farmers were told to stop drawing water.",
}


@pytest.mark.parametrize("order", list(permutations(OUTLETS)))
def test_what_reports_have_from_each_other_is_the_same_in_whatever_order_they_come(order):
    reports = [
        read_text(OUTLETS[name], publisher=name, published=f"2031-07-{list(OUTLETS).index(name) + 1:02}")
        for name in order
    ]
    with Collection(":memory:") as held:
        for report in reports:
            held.add_reports([report])
        assert held.dossier() == assess_reports(reports)
