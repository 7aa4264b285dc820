"""A collection of 100,000 reports and 2 million claims: adding, filtering, sites, search: `python -m bench.collection`.

The collection is made of texts of the mixed corpus of the reference folder (of `examples/`, where that is absent): worked
into a small collection once, whose rows are then written again and again with every capitalised word exchanged for another of
its length, with other ids, days and places. It is kept in the folder that is named, to be measured again. What is measured
runs in a process of its own: the 95th hundredth of 200 calls each, its peak memory, and the same queries written by hand in
DuckDB over the same claims in Parquet, as ratios.
"""

from __future__ import annotations

import random
import re
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evals.lineage.run import corpus
from evals.reference import NotHere

from bench.speed import texts as example_texts
from reportedly.collect import Collection
from reportedly.read import read_text
from reportedly.report import Report

REPORTS, CLAIMS = 100_000, 2_000_000
CALLS = 200
BASE = 200  # texts that all others are made from
STRIDE = 1_000_000  # between the numbers of the rows of two worlds
OF_REPORTS = ("report", "reading", "pair", "derivation", "retelling", "family", "member", "mention", "mention_key")
OF_CLAIMS = ("claim", "support", "sighting")
NUMBERS = {  # columns that number rows
    *(("report", "number"), ("reading", "report"), ("retelling", "number"), ("mention", "number"), ("mention", "part")),
    *(("mention_key", "mention"), ("claim", "number"), ("claim", "part"), ("support", "claim")),
    *(("sighting", "number"), ("sighting", "claim")),
}
_EXCHANGED = re.compile(
    r"(\b[a-z]{3}-[0-9a-f]{12}\b|\b20[0-4]\d-[01]\d-[0-3]\d|geonames:\d+|(?<![\\\w])[A-Z][a-z]{3,32}\b)"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def base_reports() -> list[Report]:
    """Give the texts that all others are made from, as reports."""
    try:
        found = [(key, text) for key, text in list(corpus()[0].items())[:: 2]][:BASE]
    except NotHere:
        found = [(row["id"], row["text"]) for row in example_texts()][:BASE]
    chance = random.Random(5)
    return [
        read_text(text, title=f"Report {key}", published=f"2024-03-{chance.randint(1, 28):02}", publisher="Gazette")
        for key, text in found
    ]


class World:
    """Another world: the same reports with other names, ids, days and places, every text as long as it was."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._made: dict[str, str] = {}

    def exchanged(self, parts: list[str]) -> str:
        """Write text again that was parted: every second part is exchanged."""
        made = self._made
        for old in parts[1::2]:
            if old not in made:
                made[old] = self._make(old)
        again = parts.copy()
        again[1::2] = [made[old] for old in parts[1::2]]
        return "".join(again)

    def _make(self, old: str) -> str:
        if old[0].isdigit():
            try:
                return (date.fromisoformat(old) + timedelta(days=self.number % 600)).isoformat()
            except ValueError:
                return old
        if old.startswith("geonames:"):
            return f"geonames:{int(old[9:]) + self.number // 10}"
        digest = blake2b(f"{self.number if '-' in old else self.number % 97} {old}".encode(), digest_size=32)
        if "-" in old:
            return f"{old[:4]}{digest.hexdigest()[:12]}"
        return old[0] + "".join(_LETTERS[byte % 26] for byte in digest.digest()[: len(old) - 1])


def fill(path: Path, reports: int, claims: int) -> None:
    """Make the collection: a small one first, then its rows for one world after the other."""
    base = path.with_suffix(".base.db")
    with Collection(str(base)) as held:
        if not held.holdings().reports:
            held.add_reports(base_reports())
    source = sqlite3.connect(base)
    Collection(str(path)).close()
    target = sqlite3.connect(path, isolation_level=None)
    target.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;")
    rows = {
        table: [[_parted(value) for value in row] for row in source.execute(f"SELECT * FROM {table}")]
        for table in (*OF_REPORTS, *OF_CLAIMS)
    }
    names = {table: [each[1] for each in source.execute(f"PRAGMA table_info({table})")] for table in rows}
    worlds = max(reports / len(rows["report"]), claims / len(rows["claim"]))
    for world in range(int(worlds) + 1):
        target.execute("BEGIN")
        other = World(world)
        with_reports = world * len(rows["report"]) < reports
        for table in (*(OF_REPORTS if with_reports else ()), *OF_CLAIMS):
            made = [_row(table, names[table], row, other) for row in rows[table]]
            marks = ", ".join("?" * len(names[table]))
            target.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", made)
        target.execute("COMMIT")
        if world % 50 == 0:
            print(f"made {world} of {worlds:.0f} worlds", flush=True)
    target.execute("ANALYZE")
    target.close()


def _parted(value: Any) -> Any:
    """Part text, and text that is deflated, into what stays and what is exchanged; give what is no text as it is."""
    if isinstance(value, str):
        return _EXCHANGED.split(value)
    return tuple(_EXCHANGED.split(zlib.decompress(value).decode())) if isinstance(value, bytes) else value


def _row(table: str, names: Sequence[str], row: Sequence[Any], world: World) -> list[Any]:
    """Write a row again for another world."""
    return [_value(table, name, value, world) for name, value in zip(names, row, strict=True)]


def _value(table: str, name: str, value: Any, world: World) -> Any:
    if isinstance(value, tuple):
        return zlib.compress(world.exchanged(list(value)).encode(), 1)
    if isinstance(value, list):
        if name == "digest":
            return blake2b(f"{world.number} {value}".encode(), digest_size=12).hexdigest()
        return world.exchanged(value)
    if name == "key":  # of what is exchanged in every world: a third of the keys
        return value if value % 3 else (value + world.number * 7_919) % (1 << 63)
    return value + world.number * STRIDE if (table, name) in NUMBERS else value
