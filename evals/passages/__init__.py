"""Short passages that we wrote ourselves, with what happened, where, when, with what: `python -m evals.passages FILE...`.

`open` was read while the rules were written and guards them; `aside` was not, and says what they are worth.
The format and the conventions stand in README.md beside this file. All passages of a part go through the installed
command at once, each as a report of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evals.reference import COMMAND
from reportedly.event import EventType

HERE = Path(__file__).parent
PARTS = ("open", "general", "aside")
TOLD_PARTS = (*PARTS, "oblique", "oblique_aside")  # those whose events are wanted; the last two want nothing else
ROLES = ("place", "origin", "destination", "via")
_TYPES = frozenset(EventType)
_MARK = re.compile(r"#(\d+)$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_KEYS = {
    "passage": {"id", "published", "text", "metaphor", "events", "places", "times"},
    "event": {
        *("type", "at", "optional", "actor", "target", *ROLES, "start", "end", "polarity", "factuality", "planned"),
        *("assets", "quantities"),
    },
    "place": {"at", "use", "lat", "lon", "km", "nowhere"},
    "time": {"at", "value"},
    "asset": {"at", "name", "category", "min", "max"},
    "quantity": {"at", "what", "min", "max"},
}
Spot = tuple[int, int]


class BadPassage(Exception):
    """A passage that contradicts itself; the message names it and the words."""


@dataclass(frozen=True)
class Passage:
    """A passage with what is wanted of it; None where it does not ask."""

    id: str
    part: str
    text: str
    published: str | None
    metaphor: bool
    events: tuple[dict[str, Any], ...] | None
    places: tuple[dict[str, Any], ...] | None
    times: tuple[dict[str, Any], ...] | None


def load(path: Path) -> Iterator[Passage]:
    """Read the passages of a file.

    Raises:
        BadPassage: words that are not in the text or stand in it more than once, a key or a value that there is not.
    """
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
        name = f"{path.stem}/{row['id']}"
        _check_keys(row, "passage", name)
        text = row["text"].strip("\n")
        yield Passage(
            id=name,
            part=path.parent.name,
            text=text,
            published=row.get("published"),
            metaphor=row.get("metaphor", False),
            events=tuple(_event(each, text, name) for each in row["events"]) if "events" in row else None,
            places=tuple(_spotted(each, "place", text, name) for each in row["places"]) if "places" in row else None,
            times=tuple(_spotted(each, "time", text, name) for each in row["times"]) if "times" in row else None,
        )


@cache
def passages(part: str) -> tuple[Passage, ...]:
    """Read all passages of a part."""
    return tuple(each for path in sorted((HERE / part).glob("*.toml")) for each in load(path))


def _check_keys(row: dict[str, Any], kind: str, name: str) -> None:
    if strange := sorted(row.keys() - _KEYS[kind]):
        raise BadPassage(f"{name}: a {kind} has no {', '.join(strange)}")


def _event(row: dict[str, Any], text: str, name: str) -> dict[str, Any]:
    found = _spotted(row, "event", text, name)
    if row["type"] not in _TYPES - {"state", "other"}:
        raise BadPassage(f"{name}: {row['type']!r} is no type of event")
    for role in ROLES:
        words = row.get(role, [])
        found[role] = [find(each, text, name) for each in ([words] if isinstance(words, str) else words)]
    days = [row[key] for key in ("start", "end") if key in row]
    if days != sorted(days) or not all(_DAY.match(day) for day in days):
        raise BadPassage(f"{name}: {' to '.join(days)} is no stretch of days")
    for key, kind in (("assets", "asset"), ("quantities", "quantity")):
        found[key] = [_spotted(each, kind, text, name) for each in row.get(key, [])]
    return found


def _spotted(row: dict[str, Any], kind: str, text: str, name: str) -> dict[str, Any]:
    _check_keys(row, kind, name)
    return {**row, "spot": find(row["at"], text, name)}


def find(words: str, text: str, name: str) -> Spot:
    """Give where `words` stand in the text; 'Moscow#2' is the second Moscow."""
    mark = _MARK.search(words)
    bare = words[: mark.start()] if mark else words
    spots = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
    if len(spots) != 1 and not mark:
        raise BadPassage(f"{name}: {bare!r} stands {len(spots)} times in the text; it should once")
    number = int(mark[1]) if mark else 1
    if number > len(spots):
        raise BadPassage(f"{name}: there is no {words!r} in the text")
    return spots[number - 1]


@cache
def analysed(part: str) -> dict[str, dict[str, Any]]:
    """Give the installed command's reading of each passage of a part, by its id."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "passages.jsonl"
        rows = [{"id": each.id, "text": each.text, "published": each.published} for each in passages(part)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [COMMAND, "analyse", str(path), "--as-is", "--format", "jsonl"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"the command ended with {done.returncode}: {done.stderr[-400:]}")
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    return {reading["report"]["id"]: reading for reading in readings}


def meet(one: Spot, other: Spot) -> bool:
    """Tell whether two stretches of text share a character."""
    return one[0] < other[1] and other[0] < one[1]


def spot(span: dict[str, Any]) -> Spot:
    """Give a printed span as a spot; one in a title, which passages have none of, meets nothing."""
    return (span["start"], span["end"]) if span.get("field", "body") == "body" else (-1, -1)
