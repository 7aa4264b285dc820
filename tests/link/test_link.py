"""Who retells whom over a set of reports."""

import pytest
from tests.link.factory import OTHER, REWRITE, WIRE, report

from reportedly.lineage import Relation
from reportedly.link import link

WIRE_REPORT = report("wire", WIRE, agency="Northwire", published="2026-03-04")


def pair(lineage):
    assert len(lineage.derivations) == 1
    return lineage.derivations[0]


def test_rewrite_is_derived_from_the_report_it_credits():
    found = pair(link([WIRE_REPORT, report("local", REWRITE)]))
    assert (found.kind, found.origin, found.parent) == (Relation.REWRITE, "wire", True)
    assert found.confidence > 0.9


def test_unrelated_reports_are_not_paired_and_stand_alone():
    lineage = link([WIRE_REPORT, report("bakery", OTHER)])
    assert lineage.derivations == ()
    assert [family.members for family in lineage.families] == [("bakery",), ("wire",)]


def test_copy_with_foreign_sentences_behind_it_is_verbatim_and_the_later_one():
    longer = OTHER + OTHER.replace("bakery", "tannery").replace("flour", "bark")
    found = pair(link([report("a", WIRE + longer), report("z", WIRE)]))
    assert (found.kind, found.origin) == (Relation.VERBATIM, "z")


def test_part_of_a_report_inside_another_story_is_an_excerpt():
    part = "\n".join(WIRE.splitlines()[:3])
    found = pair(link([WIRE_REPORT, report("host", OTHER + part)]))
    assert (found.kind, found.origin) == (Relation.EXCERPT, "wire")


def test_later_version_by_the_same_outlet_is_an_update():
    later = WIRE.replace("seven lorries", "twelve lorries") + "A second ship left on Thursday, the officials added.\n"
    one = report("early", WIRE, publisher="Northwire", published="2026-03-04T08:00:00+00:00")
    two = report("late", later, publisher="Northwire", published="2026-03-04T15:00:00+00:00")
    found = pair(link([one, two]))
    assert (found.kind, found.origin) == (Relation.UPDATE, "early")


def test_corrected_copy_of_a_wire_known_only_by_its_dateline_derives_from_the_earlier_one():
    line = "LODNA, Sarvia, March {} (Hillwire) - "
    body = WIRE.replace("Northwire", "Hillwire")
    early = report("z", line.format(4) + body, published="2026-03-04")
    late = report(
        "a",
        line.format(5) + body.replace("seven lorries", "six lorries"),
        title="CORRECTED-UPDATE 1-Sarvia keeps its radar",
        publisher="Hillwire",
        published="2026-03-05T08:00:00+00:00",
    )
    lineage = link([early, late])
    assert (pair(lineage).kind, pair(lineage).origin) == (Relation.UPDATE, "z")
    assert [(family.origin, family.members) for family in lineage.families] == [("z", ("a", "z"))]


def test_speaker_who_goes_on_after_a_credit_is_laid_to_the_report_not_held():
    body = 'The harbour master told Hill Press that no ship had come. "I would have seen it," he said.\nIt rained.'
    (first, second) = link([report("local", body)]).retellings
    assert (first.origin, second.sentence.text) == (second.origin, '"I would have seen it," he said.')


def test_shared_quotation_alone_is_no_derivation():
    quotation = '"We will not give up the station, and nobody has asked us to," the colonel told the crowd.'
    own = "The garrison has painted its gate green, and the mayor likes it."
    lineage = link([WIRE_REPORT, report("local", f"{own}\n{quotation}\n{OTHER}")])
    assert all(found.kind is Relation.SAME_STORY for found in lineage.derivations)


def test_every_report_is_in_one_family_whatever_the_order():
    reports = [WIRE_REPORT, report("local", REWRITE), report("bakery", OTHER), report("copy", WIRE)]
    lineage = link(reports)
    assert lineage == link(reports[::-1])
    members = [member for family in lineage.families for member in family.members]
    assert sorted(members) == ["bakery", "copy", "local", "wire"]


def test_adding_a_report_changes_no_other_pair():
    two = link([WIRE_REPORT, report("local", REWRITE)])
    three = link([WIRE_REPORT, report("local", REWRITE), report("copy", WIRE)])
    key = ("local", "wire")
    found = {(d.a, d.b): (d.kind, d.score, d.origin, d.confidence) for d in three.derivations}
    assert found[key] == next((d.kind, d.score, d.origin, d.confidence) for d in two.derivations)


def test_retold_sentence_leads_to_the_root_and_own_sentence_to_nothing():
    own = "Fishermen told this paper on Wednesday that the buoys have been painted red."
    local = report("local", REWRITE + own)
    lineage = link([WIRE_REPORT, local])
    retold = [retelling for retelling in lineage.retellings if retelling.report == "local"]
    assert {retelling.origin for retelling in retold} == {"wire"}
    assert len(retold) == 7
    assert all(own != retelling.sentence.text for retelling in retold)
    for retelling in retold:
        retelling.sentence.check(local.body)
        retelling.origin_sentence.check(WIRE)


def test_story_credited_by_two_and_held_by_none_is_one_inferred_origin():
    credited = REWRITE.replace("Northwire", "Reuters")
    second = credited.replace("two patrol vessels", "a pair of patrol boats").replace("Colonel ", "Col. ")
    lineage = link([report("one", credited), report("two", second)])
    (family,) = lineage.families
    assert family.origin is None
    assert family.inferred_origin.publisher == "Reuters"
    assert family.inferred_origin.credited_by == ("one", "two")
    crediting = [retelling for retelling in lineage.retellings if retelling.origin == family.inferred_origin.id]
    assert {retelling.report for retelling in crediting} == {"one", "two"}
    assert all(retelling.origin_sentence is None for retelling in crediting)


def test_held_origin_leaves_nothing_to_infer():
    lineage = link([report("wire", WIRE.replace("Northwire", "Reuters"), agency="Reuters"),
                    report("local", REWRITE.replace("Northwire", "Reuters"))])  # fmt: skip
    (family,) = lineage.families
    assert (family.origin, family.inferred_origin) == ("wire", None)


def test_reports_in_another_language_are_linked_by_their_words():
    text = (
        "Das Ministerium hat am Montag zwei Schiffe aus dem Hafen von Lodna abgezogen, sagten drei Beamte.\n"
        "Die Radarstation bleibt nach ihren Angaben weiterhin besetzt und wird im Herbst erneuert.\n"
        "Der Kommandant der Garnison wollte sich zu den Plänen nicht äußern.\n"
    )
    found = pair(link([report("a", text), report("b", text.replace("Montag", "Dienstag"))]))
    assert found.kind in (Relation.EDITED, Relation.VERBATIM)


@pytest.mark.parametrize("body", ["", " ", '"', "“” ''", "\u202eabc\u0000", "a" * 50_000, "\n" * 9, "no " * 9000])
def test_any_text_is_answered(body):
    lineage = link([report("odd", body), report("same", body), WIRE_REPORT])
    members = sorted(member for family in lineage.families for member in family.members)
    assert members == ["odd", "same", "wire"]


def test_no_report_gives_nothing():
    assert link([]).families == ()
