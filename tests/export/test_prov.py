import json
from dataclasses import replace

import pytest

from reportedly.export.prov import write_prov
from reportedly.lineage import Relation

from . import awkward, factory


def written(dossier):
    return json.loads(write_prov(dossier))


def derived(document):
    """The derivations between reports: who from whom, and how."""
    named = {key: entity["reportedly:id"] for key, entity in document["entity"].items() if "reportedly:id" in entity}
    return [
        (named[d["prov:generatedEntity"]], named[d["prov:usedEntity"]], d.get("prov:type", {}).get("$"))
        for d in document["wasDerivedFrom"].values()
        if d["prov:generatedEntity"] in named
    ]


def related(kind, origin="rep-a-wire"):
    given = factory.dossier()
    (edge,) = given.lineage.derivations
    edge = replace(edge, kind=kind, origin=origin)
    return written(replace(given, lineage=replace(given.lineage, derivations=(edge,), retellings=())))


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        (Relation.VERBATIM, "prov:Quotation"),
        (Relation.EXCERPT, "prov:Quotation"),
        (Relation.EDITED, "prov:Revision"),
        (Relation.UPDATE, "prov:Revision"),
        (Relation.REWRITE, None),
    ],
)
def test_each_kind_of_edge_is_its_own_kind_of_derivation(kind, named):
    assert ("rep-b-retold", "rep-a-wire", named) in derived(related(kind))


def test_an_origin_that_is_not_held_is_an_entity_and_the_primary_source_of_who_credits_it():
    document = written(factory.dossier())
    assert ("rep-d-citing", "inf-kvarner", "prov:PrimarySource") in derived(document)
    (entity,) = [e for e in document["entity"].values() if e.get("reportedly:id") == "inf-kvarner"]
    assert entity["reportedly:held"] is False


def test_reports_of_which_neither_is_known_to_be_first_derive_from_nothing():
    document = related(Relation.REWRITE, None)
    assert not [pair for pair in derived(document) if "rep-a-wire" in pair[:2]]
    assert len(document["alternateOf"]) == 1


def test_publishers_and_authors_are_agents():
    agents = {a["prov:label"]: a["prov:type"]["$"] for a in written(factory.dossier())["agent"].values()}
    assert agents["Adria Wire"] == "prov:Organization"
    assert agents["Lucia Marin"] == "prov:Person"
    assert agents["reportedly"] == "prov:SoftwareAgent"


def test_the_reference_library_reads_it_and_writes_the_same_back(dossier):
    model = pytest.importorskip("prov.model", reason="the reference library of PROV, for this test alone")
    for given in (dossier, factory.dossier(), factory.hostile_dossier(), awkward.dossier()):
        text = write_prov(given)
        read = model.ProvDocument.deserialize(content=text, format="json")
        assert len(list(read.get_records(model.ProvDerivation))) == len(json.loads(text)["wasDerivedFrom"])
        assert model.ProvDocument.deserialize(content=read.serialize(format="json"), format="json") == read
