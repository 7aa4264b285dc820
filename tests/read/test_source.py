"""What each kind of input gives, and the one line that says why where it gives nothing."""

import contextlib
import gzip
import io
import json
import os

import pytest

import reportedly.read
from reportedly.errors import UnreadableInput
from reportedly.report import Completeness, DateBasis, Report, Unread

BODY = (
    "Two ferries collided outside the harbour of Larn on Tuesday, the coast guard said, and both were towed in.\n\n"
    "Nobody was hurt, a spokesman told reporters. He said the ferries would be inspected before they sail again."
)


def read(path, **options):
    return list(reportedly.read.read([str(path)], **options))


def page(text=BODY, head=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return f"<html><head><title>Ferries collide off Larn</title>{head}</head><body><article>{paragraphs}</article></body></html>"


def record(url, markup):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + markup.encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-03T00:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def test_a_text_file_is_one_report_with_its_path_as_given(tmp_path):
    file = tmp_path / "ferries.txt"
    file.write_text(BODY)
    [report] = read(file)
    assert (report.body, report.path, report.language) == (BODY, str(file), "en")


def test_the_id_does_not_depend_on_the_folder(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ferries.txt").write_text(BODY)
    assert read(tmp_path / "a")[0].id == read(tmp_path / "b")[0].id


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 \x00\x01\x02", "PDF"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x1f\x8bnot gzip at all", "gzip"),
        (b"{\\rtf1\\ansi Two ferries collided.}", "rich-text"),
        (b'[\n {"id": "a",\n  "text": "Two ferries collided."}]', "JSON"),
        (b'<?xml version="1.0"?>\n<urlset><url><loc>x</loc></url></urlset>', "no HTML"),
    ],
)
def test_what_is_no_text_is_told_with_one_line(tmp_path, raw, reason):
    file = tmp_path / "odd"
    file.write_bytes(raw)
    [unread] = read(file)
    assert isinstance(unread, Unread)
    assert reason in unread.reason
    assert "\n" not in unread.reason


def test_a_missing_file_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "there.txt").write_text(BODY)
    missing, report = reportedly.read.read([str(tmp_path / "gone.txt"), str(tmp_path / "there.txt")])
    assert missing.reason == "there is no such file"
    assert report.body == BODY


def test_a_folder_is_read_by_name_and_hidden_files_are_left_out(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "style.css"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text(BODY)
    found = [(item.path.removeprefix(str(tmp_path)), type(item)) for item in read(tmp_path)]
    assert found == [("/a.txt", Report), ("/b.txt", Report), ("/c/d.txt", Report), ("/style.css", Unread)]


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "ferries.txt").write_text(BODY)
    report, unread = read(tmp_path)
    assert isinstance(report, Report)
    assert "pipe" in unread.reason


@pytest.mark.parametrize("path", ["", "a" * 5000])
def test_what_is_no_path_is_told(path):
    [unread] = read(path)
    assert isinstance(unread, Unread)


def test_a_gzip_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("reportedly.read.source._LARGEST_UNPACKED_BYTES", 1000)
    (tmp_path / "large.gz").write_bytes(gzip.compress(BODY.encode() * 10))
    [unread] = read(tmp_path / "large.gz")
    assert "unpacks to more than" in unread.reason


def test_a_feed_that_defines_its_own_entities_is_a_feed_and_they_are_not_expanded(tmp_path):
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    (tmp_path / "bomb.xml").write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ferry">{entities}]><rss version="2.0"><channel>'
        "<item><title>Ferries</title><description>Two ferries &e9; collided.</description></item></channel></rss>"
    )
    [report] = read(tmp_path / "bomb.xml")
    assert report.title == "Ferries"
    assert len(report.body) < 100


def test_an_empty_folder_is_told(tmp_path):
    assert read(tmp_path) == [Unread(path=str(tmp_path), reason="the folder holds no files")]


def test_standard_input_is_told_by_its_content():
    line = json.dumps({"id": "x", "text": BODY})
    for raw in (BODY, page(), line):
        [report] = reportedly.read.read(["-"], stdin=io.BytesIO(raw.encode()))
        assert "Nobody was hurt" in report.body


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_give_the_same_body(tmp_path, encoding):
    file = tmp_path / "ferries.txt"
    file.write_bytes(BODY.replace("Larn", "Lärn").encode(encoding))
    assert read(file)[0].body == BODY.replace("Larn", "Lärn")


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252(tmp_path):
    file = tmp_path / "ferries.txt"
    file.write_bytes(BODY.replace("Larn", "L\u00e4rn\u2019s").encode("cp1252"))
    assert "L\u00e4rn\u2019s" in read(file)[0].body


def test_one_broken_character_does_not_turn_the_others(tmp_path):
    file = tmp_path / "ferries.txt"
    file.write_bytes(b"\xff" + BODY.replace("Larn", "Lärnäö").encode())
    assert "Lärnäö" in read(file)[0].body


def test_a_bad_json_line_is_told_and_the_others_are_read(tmp_path):
    file = tmp_path / "reports.jsonl"
    lines = [
        '{"id": "one", "text": "Two ferries collided on Tuesday."}',
        '{"id": "two"}',
        "not json",
        "",
        json.dumps(
            {"id": 5, "text": BODY, "title": "Ferries", "published": "2024-05-03", "publisher": "The Larn Post"}
        ),
    ]
    file.write_text("\n".join(lines))
    one, two, three, four = read(file)
    assert one.id == "one"
    assert two == Unread(path=f"{file}:2", reason="line 2 has no text")
    assert three == Unread(path=f"{file}:3", reason="line 3 is not JSON")
    assert (four.id, four.title, four.published, four.publisher) == ("5", "Ferries", "2024-05-03", "The Larn Post")
    assert four.published_basis is DateBasis.INPUT


