"""Find numbers as words tell them: figured, spelled, hedged; the figures of names and dates are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.text.either import either
from reportedly.text.fold import fold
from reportedly.text.number_name import spans_of_names

SHARE = "share"  # the unit of 'half of', 'a third', '40 per cent': a part of one


class Number(NamedTuple):
    """A number where it stands, hedge included; a bound is None where the words leave it open."""

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: str | None  # 'at least', 'around'; None where the number is told plainly
    unit: str | None = None  # '$', 'hectare', SHARE; None where things or people are counted


# An-124, S-400, 2S19, Covid-19: figures joined to letters name a thing. 20k and 3bn are scaled.
_FIGURES = (
    r"(?<![\w.,/:'#])(?<![^\W\d]-)\d+(?:,\d{3})*(?:\.\d+)?"
    r"(?:k|bn|mn|tn)?(?![\w:/']|[.,]\d|-(?!odd\b|plus\b|strong\b)[A-Za-z]|-\d+-)"
)
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9}
_CODES = {"USD": "$", "EUR": "€", "GBP": "£"}
_SUM = r"(?:(?:US|A|C|HK|NZ|S)?(?P<sign>[$€£¥₽₴₪₹])|\b(?P<code>USD|EUR|GBP)) ?"
_SHARES = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
# What goes before a change rather than a range: 'rose from 10 to 15'.
_CHANGE = re.compile(r"(?<!anywhere )(?<!ranging )(?<!range )\bfrom $", re.IGNORECASE)
# After these 'over' is theirs: 'handed over 303 captives'.
_CARRIED = re.compile(
    r"\b(?:hand|turn|t[ao]k|sign|fl[ye]|sail|cross|drov?|drive|ran?|run|boil|mull|bring|brought|spill|pass)\w* $",
    re.IGNORECASE,
)

_REACH = 48  # characters of the longest hedges


@cache
def _rows(kind: str) -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in read_table("numbers.tsv") if row["kind"] == kind}


@cache
def _units() -> dict[str, str]:
    """Give what each word or sign of money and measure stands for."""
    return {row["word"]: row["unit"] for row in read_table("numbers_units.tsv")}


@cache
def _value() -> str:
    """Give the pattern of a number without its hedge."""
    scale = either(_rows("scale"))
    spelled = either([*_rows("unit"), *_rows("ten"), *_rows("scale")])
    words = (
        rf"(?<![\w-])(?:(?:an? )?half (?:an? )(?={scale})|an? (?={scale}))?(?:{spelled})"
        rf"(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and | and a half )(?:{spelled}))*"
        r"(?![\w-](?!odd\b|plus\b|strong\b))"
    )
    return rf"(?:{_FIGURES}(?:[ -](?:{scale})\b)?|{words})"


@cache
def _hedges() -> tuple[str, str]:
    """Give the patterns of what stands before a number, at most twice, and of what stands after it."""
    before = rf"(?<!\w)(?=[a-z])(?:(?:{either(_rows('before'))}) ){{1,2}}$"
    return before, rf"(?: (?P<after>{either(_rows('after'))})\b|(?P<plus>\+|-plus\b)|-odd\b)"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_hedges()[0], re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compile what hedged numbers, vague ones, sums of money and shares look like in folded text."""
    _, after = _hedges()
    value = _value()
    hedged = (
        rf"(?P<between>\bbetween )?(?P<one>{value})"
        rf"(?:(?: to | or |-)(?P<two>{value})|(?(between) and (?P<three>{value})|(?!)))?"
        rf"(?:(?P<percent> ?%| per ?cent\b)|[ -](?P<unit>{either(_units())})\b)?{after}?"
    )
    vague = rf"\b(?P<vague>{either(_rows('vague'))})\b(?!-)"
    sums = (
        rf"(?P<between>\bbetween )?(?<!\w){_SUM}"
        r"(?P<one>\d+(?:,\d{3})*(?:\.\d+)?)(?P<short>k|mn|m|bn|b|tn)?"
        rf"(?:[ -](?P<scale>{either(_rows('scale'))}))?\b(?:-[a-z]+)?{after}?"
    )
    part = r"(?P<top>an?|one|two|three|four)[ -](?P<bottom>third|quarter|fifth|tenth)s?\b|(?P<half>half)\b(?! an? )"
    among = rf"\b(?P<some>one|two|three|nine) (?:in|out of) (?P<every>{either([*_rows('unit'), *_rows('ten')])}|\d+)\b"
    shares = rf"(?<![\w-])(?:{part})|{among}"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (hedged, vague, sums, shares))


def read_number(words: str) -> float | None:
    """Give the value of a plain number in figures or words; None where `words` is none.

    >>> read_number("two hundred and fifty"), read_number("1.5 million"), read_number("An-124")
    (250.0, 1500000.0, None)
    """
    total = part = 0.0
    seen = begun = False
    for word in re.split(r"[ -]+", fold(words).lower().replace(",", "").replace("and a half", "and-half")):
        figures = re.fullmatch(r"(\d+(?:\.\d+)?)(k|bn|mn|tn)?", word)
        if word in _rows("unit") or word in _rows("ten"):
            part += float((_rows("unit").get(word) or _rows("ten")[word])["value"])
        elif word in _rows("scale"):
            scale = float(_rows("scale")[word]["value"])
            part = (part or 1.0) * scale
            total, part = (total + part, 0.0) if scale > 100 else (total, part)
        elif figures and begun:
            return None  # 'a 124', 'An-124'
        elif figures:
            part += float(figures[1]) * _SUFFIXES.get(figures[2], 1.0)
        elif word == "half":
            part += 0.5
        elif word not in (("and", "a", "an") if seen else ("a", "an")):
            return None
        begun = word in ("a", "an")
        seen = seen or not begun
    return total + part if seen else None


