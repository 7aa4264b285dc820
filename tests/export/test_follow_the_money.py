import json
import re
from pathlib import Path

import pytest

from reportedly.export.follow_the_money import write_entities

from . import awkward, factory

# The library itself needs PyICU, which has no wheels: its schema definitions stand here as data.
SCHEMATA = json.loads((Path(__file__).parent / "data" / "ftm_schema.json").read_text("utf-8"))["schemata"]
VALUES = {
    "date": r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?",
    "url": r"https?://\S+",
    "number": r"-?\d+(\.\d+)?",
}


def entities(dossier):
    return [json.loads(line) for line in write_entities(dossier).splitlines()]


@pytest.mark.parametrize(
    "given", [factory.dossier, factory.hostile_dossier, awkward.dossier], ids=lambda g: g.__module__
)
def test_every_entity_follows_its_schema(given):
    check(entities(given()))


def test_entities_of_whole_reports_follow_their_schemas(dossier):
    told = entities(dossier)
    check(told)
    assert {each["schema"] for each in told} == set(SCHEMATA)


def check(told):
    kinds = {each["id"]: SCHEMATA[each["schema"]]["is_a"] for each in told}
    assert len(kinds) == len(told)
    for each in told:
        schema = SCHEMATA[each["schema"]]
        assert set(each) == {"id", "schema", "properties"}
        assert set(schema["required"]) <= set(each["properties"])
        for name, values in each["properties"].items():
            kind, _, wanted = schema["properties"][name].partition(":")
            assert len(set(values)) == len(values)
            for value in values:
                assert value.strip()
                assert re.fullmatch(VALUES.get(kind, r"(?s).+"), value), (name, value)
                if kind == "entity":
                    assert wanted in kinds[value], (name, value)


def test_the_library_takes_every_value_as_it_is(dossier):
    model = pytest.importorskip("followthemoney", reason="needs PyICU, which has no wheels; the schemas are data").model
    for each in entities(dossier):
        proxy = model.get_proxy(each, cleaned=False)
        proxy.schema.validate(each)
        for name, values in each["properties"].items():
            assert set(proxy.get(name)) == set(values), name


def test_a_claim_is_an_event_that_its_reports_prove():
    told = entities(factory.dossier())
    (event,) = [each for each in told if each["properties"].get("recordId") == ["cla-hurt"]]
    articles = {each["id"]: each["properties"]["title"][0] for each in told if each["schema"] == "Article"}
    assert [articles[key] for key in event["properties"]["proof"]] == [
        "Tanker burns in Trieste port, two hurt",
        "Explosion rocks tanker, officials confirm",
        "Tanker fire at Molo VII put out",
    ]
    assert event["properties"]["startDate"] == ["2024-03-03"]
    assert "against: the port authority in Il Molo: “Nobody was hurt”" in event["properties"]["notes"]


def test_a_named_speaker_is_a_person_whom_the_report_mentions():
    told = entities(factory.dossier())
    (mention,) = [each for each in told if each["schema"] == "Mention"]
    (person,) = [each for each in told if each["id"] == mention["properties"]["resolved"][0]]
    assert person["properties"] == {"name": ["Marta Vidali"], "position": ["crane operator"]}
