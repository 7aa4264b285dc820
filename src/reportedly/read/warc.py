"""WARC archives, gzipped or not, to reports: one a page that was answered."""

from __future__ import annotations

from collections.abc import Iterator
from gzip import GzipFile
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO
from zlib import error

from reportedly.errors import UnreadableInput
from reportedly.read.decode import decode
from reportedly.read.html import read_html
from reportedly.read.plain import read_plain
from reportedly.read.told import Told
from reportedly.report import Report, Unread

_GZIP = b"\x1f\x8b"
_LARGEST_PAGE_BYTES = 20_000_000


def read_warc(stream: BinaryIO, path: str, *, as_is: bool = False) -> Iterator[Report | Unread]:
    """Give the report of each archived page, in the archive's order; where it breaks off, the reason last."""
    number = 0
    for item in _pages(stream):
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


class _Unpacked(RawIOBase):
    """The bytes of an archive, unpacked where it is gzipped; where they break off the stream ends, and says why."""

    def __init__(self, stream: BinaryIO) -> None:
        buffered = BufferedReader(stream) if isinstance(stream, RawIOBase) else stream
        start = buffered.read(len(_GZIP))
        joined = _Joined(start, buffered)
        self.source: Any = GzipFile(fileobj=joined) if start == _GZIP else joined
        self.broken: str | None = None

    def readable(self) -> bool:
        """Say that the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; nothing more comes after a break."""
        try:
            piece = b"" if self.broken else self.source.read(len(buffer))
        except (OSError, EOFError, error) as reason:
            self.broken = str(reason)
            return 0
        buffer[: len(piece)] = piece
        return len(piece)


class _Joined:
    """A stream whose first bytes were read already."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self.start, self.rest = start, rest

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes, the ones that were read first."""
        start, self.start = self.start, b""
        return start or self.rest.read(size)


def _pages(stream: BinaryIO) -> Iterator[_Page | str]:
    """Give each archived page, then the reason where the archive breaks off."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    unpacked = _Unpacked(stream)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(unpacked, record_types=wanted, parse_http=True), 1):
            page = _Page(record)
            yield page
            if not page.whole:
                yield f"the archive breaks off inside page {number}"
                return
    except (OSError, ValueError, RuntimeError, EOFError) as reason:
        yield f"the archive breaks off after page {number}: {' '.join(str(reason).split()) or reason!r}"
        return
    if unpacked.broken:
        yield f"the archive breaks off after page {number}: {unpacked.broken}"


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
