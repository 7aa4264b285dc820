"""What time expressions look like: one pattern a form, over folded text.

The forms and the extents (hedges and 'the past' inside, prepositions outside) follow the TIMEX3 guidelines.
Source: TimeML 1.2.1 annotation guidelines; habits measured on TimeBank 1.2 (TempEval-3).
"""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table

_ORDINAL = "first|second|third|fourth|1st|2nd|3rd|4th|final"
_HEDGE = (
    "at least|at most|about|around|nearly|almost|more than|less than|fewer than|up to|approximately|roughly"
    "|just over|just under"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_SPELLED_YEAR = r"nineteen[ -][a-z]+(?:[ -][a-z]+)?|two thousand(?: and)?(?: [a-z]+)?"


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _stopped(names: list[str]) -> str:
    """Give a pattern for calendar names, where short forms may have their stop."""
    short = [name for name in names if len(name) < 6 and any(name != full and full.startswith(name) for full in names)]
    full = [name for name in names if name not in short]
    return rf"(?:(?:{_either(short)})\b\.?|(?:{_either(full)})\b)"


def _symbols(kind: str) -> list[str]:
    return [row["word"] for row in read_table("months_seasons.tsv") if row["kind"] == kind]


@cache
def _pieces() -> dict[str, str]:
    """Give the pieces that the forms are made of, by name."""
    numbers = [row["word"] for row in read_table("numbers.tsv") if row["kind"] in ("unit", "ten")]
    spelled = _either(numbers)
    return {
        "month": _stopped([row["word"] for row in read_table("months.tsv")]),
        "weekday": _stopped([row["word"].rstrip(".") for row in read_table("weekdays.tsv")]),
        "part": "(?:" + _either(_symbols("part")) + ")",
        "season": "(?:" + _either(_symbols("season")) + ")",
        "unit": "(?:" + _either(_symbols("unit")) + ")",
        "units": "(?:" + _either([word for word in _symbols("unit") if word.endswith("s")]) + ")",
        "number": rf"(?:\d+(?:[.,]\d+)*(?: \d/\d)?|(?:{spelled})(?:[ -](?:{spelled}))?|an?|several|many"
        rf"|a few|few|a couple(?: of)?|couple of|half an?|a dozen|dozens of|hundreds of|thousands of)",
        "day": _DAY,
        "year": _YEAR,
        "hedge": f"(?:{_HEDGE})",
        "ordinal": f"(?:{_ORDINAL})",
        "spelled_year": _SPELLED_YEAR,
        "edge": "(?:early|late|mid|earlier|later|the (?:very )?(?:end|start|beginning|middle) of)",
        "tz": r"(?: (?:GMT|UTC|E[SD]?T|C[SD]T|P[SD]T|BST|CET|local(?: time)?)\b)?",
    }


# Each form: its name, which names its reader, and its pattern; {…} are the pieces above.
_FORMS = (
    ("iso", r"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:]+Z?)?"),
    ("figures", r"(?P<month>\d\d?)/(?P<day>\d\d?)/(?P<year>\d{{4}}|\d\d)"),
    (
        "date",
        r"(?:(?P<weekday>{weekday}),? (?:the )?)?(?:{hedge} )?(?P<month>{month}) (?P<day>{day})(?:st|nd|rd|th)?"
        r"(?:(?:-| to )(?P<upto>{day})(?:st|nd|rd|th)?(?! ?[\w%-]))?"
        r"(?:,? (?P<year>{year}))?(?!\d|,\d{{3}}| percent)",
    ),
    (
        "date",
        r"(?:(?P<weekday>{weekday}),? )?(?:the )?(?:(?P<since>{day})(?:st|nd|rd|th)?(?:-| to ))?"
        r"(?P<day>{day})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})"
        r"(?:,? (?P<year>{year}))?(?!\d)",
    ),
    (
        "month",
        r"(?:(?P<edge>{edge})[ -])?(?:(?P<which>last|next|this|this past|this coming|the previous|the following) )?"
        r"(?P<month>{month})(?:,? (?:of )?(?P<year>{year}|{spelled_year}))?",
    ),
    ("season", r"(?P<which>last|next|this|this past|this coming|the previous|the following) (?P<season>{season})"),
    ("season", r"(?:(?P<edge>{edge})[ -])?(?:the )?(?P<season>{season}),? (?:of )?(?P<year>{year}|{spelled_year})"),
    (
        "year",
        r"(?:(?P<edge>{edge}|a good part of|the (?:first|second|last) half of)[ -])?"
        r"(?:fiscal(?: year)? |the year )?(?P<year>{year})(?: and beyond)?",
    ),
    ("year", r"(?:the year )?(?P<year>{spelled_year})"),
    ("decade", r"(?:the )?(?:(?:early|late|mid)[ -])?(?P<decade>(?:1[5-9]|20)\d|'?\d)0s"),
    ("century", r"(?:the )?(?:(?:early|late|mid)[ -])?(?P<century>\d\d)(?:st|nd|rd|th)[ -]century"),
    (
        "deictic",
        r"(?:(?P<edge>early|late|earlier|later) )?(?P<word>today|yesterday|tomorrow|tonight|overnight|last night)",
    ),
    ("deictic", r"(?P<word>this) (?P<part>{part})"),
    ("deictic", r"(?P<word>yesterday|tomorrow) (?P<part>{part})"),
    (
        "weekday",
        r"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<which>last|next|this|this past|this coming|the previous|"
        r"the following|each|every) )?(?P<weekday>{weekday})(?:s\b)?(?: (?P<part>{part})(?P<set>s)?)?",
    ),
    ("weekend", r"(?P<which>last|next|this|this past|this coming|the) weekend"),
    (
        "unit",
        r"(?:(?P<edge>{edge}) )?(?P<which>last|next|this|this past|this coming|the current|the latest|"
        r"the previous|the following|"
        r"the coming|the same|that|the past) (?:fiscal |calendar )?(?P<unit>week|month|year|quarter|decade|century)",
    ),
    (
        "unit",
        r"(?P<edge>the (?:end|start|beginning|middle) of|earlier in|later in) (?P<which>the) (?P<unit>week|month|year)",
    ),
    ("year_end", r"(?:{hedge} )?year(?:'s|-| )end"),
    (
        "quarter",
        r"(?:(?P<edge>{edge}) )?(?:the (?!{ordinal}-))?"
        r"(?:(?P<which>this year's|last year's|next year's|year-ago|year-earlier|fiscal|previous|same) )?"
        r"(?:(?P<year>{year}) )?(?:fiscal[ -])?(?P<ordinal>{ordinal})[ -](?P<unit>quarter|half)"
        r"(?:(?: of)?(?: fiscal)? (?P<later>{year}|last year|this year|next year))?",
    ),
    ("quarter", r"\bQ(?P<ordinal>[1-4])(?:,? (?P<later>{year}))?"),
    (
        "period",
        r"(?:the )(?:(?P<which>latest|year-ago|year-earlier|same|(?P<year>{year})) )?(?P<unit>quarter|period)"
        r"(?: (?P<ago>a year ago|a year earlier))?",
    ),
    ("period", r"(?P<which>year-ago|year-earlier)"),
    (
        "ago",
        r"(?:{hedge} )?(?:(?P<number>{number})(?: (?:to|or) (?P<upto>{number}))? )?(?P<unit>{unit})(?: or so)? "
        r"(?P<way>ago|from now|hence|(?:earlier|later)(?! (?:than|this|in)\b))",
    ),
    ("ago", r"(?P<way>the) (?P<which>day|week|month|year|night) (?P<side>before|after|earlier)"),
    ("ago", r"(?P<way>the) (?P<which>previous|following|next) (?P<unit>day|night|morning)"),
    (
        "duration",
        r"(?:(?:{hedge}|each of) )*(?:the )?(?:(?:past|last|next|first|coming|previous|latest|final|preceding|"
        r"following|year-earlier|year-ago) )?(?P<number>{number})(?: (?:to|or) (?P<upto>{number}))?"
        r"(?: (?:more|full|straight|consecutive|trading|business|working|whole|long|solid|additional|further))?"
        r" (?P<unit>{unit})(?P<half> and a half)?",
    ),
    ("duration", r"(?P<number>{number})-(?P<unit>year|month|week|day|hour|minute|decade|century)(?!-?old)(?:-long)?"),
    ("duration", r"(?:(?<=for )|(?<=within )|(?<=took )|(?<=take )|(?<=lasted )|(?<=last )|(?<=in ))(?P<unit>{units})"),
    ("duration", r"(?:the )?(?:recent|coming|next|past|early) (?P<unit>{units})(?P<more> and (?:months|years))?"),
    ("duration", r"(?:the )?(?P<unit>{units}) ahead"),
    (
        "time",
        r"(?:(?:around|about|shortly (?:before|after)|just (?:before|after)) )?"
        r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m\b\.?{tz}",
    ),
    (
        "time",
        r"(?:(?:around|about) )?(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: ?hours|hrs)?(?![\d:]){tz}",
    ),
    ("time", r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?: ?hours|hrs)? (?:GMT|UTC|local time)"),
    ("time", r"(?P<word>noon|midnight)"),
    ("set", r"(?P<which>each|every|once an?|twice an?) (?P<unit>day|week|month|quarter|year|hour|decade)"),
    ("set", r"(?P<word>weekly|monthly|yearly|annually|hourly)"),
    ("ref", r"(?P<word>now|currently|at present|these days|nowadays|right now|at the moment|the present|presently)"),
    ("ref", r"(?P<word>recently|the past|recent times)"),
    ("ref", r"(?P<word>soon(?! as)|the (?:near |foreseeable |immediate )?future|the near term|as soon as possible)"),
)


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give every form as its reader's name and its pattern, in order of precedence."""
    return tuple(
        (name, re.compile(r"(?<![\w$£€-])(?:" + form.format(**_pieces()) + r")(?![\w])", re.IGNORECASE))
        for name, form in _FORMS
    )
