"""Bad input gets one clear line and the right exit code; the rest is done and kept."""

import gzip
import json
import os
import subprocess
import sys
import time

import pytest

STORY = "ADEN, May 3 (NNA) - Two ships left the port of Aden on Friday, three port officials said.\n\nNobody was hurt, they said."


def records(result):
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def one_line(result, *words):
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.output
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n \n", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "binary"),
        ("archive.txt", b"PK\x03\x04" + b"\x00\x01\x02" * 300, "zip"),
    ],
)
def test_a_file_without_a_text_is_named_with_its_reason(run, tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z-good.txt").write_text(STORY)
    result = run("analyse", tmp_path / name, tmp_path / "z-good.txt", "--format", "jsonl")
    assert result.exit_code == 1
    one_line(result, name, reason)
    assert len(records(result)) == 1


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    result = run("analyse", tmp_path / "nowhere.txt", "--format", "json")
    assert result.exit_code == 1
    assert result.stdout == ""
    one_line(result, "nowhere.txt", "no such file")


def test_a_long_text_is_kept_and_not_analysed_above_a_million_characters(run, tmp_path):
    (tmp_path / "huge.txt").write_text((STORY + "\n\n") * 170_000)
    began = time.monotonic()
    result = run("analyse", tmp_path / "huge.txt", "--format", "jsonl", "--as-is")
    assert time.monotonic() - began < 60
    assert result.exit_code == 1
    (reading,) = records(result)
    assert len(reading["report"]["body"]) > 20_000_000
    assert reading["attributions"] == []
    one_line(result, "huge.txt", "not analysed", "1,000,000")


def test_a_text_over_the_part_length_is_parsed_in_parts_with_exact_spans(run, tmp_path):
    (tmp_path / "long.txt").write_text((STORY + "\n\n") * 1000)
    result = run("analyse", tmp_path / "long.txt", "--format", "json", "--as-is")
    assert result.exit_code == 0
    reading = json.loads(result.stdout)
    body = reading["report"]["body"]
    assert len(body) > 100_000
    sources = [a["source"] for a in reading["attributions"] if a["source"]]
    assert sources[-1]["start"] > 100_000
    assert all(body[s["start"] : s["end"]] == s["text"] for s in sources)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(run, tmp_path, encoding):
    marked = "\ufeff" + STORY if encoding in ("utf-16-le", "utf-16-be") else STORY
    (tmp_path / "story.txt").write_bytes(marked.replace("Nobody", "“Nobody”").encode(encoding))
    result = run("analyse", tmp_path / "story.txt", "--format", "json")
    assert result.exit_code == 0
    assert "“Nobody”" in json.loads(result.stdout)["report"]["body"]


def test_invalid_utf8_is_read_all_the_same(run, tmp_path):
    (tmp_path / "broken.txt").write_bytes(STORY.encode() + b" \xc3\x28 \xf0\x28\x8c\x28 end.")
    result = run("analyse", tmp_path / "broken.txt", "--format", "json")
    assert result.exit_code == 0
    assert "three port officials" in json.loads(result.stdout)["report"]["body"]


def test_scripts_and_hidden_text_of_a_page_are_not_read(run, tmp_path):
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n") * 4)
    (tmp_path / "page.html").write_text(
        f"<html><head><title>Ships leave</title><script>alert('SECRET')</script></head><body><article>{paragraphs}"
        "<p style='display:none'>HIDDEN words that nobody sees.</p></article><script>SECRET()</script></body></html>"
    )
    result = run("analyse", tmp_path / "page.html", "--format", "json")
    assert result.exit_code == 0
    assert "SECRET" not in result.stdout
    assert "HIDDEN" not in json.loads(result.stdout)["report"]["body"]


def test_a_broken_gzip_archive_gives_what_could_be_read_and_its_reason(run, tmp_path):
    page = f"<html><body><article><p>{STORY}</p></article></body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    record = gzip.compress(head + http + b"\r\n\r\n")
    (tmp_path / "crawl.warc.gz").write_bytes(record + record[: len(record) // 2])
    result = run("read", tmp_path / "crawl.warc.gz", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(records(result)) == 1
    one_line(result, "crawl.warc.gz")


def test_a_feed_of_200_items_gives_200_reports(run, tmp_path):
    items = "".join(
        f"<item><title>Item {n}</title><link>http://a.example/{n}</link><description>{STORY} Item {n}.</description>"
        "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item>"
        for n in range(200)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title>{items}</channel></rss>'
    (tmp_path / "feed.xml").write_text(feed)
    result = run("read", tmp_path / "feed.xml", "--format", "jsonl")
    assert result.exit_code == 0
    assert len({record["id"] for record in records(result)}) == 200


def test_a_json_line_without_a_text_is_named_and_the_rest_is_done(run, tmp_path):
    lines = [{"id": "a", "text": STORY}, {"id": "b"}, {"id": "c", "text": STORY + " More."}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n")
    result = run("analyse", tmp_path / "in.jsonl", "--format", "jsonl", "--as-is")
    assert result.exit_code == 1
    assert [record["report"]["id"] for record in records(result)] == ["a", "c"]
    told = [line for line in result.stderr.splitlines() if line]
    assert len(told) == 2
    assert "in.jsonl:2" in told[0]
    assert "in.jsonl:4" in told[1]


@pytest.mark.parametrize(
    "text",
    ["مرحبا بالعالم، قال المسؤول إن السفن غادرت الميناء يوم الجمعة.", "“”\"'’‘«»", "\u202eabc said\u202c"],
)
def test_right_to_left_text_and_lone_quote_marks_are_kept(run, tmp_path, text):
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    result = run("analyse", tmp_path / "odd.txt", "--format", "json", "--as-is")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["body"] == text


def test_another_language_is_kept_and_marked_as_not_analysed(run, tmp_path):
    (tmp_path / "fr.txt").write_text(
        "Deux navires ont quitté le port vendredi, ont déclaré trois responsables portuaires sous couvert d'anonymat. "
        "Personne n'a été blessé, selon eux, et le ministère n'a pas répondu aux questions de l'agence."
    )
    result = run("analyse", tmp_path / "fr.txt", "--format", "json")
    assert result.exit_code == 0
    reading = json.loads(result.stdout)
    assert reading["report"]["language"] == "fr"
    assert "fr" in reading["not_analysed"]
    assert reading["sentences"]


def test_several_reports_with_format_json_are_wrong_usage(run, tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY + " More.")
    result = run("analyse", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "jsonl" in result.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--nonsense",), ("nonsense",), ("analyse",), ("compare", "one"), ("schema", "x")]
)
def test_wrong_usage_ends_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_standard_input_is_read(run):
    result = run("analyse", "-", "--format", "json", given=STORY)
    assert result.exit_code == 0
    assert "three port officials" in json.loads(result.stdout)["report"]["body"]


def test_a_fault_nobody_foresaw_is_one_line_and_a_traceback_only_with_debug(tmp_path):
    code = (
        "import sys, reportedly.pipeline as p\n"
        "def broken(*a, **k): raise ValueError('boom')\n"
        "p.read_reports = broken\n"
        "from reportedly.cli import main\n"
        "main()\n"
    )

    def call(*arguments):
        return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)

    quiet = call("read", "x.txt")
    assert quiet.returncode == 70
    assert quiet.stderr == "reportedly: fault: ValueError: boom; --debug shows where\n"
    assert "Traceback" in call("read", "x.txt", "--debug").stderr


def test_help_loads_no_heavy_library():
    heavy = ("spacy", "trafilatura", "lxml", "numpy", "fastwarc", "feedparser", "jinja2", "rapidfuzz")
    code = f"import sys, reportedly.cli.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "[]"
