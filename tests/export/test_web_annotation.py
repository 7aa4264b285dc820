import json
from pathlib import Path

import pytest

from reportedly.errors import UnreadableInput
from reportedly.export.web_annotation import annotate, read_annotations, write_annotations

from . import awkward, factory

CONTEXT = json.loads((Path(__file__).parent / "data" / "anno.jsonld").read_text("utf-8"))
OA = "http://www.w3.org/ns/oa#"


def items(dossier):
    return json.loads(write_annotations(dossier))["first"]["items"]


def test_what_is_written_is_read_back_without_loss(dossier):
    for given in (dossier, factory.dossier(), factory.hostile_dossier(), awkward.dossier()):
        assert read_annotations(write_annotations(given)) == annotate(given)
    assert len(annotate(dossier)) > 100


def test_every_quotation_stands_where_the_offsets_say_with_what_is_around_it(dossier):
    bodies = {report.id: report.body for report in dossier.picture.reports}
    titles = {report.id: report.title for report in dossier.picture.reports}
    for item in items(dossier):
        source, (quote, position) = item["target"]["source"], item["target"]["selector"]
        text = (bodies if source["reportedly:field"] == "body" else titles)[source["reportedly:report"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= 32


def test_ids_are_each_its_own(dossier):
    ids = [item["id"] for item in items(dossier)]
    assert len(set(ids)) == len(ids)


def test_words_for_and_against_a_claim_say_so():
    sides = [a.side for a in read_annotations(write_annotations(factory.dossier())) if a.claim == "cla-hurt"]
    assert sides == ["for", "for", "against"]


def test_a_processor_of_linked_data_finds_selectors_and_no_word_without_a_meaning():
    jsonld = pytest.importorskip("pyld.jsonld", reason="a processor of JSON-LD, for this test alone")

    def load(url, _options):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}

    text = write_annotations(factory.dossier())
    (whole,) = jsonld.expand(json.loads(text), {"documentLoader": load})
    (page,) = whole["http://www.w3.org/ns/activitystreams#first"]
    listed = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(listed) == len(annotate(factory.dossier()))
    (target,) = listed[0][f"{OA}hasTarget"]
    assert [s["@type"] for s in target[f"{OA}hasSelector"]] == [
        [f"{OA}TextQuoteSelector"],
        [f"{OA}TextPositionSelector"],
    ]
    assert listed[0][f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]
    back = jsonld.compact(whole, json.loads(text)["@context"], {"documentLoader": load})
    assert back["first"]["items"] == json.loads(text)["first"]["items"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "no collection"),
        ("{}", "lacks 'first'"),
        ('{"first": {"items": [{"body": [], "target": {}}]}}', "lacks 'TextualBody'"),
        ('{"first": {"items": 3}}', "no collection"),
    ],
)
def test_what_is_no_such_collection_is_refused_in_one_line(text, reason):
    with pytest.raises(UnreadableInput, match=reason) as refused:
        read_annotations(text)
    assert "\n" not in str(refused.value)


def test_offsets_that_cannot_hold_the_quotation_are_refused():
    text = write_annotations(factory.dossier()).replace('"end": ', '"end": 9', 1)
    with pytest.raises(UnreadableInput, match="cannot hold"):
        read_annotations(text)


def test_a_value_of_the_wrong_kind_is_refused():
    text = write_annotations(factory.dossier()).replace(
        '"reportedly:withdrawn": false', '"reportedly:withdrawn": "no"', 1
    )
    with pytest.raises(UnreadableInput, match="'no' where a bool belongs"):
        read_annotations(text)
