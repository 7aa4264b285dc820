"""Reports that we wrote ourselves with every attribution in them: `python -m evals.cases FILE...` checks them.

`open` was read while the rules were written and guards them; `aside` was not, and says what they are worth.
The format stands in README.md beside this file. Each case is sent through the installed command as a user's would be.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from evals.reference import COMMAND

HERE = Path(__file__).parent
PARTS = ("open", "aside")
WORD = re.compile(r"\w+")
DEFAULTS = {"basis": "statement", "certainty": "certain", "polarity": "affirmed", "stance": "asserts"}
Spot = tuple[str, int, int]  # field, start, end


class BadCase(Exception):
    """A case that contradicts itself; the message names the file and the words."""


@dataclass(frozen=True)
class Wanted:
    """One attribution of a case: where it stands, and what each field should say."""

    source: Spot | None
    cue: Spot
    content: tuple[Spot, ...]
    fields: dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A report of ours with its attributions."""

    id: str
    part: str
    report: dict[str, str]
    wanted: tuple[Wanted, ...] = field(default=())


def load(path: Path) -> Case:
    """Read one case.

    Raises:
        BadCase: words that are not in the report, or stand in it more than once where they must not.
    """
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    text = record["text"].strip("\n")
    report = {key: record[key] for key in ("id", "title", "published", "publisher") if key in record} | {"text": text}
    wanted = tuple(_wanted(row, report, path.name) for row in record.get("attribution", []))
    return Case(record["id"], path.parent.name, report, wanted)


@cache
def cases(part: str) -> tuple[Case, ...]:
    """Read all cases of a part."""
    return tuple(load(path) for path in sorted((HERE / part).glob("*.toml")))


def _wanted(row: dict[str, Any], report: dict[str, str], name: str) -> Wanted:
    where = row.get("field", "body")
    text = report["title" if where == "title" else "text"]
    content = [_once(words, text, name) if n == 0 else None for n, words in enumerate(row["content"])]
    anchor = _once(row["at"], text, name) if "at" in row else content[0] if content else _once(row["cue"], text, name)
    assert anchor is not None
    spots = [spot or _nearest(words, text, anchor, name) for words, spot in zip(row["content"], content, strict=True)]
    cue = _nearest(row["cue"], text, anchor, name)
    source = _nearest(row["source"], text, cue, name) if row.get("source") else None
    return Wanted(
        source=(where, *source) if source else None,
        cue=(where, *cue),
        content=tuple((where, *spot) for spot in spots),
        fields=DEFAULTS
        | {key: value for key, value in row.items() if key not in ("source", "cue", "content", "at", "field")},
    )


def _once(words: str, text: str, name: str) -> tuple[int, int]:
    if text.count(words) != 1:
        raise BadCase(f"{name}: {words!r} stands {text.count(words)} times in the report; it should once")
    start = text.index(words)
    return start, start + len(words)


def _nearest(words: str, text: str, to: tuple[int, int], name: str) -> tuple[int, int]:
    """Find the occurrence of words that is nearest to a place; one inside it counts as nearest."""
    found = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise BadCase(f"{name}: {words!r} does not stand in the report")
    return min(found, key=lambda spot: (max(spot[0] - to[1], to[0] - spot[1], 0), abs(spot[0] - to[0])))


@cache
def analysed(part: str, tagger: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """Give what the installed command says of the cases of a part: attributions by the case's id.

    `tagger` is given to the command; None leaves it its default.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text("".join(json.dumps(case.report) + "\n" for case in cases(part)), encoding="utf-8")
        chosen = ["--tagger", tagger] if tagger else []
        command = [COMMAND, "analyse", str(path), "--as-is", "--format", "jsonl", *chosen]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"the command ended with {done.returncode}: {done.stderr[-400:]}")
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    return {reading["report"]["id"]: reading["attributions"] for reading in readings}


def spot(span: dict[str, Any] | None) -> Spot | None:
    """Give a printed span as a spot."""
    return (span.get("field", "body"), span["start"], span["end"]) if span else None


def _letters(spots: Any) -> frozenset[tuple[str, int]]:
    return frozenset((where, n) for where, start, end in spots for n in range(start, end))


def dice(a: frozenset[Any], b: frozenset[Any]) -> float:
    """Give how alike two sets are, 0 to 1."""
    return 2 * len(a & b) / max(len(a) + len(b), 1)


def likeness(wanted: Wanted, said: dict[str, Any]) -> float:
    """Give how much an attribution that is said is the wanted one, 0 to 2: its content's overlap, and its cue's."""
    cue = spot(said["cue"])
    same_cue = bool(cue and _letters([cue]) & _letters([wanted.cue]))
    content = dice(_letters(wanted.content), _letters(filter(None, map(spot, said["content"]))))
    if wanted.content and content < 0.5 and not (same_cue and content > 0):
        return 0.0
    return content + same_cue if wanted.content else float(same_cue)


def pair_up(wanted: tuple[Wanted, ...], said: list[dict[str, Any]]) -> list[tuple[Wanted, dict[str, Any]]]:
    """Pair what is wanted with what is said, the likest first, each once."""
    order = sorted(((likeness(w, s), -i, -j) for i, w in enumerate(wanted) for j, s in enumerate(said)), reverse=True)
    used: tuple[set[int], set[int]] = set(), set()
    found = []
    for likely, i, j in order:
        if likely > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((-i, wanted[-i], said[-j]))
    return [(w, s) for _, w, s in sorted(found, key=lambda pair: pair[0])]


def all_pairs(part: str, tagger: str | None = None) -> list[tuple[Wanted, dict[str, Any]]]:
    """Pair up all cases of a part."""
    said = analysed(part, tagger)
    return [pair for case in cases(part) for pair in pair_up(case.wanted, said.get(case.id, []))]


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Give the mean over the wanted values of each one's F1, from pairs of wanted and said: a constant answer fails."""
    scores = []
    for value in sorted({wanted for wanted, _ in pairs}):
        right = sum(wanted == said == value for wanted, said in pairs)
        total = sum((wanted == value) + (said == value) for wanted, said in pairs)
        scores.append(2 * right / max(total, 1))
    return sum(scores) / max(len(scores), 1)
