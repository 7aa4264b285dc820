"""What a page says of itself in its metadata: JSON-LD and meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.read.dates import read_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REPORT_TYPES = ("Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Report")
_PUBLISHED_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "pubdate",
)
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_PUBLISHER_META = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher")
_MOST_OBJECTS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One entry of a live blog, as the page's metadata gives it."""

    headline: str | None
    body: str
    published: str | None
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What the metadata of a page says; dates are ISO 8601, several where the page gives several."""

    published: tuple[str, ...]
    modified: str | None
    publisher: str | None
    authors: tuple[str, ...]
    title: str | None
    paywalled: bool
    updates: tuple[Update, ...]


def read_page_data(tree: HtmlElement) -> PageData:
    """Read the metadata of a page."""
    reports = [item for item in _objects(tree) if _is_report(item)]
    meta = _meta(tree)
    published = [_text(item.get("datePublished")) for item in reports]
    published += [meta.get(name) for name in _PUBLISHED_META]
    published += [
        str(value) for value in tree.xpath("//*[@itemprop='datePublished']/@*[name()='datetime' or name()='content']")
    ]
    published += [str(value) for value in tree.xpath("//time/@datetime")[:3]]
    modified = [_text(item.get("dateModified")) for item in reports] + [meta.get(name) for name in _MODIFIED_META]
    names = [meta.get(_PUBLISHER_META[0]), *(_name(item.get("publisher")) for item in reports)]
    names += [meta.get(name) for name in _PUBLISHER_META[1:]]
    updates = [update for item in reports for update in _updates(item)]
    return PageData(
        published=tuple(dict.fromkeys(iso for iso in map(read_date, published) if iso)),
        modified=next((iso for iso in map(read_date, modified) if iso), None),
        publisher=next((name for name in names if name and not name.startswith(("http", "@"))), None),
        authors=tuple(dict.fromkeys(name for item in reports for name in _names(item.get("author")))),
        title=next((title for item in reports if (title := _text(item.get("headline")))), None),
        paywalled=any(str(item.get("isAccessibleForFree")).lower() == "false" for item in reports),
        updates=tuple(updates),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Give each meta element's content by its name, lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _objects(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Give every JSON-LD object of a page, the nested ones of a graph too."""
    left = _MOST_OBJECTS
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            parsed = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [parsed]
        while waiting and left:
            left -= 1
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _is_report(item: Mapping[str, object]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_REPORT_TYPES) for name in names)


def _text(value: object) -> str | None:
    """Give the words of a value, None where it holds none."""
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """Give the name of a JSON-LD person or organisation."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [name for name in map(_name, items) if name and not name.startswith("http")]


def _updates(item: Mapping[str, object]) -> list[Update]:
    """Give the entries of a live blog's JSON-LD."""
    entries = item.get("liveBlogUpdate")
    updates = []
    for entry in entries if isinstance(entries, list) else []:
        body = entry.get("articleBody") if isinstance(entry, dict) else None
        if isinstance(body, str) and body.strip():
            updates.append(
                Update(
                    headline=_text(entry.get("headline")),
                    body=body.strip(),
                    published=read_date(_text(entry.get("datePublished"))),
                    authors=tuple(_names(entry.get("author"))),
                )
            )
    return updates
