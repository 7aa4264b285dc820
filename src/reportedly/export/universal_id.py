"""Ids that formats with their own rules accept: made from ours, the same everywhere, no clock and no chance in them."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

TERMS = "urn:x-reportedly:"  # what our own words are called in formats that name words by address
_SPACE = uuid5(NAMESPACE_URL, TERMS)


def universal_id(kind: str, *keys: object) -> str:
    """Make a version 5 UUID from a kind and one of our ids, or whatever else tells a thing apart.

    >>> universal_id("claim", "cla-1") == universal_id("claim", "cla-1")
    True
    >>> universal_id("claim", "a", "b") == universal_id("claim", "a b")
    False
    """
    name = "\x1f".join([kind, *("\x00" if key is None else str(key) for key in keys)])
    return str(uuid5(_SPACE, name.encode("utf-8", "backslashreplace").decode("utf-8")))


def urn(kind: str, *keys: object) -> str:
    """Give the same as an address.

    >>> urn("report", "rep-1").startswith("urn:uuid:")
    True
    """
    return f"urn:uuid:{universal_id(kind, *keys)}"
