"""The command `judge` over a collection in a file."""

import json
from dataclasses import replace

import pytest

from reportedly import read_text
from reportedly.analyse import Tagger
from reportedly.collect import Collection

BODY = "Two patrol boats left the port of Mombasa on Wednesday, harbour master Ines Kamara said."


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "held.db"
    with Collection(str(path), tagger=Tagger.RULES) as held:
        held.add_reports([replace(read_text(BODY, publisher="Gazette"), id="gazette", published="2026-03-05")])
    return path


def claim_in(db):
    with Collection(str(db), create=False) as held:
        (claim,) = held.claims()
    return claim


def listed(run, db):
    return json.loads(run("judge", "--list", "--format", "json", "--db", db).stdout)


def test_a_claim_is_graded_listed_and_the_grade_undone(run, db):
    claim = claim_in(db)
    made = run("judge", "grade", claim.id[:9], "4", "--why", "no other word of it", "--by", "Noor", "--db", db)
    assert made.exit_code == 0
    assert "grade claim to 4: “" in made.stdout
    assert claim_in(db).grade.why == "no other word of it"
    id_ = made.stdout.split()[0]
    assert run("judge", "--undo", id_, "--by", "Noor", "--db", db).exit_code == 0
    assert claim_in(db).grade is None
    said = run("judge", "--list", "--db", db).stdout
    assert "Noor (undone)" in said
    assert "because no other word of it" in said
    assert said.endswith("2 judgements\n")


def test_the_collection_may_be_named_by_the_environment_and_who_judges_by_the_login(run, db, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_DB", str(db))
    monkeypatch.setenv("LOGNAME", "ada")
    made = run("judge", "correct", "gazette:0-40", "attack", "--field", "type", "--format", "json")
    assert json.loads(made.stdout)["by"] == "ada"
    assert claim_in(db).type == "attack"


def test_judgements_are_written_to_a_file_and_taken_in_only_once(run, db, tmp_path):
    run("judge", "reject", claim_in(db).supporting[0].event, "--by", "No\u202e\udc80or", "--why", "‮", "--db", db)
    path = tmp_path / "out" / "held.jsonl"
    assert run("judge", "--export", path, "--db", db).exit_code == 0
    (line,) = path.read_text("ascii").splitlines()
    assert json.loads(line) == listed(run, db)[0]["judgement"]
    assert "took 0 judgements in" in run("judge", "--import", path, "--db", db).stderr
    other = tmp_path / "other.db"
    Collection(str(other)).close()
    assert "took 1 judgements in" in run("judge", "--import", path, "--db", other).stderr
    assert listed(run, other)[0]["judgement"] == json.loads(line)
    assert listed(run, other)[0]["state"] == "lost"


def test_text_for_people_holds_nothing_that_steers_a_terminal(run, db):
    run("judge", "accept", claim_in(db).id, "--by", "No\u202e\x1b[31mor", "--why", "a\nb\x07", "--db", db)
    said = run("judge", "--list", "--db", db).stdout
    assert not [char for char in said if not char.isprintable() and char != "\n"]
    assert "because a b" in said


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        "null",
        "[" * 100_000,
        "{}",
        '{"id": 1}',
        b"\xff\xfe",
        lambda line: line.replace("Noor", "Ada"),
        lambda line: line.replace('"start": ', '"start": -'),
        lambda line: line.replace('"at": "2', '"at": "x2'),
        lambda line: line.replace('"act": "accept"', '"act": "undo"'),
        lambda line: line.replace('"why": null', '"why": 7'),
    ],
)
def test_a_file_with_a_line_that_is_no_judgement_is_refused_whole(run, db, tmp_path, broken):
    run("judge", "accept", claim_in(db).id, "--by", "Noor", "--db", db)
    path, other = tmp_path / "held.jsonl", tmp_path / "other.db"
    run("judge", "--export", path, "--db", db)
    good = path.read_bytes()
    second = (
        broken(good.decode()).encode() if callable(broken) else broken if isinstance(broken, bytes) else broken.encode()
    )
    assert second != good
    path.write_bytes(good + second)
    Collection(str(other)).close()
    said = run("judge", "--import", path, "--db", other)
    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 1
    assert listed(run, other) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "publisher,letter\nX,A\n"),
        ("a.csv", "publisher,letter,date\nX,G,2026-01-01\n"),
        ("a.csv", "publisher,letter,date\nX,A,yesterday\n"),
        ("a.csv", "publisher,letter,date\n ,A,2026-01-01\n"),
        ("a.csv", "publisher,letter,date\nX,A,2026-01-01\nx,B,2026-01-01\n"),
        ("a.csv", 'publisher,letter,date\n"X,A'),
        ("a.csv", ""),
        ("a.toml", "x = "),
        ("a.toml", "source = 1"),
        ("a.toml", "[[source]]\npublisher = 3\nletter = 'A'\ndate = 2026-01-01"),
        ("missing/a.csv", None),
    ],
)
def test_a_file_that_is_none_of_letters_is_refused_in_one_line(run, db, tmp_path, name, text):
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    said = run("judge", "--letters", path, "--db", db)
    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("accept",),
        ("accept", "nothing"),
        ("accept", "\udc80\x01"),
        ("--list", "--undo", "x"),
        ("--undo", "\udc80"),
        ("grade", "gazette:0-20", "9"),
        ("correct", "gazette:0-20", "x", "--field", "\x1b"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_kept(run, db, asked):
    from typer.testing import CliRunner

    from reportedly.cli.app import app

    result = CliRunner().invoke(app, ["judge", *asked, "--db", str(db), "--by", "Noor"])
    assert result.exit_code == 2
    assert not [char for char in result.stderr if not char.isprintable() and char != "\n"]
    assert listed(run, db) == []


def test_there_is_no_judging_in_a_collection_that_is_not_there(run, tmp_path):
    said = run("judge", "--list", "--db", tmp_path / "none.db")
    assert said.exit_code == 2
    assert not (tmp_path / "none.db").exists()
