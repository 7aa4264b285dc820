import re
from dataclasses import replace

import pytest
from lxml import etree

from reportedly.export.kml import write_kml

from . import awkward, factory

KML = "{http://www.opengis.net/kml/2.2}"


def parsed(dossier):
    return etree.fromstring(write_kml(dossier).encode())


def test_the_reference_library_reads_every_placemark(dossier):
    fastkml = pytest.importorskip("fastkml", reason="a reader of KML, for this test alone")
    read = fastkml.KML.from_string(re.sub(r"^<\?xml[^>]*\?>", "", write_kml(dossier)), strict=True)
    sites, events, rest = read.features[0].features
    assert [folder.name for folder in (sites, events, rest)] == ["Sites", "Events", "Not placed"]
    assert len(sites.features) == len([s for s in dossier.picture.sites if s.place.lat is not None])
    assert all(mark.geometry is not None for mark in (*sites.features, *events.features))
    assert any(mark.times is not None for mark in events.features)


def test_an_event_lies_between_the_days_that_are_told():
    mark = parsed(factory.dossier()).findall(f".//{KML}Placemark")[1]
    assert mark.findtext(f"{KML}TimeSpan/{KML}begin") == "2024-03-03"
    assert mark.findtext(f"{KML}TimeSpan/{KML}end") == "2024-03-03"
    assert mark.findtext(f"{KML}Point/{KML}coordinates") == "13.77,45.65"


def with_event(given, words, predicate):
    """The dossier with its last claim resting on an event of its last report."""
    told = factory.event("odd", given.picture.reports[-1], words, predicate)
    claim = given.picture.claims[-1]
    claims = (*given.picture.claims[:-1], replace(claim, supporting=(replace(claim.supporting[0], event=told.id),)))
    readings = (*given.readings[:-1], replace(given.readings[-1], events=(told,)))
    return replace(given, picture=replace(given.picture, claims=claims), readings=readings)


def descriptions(given):
    return [element.text or "" for element in parsed(given).iter(f"{KML}description")]


def test_words_of_reports_are_no_markup_in_a_balloon_either():
    told = descriptions(with_event(factory.hostile_dossier(), '<script>alert("body")</script>', "script"))
    assert any("&lt;script&gt;" in text for text in told)
    assert {tag for text in told for tag in re.findall(r"<[^>]*>", text)} <= {"<br>"}


def test_characters_that_xml_forbids_are_gone_and_marks_of_direction_stay():
    told = descriptions(with_event(awkward.dossier(), awkward.WORDS, "turned"))
    assert any("[31m\u202eturned round\u202c and half  of it" in text for text in told)
