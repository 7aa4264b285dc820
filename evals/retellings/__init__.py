"""Stories that we wrote ourselves, each with retellings and what changed in them: `python -m evals.retellings FILE...`.

`open` was read while the rules were written and guards them; `aside` was not, and says what they are worth.
The format and the conventions stand in README.md beside this file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.lineage import Drift, Relation, VariationKind

HERE = Path(__file__).parent
PARTS = ("open", "aside", "wide", "wide_aside")
_LINE = re.compile(r"(?P<from>-|\d+(?:\+\d+)*)\| ?(?P<words>.+)$")
_KEYS = {
    "story": {"original", "retelling"},
    "original": {"title", "publisher", "published", "text"},
    "retelling": {"id", "kind", "title", "publisher", "published", "text", "changes"},
    "change": {"kind", "was", "now", "direction", "optional", "field"},
}
Spot = tuple[int, int]


class BadStory(Exception):
    """A story that contradicts itself; the message names the text and the words."""


@dataclass(frozen=True)
class Text:
    """A report with its sentences: where each stands in the body and from which of the original's it was made."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    body: str
    sentences: tuple[Spot, ...]
    sources: tuple[tuple[int, ...], ...]  # numbers of the original's sentences, from 0; () for its own

    @property
    def row(self) -> dict[str, Any]:
        """Give the report as a line of input."""
        known = {"title": self.title, "publisher": self.publisher, "published": self.published}
        return {"id": self.id, "text": self.body} | {key: value for key, value in known.items() if value}


@dataclass(frozen=True)
class Change:
    """A change of meaning; spots are None where that side says nothing or the words are the title's."""

    kinds: tuple[VariationKind, ...]
    was: str | None
    now: str | None
    was_at: Spot | None
    now_at: Spot | None
    direction: Drift | None
    optional: bool
    title: bool


@dataclass(frozen=True)
class Retold:
    """A retelling, or another outlet's own report of the same happening."""

    text: Text
    kind: Relation
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Story:
    """An original with its retellings."""

    name: str
    original: Text
    retellings: tuple[Retold, ...]


def load(path: Path) -> Story:
    """Read a story.

    Raises:
        BadStory: words that are not in the text or stand in it more than once, a key, number or value that there is not.
    """
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    _check_keys(row, "story", path.stem)
    original = _text(row["original"], "original", path.stem, None)
    retellings = tuple(_retold(each, original, path.stem) for each in row["retelling"])
    ids = [each.text.id for each in retellings]
    if len(set(ids)) != len(ids):
        raise BadStory(f"two retellings have one id: {', '.join(ids)}")
    return Story(path.stem, original, retellings)


@cache
def stories(part: str) -> tuple[Story, ...]:
    """Read all stories of a part."""
    return tuple(load(path) for path in sorted((HERE / part).glob("*.toml")))


def _check_keys(row: dict[str, Any], kind: str, name: str) -> None:
    if strange := sorted(row.keys() - _KEYS[kind]):
        raise BadStory(f"{name}: a {kind} has no {', '.join(strange)}")


def _text(row: dict[str, Any], kind: str, name: str, original: Text | None) -> Text:
    """Join the lines of a text; sentences of a paragraph are separated by a space."""
    _check_keys(row, kind, name)
    name = f"{name}/{row.get('id', kind)}"
    body, spots, sources = "", [], []
    for number, (gap, line) in enumerate(_lines(row["text"])):
        found = _LINE.match(line)
        if not found:
            raise BadStory(f"{name}: {line[:40]!r} does not start with a number or '-' and a bar")
        numbers = () if found["from"] == "-" else tuple(int(each) - 1 for each in found["from"].split("+"))
        if original is None and numbers != (number,):
            raise BadStory(f"{name}: {line[:40]!r} should be numbered {number + 1}")
        if original is not None and not all(0 <= each < len(original.sentences) for each in numbers):
            raise BadStory(f"{name}: {line[:40]!r} names a sentence that the original does not have")
        body += gap if body else ""
        spots.append((len(body), len(body) + len(found["words"].rstrip())))
        sources.append(() if original is None else numbers)
        body += found["words"].rstrip()
    return Text(
        id=name,
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=row.get("published"),
        body=body,
        sentences=tuple(spots),
        sources=tuple(sources),
    )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Give each line with what separates it from the one before: a space, or an empty line."""
    gap = ""
    for line in text.strip("\n").split("\n"):
        if line.strip():
            yield gap, line.strip()
            gap = " "
        else:
            gap = "\n\n"


def _retold(row: dict[str, Any], original: Text, name: str) -> Retold:
    text = _text(row, "retelling", name, original)
    changes = tuple(_change(each, original, text) for each in row.get("changes", []))
    kind = Relation(row["kind"])
    if kind is Relation.SAME_STORY and (changes or any(text.sources)):
        raise BadStory(f"{text.id}: another outlet's own report has no changes and no sentence of the original")
    return Retold(text, kind, changes)


def _change(row: dict[str, Any], original: Text, text: Text) -> Change:
    _check_keys(row, "change", text.id)
    title = row.get("field") == "title"
    was, now = row.get("was"), row.get("now")
    if was is None and now is None:
        raise BadStory(f"{text.id}: a {row['kind']} tells no words")
    for words, side in ((was, original), (now, text)):
        if title and words is not None and words not in f"{side.title}\n{side.body}":
            raise BadStory(f"{text.id}: {words!r} stands neither in the title nor in the text of {side.id}")
    direction = row.get("direction")
    return Change(
        kinds=tuple(VariationKind(each) for each in row["kind"].split("|")),
        was=was,
        now=now,
        was_at=None if was is None or title else find(was, original),
        now_at=None if now is None or title else find(now, text),
        direction=Drift(direction) if direction else None,
        optional=row.get("optional", False),
        title=title,
    )


def find(words: str, text: Text) -> Spot:
    """Give where `words` stand in the body."""
    if (times := text.body.count(words)) != 1:
        raise BadStory(f"{text.id}: {words!r} stands {times} times in the text; it should once")
    start = text.body.index(words)
    return start, start + len(words)
