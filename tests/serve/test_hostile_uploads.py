"""What is handed in to do harm is told in one line, and what comes with it is kept."""

import gzip
import io
import zipfile

import pytest

from .small import settle
from .test_adding import hand_in

TEXT = b"A ferry left Hornik on Friday, an officer said."
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + TEXT + b"</p></body></html>"


def archive(told, payload=PAGE):
    """Make an archive of one page that tells how long it is."""
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    )
    head += b"WARC-Date: 2025-03-03T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return head + b"Content-Length: %d\r\n\r\n" % told + payload + b"\r\n\r\n"


def zipped():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive_:
        archive_.writestr("a.txt", TEXT)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("twice.txt.gz", gzip.compress(gzip.compress(TEXT)), "another gzip file"),
        ("bomb.txt.gz", gzip.compress(b"word " * 41_000_000, 1), "unpacks to more than 200,000,000 bytes"),
        ("bomb.html.gz", gzip.compress(b"<html><body>" + b"<p>word</p>" * 1_000_000, 1), "at most 10,000,000 are read"),
        ("bomb.warc.gz", gzip.compress(b"\0" * 20_000_000), "the archive breaks off"),
        ("zipped.zip", zipped(), "it is a zip archive"),
        ("less.warc", archive(20), "the archive breaks off"),
        ("below.warc", archive(-5), "the archive breaks off"),
        ("beyond.warc", archive(10**30), "the archive breaks off"),
    ],
    ids=["twice", "bomb", "page", "bomb-archive", "zip", "less", "below", "beyond"],
)
def test_what_cannot_be_unpacked_is_told_and_what_comes_with_it_is_kept(client, name, content, told):
    hand_in(client, (name, content), ("ferry.txt", TEXT))
    jobs = {job["name"]: job for job in settle(client)}
    (unread,) = jobs[name]["unread"]
    assert told in unread["reason"]
    assert "\n" not in unread["reason"]
    assert len(jobs["ferry.txt"]["new"]) == 1


def test_an_archive_that_tells_too_great_a_length_gives_its_page_and_where_it_breaks_off(client):
    hand_in(client, ("long.warc", archive(len(PAGE)) + archive(10**9)))
    (job,) = settle(client)
    assert len(job["new"]) == 1
    assert any("breaks off inside page 2" in each["reason"] for each in job["unread"])
    assert not any("/" in each["reason"] for each in job["unread"])  # no folder of this machine


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"&deep;&deep;"'])
def test_entities_of_a_feed_are_not_followed(client, library, entity):
    deep = '<!ENTITY e0 "lol">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE rss [{deep}<!ENTITY deep "&e9;"><!ENTITY x {entity}>]><rss version="2.0"><channel>'
        f"<title>T</title><item><title>A</title><description>&x; {TEXT.decode()}</description></item></channel></rss>"
    )
    hand_in(client, ("feed.xml", feed.encode()))
    (job,) = settle(client)
    report = next(each for each in library.reports() if each.id == job["new"][0])
    assert TEXT.decode() in report.body
    assert "root:" not in report.body
    assert len(report.body) < 200
