"""Which lines of a report are headings."""

from __future__ import annotations

_MOST = 14  # words


def is_heading(body: str, start: int, end: int) -> bool:
    """Tell whether `body[start:end]` is a heading: a short line of its own without a full stop."""
    text = body[start:end]
    if not start or not text[-1:].isalnum() or not text[:1].isupper() or len(text.split()) > _MOST:
        return False
    return not body[:start].rstrip(" \t")[-1:].strip() and not body[end : end + 80].lstrip(" \t")[:1].strip()
