"""One input, whatever it is, to its reports."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import UnreadableInput
from reportedly.read.decode import decode
from reportedly.read.folder import list_files
from reportedly.read.form import Form, tell_form, tell_text_form
from reportedly.read.told import Told
from reportedly.report import Report, Unread

_LARGEST_UNPACKED_BYTES = 200_000_000  # a small file may unpack to more than the memory holds
# Of markup: a page of this size takes over a minute, and a small file may unpack to many times as much.
_LARGEST_PAGE_CHARACTERS = 10_000_000


def read_source(path: str, *, as_is: bool, stdin: BinaryIO | None) -> Iterator[Report | Unread]:
    """Give the reports of a file, a folder, or standard input ('-')."""
    if path == "-":
        if stdin is None:
            yield Unread(path=path, reason="there is no standard input")
        else:
            yield from _read_stream(stdin, path, as_is)
    elif _is_folder(path):
        for member in list_files(path):
            if isinstance(member, Unread):
                yield member
            else:
                yield from _read_file(member, as_is)
    else:
        yield from _read_file(path, as_is)


def _is_folder(path: str) -> bool:
    """Tell whether a path names a folder; one that is no path at all is told by the attempt to open it."""
    try:
        return bool(path) and Path(path).is_dir()
    except OSError:  # such as a name that is too long
        return False


def _read_file(path: str, as_is: bool) -> Iterator[Report | Unread]:
    if not path:
        yield Unread(path=path, reason="an empty name names no file")
        return
    if path.lower().endswith(".toml"):
        yield Unread(path=path, reason="a .toml file holds no report; a watch file is named with --watch")
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below; `try` holds the one call that fails
    except (OSError, ValueError) as error:
        yield Unread(path=path, reason=_reason(error))
        return
    with stream:
        yield from _read_stream(stream, path, as_is)


def _reason(error: OSError | ValueError) -> str:
    """Say in one line why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "the file may not be read by this user"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _read_stream(stream: BinaryIO, path: str, as_is: bool) -> Iterator[Report | Unread]:
    """Read a whole stream, save an archive, which is read page by page."""
    try:
        if tell_form(path, b"") is Form.WARC:
            from reportedly.read.warc import read_warc

            yield from read_warc(stream, path, as_is=as_is)
            return
        yield from _read_bytes(stream.read(), path, as_is)
    except UnreadableInput as error:
        yield Unread(path=path, reason=str(error))
    except OSError as error:
        yield Unread(path=path, reason=_reason(error))


def _read_bytes(raw: bytes, path: str, as_is: bool) -> Iterator[Report | Unread]:
    if not raw.strip():
        raise UnreadableInput("the input is empty")
    form = tell_form(path, raw)
    if form is Form.GZIP:
        raw = _unpack(raw)
        form = tell_form(path.removesuffix(".gz"), raw)
        if form is Form.GZIP or raw.startswith(b"\x1f\x8b"):
            raise UnreadableInput("the gzip file holds another gzip file: unpack it once and hand that in")
    if form is Form.WARC:
        from reportedly.read.warc import read_warc

        yield from read_warc(BytesIO(raw), path, as_is=as_is)
    elif form is Form.FEED:
        from reportedly.read.feed import read_feed

        yield from read_feed(raw, Told(path=path), as_is=as_is)
    elif form is Form.JSONL:
        from reportedly.read.jsonl import read_jsonl

        yield from read_jsonl(decode(raw), path, as_is=as_is)
    else:
        text = decode(raw)
        if not as_is and _is_json(text):
            raise UnreadableInput("it is JSON, but not one report's object on each line")
        yield from read_words(text, Told(path=path), as_is=as_is, form=form)


def _is_json(text: str) -> bool:
    """Tell whether a text is one JSON list or object, over however many lines."""
    if not text.lstrip().startswith(("[", "{")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unpack(raw: bytes) -> bytes:
    """Give what a gzip file holds.

    Raises:
        UnreadableInput: it is broken, or unpacks to more than any report is long.
    """
    try:
        with gzip.open(BytesIO(raw)) as packed:
            words = packed.read(_LARGEST_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInput(f"the gzip file is broken: {error}") from error
    if len(words) > _LARGEST_UNPACKED_BYTES:
        raise UnreadableInput(f"the gzip file unpacks to more than {_LARGEST_UNPACKED_BYTES:,} bytes")
    return words


def read_words(text: str, told: Told, *, as_is: bool, form: Form | None = None) -> Iterator[Report]:
    """Give the reports of a text or a page.

    Raises:
        UnreadableInput: there is no text, or more than any report is long.
    """
    if not text.strip():
        raise UnreadableInput("the input holds no words")
    if (form or tell_text_form(text)) is Form.HTML:
        if len(text) > _LARGEST_PAGE_CHARACTERS:
            raise UnreadableInput(
                f"one page of {len(text):,} characters; at most {_LARGEST_PAGE_CHARACTERS:,} are read"
            )
        from reportedly.read.html import read_html

        yield from read_html(text, told, as_is=as_is)
    else:
        from reportedly.read.plain import read_plain

        yield from read_plain(text, told, as_is=as_is)
