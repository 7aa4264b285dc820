"""Which words of the stories name a happening, and of which kind: `python tools/kinds/happenings.py` checks all files.

A row of `happenings/X.tsv` is of a line of `tools/pairs/stories/X.jsonl`: `STORY.LINE<tab>word:kind word:kind`, or `-`; one of `lines/X.tsv`
has the line itself in front. Of a word that stands in the line more than once, `word#2` is the second.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reportedly.analyse.event_kind import KINDS

HERE = Path(__file__).parent
STORIES = HERE.parent / "pairs" / "stories"
TOGETHER = 24  # of them read as one report
_ROW = re.compile(r"(\d+)\.(\d+)\t(.+)")
_WORD = re.compile(r"(.+?)(?:#(\d))?:([a-z]+)")


class Line(NamedTuple):
    """A line of a story, and where in it a word names a happening of which of KINDS."""

    text: str
    named: tuple[tuple[int, int, int], ...]  # start, end, kind


def read_lines(author: str) -> Iterator[list[Line]]:
    """Give the lines of each story of an author.

    Raises:
        ValueError: a row is of no line, or names a word that is not in it; the message names it.
    """
    rows = {}
    for row in (HERE / "happenings" / f"{author}.tsv").read_text(encoding="utf-8").splitlines():
        match = _ROW.fullmatch(row)
        if match is None:
            raise ValueError(f"{author}: {row}")
        rows[int(match[1]), int(match[2])] = match[3]
    for number, story in enumerate((STORIES / f"{author}.jsonl").read_text(encoding="utf-8").splitlines()):
        texts = [" ".join(text.split()) for text in json.loads(story)["lines"]]
        yield [Line(text, tuple(_named(text, rows[number, n], author))) for n, text in enumerate(texts)]


def read_rows(author: str) -> Iterator[list[Line]]:
    """Give the lines of no story that an author wrote, some at a time.

    Raises:
        ValueError: a row names a word that is not in its line; the message names it.
    """
    rows = (HERE / "lines" / f"{author}.tsv").read_text(encoding="utf-8").splitlines()
    lines = [Line(text, tuple(_named(text, told, author))) for text, told in (row.split("\t") for row in rows)]
    for start in range(0, len(lines), TOGETHER):
        yield lines[start : start + TOGETHER]


def read_all() -> Iterator[tuple[str, list[Line]]]:
    """Give all stories and all other lines, each with its name."""
    for folder, read in (("happenings", read_lines), ("lines", read_rows)):
        for path in sorted((HERE / folder).glob("*.tsv")):
            yield from ((f"{path.stem}{number}", lines) for number, lines in enumerate(read(path.stem)))


def _named(text: str, row: str, author: str) -> Iterator[tuple[int, int, int]]:
    names = [kind.value if kind else "" for kind in KINDS]
    for told in row.split() if row != "-" else ():
        match = _WORD.fullmatch(told)
        spots = list(re.finditer(rf"(?<!\w){re.escape(match[1])}(?!\w)", text)) if match else []
        number = int(match[2] or 1) if match else 0
        if match is None or len(spots) < number or match[3] not in names:
            raise ValueError(f"{author}: {told!r} in: {text}")
        yield *spots[number - 1].span(), names.index(match[3])


if __name__ == "__main__":
    every = list(read_all())
    told = [line.named for _, lines in every for line in lines]
    sys.stdout.write(f"{len(every)} stories, {len(told)} lines, {sum(map(len, told))} happenings\n")
