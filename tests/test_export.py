"""`reportedly export` writes where it was told to, and refuses in one line what it cannot write."""

import json

import pytest

REPORTS = [
    {"id": "one", "text": "GENOA, June 4 (Liguria Wire) - Two barges left Genoa on Tuesday, a pilot said.", "published": "2024-06-04"},
    {"id": "two", "text": "Nobody left Genoa on Tuesday, the port authority said in a statement.", "published": "2024-06-05"},
]  # fmt: skip


@pytest.fixture
def paths(tmp_path):
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(report) + "\n" for report in REPORTS))
    return (tmp_path / "in.jsonl",)


def test_a_form_of_text_goes_to_standard_output(run, paths):
    for out in ((), ("--out", "-")):
        result = run("export", "geojson", *paths, *out)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["type"] == "FeatureCollection"
        assert result.stderr == ""


def test_a_form_goes_to_the_file_that_is_named_byte_by_byte(run, paths, tmp_path):
    result = run("export", "csv-claims", *paths, "--out", tmp_path / "new" / "c.csv")
    assert result.exit_code == 0
    held = (tmp_path / "new" / "c.csv").read_bytes()
    assert held.startswith(b'"id","number","summary"')
    assert held.count(b"\r\n") == held.count(b"\n")
    assert "csv-claims is in" in result.stderr


def test_several_forms_go_to_a_folder_in_one_reading(run, paths, tmp_path):
    run("export", "stix, csv,kml", *paths, "--out", tmp_path / "all")
    names = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert names == ["claims.csv", "picture.kml", "picture.stix.json", "supports.csv"]


def test_parquet_goes_to_a_file_and_never_to_a_terminal(run, paths, tmp_path):
    pytest.importorskip("pyarrow", reason="Parquet is written by pyarrow")
    refused = run("export", "parquet-claims", *paths)
    assert refused.exit_code == 2
    assert "is not text" in refused.stderr
    assert run("export", "parquet-claims", *paths, "--out", tmp_path / "c.parquet").exit_code == 0
    assert (tmp_path / "c.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(("shapefile",), "there is no form 'shapefile'"), (("csv",), "makes 2 files"), (("",), "there is no form ''")],
)
def test_what_cannot_be_written_is_refused_before_any_work(run, paths, arguments, reason):
    result = run("export", *arguments, *paths)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.replace("│", " ").split())


def test_what_could_not_be_read_is_named_and_the_rest_is_written(run, paths, tmp_path):
    result = run("export", "prov", *paths, tmp_path / "gone.txt")
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert json.loads(result.stdout)["entity"]


def test_a_brief_to_pass_on_is_no_json_which_carries_whole_reports(run, paths, tmp_path):
    refused = run("brief", *paths, "--share", "--format", "json")
    assert refused.exit_code == 2
    assert run("brief", *paths, "--share", "--html", tmp_path / "b.html").exit_code == 0
    assert "Only the sentences that claims rest on" in (tmp_path / "b.html").read_text()
