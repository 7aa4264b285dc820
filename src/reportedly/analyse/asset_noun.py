"""Tell which nouns name ships, aircraft, vehicles, weapons, units and people under arms, alone or in longer kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_LONGEST = 5  # words of a kind: 'man-portable air defence system'
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
# What a text has that speaks of a carrier at sea rather than of an airline.
_SEA = re.compile(
    r"aircraft carrier|\b(?:navy|naval|warships?|USS|HMS|flight deck|strike group|laid down|shipyard|fleet|towed)\b"
)
_COUNTS = re.compile(
    r"\d[\d,]*|its|their|two|three|four|five|six"
    r"|seven|eight|nine|ten|dozens?|hundreds?|thousands?|several"
)
_MEN = frozenset({"engineers", "men", "volunteers", "recruits"})
_BARE = frozenset("a an the his her their its my our your both two".split())


class Noun(NamedTuple):
    """What a noun names, and how many of the words before it are part of what it is called."""

    category: str
    symbol: str
    opens: bool  # whether a designator before it tells better what it is: 'Typhoon fighter'
    first: int  # the token at which the longest known kind starts
    singular: str  # the last word, lower case


class _Row(NamedTuple):
    category: str
    needs: tuple[str, ...]
    symbol: str
    opens: bool


@cache
def _rows() -> dict[str, _Row]:
    """Give every kind by its words, in lower case and joined by single spaces."""
    return {
        _plain(row["noun"]): _Row(
            row["category"], tuple(filter(None, row["with"].split("|"))), row["symbol"], row["open"] == "y"
        )
        for row in read_table("assets.tsv")
    }


@cache
def _lasts() -> frozenset[str]:
    return frozenset(words.rsplit(" ", 1)[-1] for words in _rows())


def _plain(words: str) -> str:
    return re.sub(r"[-‑–/ ]+", " ", words.lower()).strip()


def singulars(word: str) -> Iterator[str]:
    """Give what a word may be the plural of, itself first."""
    yield word
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def singular_of(word: str) -> str | None:
    """Give the singular of a word in which some kind of asset ends, lower case; None for other words.

    >>> singular_of("Corvettes"), singular_of("servicemen"), singular_of("talks")
    ('corvette', 'serviceman', None)
    """
    return next((single for single in singulars(word.lower()) if single in _lasts()), None)


@lru_cache(maxsize=8192)  # several rules ask for each word
def noun_at(doc: Doc, i: int) -> Noun | None:
    """Give what the word at token `i` names, as the last word of the longest kind that stands there; else None."""
    if not 0 <= i < len(doc):
        return None
    token = doc.tokens[i]
    for word in _ends_of_kinds(token.lower_):
        for first, before in reversed(list(_openings(doc, token))):
            row = _rows().get(f"{before} {word}".strip())
            if row is not None and row.category == "-":
                return None
            if row is not None and _has(row.needs, doc, token) and not (first == token.i and _is_name(doc, token)):
                return Noun(row.category, row.symbol, row.opens, first, word)
    return None


@lru_cache(maxsize=65536)
def _ends_of_kinds(word: str) -> tuple[str, ...]:
    """Give the singulars of a word in which some kind of asset ends."""
    return tuple(single for single in singulars(word) if single in _lasts())


def _openings(doc: Doc, token: Token) -> Iterator[tuple[int, str]]:
    """Give the words that stand right before a token, from none up to the longest kind's."""
    yield token.i, ""
    words = ""
    for i in range(token.i - 1, max(token.i - 2 * _LONGEST, token.sent.start) - 1, -1):
        word = doc.tokens[i]
        if word.is_space or (word.is_punct and word.text not in ("-", "‑", "–")):
            return
        if word.text in ("-", "‑", "–") and word.whitespace_:
            return
        words = _plain(f"{word.lower_} {words}")
        if word.text not in ("-", "‑", "–"):
            yield i, words


def _is_name(doc: Doc, token: Token) -> bool:
    """Tell whether a capital makes the word somebody's or some place's name: 'in Van on Monday', 'Shell'."""
    if not token.is_title or token.tag_ != "NNP" or token.i == token.sent.start:
        return False
    beside = [word for word in (doc.tokens[token.i - 1], *doc.tokens[token.i + 1 : token.i + 2]) if word.is_alpha]
    return not any(word.text[0].isupper() for word in beside)


def _has(needs: tuple[str, ...], doc: Doc, token: Token) -> bool:
    """Tell whether what a noun needs stands before it, within its phrase."""
    if not needs:
        return True
    if needs == ("lower",):
        return token.text[0].islower() or token.tag_.endswith("S")
    before = doc.tokens[token.i - 1] if token.i else None
    if needs == ("bare",):
        return token.lower_.endswith("s") and (before is None or not (before.lower_ in _BARE or before.like_num))
    told, words = _told_before(doc, token)
    tests = {
        "ordinal": lambda: any(_ORDINAL.match(word) or word in _NTH for word in told),
        "of": lambda: _consists(doc, token),
        "counted": lambda: token.tag_ == "NNS" and any(_COUNTS.fullmatch(word) for word in told),
        "sea": lambda: bool(_SEA.search(doc.text)),
        "designator": lambda: any(re.search(r"[a-z]-?\d|\d[a-z]", word) or word in _named() for word in told),
    }
    return any(tests[need]() if need in tests else need in told or (" " in need and need in words) for need in needs)


def _consists(doc: Doc, token: Token) -> bool:
    """Tell whether 'of' and an asset follow: 'a column of tanks', not 'a column of smoke'."""
    after = doc.tokens[token.i + 1 : token.i + 6]
    return (
        bool(after)
        and after[0].lower_ == "of"
        and any(word.lower_ in _MEN or noun_at(doc, word.i) is not None for word in after[1:])
    )


def _told_before(doc: Doc, token: Token) -> tuple[list[str], str]:
    """Give the last words before a noun, by themselves and, with what hyphens join, as one string."""
    _, words = list(_openings(doc, token))[-1]
    joined = [word.lower_ for word in doc.tokens[max(token.i - 4, token.sent.start) : token.i]]
    return words.split()[-4:] + joined, words


@cache
def _named() -> frozenset[str]:
    """Give the names of one word, lower case, that stand for a weapon, a vehicle or an aircraft."""
    names = {row["name"] for row in read_table("assets_names.tsv") if row["with"] in ("", "noun", "beside")}
    return frozenset(name.lower() for name in names if name.isalpha())


_NTH = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
