"""Sentences whose words of war, movement, disaster or crime are meant or are figures of speech.

`lexicon.tsv` and `tune.tsv` were looked at while rules and weights were set; `judge.tsv`, with other words, was not.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("tune", "judge")


@dataclass(frozen=True)
class Sentence:
    """A sentence, with the word that is asked about."""

    text: str
    start: int
    end: int
    literal: bool


def read_rows(name: str) -> list[dict[str, str]]:
    """Read one table of sentences."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        return list(csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE))


def sentences(name: str) -> Iterator[Sentence]:
    """Give the sentences of one table, in order."""
    for row in read_rows(name):
        start = row["sentence"].find(row["at"])
        if start < 0 or row["use"] not in ("figure", "literal"):
            raise ValueError(f"{name}: {row}")
        yield Sentence(row["sentence"], start, start + len(row["at"]), row["use"] == "literal")