def _moved(value: float | None, how: str, step: int) -> float | None:
    """Give the bound that a hedge leaves of `value`."""
    return None if value is None else {"value": value, "next": value + step, "previous": value - step}.get(how)


def _bounded(match: re.Match[str], low: float | None, high: float | None, unit: str | None = None) -> Number:
    """Apply the hedges of a match to its bounds: the innermost first, so that 'at least some 30' opens the end."""
    groups = match.groupdict()
    hedge = _before().search(match.string[max(match.start() - _REACH, 0) : match.start()])
    words = hedge.group().lower().strip() if hedge else ""
    at = match.start() - len(words) - 1
    if words.startswith("over") and _CARRIED.search(match.string[max(at - 12, 0) : at]):
        words = words.removeprefix("over").strip()
    start = match.start() - (len(words) + 1 if words else 0)
    rows = [row for row in (_rows("before").get(word) for word in _split(words)) if row]
    after = "or more" if groups.get("plus") else (groups.get("after") or "").lower()
    rows += [_rows("after")[after]] if after else []
    step = 0 if unit == SHARE else 1  # more than 80 people are 81, more than 80 per cent are no whole number
    for row in reversed(rows):
        low, high = _moved(low, row["low"], step), _moved(high, row["high"], step)
    return Number(start, match.end(), low, high, words or after or None, unit)


def _split(words: str) -> list[str]:
    """Take the words before a number apart into the one or two hedges that they are."""
    known = _rows("before")
    if not words or words in known:
        return [words]
    cuts = [at for at, sign in enumerate(words) if sign == " "]
    at = next((at for at in cuts if words[:at] in known and words[at + 1 :] in known), len(words))
    return [words[:at], words[at + 1 :]]


@cache
def _scaled() -> re.Pattern[str]:
    """Give the pattern of a number that a scale ends: 'three dozen'."""
    return re.compile(rf"[ -](?:{either(_rows('scale'))})$", re.IGNORECASE)


def _hedged(match: re.Match[str]) -> Iterator[Number]:
    """Read one match of the hedged pattern: one number, or two where it tells a change."""
    one, two = read_number(match["one"]), read_number(match["two"] or match["three"] or "")
    if one is None:
        return
    if two is not None and _CHANGE.search(match.string[max(match.start("one") - 20, 0) : match.start("one")]):
        yield Number(match.start("one"), match.end("one"), one, one, None)
        yield Number(match.start("two"), match.end("two"), two, two, None)
        return
    scaled = _scaled().search(match["two"] or match["three"] or "")
    if two is not None and scaled and not match["one"].lower().endswith(tuple(_rows("scale"))):
        scale = float(_rows("scale")[scaled.group()[1:].lower()]["value"])
        one = one * scale if one * scale < two else one  # 'two to three dozen'
    low, high = (one, two) if two is not None and two > one else (one, one)
    if match["percent"]:
        yield _bounded(match, low / 100, high / 100, SHARE)
    else:
        yield _bounded(match, low, high, _units()[match["unit"].lower()] if match["unit"] else None)


def _vague(match: re.Match[str]) -> Iterator[Number]:
    """Read one match of the vague pattern: 'dozens of', 'several'."""
    row = _rows("vague")[match["vague"].lower()]
    low, high = (float(row[bound]) if row[bound] else None for bound in ("low", "high"))
    number = _bounded(match, low, high)
    yield number if number.start < match.start() else number._replace(hedge=match.group().lower())


def _sum(match: re.Match[str]) -> Iterator[Number]:
    """Read a sum of money: '$1.2 billion'."""
    value = float(match["one"].replace(",", "")) * _SUFFIXES.get((match["short"] or "").lower(), 1.0)
    value *= float(_rows("scale")[match["scale"].lower()]["value"]) if match["scale"] else 1.0
    yield _bounded(match, value, value, match["sign"] or _CODES[match["code"].upper()])


def _share(match: re.Match[str]) -> Iterator[Number]:
    """Read a part of a whole: 'two-thirds', 'half', 'one in five'."""
    if match["half"]:
        value = 0.5
    elif match["some"]:
        value = (read_number(match["some"]) or 0.0) / (read_number(match["every"]) or 1.0)
    else:
        value = (read_number(match["top"]) or 1.0) / _SHARES[match["bottom"].lower()]
    yield _bounded(match, value, value, SHARE)


@lru_cache(maxsize=2)  # events and entities ask for the same
def find_numbers(text: str) -> tuple[Number, ...]:
    """List the numbers of `text` in order, none overlapping.

    >>> [(n.low, n.high) for n in find_numbers("At least two An-124s, dozens of men and up to 30 trucks")]
    [(2.0, None), (24.0, None), (None, 30.0)]
    """
    folded = fold(text)
    named = spans_of_names(folded)
    found = [
        number
        for pattern, read in zip(_patterns(), (_hedged, _vague, _sum, _share), strict=True)
        for match in pattern.finditer(folded)
        for number in read(match)
    ]
    found.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in found:
        names = any(start < number.end and number.start < end for start, end in named)
        if not names and (not kept or number.start >= kept[-1].end):
            kept.append(number)
    return tuple(kept)
