"""Patterns over the words of pages, kept as data: one alternative a line."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give the pattern `name` of `furniture_patterns.tsv`, whatever the case of the letters it meets."""
    rows = [row["pattern"] for row in read_table("furniture_patterns.tsv") if row["name"] == name]
    return re.compile("|".join(f"(?:{row})" for row in rows), re.I)
