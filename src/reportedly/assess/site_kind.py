"""Kinds of thing: what words for a thing stand for, and whether two are one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.data import read_table, read_words
from reportedly.text.fold import fold

_TOLD_BY = 6  # digits of a symbol that tell which kind of ship, aircraft or vehicle


_BEFORE_QUALIFIER = re.compile(r"\s+(?:in|at|on|of|from|near|with|under|aboard|inside|outside)\s+", re.IGNORECASE)


WIDEST = frozenset("aircraft plane ship vessel vehicle craft boat equipment".split())  # may be any one of many kinds


@dataclass(frozen=True, slots=True)
class Kind:
    """What words for a thing stand for."""

    phrase: str  # singular and lower case, without what stands after a preposition
    sort: str  # the kind that several words stand for; empty where the tables have none
    symbol: str  # MIL-STD-2525D's set and entity without the zeros at the end; empty where it has none
    category: str
    designator: bool  # a type's or a class's name
    named: bool  # what one person or ship is called
    qualifier: str = ""  # 'car park' of 'patients in the car park'
    proper: bool = False  # whether it goes by a name: 'Red Cross cars'
    names: frozenset[str] = frozenset()  # what single ones of it are called: 'Bayraktar', of a landing ship


@cache
def thing_nouns() -> dict[str, tuple[str, str]]:
    """Give category and symbol of every noun of assets.tsv, by its words."""
    return {plain_words(row["noun"]): (row["category"], row["symbol"]) for row in read_table("assets.tsv")}


@cache
def type_names() -> dict[str, tuple[str, str]]:
    """Give category and symbol of every type and class by its name, lower case."""
    types = {row["name"].lower(): (row["category"], row["symbol"]) for row in read_table("assets_types.tsv")}
    return types | {row["name"].lower(): (row["category"], row["symbol"]) for row in read_table("assets_names.tsv")}


@cache
def thing_sorts() -> dict[str, str]:
    """Give the kind that each word for a thing stands for, where several do."""
    return {plain_words(row["word"]): row["kind"] for row in read_table("assess_site_things.tsv")}


@cache
def _sorts_by_symbol() -> tuple[tuple[str, str], ...]:
    """Give the sorts that a symbol tells, by the start of it."""
    return tuple((row["symbol"], row["kind"]) for row in read_table("assess_site_symbols.tsv"))


@lru_cache(maxsize=65536)
def plain_words(phrase: str) -> str:
    """Give words in lower case with one space between them, whatever joins them."""
    return re.sub(r"[-‑–/\s]+", " ", fold(phrase).lower()).strip()


@cache
def singular(word: str) -> str:
    """Give a word's singular form, lower case."""
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def thing_heads() -> frozenset[str]:
    """Give the words that a known word for a thing, or a type's name, may end with."""
    known = [*thing_nouns(), *thing_sorts(), *map(plain_words, type_names())]
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in known)


@cache
def kind_of(told: str) -> Kind:
    """Say what words for a thing, as somebody asks for it or a report tells it, stand for."""
    head, *rest = _BEFORE_QUALIFIER.split(told.strip(), maxsplit=1)
    bare = re.sub(r"^(?:the|an?)\s+", "", head, flags=re.IGNORECASE)
    parts = bare.split()
    phrase = phrase_of(parts)
    category, symbol, sort, designator = _look_up(phrase)
    named = not (category or sort) and bool(parts) and all(part[:1].isupper() for part in parts)
    return Kind(
        phrase=phrase,
        sort=sort,
        symbol=_short(symbol),
        category=category,
        designator=designator,
        named=named,
        qualifier=fold(rest[0]).lower() if rest else "",
        proper=len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].islower() and not designator,
    )


def phrase_of(parts: Sequence[str]) -> str:
    """Give words in the singular, but for a name that ends in an s."""
    whole = plain_words(" ".join(parts))
    if not parts or whole in type_names():
        return whole
    return plain_words(" ".join([*parts[:-1], singular(fold(parts[-1]).lower())]))


def _look_up(phrase: str) -> tuple[str, str, str, bool]:
    """Give category, symbol and sort of the longest known words that end a phrase, and whether they name a type."""
    for text in _endings(phrase):
        sort = thing_sorts().get(text, "")
        category, symbol = thing_nouns().get(text, ("", ""))
        name = type_names().get(text) or type_names().get(text.replace(" ", "-"))
        if name and not category:
            return name[0], name[1], sort or _sort_by_symbol(name[1]), True
        if category == "-":
            return "", "", sort, False
        if category or sort:
            return category, _inside(phrase) or symbol, sort or _sort_by_symbol(symbol), False
    return "", "", "", False


def _inside(phrase: str) -> str:
    """Give the symbol of a type named within a phrase: 'S-300 battery'."""
    pieces = phrase.split()
    for first in range(len(pieces)):
        for last in range(len(pieces), first, -1):
            text = " ".join(pieces[first:last])
            name = type_names().get(text) or type_names().get(text.replace(" ", "-"))
            if name and any(sign.isdigit() for sign in text):
                return name[1]
    return ""


def _endings(phrase: str) -> Iterator[str]:
    pieces = phrase.split()
    for first in range(len(pieces)):
        yield " ".join(pieces[first:])


def _short(symbol: str) -> str:
    """Leave out the pairs of zeros with which a symbol says that it tells no more."""
    while symbol.endswith("00"):
        symbol = symbol[:-2]
    return symbol


def _sort_by_symbol(symbol: str) -> str:
    return next((kind for start, kind in _sorts_by_symbol() if symbol.startswith(start)), "")


def same_kind(wanted: Kind, told: Kind) -> bool:
    """Tell whether a thing that is told is one of the kind that is wanted."""
    if not wanted.phrase or not told.phrase:
        return False
    if wanted.phrase == told.phrase or told.phrase.endswith(f" {wanted.phrase}"):
        return wanted.phrase not in WIDEST or told.phrase == wanted.phrase or told.category == wanted.category
    if wanted.designator:
        return told.designator and _one_maker(wanted.phrase, told.phrase)
    if wanted.sort or told.sort:
        if wanted.sort == told.sort:
            return True
        if wanted.sort and told.sort:
            return False
        return len(wanted.symbol) >= _TOLD_BY and wanted.symbol == told.symbol
    last = wanted.phrase.rsplit(" ", 1)[-1]
    if told.phrase == last and last not in WIDEST and wanted.category and wanted.category == told.category:
        return True  # 'jets', of fighter jets
    return _one_symbol(wanted.symbol, told.symbol) and not _rivals(wanted.phrase, told.phrase)


def _rivals(ours: str, theirs: str) -> bool:
    """Tell whether two kinds of one thing go by different words before it: 'police van', 'broadcast van'."""
    our_kind, _, our_head = ours.rpartition(" ")
    their_kind, _, their_head = theirs.rpartition(" ")
    plain = read_words("assess_site_plain.txt")
    return our_head == their_head and our_kind != their_kind and not {our_kind, their_kind} & (plain | {""})


def _one_maker(wanted: str, told: str) -> bool:
    """Tell whether one designator is the other's maker, whose letters it has: an 'Il-76' is an 'Ilyushin'."""
    letters = [re.match(r"[a-z]*", name) for name in (wanted, told)]
    ours, theirs = (match.group() if match else "" for match in letters)
    return min(len(ours), len(theirs)) >= 2 and (ours.startswith(theirs) or theirs.startswith(ours)) and ours != theirs


def _one_symbol(ours: str, theirs: str) -> bool:
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) >= _TOLD_BY and longer.startswith(shorter)
