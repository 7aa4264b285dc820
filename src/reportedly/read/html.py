"""HTML pages to reports: the body and the metadata by trafilatura, what it leaves out named; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

from reportedly.errors import UnreadableInput
from reportedly.read.compose import compose, compose_as_is
from reportedly.read.furniture import name_leftovers
from reportedly.read.liveblog import split_entries
from reportedly.read.pagedata import PageData, read_page_data
from reportedly.read.told import Told
from reportedly.report import DateBasis, Report

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDDEN = (
    "//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
_UNSEEN = ("script", "style", "noscript", "template", "head", "iframe", "svg", "textarea", "select", "option")
_UNSEEN_PART = re.compile(r"(?is)<!--.*?-->|<(script|style|noscript|template|head)\b.*?</\1\s*>")
_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_STUB_WORDS = 150  # pages that hold the whole text name their wall too: only a short body is a stub
# The search for a date must not depend on the day it is made; trafilatura's own bound is today.
_DATE_SEARCH = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}


def read_html(text: str, told: Told, *, as_is: bool = False) -> Iterator[Report]:
    """Give the report of a page, or each entry of a live blog as a report of its own.

    Raises:
        UnreadableInput: the page holds no text.
    """
    if as_is:
        yield compose_as_is(text, told)
        return
    tree = _parse(text)
    data = read_page_data(tree)
    _drop_hidden(tree)
    document = _extract(tree, told.url)
    told = _merge(told, document, data)
    if len(data.updates) > 1:
        yield from _read_updates(data, told)
        return
    lines = _visible_lines(tree) or _bare_lines(text)
    body = (document.text or "").strip() if document else ""
    if not body:
        if not lines:
            raise UnreadableInput("the page holds no text")
        yield compose("\n\n".join(lines), told)
        return
    entries = split_entries(body, told)
    if entries:
        yield from (compose(entry.text, entry.told, page=False) for entry in entries)
    else:
        left = name_leftovers(lines, body, told.title)
        walled = (left.stub or data.paywalled) and len(body.split()) < _STUB_WORDS
        yield compose(body, replace(told, stub=told.stub or walled), page=False, left=left)


def _bare_lines(text: str) -> list[str]:
    """Give what is left of a page without its tags: for one nested so deep that the parser gives up on it."""
    bare = unescape(_TAG.sub("\n", _UNSEEN_PART.sub("\n", text)))
    return [line for line in map(str.strip, bare.splitlines()) if line]


def _parse(text: str) -> HtmlElement:
    """Parse a page.

    Raises:
        UnreadableInput: it is none.
    """
    from trafilatura import load_html

    tree = load_html(text)
    if tree is None:
        raise UnreadableInput("the page holds no HTML that can be read")
    return tree


def _drop_hidden(tree: HtmlElement) -> None:
    """Take out of the tree what no reader of the page sees."""
    for element in tree.xpath(_HIDDEN):
        if element.getparent() is not None and element.tag not in {"html", "body"}:
            element.drop_tree()


def _extract(tree: HtmlElement, url: str | None) -> Any:
    """Run trafilatura, without network: its Document, None where it finds nothing."""
    from trafilatura import bare_extraction

    return bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=_DATE_SEARCH
    )


def _merge(told: Told, document: Any, data: PageData) -> Told:
    """Put together what the input told, what trafilatura found, and what the metadata say; in that order."""
    found = document.date if document else None
    # trafilatura gives the day; the metadata that name the same day may tell the time and its offset.
    timed = [iso for iso in data.published if found is None or iso[:10] == found]
    published = max(timed, key=len, default=found)
    authors = tuple(re.split(r"\s*;\s*", document.author)) if document and document.author else data.authors
    return replace(
        told,
        title=told.title or (document.title if document else None) or data.title,
        url=told.url or (document.url if document else None),
        published=told.published or published,
        published_basis=told.published_basis if told.published else DateBasis.METADATA if published else None,
        modified=told.modified or data.modified,
        publisher=told.publisher or data.publisher,
        authors=told.authors or authors,
        language=told.language or (document.language if document else None),
        stub=told.stub,
    )


def _read_updates(data: PageData, told: Told) -> Iterator[Report]:
    """Give the entries of a live blog that the metadata hold in full."""
    for number, update in enumerate(data.updates, 1):
        yield compose(
            update.body,
            replace(
                told,
                id=f"{told.id}:{number}" if told.id else None,
                title=update.headline or told.title,
                published=update.published or told.published,
                authors=update.authors or told.authors,
            ),
            page=False,
        )


def _visible_lines(tree: HtmlElement) -> list[str]:
    """Give the lines that a reader of the page sees, in order."""
    lines: list[str] = []
    line: list[str] = []

    def close() -> None:
        words = " ".join("".join(line).split())
        line.clear()
        if words:
            lines.append(words)

    skipped = 0
    from lxml.etree import iterwalk

    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else None
        if event == "start":
            skipped += tag in _UNSEEN
            if tag in _BLOCKS:
                close()
            line.append("" if skipped else element.text or "")
        else:
            if tag in _BLOCKS:
                close()
            skipped -= tag in _UNSEEN and event == "end"
            line.append("" if skipped else element.tail or "")
    close()
    return lines
