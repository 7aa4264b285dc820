"""A collection of 100,000 reports and 2 million claims: adding, filtering, sites, search: `python -m bench.collection`.

The collection is made of texts of the mixed corpus of the reference folder (of `examples/`, where that is absent): worked
into a small collection once, whose rows are then written again and again as other worlds, with other ids, days and places.
There are 97 wordings: every capitalised word is exchanged for another of its length, and every word that is not common for
another one of the texts, so that what is common stays common, and what is rare, rare. A text stands with the same words some
sixteen times, weeks apart, and some 1,600 times with others. It is kept in the folder that is named, to be measured again. What is measured
runs in a process of its own: the 95th hundredth of 200 calls each, its peak memory, and the same queries written by hand in
DuckDB over the same claims in Parquet, as ratios.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import re
import resource
import sqlite3
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evals.lineage.run import corpus
from evals.reference import NotHere

from bench.speed import texts as example_texts
from reportedly.claim import ClaimFilter
from reportedly.collect import Collection
from reportedly.event import EventType
from reportedly.identity import identify
from reportedly.read import read_text
from reportedly.report import Report

REPORTS, CLAIMS = 100_000, 2_000_000
CALLS = 200
ADDED = 4  # reports added one by one; the first, which loads the models and makes the index, is not timed
KINDS = (EventType.ATTACK, EventType.CASUALTIES, EventType.DEPART, EventType.TALKS, EventType.RULING)
WORDS = "port minister killed police court company ship talks army president people government party water".split()
BASE = 200  # texts that all others are made from
STRIDE = 1_000_000  # between the numbers of the rows of two worlds
OF_REPORTS = (
    "report",
    "reading",
    "pair",
    "derivation",
    "retelling",
    "family",
    "member",
    "mention",
    "mention_key",
    "akin",
)
OF_CLAIMS = ("claim", "support", "sighting")
NUMBERS = {  # columns that number rows
    *(("report", "number"), ("reading", "report"), ("retelling", "number"), ("mention", "number"), ("mention", "part")),
    *(("akin", "mention"), ("akin", "other")),
    *(("mention_key", "mention"), ("claim", "number"), ("claim", "part"), ("support", "claim")),
    *(("sighting", "number"), ("sighting", "claim")),
}
WORDINGS = 97  # in how many wordings a text stands
COMMON = 20  # texts, or mentions, from which a word, or a key, is common: it is the same in every wording
_MARKS = re.compile(r"(\b[a-z]{3}-[0-9a-f]{12}\b|\b20[0-4]\d-[01]\d-[0-3]\d|geonames:\d+)")
_WORDS = re.compile(r"((?<![\\\w])[A-Z][a-z]{3,32}\b|(?<![\\\w/=])[a-z]{5,32}\b(?![/=:-]|\":))")
_PLAIN = re.compile(r"\b[a-z]{5,32}\b")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def base_reports() -> list[Report]:
    """Give the texts that all others are made from, as reports."""
    try:
        found = [(key, text) for key, text in list(corpus()[0].items())[::2]][:BASE]
    except NotHere:
        found = [(row["id"], row["text"]) for row in example_texts()][:BASE]
    chance = random.Random(5)
    return [
        read_text(text, title=f"Report {key}", published=f"2024-03-{chance.randint(1, 28):02}", publisher="Gazette")
        for key, text in found
    ]


class Stock:
    """What the worlds are made of: the words and keys of the small collection that are exchanged."""

    def __init__(self, bodies: Sequence[str] = (), keys: Sequence[int] = ()) -> None:
        held = Counter(word for body in bodies for word in set(_PLAIN.findall(body)))
        values = {value for kind in StrEnum.__subclasses__() for value in kind.__members__.values()}
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(held):
            if held[word] < COMMON and word not in values:
                by_length[len(word)].append(word)
        self.others = {word: (alike, number) for alike in by_length.values() for number, word in enumerate(alike)}
        self.common_keys = {key for key, count in Counter(keys).items() if count >= COMMON}


class Wording:
    """The same texts in other words, every one as long as it was."""

    def __init__(self, number: int, stock: Stock) -> None:
        self._number = number
        self._stock = stock
        self._made: dict[str, str] = {}

    def reword(self, text: str) -> str:
        """Write text again with other words."""
        return _exchanged(_WORDS.split(text), self._made, self._make)

    def key(self, old: int) -> int:
        """Give the number that stands for a key of a mention."""
        return old if old in self._stock.common_keys else (old + self._number * 7_919) % (1 << 63)

    def _make(self, old: str) -> str:
        if old[0].islower():
            alike, place = self._stock.others.get(old, ((old,), 0))
            return alike[(place + 31 * self._number) % len(alike)]
        digest = blake2b(f"{self._number} {old}".encode(), digest_size=32).digest()
        return old[0] + "".join(_LETTERS[byte % 26] for byte in digest[: len(old) - 1])


class World:
    """The same reports with other ids, days and places."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.days = number % 600  # that it is later
        self._made: dict[str, str] = {}

    def move(self, parts: list[str]) -> str:
        """Write text again, of which every second part is a mark of one world."""
        return _exchanged(parts, self._made, self._make)

    def _make(self, old: str) -> str:
        if old[0].isdigit():
            try:
                return (date.fromisoformat(old) + timedelta(days=self.days)).isoformat()
            except ValueError:
                return old
        if old.startswith("geonames:"):
            return f"geonames:{int(old[9:]) + self.number // 10}"
        return f"{old[:12]}{self.number:04x}"  # in the order of the old ones: pairs have the lower id first


