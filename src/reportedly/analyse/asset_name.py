"""Find aircraft, ships, vehicles and weapons by name and designator: 'AN-124s', 'Storm Shadow', 'USS Carney'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.asset_noun import noun_at
from reportedly.analyse.craft_name import CraftName, craft_names
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

_LONGEST = 5  # words of a name: 'Boeing 737 MAX 8'
_JOINS = re.compile(r"[-/. ]")
_CLASS = ("class", "type")


class NamedType(NamedTuple):
    """One entry of the tables."""

    name: str
    category: str
    symbol: str
    needs: str  # '' where the name stands by itself, else what must stand beside it
    hyphened: bool  # whether the words without their hyphen are something else


class Run(NamedTuple):
    """Tokens `first` to `last` that are a name."""

    first: int
    last: int
    name: str  # in the singular
    category: str
    symbol: str
    needs: str


@cache
def _types() -> Mapping[str, tuple[NamedType, ...]]:
    """Give what each joined name may stand for."""
    found: dict[str, list[NamedType]] = {}
    for row in read_table("assets_names.tsv"):
        name = row["name"]
        key = _JOINS.sub("", name).lower()
        entry = NamedType(name, row["category"], row["symbol"], row["with"], "-" in name and len(key) < 3)
        found.setdefault(key, []).append(entry)
    for row in read_table("assets_types.tsv"):
        entry = NamedType(row["name"], row["category"], row["symbol"], "", row["hyphen"] == "y")
        found.setdefault(row["key"], []).append(entry)
    return MappingProxyType({key: tuple(entries) for key, entries in found.items()})


@lru_cache(maxsize=2)  # every rule that asks for assets asks for the same
def runs_of(doc: Doc) -> Mapping[int, Run]:
    """Give the names in a parse, each by its last token; none shares a token with another."""
    found: dict[int, Run] = {}
    i = 0
    while i < len(doc):
        run = _ship_called(doc, i) or _named(doc, i, found.get(i - 1))
        if run is not None and run.needs == "type":
            before = found.pop(i - 1)
            words = doc[before.first : run.first].text_with_ws + run.name
            run = before._replace(last=run.last, name=words)
        if run is not None:
            found[run.last] = run
        i = run.last + 1 if run is not None else i + 1
    return MappingProxyType(found)


def _named(doc: Doc, i: int, before: Run | None) -> Run | None:
    """Give the longest name that starts at token `i`."""
    text = doc.tokens[i].text
    if not (text[0].isupper() or text[0].isdigit()) or _glued(doc, i):
        return None
    for last, told in reversed(list(_stretches(doc, i))):
        words = told.removesuffix(".")  # the model leaves the full stop on 'Il-76s.'
        key = _JOINS.sub("", words).lower()
        for plural in ("s", "") if words.endswith("s") else ("",):  # 'Su-35s' are several, an 'Su-35S' is one
            known = _types().get(key.removesuffix(plural) if key.endswith(plural) else "")
            for entry in known or ():
                singular = words.removesuffix("s") if plural == "s" else words
                if _spelled(entry, singular) and (end := _fits(doc, i, last, entry, before, plural)) is not None:
                    name = singular if end == last else doc[i : end + 1].text.removesuffix(".")
                    return Run(i, end, name, entry.category, entry.symbol, entry.needs)
    return None


def _stretches(doc: Doc, i: int) -> Iterator[tuple[int, str]]:
    """Give the words from token `i` on, one, two and more, with the token that each stretch ends at."""
    words = ""
    count = 0
    for token in doc.tokens[i : i + 2 * _LONGEST]:
        if token.is_space or (token.text in ",;:()!?\"'" and words):
            return
        if not token.text.startswith("-"):
            count += not _glued(doc, token.i)
            if count > _LONGEST or (count == 1 and _JOINS.sub("", token.lower_)[:3] == ""):
                return
        words += token.text
        if not token.text.endswith("-"):
            yield token.i, words
        words += token.whitespace_


def _glued(doc: Doc, i: int) -> bool:
    """Tell whether token `i` is joined to the one before it by a hyphen."""
    if i < 2:
        return False
    before = doc.tokens[i - 1]
    return before.text in ("-", "‑", "–") and not before.whitespace_ and not doc.tokens[i - 2].whitespace_


def _spelled(entry: NamedType, words: str) -> bool:
    """Tell whether `words` are written as the name is: capitals where it has them, no space inside a designator."""
    if entry.hyphened and not re.search(r"[-‑–/]", words):
        return False
    told, wanted = words.split(), entry.name.split()
    if len(told) > len(wanted):
        # 'Shahed 136', 'Iskander M'; 'an 124' and 'in 16' are none
        opening = re.match(r"[A-Za-z]{4,}-", entry.name)
        if opening is None or len(told) != len(wanted) + 1:
            return False
    letters = re.sub(r"[^A-Za-z]", "", entry.name)
    if letters.isupper() and 2 < len(letters) < 6 and letters == entry.name and not words.isupper():
        return False
    return all(part[0].isupper() or not part[0].isalpha() or part[0] in entry.name for part in told)


def _fits(doc: Doc, first: int, last: int, entry: NamedType, before: Run | None, plural: str) -> int | None:
    """Give the token at which the name ends, where what stands beside it is what it needs; else None."""
    after = doc.tokens[last + 1] if last + 1 < len(doc) else None
    joined = after is not None and after.text in ("-", "‑", "–") and not doc.tokens[last].whitespace_
    ends = last
    if joined and after is not None:
        classed = not after.whitespace_ and last + 2 < len(doc) and doc.tokens[last + 2].lower_ in _CLASS
        if not classed:
            return None if not after.whitespace_ else last
        ends = last + 2
    elif after is not None and after.lower_ == "class" and doc.tokens[last].whitespace_:
        ends = last + 1
    match entry.needs:
        case "class":
            fits = ends > last
        case "type":
            fits = before is not None and before.last == first - 1 and bool(doc.tokens[first - 1].whitespace_)
        case "noun":
            fits = plural == "s" or _counted(doc, first) or noun_at(doc, last + 1) is not None or ends > last
        case "beside":
            fits = noun_at(doc, last + 1) is not None or noun_at(doc, last + 2) is not None
        case "ship":
            noun = noun_at(doc, first - 1) if first else None
            fits = noun is not None and noun.category == "ship"
        case _:
            fits = True
    return ends if fits else None


def _counted(doc: Doc, i: int) -> bool:
    """Tell whether a number stands right before token `i`: '31 Abrams'."""
    return i > 0 and (
        doc.tokens[i - 1].like_num or doc.tokens[i - 1].lower_ in ("dozen", "several", "both", "of", "a", "an")
    )


def _ship_called(doc: Doc, i: int) -> Run | None:
    """Give the ship whose name starts at token `i`, behind a noun for one or by itself: 'USS Gerald R. Ford'."""
    craft = _craft_starts(doc).get(i)
    if craft is None:
        return None
    known = _types().get(_JOINS.sub("", craft.name).lower(), ())
    symbol = known[0].symbol if known else "30000000"
    return Run(i, craft.last, craft.name, "ship", symbol, "" if craft.behind is None else "ship")


@lru_cache(maxsize=2)
def _craft_starts(doc: Doc) -> Mapping[int, CraftName]:
    return MappingProxyType({craft.first: craft for craft in craft_names(doc).values()})


def is_known(word: str) -> bool:
    """Tell whether a word names a type or a maker, whatever stands beside it."""
    return word[0].isupper() and any(entry.name == word for entry in _types().get(_JOINS.sub("", word).lower(), ()))
