"""Hostile reports in every form that the command line writes: words stay words, and a page from disk runs none of them."""

import csv
import io
import json
import re

import pytest
from lxml import etree, html
from typer.testing import CliRunner

from reportedly.cli.app import app
from reportedly.collect import Collection

from . import hostile
from .browsing import WITH_CHROMIUM


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The folder with every form of the hostile reports, and the brief with them whole."""
    folder = tmp_path_factory.mktemp("forms")
    where = str(folder / "held.db")
    with Collection(where) as collection:
        collection.add_reports(hostile.reports().values())
    for arguments in (
        ["export", "all", "--db", where, "--out", str(folder)],
        ["brief", "--db", where, "--html", str(folder / "whole.html")],
    ):
        made = CliRunner().invoke(app, arguments)
        assert made.exit_code == 0, made.output[-500:]
    return folder


@pytest.mark.parametrize("name", ["brief.html", "whole.html"])
def test_nothing_of_it_becomes_markup_in_a_brief(written, name):
    page = html.fromstring((written / name).read_text("utf-8"))
    assert not page.xpath("//img[@src='x'] | //*[starts-with(@href, 'javascript:')] | //@*[starts-with(name(), 'on')]")
    assert not [each for each in page.xpath("//script/text()") if hostile.RUN in each]
    assert hostile.LEAD in page.text_content()


def test_globes_and_tools_read_words_and_no_markup(written):
    sheet = etree.parse(written / "picture.kml")
    for words in sheet.xpath("//*[local-name() = 'description' or local-name() = 'name']/text()"):
        assert not html.fragment_fromstring(words, create_parent="div").xpath(".//script | .//img | .//a | .//svg"), (
            words
        )
    for name in ("picture.geojson", "lineage.prov.json", "supports.anno.jsonld", "picture.stix.json"):
        assert json.loads((written / name).read_text("utf-8"))
    for line in (written / "picture.ftm.json").read_text("utf-8").splitlines():
        json.loads(line)
    assert "javascript:" not in (written / "picture.geojson").read_text("utf-8").replace("href='javascript:", "")


def test_a_plain_brief_escapes_what_a_reader_would_render(written):
    told = (written / "brief.md").read_text("utf-8")
    assert not re.search(r"(?<!\\)<(script|img|svg|a)\b", told)
    assert "](javascript:" not in told


@pytest.mark.parametrize("name", ["claims.csv", "supports.csv"])
def test_no_cell_is_a_formula(written, name):
    csv.field_size_limit(10**7)  # one of them holds a word of a million letters
    rows = list(csv.reader(io.StringIO((written / name).read_text("utf-8"))))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "@")]


class TestFromDisk:
    pytestmark = WITH_CHROMIUM

    @pytest.mark.parametrize("name", ["brief.html", "whole.html"])
    def test_a_brief_runs_nothing(self, chromium, written, name):
        page = chromium.new_page()
        page.goto((written / name).as_uri())
        assert page.evaluate("window.harmed") is None
        assert page.inner_text("h1")
        page.close()
