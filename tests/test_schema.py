"""What the commands print is what the schemas say."""

import json

import jsonschema
import pytest

from reportedly.errors import UnknownResource
from reportedly.export.schema import ROOTS, json_schema
from reportedly.record import to_record


def check(record, name):
    jsonschema.Draft202012Validator(json_schema(name)).validate(json.loads(json.dumps(record)))


def spans(value):
    """Every span in a record."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and isinstance(value["start"], int):
            yield value
        else:
            for inner in value.values():
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("name", ROOTS)
def test_a_schema_is_valid_json_schema(name):
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


def test_an_unknown_schema_is_refused():
    with pytest.raises(UnknownResource, match="no schema 'nonsense'"):
        json_schema("nonsense")


def test_every_reading_of_the_examples_fits_its_schema_and_every_span_is_exact(dossier):
    for reading in dossier.readings:
        record = to_record(reading)
        check(record, "reading")
        check(to_record(reading.report), "report")
        found = list(spans(record))
        assert found
        for span in found:
            text = reading.report.title if span.get("field") == "title" else reading.report.body
            assert text[span["start"] : span["end"]] == span["text"]


def test_the_picture_and_lineage_of_the_examples_fit_their_schemas(dossier):
    check(to_record(dossier.picture), "picture")
    for pair in dossier.lineage.derivations:
        check(to_record(pair), "lineage")


def test_every_comparison_of_the_examples_fits_its_schema_and_every_span_is_exact(dossier):
    assert dossier.comparisons
    for comparison in dossier.comparisons:
        check(to_record(comparison), "comparison")
        reports = {report.id: report for report in (comparison.reports.a, comparison.reports.b)}
        first = comparison.origin or comparison.reports.a.id
        second = comparison.derivative or comparison.reports.b.id
        for item in (*comparison.alignments, *comparison.variations):
            for side, name in ((item.origin, first), (item.derivative, second)):
                for span in side if isinstance(side, tuple) else filter(None, [side]):
                    report = reports[name]
                    span.check(report.title if span.field == "title" else report.body)


def test_evidence_of_every_claim_stands_in_its_report(dossier):
    reports = {report.id: report for report in dossier.picture.reports}
    for claim in dossier.picture.claims:
        assert claim.supporting or claim.opposing
        for support in (*claim.supporting, *claim.opposing):
            report = reports[support.report]
            support.evidence.check(report.title if support.evidence.field == "title" else report.body)