def test_as_is_cuts_nothing_and_takes_title_and_date_from_the_fields_alone(tmp_path):
    text = f"date 2024-05-03 Ferries collide off Larn\n\nBy Ann Lee\n\n{BODY}\n\n(Reporting by Ann Lee)\n\nShare this\n"
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps({"id": "a", "text": text}))
    [report] = read(file, as_is=True)
    assert report.body == text
    assert (report.title, report.published, report.authors, report.cut) == (None, None, ("Ann Lee",), ())


def test_each_page_of_an_archive_is_a_report(tmp_path):
    raw = b"".join(gzip.compress(record(f"http://larn.example/{n}", page())) for n in range(3))
    (tmp_path / "crawl.warc.gz").write_bytes(raw)
    reports = read(tmp_path / "crawl.warc.gz")
    assert [report.url for report in reports] == [f"http://larn.example/{n}" for n in range(3)]
    assert len({report.id for report in reports}) == 3


def test_a_broken_archive_gives_what_can_be_read_and_then_the_reason(tmp_path):
    raw = b"".join(gzip.compress(record(f"http://larn.example/{n}", page())) for n in range(3))
    (tmp_path / "crawl.warc.gz").write_bytes(raw[:-60])
    *reports, unread = read(tmp_path / "crawl.warc.gz")
    assert len(reports) >= 2
    assert "breaks off" in unread.reason


def test_bytes_that_only_claim_to_be_an_archive_are_told(tmp_path):
    (tmp_path / "crawl.warc.gz").write_bytes(b"\x1f\x8b" + b"x" * 300)
    [unread] = read(tmp_path / "crawl.warc.gz")
    assert isinstance(unread, Unread)


def test_a_feed_gives_a_report_an_entry(tmp_path):
    items = "".join(
        f"<item><title>Story {n}</title><link>https://larn.example/{n}</link>"
        f"<pubDate>Fri, 03 May 2024 10:{n % 60:02}:00 +0300</pubDate><description>Ferry {n} sailed on Tuesday.</description></item>"
        for n in range(200)
    )
    (tmp_path / "saved.rss").write_text(f'<rss version="2.0"><channel><title>Larn Post</title>{items}</channel></rss>')
    reports = read(tmp_path / "saved.rss")
    assert len(reports) == 200
    assert (reports[7].title, reports[7].published) == ("Story 7", "2024-05-03T10:07:00+03:00")
    assert {report.completeness for report in reports} == {Completeness.SUMMARY}
    assert reports[0].publisher == "Larn Post"


def test_an_entry_with_its_content_is_not_a_summary_and_names_its_own_source(tmp_path):
    words = "<p>" + BODY.replace("\n\n", "</p><p>") + "</p><p>" + "The inquiry goes on. " * 20 + "</p>"
    (tmp_path / "saved.xml").write_text(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Portal</title>'
        "<item><title>Ferries</title><source url='https://larn.example'>Larn Post</source><description>Short.</description>"
        f"<content:encoded><![CDATA[{words}]]></content:encoded></item></channel></rss>"
    )
    [report] = read(tmp_path / "saved.xml")
    assert (report.publisher, report.completeness) == ("Larn Post", Completeness.FULL)
    assert report.body.startswith("Two ferries collided")


def test_large_texts_are_read_whole(tmp_path):
    paragraph = (
        "The ferry company said on Tuesday that it would inspect every ship of its fleet before the summer. " * 3
    )
    text = "\n\n".join([paragraph.strip()] * 9000)
    (tmp_path / "large.txt").write_text(text)
    assert read(tmp_path / "large.txt")[0].body == text


@pytest.mark.parametrize(
    "text", ['"', "”“”“", "\u202e\u05d0\u05d1", "?", "\x01\x02", "a", "<", "{", "• ", "By", "(", "\r\r\r."]
)
def test_odd_texts_are_read_or_refused_never_more(text):
    with contextlib.suppress(UnreadableInput):
        assert isinstance(reportedly.read.read_text(text), Report)


def test_right_to_left_text_is_kept_and_its_language_told():
    text = "قال مسؤول في خفر السواحل يوم الثلاثاء إن عبارتين اصطدمتا قرب الميناء ولم يصب أحد بأذى."
    report = reportedly.read.read_text(text)
    assert (report.body, report.language) == (text, "ar")


def test_a_gzip_file_inside_a_gzip_file_is_told_and_not_unpacked(tmp_path):
    (tmp_path / "twice.txt.gz").write_bytes(gzip.compress(gzip.compress(BODY.encode())))
    [unread] = read(tmp_path / "twice.txt.gz")
    assert unread.reason == "the gzip file holds another gzip file: unpack it once and hand that in"


def test_a_page_larger_than_any_report_is_refused_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("reportedly.read.source._LARGEST_PAGE_CHARACTERS", 1000)
    (tmp_path / "large.html.gz").write_bytes(gzip.compress(page(BODY * 10).encode()))
    [unread] = read(tmp_path / "large.html.gz")
    assert unread.reason.endswith("characters; at most 1,000 are read")