def _exchanged(parts: list[str], made: dict[str, str], make: Callable[[str], str]) -> str:
    """Write text again that was parted: every second part is exchanged."""
    for old in parts[1::2]:
        if old not in made:
            made[old] = make(old)
    again = parts.copy()
    again[1::2] = [made[old] for old in parts[1::2]]
    return "".join(again)


def fill(path: Path, reports: int, claims: int) -> None:
    """Make the collection: a small one first, then its rows for one world after the other, wording by wording."""
    base = path.with_suffix(".base.db")
    with Collection(str(base)) as held:
        if not held.holdings().reports:
            held.add_reports(base_reports())
    source = sqlite3.connect(base)
    Collection(str(path)).close()
    target = sqlite3.connect(path, isolation_level=None)
    target.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;")
    rows = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in (*OF_REPORTS, *OF_CLAIMS)}
    names = {table: [each[1] for each in source.execute(f"PRAGMA table_info({table})")] for table in rows}
    stock = _stock(source)
    worlds = int(max(reports / len(rows["report"]), claims / len(rows["claim"]))) + 1
    for number in range(min(WORDINGS, worlds)):
        wording = Wording(number, stock)
        worded = {
            table: [
                [_worded(name, value, wording) for name, value in zip(names[table], row, strict=True)] for row in told
            ]
            for table, told in rows.items()
        }
        for world in map(World, range(number, worlds, WORDINGS)):
            target.execute("BEGIN")
            with_reports = world.number * len(rows["report"]) < reports
            for table in (*(OF_REPORTS if with_reports else ()), *OF_CLAIMS):
                made = [
                    [_value(table, name, value, world) for name, value in zip(names[table], row, strict=True)]
                    for row in worded[table]
                ]
                marks = ", ".join("?" * len(names[table]))
                target.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", made)
            target.execute("COMMIT")
        print(f"made {number + 1} of {min(WORDINGS, worlds)} wordings of {worlds} worlds", flush=True)
    target.execute("ANALYZE")
    target.close()


def _stock(base: sqlite3.Connection) -> Stock:
    keys = [key for (key,) in base.execute("SELECT key FROM mention_key")]
    return Stock([report.body for report in base_reports()], keys)


def _worded(name: str, value: Any, wording: Wording) -> Any:
    """Write a value again in other words, parted at the marks of its world; what is deflated as a tuple."""
    if isinstance(value, str):
        return _MARKS.split(wording.reword(value))
    if isinstance(value, bytes):
        return tuple(_MARKS.split(wording.reword(zlib.decompress(value).decode())))
    return wording.key(value) if name == "key" else value


def _value(table: str, name: str, value: Any, world: World) -> Any:
    """Write a value again for another world."""
    if isinstance(value, tuple):
        return zlib.compress(world.move(list(value)).encode(), 1)
    if isinstance(value, list):
        if name == "digest":
            return blake2b(f"{world.number} {value}".encode(), digest_size=12).hexdigest()
        return world.move(value)
    if (table, name) == ("mention_key", "day"):
        return value + world.days if value else value
    return value + world.number * STRIDE if (table, name) in NUMBERS else value


