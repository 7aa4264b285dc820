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
        (("why", "tankers leaving", *pair), "TO PASTE"),
        (("ask", "Are tankers leaving Aden?", *pair), " FOR "),
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


def test_why_prints_a_trace_of_the_claim_that_words_stand_for(run, pair):
    trace = json.loads(run("why", "tankers leaving", *pair, "--format", "json").stdout)
    assert trace["schema"] == "reportedly/trace/1"
    assert (trace["origins"], len(trace["legs"]), trace["reports"]) == (1, 1, 2)
    lost = [item["kind"] for fold in trace["legs"][0]["folds"] for item in fold["lost"]]
    assert "hedge_dropped" in lost


def test_why_refuses_words_of_no_claim_with_the_nearest(run, pair):
    for asked, words in [("nothing of the kind", "no claim of "), ("tankers balloon", "nearest: cla-")]:
        result = run("why", asked, *pair)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert words in " ".join(result.stderr.split())


def test_why_of_reports_that_are_not_there_ends_with_1(run, tmp_path):
    result = run("why", "anything", tmp_path / "missing.txt")
    assert (result.exit_code, result.stdout) == (1, "")


WATCH = """[[asset]]
name = "tankers"
aliases = ["tanker"]

[[question]]
text = "Are tankers leaving the port of Aden?"
"""


def test_ask_says_which_words_stand_on_which_side_and_that_one_origin_carries_them(run, pair):
    said = run("ask", "Are tankers leaving the port of Aden?", *pair).stdout
    assert said.startswith("Are tankers leaving the port of Aden?")
    assert "at least two tankers leaving the port of Aden" in said
    assert "One origin carries everything here" in " ".join(said.split())


def test_ask_prints_a_picture_whose_only_answer_is_to_the_question(run, pair, tmp_path):
    (tmp_path / "watch.toml").write_text(WATCH)
    printed = run("ask", "Are tankers leaving Aden?", *pair, "--watch", tmp_path / "watch.toml", "--format", "json")
    picture = json.loads(printed.stdout)
    assert picture["schema"] == "reportedly/picture/1"
    assert [answer["question"] for answer in picture["questions"]] == ["Are tankers leaving Aden?"]
    claims = {claim["id"] for claim in picture["claims"]}
    assert {line["claim"] for line in picture["questions"][0]["lines"]} <= claims


def test_a_brief_answers_the_questions_of_a_watch_file_in_every_form(run, pair, tmp_path):
    (tmp_path / "watch.toml").write_text(WATCH)
    for form in ("text", "markdown", "json"):
        said = run("brief", *pair, "--watch", tmp_path / "watch.toml", "--format", form, "--html", tmp_path / "b.html")
        assert "Are tankers leaving the port of Aden" in said.stdout
    assert "Are tankers leaving the port of Aden?" in (tmp_path / "b.html").read_text()


def test_a_bad_watch_file_is_wrong_usage_and_told_in_one_line(run, pair, tmp_path):
    (tmp_path / "watch.toml").write_text("[[place]]\nname = 'Aden'\nlat = 400\nlon = 45\n")
    result = run("brief", *pair, "--watch", tmp_path / "watch.toml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "place 1, lat: write a number from -90 to 90, not 400" in " ".join(result.stderr.replace("│", " ").split())


def test_a_question_that_cannot_be_read_falls_back_to_its_words(run, pair):
    said = " ".join(run("ask", "Who said that the crews were safe?", *pair).stdout.split())
    assert "Not understood: it is no question that yes or no would answer" in said


def test_a_watch_file_in_a_folder_is_no_report(run, pair):
    (pair[0].parent / "watch.toml").write_text(WATCH)
    result = run("read", pair[0].parent, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
