"""The commands print what they promise, where they promise it."""

import json

import pytest

from reportedly import __version__
from reportedly.cli import main

WIRE = """ADEN, Yemen, May 3 (NNA) - Satellite images showed what appeared to be at least two tankers leaving the port of Aden on Friday.

Three port officials told NNA that the crews were safe and that no cargo was lost in the storm.

The harbour authority did not respond to a request for comment on Saturday morning.
"""
RETELLING = """Satellite images revealed at least two tankers leaving the port of Aden on Friday.

Three port officials confirmed to NNA that the crews were safe and that no cargo was lost in the storm.
"""


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "wire.txt").write_text(WIRE)
    (tmp_path / "retelling.txt").write_text(RETELLING)
    return tmp_path / "wire.txt", tmp_path / "retelling.txt"


def test_version_is_printed(run):
    assert run("--version").stdout.strip() == f"reportedly {__version__}"


def test_every_command_prints_text_for_people(run, pair):
    for arguments, words in [
        (("read", *pair), "ADEN, Yemen"),
        (("analyse", *pair), "port officials"),
        (("lineage", *pair), "retelling.txt"),
        (("compare", *pair), "appeared to be"),
        (("brief", *pair), "2 reports"),
        (("sites", *pair, "--on", "2026-04-09", "--place", "Visby", "--what", "ferries"), "nobody says anything of it"),
        (("doctor",), "ok    analysis"),
    ]:
        result = run(*arguments)
        assert result.exit_code == 0, result.output
        assert words in result.stdout, arguments
        assert result.stderr == ""


def test_compare_prints_the_same_whatever_the_order(run, pair):
    first, second = run("compare", *pair, "--format", "json"), run("compare", *pair[::-1], "--format", "json")
    assert first.stdout == second.stdout
    comparison = json.loads(first.stdout)
    assert comparison["schema"] == "reportedly/comparison/1"
    assert "hedge_dropped" in {variation["kind"] for variation in comparison["variations"]}


def test_json_is_all_that_standard_output_carries(run, pair):
    for arguments in [("brief", *pair), ("compare", *pair), ("lineage", *pair), ("analyse", pair[0])]:
        json.loads(run(*arguments, "--format", "json").stdout)
    for arguments in [("read", *pair), ("analyse", *pair), ("lineage", *pair)]:
        for line in run(*arguments, "--format", "jsonl").stdout.splitlines():
            json.loads(line)


def test_records_of_several_reports_come_in_the_order_of_the_input(run, pair):
    lines = run("read", *pair[::-1], "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == [str(path) for path in pair[::-1]]


def test_a_brief_is_written_as_a_page_and_as_markdown(run, pair, tmp_path):
    page = tmp_path / "new" / "brief.html"
    result = run("brief", *pair, "--html", page, "--format", "markdown")
    assert result.exit_code == 0
    assert result.stdout.startswith("# ")
    assert "<html" in page.read_text()
    assert str(page) in result.stderr


def test_a_page_that_cannot_be_written_is_named(run, pair, tmp_path):
    (tmp_path / "closed").write_text("")
    result = run("brief", *pair, "--html", tmp_path / "closed" / "brief.html")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr.replace("\n", " ")


def test_a_page_that_would_be_a_folder_is_refused_before_anything_is_done(run, pair, tmp_path):
    result = run("brief", *pair, "--html", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_cannot_be_read_is_in_the_brief_with_its_reason(run, pair, tmp_path):
    result = run("brief", *pair, tmp_path / "gone.txt", "--format", "json")
    assert result.exit_code == 1
    (unread,) = json.loads(result.stdout)["unread"]
    assert unread["path"].endswith("gone.txt")
    assert unread["reason"]


def test_a_file_that_may_not_be_read_is_named(run, pair, tmp_path):
    (tmp_path / "folder.txt").mkdir()
    result = run("analyse", tmp_path / "folder.txt", pair[0], "--format", "jsonl")
    assert result.exit_code == 1
    assert "folder.txt" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_text_output_cannot_steer_a_terminal(run, tmp_path):
    (tmp_path / "hostile.txt").write_text(
        "Two ships left Aden, an official said.\n\n\x1b[2J\x1b]0;owned\x07 The end of it all.\n"
    )
    for command in (("read",), ("analyse",), ("brief",), ("brief", "--format", "markdown")):
        assert "\x1b" not in run(*command, tmp_path / "hostile.txt").output


def test_unusual_spaces_are_printed_as_spaces(run, tmp_path):
    (tmp_path / "spaced.txt").write_text("Two\u00a0ships left Aden, an official\u202fsaid.")
    assert "Two ships left Aden, an official said." in run("read", "--as-is", tmp_path / "spaced.txt").stdout


def test_the_same_report_twice_is_told_and_counted_once(run, pair):
    result = run("brief", pair[0], pair[0], "--format", "json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["reports"]) == 1
    assert "was read before" in result.stderr


def test_compare_needs_two_reports(run, pair, tmp_path):
    assert run("compare", pair[0], tmp_path / "gone.txt").exit_code == 1
    (tmp_path / "many").mkdir()
    for number in range(2):
        (tmp_path / "many" / f"{number}.txt").write_text(WIRE + f"Line {number}.")
    assert run("compare", pair[0], tmp_path / "many").exit_code == 2


def test_a_stopped_command_says_so(monkeypatch, capsys):
    def stop():
        raise SystemExit(130)

    monkeypatch.setattr("reportedly.cli.app.app", stop)
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().err == "reportedly: stopped\n"