def measure(path: Path, places: list[str], told: Any) -> None:
    """Time the calls, and tell the 95th hundredth of each in ms, with the most memory in MB."""
    chance = random.Random(3)
    calls: dict[str, Callable[[Collection], object]] = {
        "claims by type and origins": lambda held: held.claims(
            ClaimFilter(type=chance.choice(KINDS), origins=2), limit=50
        ),
        "claims by place": lambda held: held.claims(ClaimFilter(place=chance.choice(places)), limit=50),
        "claims by days": lambda held: held.claims(_days(chance), limit=50),
        "state of a site": lambda held: held.sites(chance.choice(places), on="2025-06-01", what=["ships"]),
        "search": lambda held: held.search(" ".join(chance.sample(WORDS, 2))),
    }
    with Collection(str(path), create=False) as held:
        found = {name: _hundredth([_timed(partial(call, held)) for _ in range(CALLS)]) for name, call in calls.items()}
        base = base_reports()
        stock = Stock([each.body for each in base])
        again = [
            replace(
                each,
                id=identify("report", path.stem, number, time.time_ns()),
                body=Wording(WORDINGS + number, stock).reword(each.body),
            )
            for number, each in enumerate(base[:ADDED])
        ]
        held.add_reports(again[:1])
        found["add a report"] = _hundredth([_timed(partial(held.add_reports, [report])) for report in again[1:]])
    found["most memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    told.send(found)


def _span(chance: random.Random) -> tuple[str, str]:
    first = date(2024, 3, 1) + timedelta(days=chance.randint(0, 500))
    return first.isoformat(), (first + timedelta(days=2)).isoformat()


def _days(chance: random.Random) -> ClaimFilter:
    since, until = _span(chance)
    return ClaimFilter(since=since, until=until)


def _timed(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return (time.perf_counter() - before) * 1e3


def _hundredth(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * len(times))]


def write_parquet(path: Path, parquet: Path) -> None:
    """Write the claims, column by column, as a person would to query them by hand."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    columns = ("id", "rank", "type", "place_name", "start", "end", "origins", "summary", "words")
    source = sqlite3.connect(path)
    rows = source.execute(f"SELECT {', '.join(map(_quoted, columns))} FROM claim ORDER BY number")
    writer = None
    while part := rows.fetchmany(100_000):
        table = pa.table(dict(zip(columns, map(list, zip(*part, strict=True)), strict=True)))
        writer = writer or ParquetWriter(parquet, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def _quoted(name: str) -> str:
    return f'"{name}"'


def by_hand(path: Path, places: list[str], told: Any) -> None:
    """Time the same queries written by hand in DuckDB over the claims in Parquet."""
    import duckdb

    chance = random.Random(3)
    database = duckdb.connect(config={"threads": 2})
    table = f"read_parquet('{path}')"
    best = "ORDER BY rank LIMIT 50"
    queries: dict[str, Callable[[], tuple[str, list[Any]]]] = {
        "claims by type and origins": lambda: ("type = ? AND origins >= 2", [chance.choice(KINDS).value]),
        "claims by place": lambda: ("place_name = ?", [chance.choice(places).casefold()]),
        "claims by days": lambda: ('coalesce("end", start) >= ? AND start <= ?', list(_span(chance))),
        "search": lambda: ("words ILIKE ? AND words ILIKE ?", [f"%{word}%" for word in chance.sample(WORDS, 2)]),
    }
    found: dict[str, float] = {}
    for name, make in queries.items():
        times = []
        for _ in range(CALLS // 10):
            where, values = make()
            query = f"SELECT id, rank, summary FROM {table} WHERE {where} {best}"
            times.append(_timed(partial(_fetch, database, query, values)))
        found[name] = _hundredth(times)
    told.send(found)


def _fetch(database: Any, query: str, values: list[Any]) -> object:
    return database.execute(query, values).fetchall()


def _apart(target: Callable[..., None], *arguments: object) -> dict[str, float]:
    """Run something in a process of its own and give what it sends."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(*arguments, sender))
    process.start()
    sender.close()
    found: dict[str, float] = receiver.recv()
    process.join()
    return found


def main() -> None:
    """Make the collection where it is not there, and measure it."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path, nargs="?", default=Path("out/bench"))
    arguments.add_argument("--reports", type=int, default=REPORTS)
    arguments.add_argument("--claims", type=int, default=CLAIMS)
    asked = arguments.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    path = asked.folder / "large.db"
    if not path.exists():
        fill(path, asked.reports, asked.claims)
    places = [name for (name,) in sqlite3.connect(path).execute("SELECT DISTINCT name FROM sighting LIMIT 500")]
    ours = _apart(measure, path, places)
    parquet = path.with_suffix(".parquet")
    if not parquet.exists():
        write_parquet(path, parquet)
    theirs = _apart(by_hand, parquet, places)
    print(f"{'95th hundredth of the calls, ms':<34}{'ours':>10}{'DuckDB':>10}{'ratio':>8}")
    for name, value in ours.items():
        other = theirs.get(name)
        print(f"{name:<34}{value:10.1f}" + (f"{other:10.1f}{value / other:8.2f}" if other else ""))


if __name__ == "__main__":
    main()
