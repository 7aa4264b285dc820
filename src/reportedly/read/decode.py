"""Bytes to text: byte-order marks, UTF-8, UTF-16, a declared character set, and the refusal of what is no text."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PROLOGUE = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_SAMPLE_BYTES = 65_536
# Control characters that no text editor writes; a few stray ones in a page are borne.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\x1b\x00") + b"\x7f"
_BINARY_SHARE = 0.02


def decode(raw: bytes, declared: str | None = None) -> str:
    """Give the text that `raw` holds, without its byte-order mark and without NUL characters.

    Args:
        raw: the input's bytes.
        declared: the character set that the input's carrier named, used where the bytes are not UTF-8.

    Raises:
        UnreadableInput: the bytes are not text.
    """
    refuse_binary(raw)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace").replace("\x00", "")
    wide = _wide(raw)
    text = raw.decode(wide, "replace") if wide else _decode_narrow(raw, declared)
    return text.replace("\x00", "")


def refuse_binary(raw: bytes) -> None:
    """Raise UnreadableInput where `raw` is not text."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise UnreadableInput(f"it is {what}, not text")
    sample = raw[:_SAMPLE_BYTES]
    if raw.startswith(tuple(mark for mark, _ in _MARKS)) or not sample or _wide(raw):
        return
    odd = len(sample) - len(sample.translate(None, _CONTROLS + b"\x00"))
    if odd > max(2, _BINARY_SHARE * len(sample)):
        raise UnreadableInput("it is binary data, not text")


def _wide(raw: bytes) -> str | None:
    """Name the UTF-16 form that unmarked bytes are in: nearly every second byte of them is NUL."""
    sample = raw[:4096]
    even, odd = sample[::2], sample[1::2]
    if len(sample) < 8:
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _decode_narrow(raw: bytes, declared: str | None) -> str:
    """Decode bytes that are not UTF-16: as UTF-8 where they are, else as declared, else as Windows-1252."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name = _known(declared) or _known(_declared_in(raw))
    if name and name != "utf-8":
        return raw.decode(name, "replace")
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    # A UTF-8 text with a broken character here and there has far more whole ones than broken ones.
    return text if good > bad else raw.decode("cp1252", "replace")


def _declared_in(raw: bytes) -> str | None:
    """Give the character set that a page or an XML prologue names near its start."""
    match = _PROLOGUE.search(raw[:400]) or _CHARSET.search(raw[:4096])
    return match.group(1).decode("ascii") if match else None


def _known(name: str | None) -> str | None:
    """Give Python's name of a text encoding, None where there is none such."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip())
    except LookupError:
        return None
    # As browsers do, Latin-1 means Windows-1252; codecs that do not make text are refused.
    if not getattr(found, "_is_text_encoding", True):
        return None
    return "cp1252" if found.name in {"iso8859-1", "ascii"} else found.name
