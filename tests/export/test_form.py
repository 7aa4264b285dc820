import json
import re
from dataclasses import replace
from html import unescape
from importlib.util import find_spec

import pytest

from reportedly.errors import MissingResource, UnknownResource
from reportedly.export import form as form_module
from reportedly.export.form import FORMS, choose_forms

from . import awkward, factory

TEXTS = [form for form in FORMS.values() if not form.binary]
TABLES = [form for form in FORMS.values() if form.binary]
needs_arrow = pytest.mark.skipif(find_spec("pyarrow") is None, reason="Parquet is written by pyarrow")
EVERY = [*TEXTS, *(pytest.param(form, marks=needs_arrow) for form in TABLES)]


def named(form):
    return form.name


def empty():
    given = factory.dossier()
    picture = replace(
        given.picture, as_of=None, reports=(), unread=(), families=(), claims=(), sites=(), timeline=(), questions=()
    )
    lineage = replace(given.lineage, derivations=(), families=(), retellings=())
    return replace(given, picture=picture, readings=(), lineage=lineage, comparisons=())


def plain(text):
    """The words of a form, whatever its markup: what JSON, XML, HTML or Markdown put around them taken away."""
    text = re.sub(r"<(style|script)>.*?</\1>|<sup.*?</sup>", "", text, flags=re.DOTALL)
    text = unescape(unescape(re.sub(r"<[^>]+>", "", text))).replace("\\n", " ").replace("\\", "")
    return " ".join(text.split())


@pytest.mark.parametrize("form", EVERY, ids=named)
def test_every_form_is_written_alike_each_time_and_whatever_the_words(form):
    for given in (factory.dossier(), factory.hostile_dossier(), awkward.dossier(), empty()):
        made = form.write(given)
        assert made == form.write(given)
        assert isinstance(made, bytes) is form.binary


@pytest.mark.parametrize("form", TEXTS, ids=named)
def test_no_form_holds_a_whole_report(form, dossier):
    told = plain(form.write(dossier))
    for report in dossier.picture.reports:
        assert " ".join(report.body.split()) not in told, report.title


@pytest.mark.parametrize("form", TEXTS, ids=named)
def test_sentences_that_nothing_rests_on_are_in_no_form(form, dossier):
    told = plain(form.write(dossier))
    quoted = [s.evidence for c in dossier.picture.claims for s in (*c.supporting, *c.opposing)]
    quoted += [span for c in dossier.comparisons for v in c.variations for span in (v.origin, v.derivative) if span]
    quoted += [span for f in dossier.picture.families if f.inferred_origin for span in f.inferred_origin.evidence]
    words = " ".join(" ".join(span.text.split()) for span in quoted)
    words += " ".join(" ".join(n.text.split()) for report in dossier.picture.reports for n in report.notices)
    elided = 0
    for reading in dossier.readings:
        for sentence in reading.sentences:
            text = reading.report.body[sentence.start : sentence.end]
            bare = not any(span.text in text or text in span.text for span in quoted)
            if bare and len(text) > 60 and " ".join(text.split()) not in words:
                elided += 1
                assert " ".join(text.split()) not in told
    assert elided > 8


@pytest.mark.parametrize("form", [f for f in TEXTS if f.name not in ("geojson", "kml", "prov", "ftm")], ids=named)
def test_quoted_words_are_in_the_form_with_their_marks_of_direction(form):
    told = plain(form.write(awkward.dossier()))
    assert "\u202eturned round\u202c and half" in told


def test_ids_in_the_forms_do_not_depend_on_chance_or_on_the_day():
    told = json.loads(FORMS["stix"].write(factory.dossier()))["objects"]
    (koper,) = [each for each in told if each.get("abstract", "").startswith("The tanker had come")]
    assert koper["id"] == "note--bb633513-f3b4-5585-abd7-ccbf2723371f"


def test_a_group_stands_for_its_forms_and_none_comes_twice():
    assert [form.name for form in choose_forms(["csv", "kml", "csv-claims"])] == ["csv-claims", "csv-supports", "kml"]
    assert len({form.file for form in FORMS.values()}) == len(FORMS)


def test_a_form_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(UnknownResource, match="no form 'shapefile'; there are geojson, kml"):
        choose_forms(["shapefile"])


def test_parquet_without_its_library_names_the_extra(monkeypatch):
    monkeypatch.setattr(form_module, "find_spec", lambda name: None)
    with pytest.raises(MissingResource, match=r"pip install 'reportedly\[parquet\]'"):
        choose_forms(["parquet-claims"])
