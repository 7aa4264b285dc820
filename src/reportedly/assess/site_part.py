"""Words for sites and for parts of them, 'the quay', and what a place is to what is told, by the words before it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reportedly.assess.site_name import parts_pattern, site_parts

_FROM = re.compile(
    r"\b(?:from|out of|through|leav\w+|left|quit\w*|abandon\w*|vacat\w+|depart\w*|evacuat\w+)\s+(?:[\w'’-]+\s+){0,4}\Z",
    re.I,
)
_TO = re.compile(r"\b(?:to|into|onto|direction of|reach\w*|enter\w*|seiz\w+)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_FOR = re.compile(r"\b(?:towards?|for)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_AT = re.compile(r"\b(?:in|at|on|near|beside|inside|outside|off|around|by|within)\s+(?:[\w'’-]+\s+){0,4}\Z", re.I)
_REACH = 48  # characters before a name that say what the place is
_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+)?) \Z")
_WORD_LENGTH = 16
_DETERMINERS = frozenset("a an the this that its their his her our one each every any no".split())
_DEFINITE = re.compile(r"\b(?:the|its|their|our|this) (?:[\w-]+ )?\Z", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:the|its|their|our|this) \Z", re.IGNORECASE)
_TEXTS = 4096  # whose words for parts are kept: each is read for every site, and for every kind of thing


class Part(StrEnum):
    """What a site is to what a sentence tells."""

    AT = "at"
    FROM = "from"
    TO = "to"
    FOR = "for"  # whither it is bound: not told to have been reached


class PartWord(NamedTuple):
    """A word for a site, or for a part of one, where a text has it."""

    start: int
    sort: str  # the sort of site that it tells; empty where several have such a part
    names: tuple[str, ...]  # what the part goes by, its word last: 'west stand', 'stand'
    definite: bool  # whether it stands for one that is known: 'the west stand'
    alone: bool  # whether nothing but 'the' stands before it
    part: Part  # of one that is known, what it is to what is told


@lru_cache(maxsize=_TEXTS)
def part_words(bare: str) -> tuple[PartWord, ...]:
    """List the words for sites and parts of them in a text without accents, in order."""
    return tuple(map(_read, parts_pattern().finditer(bare)))


def _read(match: re.Match[str]) -> PartWord:
    """Read one word for a part where it stands."""
    bare, start = match.string, match.start()
    definite = bool(_DEFINITE.search(bare, max(start - 24, 0), start))
    return PartWord(
        start=start,
        sort=site_parts()[match.group(1).lower()],
        names=_names(bare, match),
        definite=definite,
        alone=bool(_ALONE.search(bare, max(start - 8, 0), start)),
        part=part_at(bare, start) if definite else Part.AT,
    )


def _names(bare: str, match: re.Match[str]) -> tuple[str, ...]:
    """Give what a part of a site goes by: its word, and with the word before it: 'stand', 'west stand'."""
    word = match.group(1).lower()
    before = _WORD_BEFORE.search(bare, max(match.start() - _WORD_LENGTH, 0), match.start())
    qualified = before is not None and before.group(1).lower() not in _DETERMINERS
    return (f"{before.group(1).lower()} {word}", word) if before and qualified else (word,)


def part_at(bare: str, start: int) -> Part:
    """Tell by the words before a name what the place is to what is told."""
    before = bare[max(start - _REACH, 0) : start]
    at = {
        part: match.start()
        for part, pattern in ((Part.FROM, _FROM), (Part.TO, _TO), (Part.FOR, _FOR), (Part.AT, _AT))
        if (match := _last(pattern, before))
    }
    return max(at, key=lambda part: at[part]) if at else Part.AT


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Give the last word before a name that says what the place is; the pattern reaches up to the name."""
    last = None
    for match in pattern.finditer(before):
        last = match
    start = last.start() if last else 0
    while last is not None and (later := pattern.search(before, start + 1)) is not None:
        last, start = later, later.start()
    return last
