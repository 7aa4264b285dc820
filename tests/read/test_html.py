"""Pages: body, metadata, what is hidden, live blogs."""

import json

from reportedly.read import read_text
from reportedly.read.html import read_html
from reportedly.read.told import Told
from reportedly.report import Completeness, DateBasis

LEAD = "Two ferries collided outside the harbour of Larn on Tuesday and both were towed in, the coast guard said."
REST = "Nobody was hurt, a spokesman told reporters, adding that the ferries would be inspected before they sail."


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='en'><head><title>Ferries collide off Larn</title>{head}</head><body>{body}</body></html>"


def article(extra=""):
    return f"<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>Ferries collide off Larn</h1><p>{LEAD}</p><p>{REST}</p>{extra}<p>{LEAD} {REST}</p></article>"


def test_the_body_holds_the_article_and_nothing_hidden():
    hidden = "<script>var secret = 'scripted words';</script><p style='display: none'>Unseen words stand here.</p><p hidden>More of them.</p>"
    report = read_text(page(article(hidden)))
    assert LEAD in report.body
    assert "scripted" not in report.body
    assert "Unseen" not in report.body
    assert "More of them" not in report.body
    assert "Unseen" not in "".join(cut.text for cut in report.cut)
    assert "Home" in "".join(cut.text for cut in report.cut)


def test_metadata_give_publisher_and_the_time_with_its_offset():
    data = {
        "@type": "NewsArticle",
        "headline": "Ferries collide off Larn",
        "datePublished": "2024-05-03T23:30:00-04:00",
        "dateModified": "2024-05-04T08:00:00-04:00",
        "author": {"@type": "Person", "name": "Ann Lee"},
        "publisher": {"name": "Larn Post"},
    }
    report = read_text(page(article(), f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (report.published, report.published_basis) == ("2024-05-03T23:30:00-04:00", DateBasis.METADATA)
    assert report.modified == "2024-05-04T08:00:00-04:00"
    assert (report.publisher, report.authors, report.title) == ("Larn Post", ("Ann Lee",), "Ferries collide off Larn")


def test_a_page_that_names_no_publisher_has_none():
    assert read_text(page(article())).publisher is None


def test_each_update_of_a_live_blog_is_a_report():
    data = {
        "@type": "LiveBlogPosting",
        "headline": "Live: ferries",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": f"Update {n}",
                "articleBody": f"{LEAD} {n}",
                "datePublished": f"2024-05-03T1{n}:00:00Z",
            }
            for n in range(3)
        ],
    }
    reports = list(
        read_html(
            page(article(), f'<script type="application/ld+json">{json.dumps(data)}</script>'), Told(path="live.html")
        )
    )
    assert [(report.title, report.published) for report in reports] == [
        (f"Update {n}", f"2024-05-03T1{n}:00:00Z") for n in range(3)
    ]
    assert len({report.id for report in reports}) == 3


def test_a_short_body_before_a_wall_is_truncated():
    wall = "<div class='wall'><p>Subscribe to continue reading this story.</p></div>"
    assert read_text(page(article() + wall)).completeness is Completeness.TRUNCATED
    assert read_text(page(article())).completeness is Completeness.FULL


def test_broken_markup_is_read_as_far_as_it_goes():
    assert LEAD in read_text(f"<html><body><div><p>{LEAD}<p>{REST}<table><tr><td>x").body


def test_a_page_whose_metadata_are_broken_is_still_read():
    assert LEAD in read_text(page(article(), '<script type="application/ld+json">{"@type": [[[</script>')).body


def test_a_page_nested_too_deep_for_the_parser_is_read_all_the_same():
    page = "<html><body>" + "<div>" * 20_000 + "<p>Two ships left the port of Aden on Friday.</p>" + "</div>" * 20_000
    assert "Two ships left" in read_text(page + "</body></html>").body
