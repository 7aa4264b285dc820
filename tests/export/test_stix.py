import json
from dataclasses import replace

import jsonschema
import pytest

from reportedly.export.stix import CONFIDENCE, write_stix
from reportedly.export.stix_extension import EXTENSION
from reportedly.lineage import Relation

from . import awkward, factory


def objects(dossier, kind):
    return [each for each in json.loads(write_stix(dossier))["objects"] if each["type"] == kind]


def test_the_validator_finds_no_error(dossier):
    validator = pytest.importorskip("stix2validator", reason="the validator of STIX needs cpe, which has no wheels")
    options = validator.ValidationOptions(version="2.1")
    for given in (dossier, factory.dossier(), factory.hostile_dossier(), awkward.dossier()):
        result = validator.validate_string(write_stix(given), options)
        assert result.is_valid, [str(error) for error in result.errors or ()][:3]


def test_the_reference_library_reads_every_object(dossier):
    stix2 = pytest.importorskip("stix2", reason="the reference library of STIX, for this test alone")
    for given in (dossier, factory.hostile_dossier(), awkward.dossier()):
        text = write_stix(given)
        assert len(stix2.parse(text).objects) == len(json.loads(text)["objects"])


def test_every_reference_leads_to_an_object_of_the_bundle(dossier):
    text = write_stix(dossier)
    bundle = json.loads(text)["objects"]
    held = {each["id"] for each in bundle}
    assert len(held) == len(bundle)
    for each in bundle:
        told = [each.get(name) for name in ("created_by_ref", "source_ref", "target_ref")]
        assert {ref for ref in (*told, *each.get("object_refs", ())) if ref} <= held, each["id"]
        assert each["created"] <= each["modified"]


def test_confidence_is_what_the_scale_of_the_specification_gives():
    scales = pytest.importorskip("stix2.confidence.scales", reason="the scales of STIX, for this test alone")
    names = ["Confirmed by other sources", "Probably True", "Possibly True", "Doubtful", "Improbable"]
    for digit, name in enumerate(names, 1):
        assert scales.value_to_admiralty_credibility(CONFIDENCE[digit]) == f"{digit} - {name}"


def test_a_claim_that_cannot_be_judged_has_no_confidence():
    held = next(
        note for note in objects(factory.dossier(), "note") if note["extensions"][EXTENSION]["id"] == "cla-held"
    )
    assert "confidence" not in held
    hurt = next(
        note for note in objects(factory.dossier(), "note") if note["extensions"][EXTENSION]["id"] == "cla-hurt"
    )
    assert hurt["confidence"] == 30


def test_the_words_behind_a_claim_are_its_external_references():
    hurt = next(
        note for note in objects(factory.dossier(), "note") if note["extensions"][EXTENSION]["id"] == "cla-hurt"
    )
    assert [reference["description"] for reference in hurt["external_references"]] == [
        "At least two crew members were hurt",
        "Two crew members were hurt",
        "Nobody was hurt",
    ]
    assert hurt["external_references"][2]["external_id"] == "rep-c-local body 0-15"


def test_words_for_agree_words_against_disagree_and_withdrawn_words_do_neither():
    given = factory.dossier()
    hurt = given.picture.claims[1]
    gone = replace(hurt, supporting=(replace(hurt.supporting[0], withdrawn=True), hurt.supporting[1]))
    told = objects(replace(given, picture=replace(given.picture, claims=(gone,))), "opinion")
    assert [opinion["opinion"] for opinion in told] == ["neutral", "agree", "disagree"]
    assert told[0]["authors"] == ["the coast guard"]


def test_lineage_is_a_relationship_with_the_extension_that_the_bundle_defines():
    (definition,) = objects(factory.dossier(), "extension-definition")
    assert definition["id"] == EXTENSION
    named = {each["id"]: each["extensions"][EXTENSION]["id"] for each in objects(factory.dossier(), "report")}
    edges = {
        (named[r["source_ref"]], named[r["target_ref"]], r["relationship_type"]): r["extensions"][EXTENSION]["relation"]
        for r in objects(factory.dossier(), "relationship")
    }
    assert edges == {
        ("rep-b-retold", "rep-a-wire", "derived-from"): "rewrite",
        ("rep-d-citing", "inf-kvarner", "derived-from"): "credited",
    }


def test_every_use_of_the_extension_follows_the_schema_that_it_gives(dossier):
    (definition,) = objects(dossier, "extension-definition")
    check = jsonschema.Draft202012Validator(json.loads(definition["schema"]))
    used = [
        each["extensions"][EXTENSION] for each in json.loads(write_stix(dossier))["objects"] if "extensions" in each
    ]
    assert len(used) > 100
    for each in used:
        check.validate(each)


def test_reports_of_which_neither_is_known_to_be_first_are_related_and_no_more():
    given = factory.dossier()
    edge = replace(given.lineage.derivations[0], origin=None, kind=Relation.SAME_STORY)
    told = objects(replace(given, lineage=replace(given.lineage, derivations=(edge,))), "relationship")
    assert "related-to" in {each["relationship_type"] for each in told}


def test_a_report_without_a_date_says_that_its_date_is_the_pictures():
    undated = next(
        r for r in objects(factory.dossier(), "report") if r["extensions"][EXTENSION]["id"] == "rep-b-retold"
    )
    assert undated["published"] == "2024-03-05T00:00:00.000Z"
    assert undated["extensions"][EXTENSION]["published_told"] is False


def test_a_place_says_in_metres_how_exactly_it_is_known():
    trieste = next(each for each in objects(factory.dossier(), "location") if each["name"] == "Trieste")
    assert (trieste["latitude"], trieste["longitude"], trieste["precision"]) == (45.65, 13.77, 3000.0)
