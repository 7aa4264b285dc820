"""Which lines of a report are headings, and which are about the report itself."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table

_MOST = 14  # words


def is_heading(body: str, start: int, end: int) -> bool:
    """Tell whether `body[start:end]` is a heading: a short line of its own without a full stop."""
    text = body[start:end]
    if not start or not text[-1:].isalnum() or not text[:1].isupper() or len(text.split()) > _MOST:
        return False
    return not body[:start].rstrip(" \t")[-1:].strip() and not body[end : end + 80].lstrip(" \t")[:1].strip()


def is_furniture(text: str) -> bool:
    """Tell whether a sentence is about the report itself: who made it, whom to write to."""
    return any(pattern.match(text) for pattern in _furniture())


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    """Read how sentences look that are about the report itself."""
    return tuple(re.compile(row["pattern"], re.I) for row in read_table("variation_furniture.tsv"))
