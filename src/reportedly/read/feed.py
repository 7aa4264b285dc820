"""Saved RSS and Atom feeds to reports, one an entry; nothing is fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reportedly.errors import UnreadableInput
from reportedly.read.compose import compose, compose_as_is
from reportedly.read.dates import read_date
from reportedly.read.told import Told
from reportedly.report import DateBasis, Report, Unread

_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
_BREAK = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|blockquote|figure|table|tr)|br)\b[^>]*>", re.I)
_UNSEEN = re.compile(r"<(script|style|iframe|figcaption)\b.*?</\1\s*>", re.I | re.S)
# A feed's full content is at least this much longer than a summary is.
_FULL_CHARACTERS = 400


def read_feed(raw: bytes, told: Told, *, as_is: bool = False) -> Iterator[Report | Unread]:
    """Give one report for each entry of a feed, in the feed's order.

    Raises:
        UnreadableInput: the input is no feed, or one without entries.
    """
    import feedparser

    # Bytes of a name would be opened as a file or an address; a stream is only read.
    parsed = feedparser.parse(_Stream(raw), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        broken = parsed.get("bozo_exception") if parsed.get("bozo") else None
        raise UnreadableInput(f"the feed cannot be read: {broken}" if broken else "the feed has no entries")
    publisher = _clean(parsed.feed.get("title"))
    language = parsed.feed.get("language")
    for number, entry in enumerate(parsed.entries, 1):
        known = _tell(entry, replace(told, publisher=publisher, language=language))
        text, full = _text_of(entry)
        if not text.strip():
            yield Unread(path=f"{told.path}:{number}", reason=f"entry {number} has no text")
        elif as_is:
            yield compose_as_is(text, known)
        else:
            yield compose(text, replace(known, summary=not full), page=False)


class _Stream:
    """Bytes as something to read from, which feedparser never takes for an address."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def read(self, _size: int = -1) -> bytes:
        """Give all the bytes, once."""
        raw, self.raw = self.raw, b""
        return raw


def _tell(entry: Any, told: Told) -> Told:
    """Give what an entry says in its fields; its own source goes before the feed's title."""
    # Without the test feedparser answers with the date of publication, and warns.
    updated = read_date(entry["updated"]) if "updated" in entry else None
    published = read_date(entry.get("published")) or updated
    source = entry.get("source") or {}
    names = [author.get("name") for author in entry.get("authors") or [] if author.get("name")]
    return replace(
        told,
        id=None,
        title=_clean(entry.get("title")),
        url=entry.get("link"),
        published=published,
        published_basis=DateBasis.INPUT if published else None,
        modified=updated,
        publisher=_clean(source.get("title")) or told.publisher,
        authors=tuple(dict.fromkeys(name for name in map(_clean, names) if name)),
    )


def _text_of(entry: Any) -> tuple[str, bool]:
    """Give an entry's text, and whether it is the full one."""
    summary = _to_text(str(entry.get("summary") or ""))
    contents = [_to_text(str(content.get("value") or "")) for content in entry.get("content") or []]
    content = max(contents, key=len, default="")
    if len(content) > max(len(summary), _FULL_CHARACTERS) or (content and content != summary):
        return content, True
    return summary or content, False


def _to_text(markup: str) -> str:
    """Give the words of a fragment of HTML, its paragraphs as paragraphs."""
    if not _TAG.search(markup):
        return html.unescape(markup).strip()
    shown = _BREAK.sub("\n\n", _UNSEEN.sub(" ", markup))
    lines = (" ".join(line.split()) for line in html.unescape(_TAG.sub("", shown)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _clean(value: object) -> str | None:
    """Give a field's words without markup, None where there are none."""
    return " ".join(_to_text(value).split()) or None if isinstance(value, str) else None
