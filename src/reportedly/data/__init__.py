"""Word lists and tables: facts kept as data, read once, each with its origin in `sources.toml`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Read the tab-separated table `name`: one row a line, the first line its columns.

    Lines that start with `#` are remarks.
    """
    text = (files(__name__) / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def read_words(name: str) -> frozenset[str]:
    """Read the list `name`: one word or phrase a line, lower case."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
