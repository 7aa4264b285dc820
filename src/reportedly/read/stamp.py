"""Lines that hold a date and little more: when a report came out, when it was changed, and who is named beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.read.agency import name_agency
from reportedly.read.byline import read_names
from reportedly.read.dates import Printed, find_date, months
from reportedly.read.pattern import pattern
from reportedly.read.phrase import is_closing
from reportedly.read.related import is_prose
from reportedly.text.fold import fold

_CHANGED = re.compile(
    r"\b(?:updated|modified|last update|update(?=\s?:)|aktualisiert|mis à jour|actualizado|aggiornato|changed)\b", re.I
)
_MOST_BESIDE = 60  # characters beside the first date
_BETWEEN = re.compile(r"\s*[|·•/]\s*|\s+[–—-]\s+|\s{2,}|,\s")
_LABEL = re.compile(r"^\W*(?:(?:published|posted|updated|modified|created|date)\b(?: on\b)?)?[\W_]*", re.I)
_LABEL_BEHIND = re.compile(r"\s(?:published|posted|updated|modified)(?: on)?[\W_]*$", re.I)  # 'Ann Lee Published 3 May'
_DAY = re.compile(
    r"\b(?:\d{1,2}\.? ([^\W\d_]{3,10})|([^\W\d_]{3,10})\.? \d{1,2})\b,?(?:\s*(?:at )?\d{1,2}[:.]\d{2}(?:\s?[ap]m)?)?",
    re.I,
)
_MOST_DATES = 4


class Stamp(NamedTuple):
    """What a line with a date says."""

    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    agency: str | None


def read_stamp(line: str) -> Stamp | None:
    """Read a line that holds dates, their labels and names, None where it is none.

    >>> read_stamp("Posted on May 3, 2024 by Ann Lee").authors
    ('Ann Lee',)
    >>> read_stamp("PTI | Larn | Updated: May 03, 2024 14:20 IST")[1:]
    ('2024-05-03T14:20', (), 'PTI')
    """
    found = find_date(line)
    if found is None:
        return _read_yearless(line)
    beside = len(_undated(line)) - sum(map(len, filter(is_closing, _BETWEEN.split(line))))
    if beside > _MOST_BESIDE or is_prose(line):
        return None
    pieces = _pieces(line)
    return Stamp(*_dates(line, found), *_name_signed(pieces))


def _read_yearless(line: str) -> Stamp | None:
    """Read a name beside a day without its year: 'Ann Lee - 3 May, 08:21'."""
    match = _DAY.search(line) if len(line) <= _MOST_BESIDE else None
    if match is None or not {word.lower() for word in match.groups() if word} & months().keys():
        return None
    pieces = _pieces(f"{line[: match.start()]} | {line[match.end() :]}")
    authors, agency = _name_signed(pieces)
    return Stamp(None, None, authors, agency) if len(authors) + (agency is not None) == len(pieces) > 0 else None


def _name_signed(pieces: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Give the people and the agency that pieces of a line name."""
    agency = next(filter(None, map(name_agency, pieces)), None)
    return tuple(name for piece in pieces for name in _name_people(piece)), agency


def _dates(line: str, found: Printed) -> tuple[str | None, str | None]:
    """Give the date of publication and that of the last change."""
    changed = _CHANGED.search(line)
    if changed and changed.start() < found.start:
        return None, found.iso
    later = find_date(line[changed.end() :]) if changed else None
    return found.iso, later.iso if later else None


def _undated(line: str) -> str:
    """Give a line with a bar for each of its dates."""
    for _ in range(_MOST_DATES):
        found = find_date(line)
        if found is None:
            break
        line = f"{line[: found.start]} | {line[found.end :]}"
    return line


def _pieces(line: str) -> list[str]:
    """Give what stands beside the dates of a line, without their labels."""
    bare = (_LABEL_BEHIND.sub("", _LABEL.sub("", piece)).strip() for piece in _BETWEEN.split(_undated(line)))
    return [words for words in bare if words]


def _name_people(piece: str) -> tuple[str, ...]:
    """Give whom a piece names: all behind 'by', and without it a person's name alone."""
    folded = fold(piece)
    opening = pattern("by").match(folded)
    names = read_names(folded[opening.end() :] if opening else folded)
    if opening:
        return names
    return names if names == (folded,) and are_people(names) else ()


def are_people(names: tuple[str, ...]) -> bool:
    """Tell whether names are people's: one opens with a given name, or news seldom holds a word of any.

    >>> are_people(("Anna Lee",)), are_people(("Middle East", "North Africa")), are_people(("Zaqir Qaimov",))
    (True, False, True)
    """
    words = [_plain(name).split() for name in names]
    return any(name[0] in _given_names() for name in words) or (
        bool(words) and not any(word in _common() for name in words for word in name)
    )


def _plain(words: str) -> str:
    parts = unicodedata.normalize("NFD", words.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("speaker_given_names.tsv"))


@cache
def _common() -> frozenset[str]:
    """Give the words that news holds now and then, lower case."""
    return frozenset(row["word"] for row in read_table("frequencies.tsv"))
