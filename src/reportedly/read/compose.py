"""A report from a text and from what its input told beside it."""

from __future__ import annotations

import re
from pathlib import PurePath

from reportedly.identity import identify
from reportedly.read.completeness import judge_completeness
from reportedly.read.dateline import Signed, find_dateline
from reportedly.read.furniture import NOTHING_LEFT, Leftovers, Stripped, strip_furniture
from reportedly.read.language import find_language
from reportedly.read.notice import find_notices
from reportedly.read.told import Told
from reportedly.report import Completeness, DateBasis, Report

_URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")

_HEAD_BLOCKS = 14  # headline, bylines and dates that may stand above the dateline of a text that is taken as it is


def compose(text: str, told: Told, *, page: bool = True, left: Leftovers = NOTHING_LEFT) -> Report:
    """Make the report that `text` holds.

    Args:
        text: the report as it was copied, or the body that was found in a page.
        told: what the input said beside the text; it is taken before what the text itself says.
        page: the text may be a whole page with menus.
        left: what of the page was left out before, with the stories that it lists.
    """
    stripped = strip_furniture(text, title=told.title, page=page)
    head, body = stripped.head, stripped.body
    signed = find_dateline(body)
    published, basis = _date(told, stripped, signed)
    agency = (signed.agency if signed else None) or stripped.agency
    title = told.title or head.title
    url = told.url or head.url
    return Report(
        id=told.id or _identify(told, url, title, published, body),
        path=told.path,
        title=title,
        published=published,
        published_basis=basis,
        modified=told.modified or head.modified,
        publisher=told.publisher or head.publisher,
        agency=agency,
        url=url,
        language=find_language(body, told.language),
        authors=tuple(dict.fromkeys((*told.authors, *stripped.authors))),
        editors=stripped.editors,
        dateline=signed.dateline if signed else None,
        body=body,
        completeness=judge_completeness(body, summary=told.summary, stub=told.stub or stripped.stub),
        notices=find_notices(body),
        cut=(*stripped.cut, *left.cut),
        links=tuple(dict.fromkeys((*stripped.links, *left.links))),
    )


def compose_as_is(text: str, told: Told) -> Report:
    """Make a report whose body is `text`, exactly: nothing is cut.

    Title, address, publisher and dates are the input's own fields; who signs the text is read where it stands.
    """
    stripped = strip_furniture(text, title=told.title)
    signed = find_dateline(text, depth=_HEAD_BLOCKS)
    return Report(
        id=told.id or _identify(told, told.url, told.title, told.published, text),
        path=told.path,
        title=told.title,
        published=told.published,
        published_basis=told.published_basis,
        modified=told.modified,
        publisher=told.publisher,
        agency=(signed.agency if signed else None) or stripped.agency,
        url=told.url,
        language=find_language(text, told.language),
        authors=tuple(dict.fromkeys((*told.authors, *stripped.authors))),
        editors=stripped.editors,
        dateline=signed.dateline if signed else None,
        body=text,
        completeness=Completeness.UNKNOWN,
        notices=find_notices(text),
        cut=(),
        links=(),
    )


def _identify(told: Told, url: str | None, title: str | None, published: str | None, body: str) -> str:
    """Make the id from the file's name without its folders, and from what the report says."""
    name = None if told.path is None else PurePath(told.path).name or told.path
    return identify("report", name, url, title, published, body)


def _date(told: Told, stripped: Stripped, signed: Signed | None) -> tuple[str | None, DateBasis | None]:
    """Give when the report was published, and how that is known; None where nothing tells the year."""
    head = stripped.head
    if told.published:
        return told.published, told.published_basis
    if head.published:
        return head.published, DateBasis.HEADER
    in_url = _URL_DATE.search(told.url or head.url or "")
    if in_url:
        return "-".join(in_url.groups()), DateBasis.URL
    if signed and signed.month and signed.day:
        year = signed.year or (int(head.modified[:4]) if head.modified else None)
        if year and signed.day <= 31:
            return f"{year:04}-{signed.month:02}-{signed.day:02}", DateBasis.DATELINE
    if head.modified:
        # A report that names the time of its last change alone came out on that day, as far as it says.
        return head.modified[:10], DateBasis.HEADER
    return None, None
