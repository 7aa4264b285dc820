"""What kinds of ship, aircraft, vehicle, weapon or force a text names, as codes that begin with the wider kind's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.assess.wording import stem, words_of
from reportedly.data import read_table
from reportedly.text.word import words

_LONGEST = 3  # words of a kind's name
_MEMORY = 1 << 15  # texts whose kinds are kept at hand


@cache
def _nouns() -> dict[tuple[str, ...], str]:
    """Read the codes of nouns, by the stems of their words."""
    rows = (row for row in read_table("assets.tsv") if row["symbol"] and row["category"] != "-" and not row["with"])
    return {_stems(row["noun"]): _short(row["symbol"]) for row in rows}


@cache
def _openings() -> frozenset[str]:
    """Give the stems that nouns begin with."""
    return frozenset(noun[0] for noun in _nouns() if noun)


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Read the codes of types and classes, by the words of their names."""
    rows = (row for file in ("assets_types.tsv", "assets_names.tsv") for row in read_table(file))
    return {
        tuple(word.form for word in words(row["name"])): _short(row["symbol"])
        for row in rows
        if row["symbol"] and len(row["name"]) > 2
    }


@lru_cache(maxsize=_MEMORY)
def kinds_in(text: str) -> frozenset[str]:
    """Give the codes of the kinds of thing that a text names, the longest name at each place."""
    return frozenset(_kinds(text))


def is_one_of(wanted: frozenset[str], told: frozenset[str]) -> bool:
    """Tell whether any of the told kinds is a wanted one, or a kind of it: a corvette is a warship."""
    return any(kind.startswith(wide) for wide in wanted for kind in told)


def _kinds(text: str) -> Iterator[str]:
    told = words_of(text)
    forms = [word.form for word in told]
    keys = [stem(form) for form in forms]
    place = 0
    while place < len(told):
        width = 1
        raised = text[told[place].start].isupper() or text[told[place].start].isdigit()
        longest = min(_LONGEST, len(told) - place) if raised or keys[place] in _openings() else 0
        for size in range(longest, 0, -1):
            name = _names().get(_singular(forms[place : place + size])) if raised else None
            code = name or _nouns().get(tuple(keys[place : place + size]))
            if code:
                yield code
                width = size
                break
        place += width


def _singular(forms: list[str]) -> tuple[str, ...]:
    """Give a name without the ending of many: 'Pantsirs'."""
    last = forms[-1]
    whole = tuple(forms)
    return whole if whole in _names() or not last.endswith("s") else (*forms[:-1], last[:-1])


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.form) for word in words(text))


def _short(symbol: str) -> str:
    """Leave out the pairs of zeros with which a code says that it tells no more."""
    while symbol.endswith("00") and len(symbol) > 2:
        symbol = symbol[:-2]
    return symbol
