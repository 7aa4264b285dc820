"""Find who and what a report names: people, organisations, armed groups, named assets and facilities."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from reportedly.analyse.asset import find_assets
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.parse import Passage
from reportedly.data import read_words
from reportedly.event import Entity, EntityKind, Toponym, ToponymUse
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Field, Span
from reportedly.text.fold import fold
from reportedly.text.number import find_numbers

_KINDS = {"PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "NORP": EntityKind.GROUP}
_FACILITIES = frozenset({"base", "airport", "port", "facility"})
_NAME = r"[A-Z][\w'’-]*(?: (?:(?:al|el|bin|ibn|de|van|von|the|of)[ -])?[A-Z][\w'’-]*){0,4}"
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")


class _Named(NamedTuple):
    span: Span
    kind: EntityKind
    name: str


def find_entities(report: Report, passages: Sequence[Passage], places: Sequence[Toponym]) -> tuple[Entity, ...]:
    """Find every mention of a named person, organisation, group, asset or facility, in reading order.

    The title's come first. Mentions of one carry the same id and its fullest name; `aliases` are the other names that
    the report states.
    """
    named: list[_Named] = []
    aliases: dict[str, str] = {}
    for passage in passages:
        here = [place for place in places if place.span.field is passage.field]
        found = _distinct([*_facilities(passage, here), *_assets(passage), *_model_names(passage, here)])
        named += found
        aliases.update(_stated(passage, found))
    fullest = _fullest(named, aliases)
    entities = [_entity(report.id, mention, fullest, aliases) for mention in named]
    return tuple(sorted(entities, key=lambda entity: (entity.span.field is not Field.TITLE, entity.span)))


def _facilities(passage: Passage, places: Iterable[Toponym]) -> Iterator[_Named]:
    end = passage.offset + len(parsed_text(passage.doc))
    for place in places:
        inside = passage.offset <= place.span.start and place.span.end <= end
        if inside and place.kind in _FACILITIES and place.use is ToponymUse.LITERAL:
            yield _Named(place.span, EntityKind.FACILITY, place.name)


def _model_names(passage: Passage, places: Sequence[Toponym]) -> Iterator[_Named]:
    """Give the people, organisations and groups that the model names, their titles cut."""
    taken = sorted((p.span.start, p.span.end) for p in places if p.use is not ToponymUse.EMBEDDED)
    for entity in passage.doc.ents:
        kind = _KINDS.get(entity.label_)
        start, end = _trimmed(entity.text)
        if kind is None or start >= end:
            continue
        span = passage.chars(entity.start_char + start, entity.start_char + end)
        name = fold(span.text)
        if name.lower().removeprefix("the ") in read_words("actors_groups.txt"):
            yield _Named(span, EntityKind.GROUP, name)
        elif kind is not EntityKind.GROUP and not _covered(span, taken) and name[0].isupper():
            yield _Named(span, kind, name)


def _covered(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a name is a place's and nothing more."""
    at = bisect_right(taken, (span.start, sys.maxsize)) - 1
    return at >= 0 and span.end <= taken[at][1]


@cache
def _titles() -> re.Pattern[str]:
    titles = sorted(read_words("titles.txt"), key=lambda title: (-len(title), title))
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, titles))})\b\.?\s+|the\s+)+(?=\S)", re.IGNORECASE)


def _trimmed(text: str) -> tuple[int, int]:
    """Give where a name starts after its titles, and ends before its possessive."""
    folded = fold(text)
    title = _titles().match(folded)
    end = len(folded.rstrip())
    end -= 2 if folded[:end].endswith("'s") else 1 if folded[:end].endswith("'") else 0
    return (title.end() if title else 0), end


