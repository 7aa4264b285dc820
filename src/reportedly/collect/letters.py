"""Source letters: Admiralty grades of publishers, from the user's own file and from nowhere else."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from reportedly.assess import newsroom_name
from reportedly.claim import Claim, Support
from reportedly.errors import JudgementFault
from reportedly.picture import Finding
from reportedly.report import Report
from reportedly.source_letter import LETTERS, SourceLetter

_COLUMNS = ("publisher", "letter", "date", "note")
_TABLE = "source"  # of a TOML file: [[source]]


def read_letters(path: Path) -> dict[tuple[str, str], SourceLetter]:
    """Read a CSV file with the columns publisher, letter, date and note, or a TOML file of [[source]] tables.

    Returns:
        The letters, by the newsroom's one name and their date.

    Raises:
        JudgementFault: the file cannot be read, or an entry of it is no letter; which one is told.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise JudgementFault(f"{path}: {fault.strerror}") from fault
    except UnicodeDecodeError:
        raise JudgementFault(f"{path}: is not in UTF-8") from None
    entries = _toml(text, path) if path.suffix.lower() == ".toml" else _csv(text, path)
    found: dict[tuple[str, str], SourceLetter] = {}
    for number, entry in enumerate(entries, 1):
        letter = _letter(entry, f"{path}: entry {number}")
        key = (newsroom_name(letter.publisher), letter.date)
        if found.setdefault(key, letter).letter != letter.letter:
            raise JudgementFault(f"{path}: entry {number}: {letter.publisher} has two letters of {letter.date}")
    return found


def _csv(text: str, path: Path) -> Iterator[Mapping[str, Any]]:
    """Give the rows of a CSV file."""
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        heads = [(head or "").strip().lower() for head in rows.fieldnames or ()]
        if not {"publisher", "letter", "date"} <= set(heads):
            raise JudgementFault(f"{path}: has no columns publisher, letter and date")
        rows.fieldnames = heads
        yield from rows
    except csv.Error as fault:
        raise JudgementFault(f"{path}: {fault}") from fault


def _toml(text: str, path: Path) -> list[Mapping[str, Any]]:
    """Give the tables of a TOML file."""
    try:
        entries = tomllib.loads(text).get(_TABLE)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise JudgementFault(f"{path}: {fault}") from fault
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise JudgementFault(f"{path}: has no [[{_TABLE}]] tables")
    return entries


def _letter(entry: Mapping[str, Any], where: str) -> SourceLetter:
    """Check one entry."""
    told = {name: entry.get(name) for name in _COLUMNS}
    day = told["date"].isoformat() if isinstance(told["date"], date) else told["date"]
    publisher, letter, note = told["publisher"], told["letter"], told["note"]
    if not isinstance(publisher, str) or not newsroom_name(publisher.strip()):
        raise JudgementFault(f"{where}: names no publisher")
    if not isinstance(letter, str) or len(letter.strip()) != 1 or letter.strip().upper() not in LETTERS:
        raise JudgementFault(f"{where}: {letter!r} is no letter from A to F")
    if not isinstance(day, str) or not _is_day(day.strip()):
        raise JudgementFault(f"{where}: {day!r} is no day, such as 2024-12-14")
    if note is not None and not isinstance(note, str):
        raise JudgementFault(f"{where}: its note is no text")
    return SourceLetter(
        publisher=publisher.strip(), letter=letter.strip().upper(), date=day.strip(), note=(note or "").strip() or None
    )


def _is_day(told: str) -> bool:
    try:
        return date.fromisoformat(told).isoformat() == told
    except ValueError:
        return False


class Letters:
    """Letters that are looked up by publisher."""

    def __init__(self, held: Iterable[tuple[str, SourceLetter]], reports: Sequence[Report], until: str | None) -> None:
        """Keep the newest letter of each newsroom.

        Args:
            held: newsrooms with their letters, the oldest first.
            reports: the reports that supports stand in.
            until: the day up to which letters count; None for all.
        """
        newest = {newsroom: letter for newsroom, letter in held if until is None or letter.date <= until[:10]}
        self._of: dict[str, SourceLetter] = {}
        for report in reports:
            name = report.publisher or report.agency
            if name and (letter := newest.get(newsroom_name(name))):
                self._of[report.id] = letter

    def put_beside(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give claims with the letter of its publisher beside every support."""
        return [replace(finding, claim=self._lettered(finding.claim)) for finding in findings]

    def _lettered(self, claim: Claim) -> Claim:
        if not self._of:
            return claim
        return replace(claim, supporting=self._all(claim.supporting), opposing=self._all(claim.opposing))

    def _all(self, supports: tuple[Support, ...]) -> tuple[Support, ...]:
        return tuple(replace(support, source_letter=self._of.get(support.report)) for support in supports)
