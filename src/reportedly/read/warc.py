"""WARC archives, gzipped or not, to reports: one a page that was answered."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from reportedly.errors import UnreadableInput
from reportedly.read.decode import decode
from reportedly.read.html import read_html
from reportedly.read.plain import read_plain
from reportedly.read.told import Told
from reportedly.report import Report, Unread

_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib: a gzip header and the largest window
_PIECE_BYTES = 1 << 18
_LARGEST_PAGE_BYTES = 20_000_000


def read_warc(stream: BinaryIO, path: str, *, as_is: bool = False) -> Iterator[Report | Unread]:
    """Give the report of each archived page, in the archive's order; where it breaks off, the reason last."""
    number = 0
    # fastwarc panics on a stream that cannot seek, as a pipe cannot.
    for item in _pages(stream if stream.seekable() else BytesIO(stream.read())):
        if isinstance(item, str):
            yield Unread(path=path, reason=item)
            return
        number += 1
        yield from _read_page(item, number, path, as_is)
    if not number:
        yield Unread(path=path, reason="the archive holds no pages")


class _Page:
    """One archived answer: its address, kind and bytes."""

    def __init__(self, record: Any) -> None:
        self.url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
        http = record.http_headers
        self.status = http.status_code if http else None
        kind = record.http_content_type if http else record.headers.get("Content-Type")
        self.kind = (kind or "").split(";")[0].strip().lower()
        self.charset = record.http_charset
        self.raw = record.reader.read(_LARGEST_PAGE_BYTES)
        self.whole = len(self.raw) == min(record.content_length, _LARGEST_PAGE_BYTES)


def _find_break(stream: BinaryIO) -> str | None:
    """Say how a gzipped archive breaks off, None where it is whole or not gzipped.

    fastwarc ends without a word where the last record is cut short, so its end is looked for here.
    """
    stream.seek(0)
    if stream.read(len(_GZIP)) != _GZIP:
        return None
    stream.seek(0)
    member = zlib.decompressobj(_GZIP_WINDOW)
    try:
        while piece := stream.read(_PIECE_BYTES):
            member.decompress(piece)
            while member.eof and member.unused_data:
                piece = member.unused_data
                member = zlib.decompressobj(_GZIP_WINDOW)
                member.decompress(piece)
    except zlib.error as reason:
        return str(reason)
    return None if member.eof else "its last record is cut short"


def _pages(stream: BinaryIO) -> Iterator[_Page | str]:
    """Give each archived page, then the reason where the archive breaks off."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, record_types=wanted, parse_http=True), 1):
            page = _Page(record)
            yield page
            if not page.whole:
                yield f"the archive breaks off inside page {number}"
                return
    except (OSError, ValueError, RuntimeError, EOFError) as reason:
        yield f"the archive breaks off after page {number}: {reason}"
        return
    broken = _find_break(stream)
    if broken:
        yield f"the archive breaks off after page {number}: {broken}"


def _read_page(page: _Page, number: int, path: str, as_is: bool) -> Iterator[Report | Unread]:
    """Give the reports of one page; what is no page of text, such as a picture, is passed over."""
    if page.status not in (None, 200) or not page.raw:
        return
    told = Told(path=path, url=page.url, stub=not page.whole)
    try:
        text = decode(page.raw, page.charset)
        if page.kind in {"text/html", "application/xhtml+xml"} or (not page.kind and "<html" in text[:2000].lower()):
            yield from read_html(text, told, as_is=as_is)
        elif page.kind == "text/plain" and text.strip():
            yield from read_plain(text, told, as_is=as_is)
    except UnreadableInput as reason:
        yield Unread(path=f"{path}:{number}", reason=f"page {number} ({page.url}): {reason}")