def _assets(passage: Passage) -> Iterator[_Named]:
    """Give the assets that have a name or a designator of their own: 'Antonov AN-124', not 'cargo plane'."""
    for asset in find_assets(passage, find_numbers(parsed_text(passage.doc))).values():
        if any(part[0].isupper() for part in asset.name.split()):
            at = asset.span.text.rfind(asset.name[: max(len(asset.name) - 1, 1)])
            start = asset.span.start + max(at, 0)
            yield _Named(Span.of(passage.text, start, asset.span.end, passage.field), EntityKind.ASSET, asset.name)


def _distinct(found: Iterable[_Named]) -> list[_Named]:
    """Keep the first of mentions that share a character, those named first before."""
    kept: list[_Named] = []
    ends: set[int] = set()
    for mention in found:
        covered = range(mention.span.start, mention.span.end)
        if ends.isdisjoint(covered):
            kept.append(mention)
            ends.update(covered)
    return kept


@cache
def _alias() -> re.Pattern[str]:
    phrases = sorted(read_words("actors_aliases.txt"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"[\s,(-]*(?:{'|'.join(map(re.escape, phrases))}) (?:the )?[\"']?(?P<name>{_NAME})")


def _stated(passage: Passage, named: Sequence[_Named]) -> Iterator[tuple[str, str]]:
    """Give each other name that the words state, and the name that it is for: 'X, known as Y', 'Long Name (LN)'."""
    folded = fold(passage.text)
    for mention in named:
        rest = folded[mention.span.end : mention.span.end + 120]
        stated = _alias().match(rest)
        acronym = _ACRONYM.match(rest.lstrip()) if mention.kind is not EntityKind.PERSON else None
        if stated is not None:
            yield stated["name"], mention.name
        elif acronym is not None and _abbreviates(acronym[1], mention.name):
            yield acronym[1], mention.name


def _abbreviates(letters: str, name: str) -> bool:
    """Tell whether the letters are the name's own, in order."""
    initials = iter(name.lower())
    return all(letter in initials for letter in letters.lower()) and letters[0].lower() == name[0].lower()


def _fullest(named: Sequence[_Named], aliases: dict[str, str]) -> dict[tuple[EntityKind, str], str]:
    """Give the fullest name in the report for every name in it.

    A surname alone is the first person's in the report who has it; two full names are two people.
    """
    names: dict[tuple[EntityKind, str], str] = {}
    for mention in sorted(named, key=lambda each: (" " not in each.name, each.span.field is Field.TITLE, each.span)):
        key = (mention.kind, mention.name)
        if key in names:
            continue
        same = [known for (kind, known) in names if kind is mention.kind and _same(kind, known, mention.name)]
        names[key] = names[mention.kind, same[0]] if same else mention.name
    return {key: names.get((key[0], aliases.get(name, "")), aliases.get(name, name)) for key, name in names.items()}


def _same(kind: EntityKind, known: str, name: str) -> bool:
    """Tell whether `name` is a shorter or an equal form of `known`."""
    if kind is not EntityKind.PERSON:
        return known.lower().removeprefix("the ") == name.lower().removeprefix("the ")
    longer, shorter = _words(known), _words(name)
    return longer[-1] == shorter[-1] and (len(shorter) == 1 or longer[0] == shorter[0])


def _words(name: str) -> list[str]:
    """Give the words of a person's name without particles: 'al-Haddad' and 'Haddad' are one surname."""
    words = [re.sub(r"^(?:al|el)-", "", word) for word in name.lower().split()]
    return [word for word in words if word not in ("al", "el")] or [name.lower()]


def _entity(
    report_id: str, mention: _Named, fullest: dict[tuple[EntityKind, str], str], aliases: dict[str, str]
) -> Entity:
    name = fullest[mention.kind, mention.name]
    others = tuple(alias for alias, known in aliases.items() if fullest.get((mention.kind, known), known) == name)
    bare = Entity(span=mention.span, name=name, kind=mention.kind, id="", aliases=tuple(sorted(set(others) - {name})))
    return replace(bare, id=identify("entity", report_id, name))
