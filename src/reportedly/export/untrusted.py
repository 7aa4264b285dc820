"""Words of reports made fit for formats that cannot hold every character; none of it changes what can be read."""

from __future__ import annotations

import re

# Source: XML 1.0, fifth edition, 2.2: what is no Char. Marks of direction are characters like any other and stay.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"
)


def drop_forbidden(text: str) -> str:
    """Leave out the characters that XML forbids.

    >>> drop_forbidden("a\\x00b\\x1b[0m\\tc")
    'ab[0m\\tc'
    """
    return _NOT_XML.sub("", text)


def mend(text: str) -> str:
    """Put U+FFFD for each half of a surrogate pair, which UTF-8 has no bytes for; offsets stay as they are.

    >>> mend("a\\ud800b") == "a\\ufffdb"
    True
    """
    return _LONE.sub("\ufffd", text)


def web_address(text: str | None) -> str | None:
    """Give an address of the web as it is; None for anything else, such as a script.

    >>> web_address("javascript:alert(1)"), web_address("https://news.example/a")
    (None, 'https://news.example/a')
    """
    return text if text and _ADDRESS.fullmatch(text) else None
