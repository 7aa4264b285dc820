"""Find figures that count nothing: of names, dates, hours, ages, addresses and scores."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table, read_words
from reportedly.text.either import either

_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_YEAR = r"(?:1[6-9]|20)\d\d(?![\d,]\d|[\w-])"
# 'in 2015', 'the 2014 annexation': thousands of things are written with a comma, or differ from any year.
_YEAR_BEFORE = (
    r"in|since|by|until|till|from|of|during|before|after|early|late|mid|between|around|circa|through|summer|winter|spring"
    r"|autumn|fall|year|and|to|the|his|her|its|their|our|a|'s"
)
_OUTCOME = "win|victory|defeat|loss|draw|lead|vote|majority|ruling|decision|record|split|score"
_STREET = "Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Square|Terrace"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    labels = either(_labels())
    months = "|".join(
        sorted({row["word"].rstrip(".").title() for row in read_table("months.tsv")}, key=len, reverse=True)
    )
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    cased = (
        rf"(?<![\w-])(?:{labels}) (?:(?:No\.? ?|#)?(?:\d[\d.,]*\d|\d)(?![\w-])|(?:{_SPELLED}|{_SPELLED.title()})\b)",
        rf"\b(?:{months})\.? {day}(?:(?:-| and | to | or ){day})?(?:, ?\d{{4}})?\b(?!,\d|:\d)",
        rf"(?<![\w,.-]){day}(?:(?:-| and | to | or ){day})? (?:of )?(?:{months})\b(?:,? \d{{4}})?",
        rf"\b(?:{months})\.?,? {_YEAR}",
        r"\b[A-Z][\w'-]+, \d{1,3}(?=,|\.$|\))",
        rf"\b(?:at|of|on|near|outside) \d+[a-zA-Z]? (?:[A-Z][\w'-]+ ){{1,3}}(?:{_STREET})\b",
        rf"\bthe (?:[A-Z]\w+ )?(?:{_SPELLED.title()})\b(?= [A-Z])",
        r"\bN(?:o|os|r)\. ?\d+",
    )
    folded = (
        rf"(?<![\w-])(?:{_YEAR_BEFORE})[ -]{_YEAR}(?:(?:-| and | to | or ){_YEAR})?",
        r"(?<![\w.,])\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|o'clock)",
        r"(?<![\w.,])\d{4} (?:gmt|utc|hrs|hours|local time)\b",
        r"(?<![\w.,])\d{1,2}[:.]\d\d (?:gmt|utc|hrs|hours|local)\b",
        r"\b(?:aged?|ages) (?:\d+|[a-z]+)(?:(?:-| and | to | or )\d+)?\b",
        rf"(?<![\w.,-])\d+-\d+(?= (?:{_OUTCOME})\b)",
        r"(?<![\w.,-])\d+-\d+(?:, ?\d+-\d+)+\b",
    )
    return tuple(re.compile(pattern) for pattern in cased) + tuple(
        re.compile(pattern, re.IGNORECASE) for pattern in folded
    )


@cache
def _labels() -> frozenset[str]:
    """Give the words that a figure after them names: 'Type 055', 'Flight 370', 'phase two'."""
    words = read_words("numbers_labels.txt")
    return words | {word[0].upper() + word[1:] for word in words}


_PAIR = re.compile(r"(?<![\w.,-])(\d+)-(\d+)(?![\w-])")


def spans_of_names(folded: str) -> list[tuple[int, int]]:
    """List, in order, where the figures of `folded` text count nothing.

    >>> text = "Type 055 ships lost 3-1 on March 12"
    >>> [text[start:end] for start, end in spans_of_names(text)]
    ['Type 055', '3-1', 'March 12']
    """
    found = [match.span() for pattern in _patterns() for match in pattern.finditer(folded)]
    # A range rises; what falls, or starts from nothing, is a score.
    found += [pair.span() for pair in _PAIR.finditer(folded) if int(pair[1]) >= int(pair[2]) or pair[1] == "0"]
    return sorted(found)
