"""Find numbers as words tell them: figured, spelled, hedged; the figures of names are left alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.text.fold import fold


class Number(NamedTuple):
    """A number where it stands, hedge included; a bound is None where the words leave it open."""

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: str | None  # 'at least', 'around'; None where the number is told plainly


# An-124, S-400, 2S19, Covid-19: figures joined to letters name a thing; $5 and 5% measure, and are still numbers.
_FIGURES = r"(?<![\w.,/:'])(?<![^\W\d]-)\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/']|[.,]\d|-[A-Za-z]|-\d+-)"


@cache
def _rows(kind: str) -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in read_table("numbers.tsv") if row["kind"] == kind}


def _either(words: list[str]) -> str:
    """Give a pattern for any of `words`, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what a hedged number, and what a vague one, look like in folded text."""
    scale = _either(list(_rows("scale")))
    spelled = _either([*_rows("unit"), *_rows("ten"), *_rows("scale")])
    words = rf"(?<![\w-])(?:{spelled})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{spelled}))*(?![\w-])"
    value = rf"(?:{_FIGURES}(?:[ -](?:{scale})\b)?|{words})"
    hedged = (
        rf"(?:\b(?P<before>{_either(list(_rows('before')))}) )?(?P<between>\bbetween )?(?P<one>{value})"
        rf"(?:(?: to | or |-)(?P<two>{value})|(?(between) and (?P<three>{value})|(?!)))?"
        rf"(?: (?P<after>{_either(list(_rows('after')))})\b)?"
    )
    return re.compile(hedged, re.IGNORECASE), re.compile(
        rf"\b(?:{_either(list(_rows('vague')))})\b(?!-)", re.IGNORECASE
    )


def read_number(words: str) -> float | None:
    """Give the value of a plain number in figures or words; None where `words` is none.

    >>> read_number("two hundred and fifty"), read_number("1.5 million"), read_number("An-124")
    (250.0, 1500000.0, None)
    """
    total = part = 0.0
    seen = False
    for word in re.split(r"[ -]+", fold(words).lower().replace(",", "")):
        if word in _rows("unit") or word in _rows("ten"):
            part += float((_rows("unit").get(word) or _rows("ten")[word])["value"])
        elif word in _rows("scale"):
            scale = float(_rows("scale")[word]["value"])
            part = max(part, 1.0) * scale
            total, part = (total + part, 0.0) if scale > 100 else (total, part)
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += float(word)
        elif word != "and" or not seen:
            return None
        seen = True
    return total + part if seen else None


def _moved(value: float, how: str) -> float | None:
    """Give the bound that a hedge leaves of `value`."""
    return {"value": value, "next": value + 1, "previous": value - 1}.get(how)


def _hedged(match: re.Match[str]) -> Number | None:
    """Read one match of the hedged pattern; None where its words make no value."""
    one = read_number(match["one"])
    two = read_number(match["two"] or match["three"] or "") if match["two"] or match["three"] else None
    if one is None:
        return None
    low, high = (one, two) if two is not None and two > one else (one, one)
    word = (match["before"] or match["after"] or "").lower()
    row = _rows("before").get(word) or _rows("after").get(word)
    if row is None:
        return Number(match.start(), match.end(), low, high, None)
    return Number(match.start(), match.end(), _moved(low, row["low"]), _moved(high, row["high"]), word)


def _vague(match: re.Match[str]) -> Number:
    """Read one match of the vague pattern: 'dozens of', 'several'."""
    row = _rows("vague")[match.group().lower()]
    low, high = (float(row[bound]) if row[bound] else None for bound in ("low", "high"))
    return Number(match.start(), match.end(), low, high, match.group().lower())


@lru_cache(maxsize=2)  # events and entities ask for the same
def find_numbers(text: str) -> tuple[Number, ...]:
    """List the numbers of `text` in order, none overlapping.

    >>> [(n.low, n.high) for n in find_numbers("At least two An-124s, dozens of men and up to 30 trucks")]
    [(2.0, None), (24.0, None), (None, 30.0)]
    """
    folded = fold(text)
    hedged, vague = _patterns()
    found = [number for match in hedged.finditer(folded) if (number := _hedged(match))]
    found += [_vague(match) for match in vague.finditer(folded)]
    found.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)
