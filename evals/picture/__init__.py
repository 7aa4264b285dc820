"""Collections that we wrote ourselves, each with what should come out: `python -m evals.picture FILE...` checks them.

`open` was read while the rules were written and guards them; `aside` was not, and says what they are worth.
The format and the conventions stand in README.md beside this file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PARTS = ("open", "aside")
KINDS = ("war", "disaster", "business", "sport", "court", "election")
STATES = ("present", "last_seen", "arrived", "left", "absent", "not_reported")
SIDES = ("for", "against", "elsewhere", "unclear")
_KEYS = {
    "collection": {"about", "kind", "as_of", "report", "claim", "site", "question"},
    "report": {"id", "title", "publisher", "published", "retells", "credits", "text"},
    "claim": {"id", "summary", "said", "legs", "possible", "contradicts", "optional"},
    "mention": {"report", "words"},
    "site": {"place", "day", "rows"},
    "row": {"what", "state", "min", "max", "day"},
    "question": {"asked", *SIDES},
}


class BadCollection(Exception):
    """A collection that contradicts itself; the message names the file, the claim and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report, and of which other it is said to have been made."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    retells: str | None
    credits: str | None
    text: str

    @property
    def row(self) -> dict[str, Any]:
        """Give the report as a line of input."""
        known = {"title": self.title, "publisher": self.publisher, "published": self.published}
        return {"id": self.id, "text": self.text} | {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a report says a claim."""

    report: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What should come out as one claim."""

    id: str
    summary: str
    said: tuple[Mention, ...]
    legs: int
    possible: int
    contradicts: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of a thing at a place on a day."""

    what: str
    state: str
    min: int | None
    max: int | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is known of a place on a day."""

    place: str
    day: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and the ids of the claims on each side of it."""

    asked: str
    sides: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Reports, and what is to be known from them."""

    name: str
    about: str
    kind: str
    as_of: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    sites: tuple[Site, ...]
    questions: tuple[Question, ...]


def load(path: Path) -> Collection:
    """Read a collection.

    Raises:
        BadCollection: words that are not in the report or stand in it more than once, a key, id, day or value that there
            is not, a contradiction said on one claim only, a claim on two sides of one question.
    """
    try:
        return _collection(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    except KeyError as missing:
        raise BadCollection(f"{path.stem}: something lacks its key {missing}") from None
    except (TypeError, AttributeError) as reason:
        raise BadCollection(f"{path.stem}: a value is of another type than it should be ({reason})") from None


@cache
def collections(part: str) -> tuple[Collection, ...]:
    """Read all collections of a part."""
    return tuple(load(path) for path in sorted((HERE / part).glob("*.toml")))


def _collection(row: dict[str, Any], name: str) -> Collection:
    _check_keys(row, "collection", name)
    if row["kind"] not in KINDS:
        raise BadCollection(f"{name}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
    _check_day(row["as_of"], f"{name}: as_of")
    reports = tuple(_report(each, name) for each in row["report"])
    known = _unique((each.id for each in reports), f"{name}: two reports")
    for each in reports:
        if each.retells is not None and each.retells not in known - {each.id}:
            raise BadCollection(
                f"{name}: report {each.id} retells {each.retells!r}, which is no other report of the file"
            )
    texts = {each.id: each.text for each in reports}
    claims = tuple(_claim(each, name, texts) for each in row.get("claim", []))
    _check_claims(claims, name)
    ids = {each.id for each in claims}
    return Collection(
        name=name,
        about=row["about"],
        kind=row["kind"],
        as_of=row["as_of"],
        reports=reports,
        claims=claims,
        sites=tuple(_site(each, name) for each in row.get("site", [])),
        questions=tuple(_question(each, name, ids) for each in row.get("question", [])),
    )


def _check_keys(row: dict[str, Any], kind: str, where: str) -> None:
    if strange := sorted(row.keys() - _KEYS[kind]):
        raise BadCollection(f"{where}: a {kind} has no {', '.join(strange)}")


def _unique(ids: Iterable[str], what: str) -> set[str]:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise BadCollection(f"{what} have the id {each!r}")
        seen.add(each)
    return seen


def _check_day(said: str, where: str, *, timed: bool = False) -> None:
    try:
        if timed:
            datetime.fromisoformat(said)
        else:
            date.fromisoformat(said)
    except (TypeError, ValueError):
        raise BadCollection(f"{where}: {said!r} is no date; write '2025-03-14', in quotes") from None


def _report(row: dict[str, Any], name: str) -> Report:
    _check_keys(row, "report", f"{name}: report {row.get('id')}")
    if (published := row.get("published")) is not None:
        _check_day(published, f"{name}: report {row['id']}, published", timed=True)
    if not row["text"].strip():
        raise BadCollection(f"{name}: report {row['id']} has an empty text")
    return Report(
        id=row["id"],
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=row.get("published"),
        retells=row.get("retells"),
        credits=row.get("credits"),
        text=row["text"].strip("\n"),
    )


def _claim(row: dict[str, Any], name: str, texts: dict[str, str]) -> Claim:
    where = f"{name}: claim {row['id']}"
    _check_keys(row, "claim", where)
    said = tuple(_mention(each, where, texts) for each in row["said"])
    legs, possible = row["legs"], row.get("possible", row["legs"])
    if not said:
        raise BadCollection(f"{where}: no report says it")
    if not 0 <= legs <= possible:
        raise BadCollection(f"{where}: legs {legs} and possible {possible} should be 0 <= legs <= possible")
    return Claim(
        id=row["id"],
        summary=row["summary"],
        said=said,
        legs=legs,
        possible=possible,
        contradicts=tuple(row.get("contradicts", ())),
        optional=row.get("optional", False),
    )


def _mention(row: dict[str, Any], where: str, texts: dict[str, str]) -> Mention:
    _check_keys(row, "mention", where)
    report, words = row["report"], row["words"]
    if report not in texts:
        raise BadCollection(f"{where}: {words!r} is said in {report!r}, which is no report of the file")
    if not words.strip() or (times := texts[report].count(words)) != 1:
        times = times if words.strip() else 0
        raise BadCollection(f"{where}: {words!r} stands {times} times in report {report}; it should once")
    start = texts[report].index(words)
    return Mention(report=report, words=words, start=start, end=start + len(words))


def _check_claims(claims: tuple[Claim, ...], name: str) -> None:
    """See that ids are unique, a claim lists each place once, and a contradiction stands on both claims."""
    _unique((each.id for each in claims), f"{name}: two claims")
    by_id = {each.id: each for each in claims}
    for claim in claims:
        for other in claim.contradicts:
            if other not in by_id or other == claim.id:
                raise BadCollection(
                    f"{name}: claim {claim.id} contradicts {other!r}, which is no other claim of the file"
                )
            if claim.id not in by_id[other].contradicts:
                raise BadCollection(f"{name}: claim {claim.id} contradicts {other}, but {other} does not say so")
        for number, each in enumerate(claim.said):
            if each in claim.said[:number]:
                raise BadCollection(f"{name}: claim {claim.id}: {each.words!r} of report {each.report} is listed twice")


def _site(row: dict[str, Any], name: str) -> Site:
    where = f"{name}: site {row['place']}"
    _check_keys(row, "site", where)
    _check_day(row["day"], where)
    return Site(place=row["place"], day=row["day"], rows=tuple(_row(each, where, row["day"]) for each in row["rows"]))


def _row(row: dict[str, Any], where: str, day: str) -> Row:
    where = f"{where}, {row['what']}"
    _check_keys(row, "row", where)
    low, high, said = row.get("min"), row.get("max"), row.get("day")
    if row["state"] not in STATES:
        raise BadCollection(f"{where}: state {row['state']!r} is none of {', '.join(STATES)}")
    if low is not None and high is not None and low > high:
        raise BadCollection(f"{where}: min {low} is more than max {high}")
    if said is not None:
        _check_day(said, where)
        if said > day:
            raise BadCollection(f"{where}: {said} is after the day {day} of the site")
    return Row(what=row["what"], state=row["state"], min=low, max=high, day=said)


def _question(row: dict[str, Any], name: str, claims: set[str]) -> Question:
    where = f"{name}: question {row['asked']!r}"
    _check_keys(row, "question", where)
    sides = {side: tuple(row.get(side, ())) for side in SIDES}
    seen: dict[str, str] = {}
    for side, ids in sides.items():
        for each in ids:
            if each not in claims:
                raise BadCollection(f"{where}: {each!r} ({side}) is no claim of the file")
            if each in seen:
                raise BadCollection(f"{where}: claim {each} is both {seen[each]!r} and {side!r}")
            seen[each] = side
    return Question(asked=row["asked"], sides=sides)
