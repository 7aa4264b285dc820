"""Which form an input is in: told by its name, and where that says little by its first bytes."""

from __future__ import annotations

import json
import re
from enum import StrEnum


class Form(StrEnum):
    """The forms of input that are read."""

    PLAIN = "plain text"
    HTML = "HTML"
    FEED = "feed"
    JSONL = "JSON lines"
    WARC = "WARC"
    GZIP = "gzip"


_SUFFIXES = {
    ".htm": Form.HTML,
    ".html": Form.HTML,
    ".xhtml": Form.HTML,
    ".rss": Form.FEED,
    ".atom": Form.FEED,
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
    ".warc": Form.WARC,
    ".warc.gz": Form.WARC,
}
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|article|span|a)\b[^>]*>", re.I)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!doctype [^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
    r"<(?:\w+:)?(?:rss|feed|rdf)\b",
    re.I | re.S,
)
_HEAD_CHARACTERS = 4000


def tell_form(name: str, raw: bytes) -> Form:
    """Tell which form an input is in.

    Args:
        name: the file's name; '-' for standard input.
        raw: its bytes, or their beginning.
    """
    lower = name.lower()
    for suffix, form in _SUFFIXES.items():
        if lower.endswith(suffix):
            return form
    if raw.startswith(b"\x1f\x8b"):
        return Form.GZIP
    if raw.startswith(b"WARC/"):
        return Form.WARC
    return tell_text_form(raw[:_HEAD_CHARACTERS].decode("utf-8", "replace").lstrip("\ufeff"))


def tell_text_form(head: str) -> Form:
    """Tell which form a text is in by its beginning."""
    head = head[:_HEAD_CHARACTERS].replace("\x00", "")
    if _HTML.match(head):
        return Form.HTML
    if _FEED.match(head):
        return Form.FEED
    if head.lstrip().startswith("<?xml"):
        return Form.HTML  # a story in an agency's own XML reads as a page does
    if head.lstrip().startswith("{") and _is_json_line(head.lstrip()):
        return Form.JSONL
    if head.lstrip().startswith("<") and len(_MARKUP.findall(head)) >= 2:
        return Form.HTML
    return Form.PLAIN


def _is_json_line(head: str) -> bool:
    """Tell whether a text opens with a JSON object of a report, on one line."""
    line, ended, _ = head.partition("\n")
    if not ended and len(head) >= _HEAD_CHARACTERS - 100:
        return re.match(r'\{\s*"(?:id|text|title|url|published|publisher|html)"\s*:', line) is not None
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and bool({"text", "html"} & fields.keys())
