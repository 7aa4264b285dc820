"""What time expressions look like: one pattern a form, over folded text.

The forms and the extents (hedges and 'the past' inside, prepositions outside) follow the TIMEX3 guidelines.
Source: TimeML 1.2.1 annotation guidelines; habits measured on TimeBank 1.2 (TempEval-3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.data import read_table
from reportedly.text.either import either

BEFORE, AFTER = 72, 64  # characters on either side of the word that calls for a form, in which the form may lie

_ORDINAL = "first|second|third|fourth|1st|2nd|3rd|4th|final"
_HEDGE = (
    "at least|at most|about|around|nearly|almost|more than|less than|fewer than|up to|approximately|roughly"
    "|just over|just under"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_WORD = re.compile(r"[A-Za-z]+|[0-9]+")


def _stopped(names: list[str]) -> str:
    """Give a pattern for calendar names, where short forms may have their stop."""
    short = [name for name in names if len(name) < 6 and any(name != full and full.startswith(name) for full in names)]
    full = [name for name in names if name not in short]
    return rf"(?:(?:{either(short)})\b\.?|(?:{either(full)})\b)"


def _symbols(kind: str) -> list[str]:
    return [row["word"] for row in read_table("months_seasons.tsv") if row["kind"] == kind]


@cache
def _pieces() -> dict[str, str]:
    """Give the pieces that the forms are made of, by name."""
    numbers = [row["word"] for row in read_table("numbers.tsv") if row["kind"] in ("unit", "ten")]
    spelled = either(numbers)
    weekdays = [row["word"].rstrip(".") for row in read_table("weekdays.tsv")]
    return {
        "month": _stopped([row["word"] for row in read_table("months.tsv")]),
        "weekday": _stopped(weekdays),
        "weekday_name": "(?:" + either([name for name in weekdays if name.endswith("day")]) + ")",
        "part": "(?:" + either(_symbols("part")) + ")",
        "season": "(?:" + either(_symbols("season")) + ")",
        "unit": "(?:" + either(_symbols("unit")) + ")",
        "units": "(?:" + either([word for word in _symbols("unit") if word.endswith("s")]) + ")",
        "spelled": f"(?:{spelled})",
        "number": rf"(?:\d+(?:[.,]\d+)*(?: \d/\d)?|(?:{spelled})(?:[ -](?:{spelled}))?|an?|several|many"
        rf"|a few|few|a couple(?: of)?|couple of|half an?|a dozen|dozens of|hundreds of|thousands of)",
        "day": _DAY,
        "day_word": "(?:" + either([row["word"] for row in read_table("time_ordinals.tsv")]) + ")(?!-)",
        "year": _YEAR,
        "told_year": "(?:the same|that same|that|the following|the previous) year",
        "hedge": f"(?:{_HEDGE})",
        "ordinal": f"(?:{_ORDINAL})",
        "spelled_year": rf"(?:nineteen[ -](?:{spelled})(?:[ -](?:{spelled}))?"
        rf"|two thousand(?:(?: and)? (?:{spelled})(?:-(?:{spelled}))?)?)",
        "edge": "(?:early|late|mid|earlier|later|the (?:very )?(?:end|start|beginning|middle) of)",
        "which": "last|next|this|this past|this coming|the previous|the following",
        "tz": r"(?: (?:GMT|UTC|E[SD]?T|C[SD]T|P[SD]?T|M[SD]T|BST|CET|EET|MSK|IST"
        r"|(?:local|Eastern|Central|Pacific|(?-i:[A-Z])[a-z]+)(?: (?:standard|daylight|summer))? time"
        r"|Eastern|Pacific|local)\b|(?-i:Z)\b)?",
    }


# Each form: its name, which names its reader; the words or sorts of words of which one calls for it; and its pattern,
# in which {…} are the pieces above.
_FORMS = (
    ("iso", "YEAR", r"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:]+Z?)?"),
    ("figures", "FIGURES", r"(?P<month>\d\d?)(?P<mark>[/.])(?P<day>\d\d?)(?P=mark)(?P<year>\d{{4}}|\d\d)(?!\.?\d)"),
    (
        "date",
        "MONTH",
        r"(?:(?:(?:this coming|this past|this|next|last) )?(?P<weekday>{weekday}),? (?:the )?)?"
        r"(?:{hedge} )?(?P<month>{month}) "
        r"(?:(?P<day>{day})(?:st|nd|rd|th)?|(?:the )?(?P<day_word>{day_word}))"
        r"(?:-(?P<upto>{day})(?:st|nd|rd|th)?(?![\w-]| ?%| percent)| to (?P<until>{day})(?:st|nd|rd|th)?(?! ?[\w%-]))?"
        r"(?:,? (?P<year>{year})| of (?P<told_year>{told_year}))?(?!\d|,\d{{3}}| percent)",
    ),
    (
        "date",
        "MONTH",
        r"(?:(?P<weekday>{weekday}),? )?(?:the )?"
        r"(?:(?P<since>{day})(?:st|nd|rd|th)?(?:-| to )|(?<=between )(?P<low>{day})(?:st|nd|rd|th)? and )?"
        r"(?P<day>{day})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})"
        r"(?:,? (?P<year>{year})| of (?P<told_year>{told_year}))?(?!\d)",
    ),
    (
        "week_of",
        "week",
        r"the week (?:of|beginning|starting) (?P<month>{month}) (?P<day>{day})(?:,? (?P<year>{year}))?",
    ),
    ("day", "ST ND RD TH", r"the (?P<day>{day})(?:st|nd|rd|th)(?: of (?P<which>this|last|next) month)?"),
    (
        "month",
        "MONTH",
        r"(?:(?P<edge>{edge})[ -])?(?:(?P<which>{which}|the month of) )?"
        r"(?P<month>{month})"
        r"(?:,? (?:of )?(?P<year>{year}|{spelled_year}|last year|this year|next year)| of (?P<told_year>{told_year}))?",
    ),
    ("season", "SEASON", r"(?P<which>{which}) (?P<season>{season})"),
    ("season", "SEASON", r"(?P<season>{season}) (?P<of_year>last year|this year|next year)"),
    (
        "season",
        "SEASON",
        r"(?:(?P<edge>{edge})[ -])?(?:the )?(?P<season>{season}),? (?:of )?(?P<year>{year}|{spelled_year})",
    ),
    ("bare_season", "SEASON", r"(?:(?P<edge>early|late|mid)[ -])?(?:the )?(?P<season>{season})"),
    ("years", "YEAR", r"(?P<year>{year})[-/](?P<upto>{year}|\d\d)"),
    (
        "year",
        "YEAR",
        r"(?:(?P<edge>{edge}|a good part of|the (?:first|second|last) half of)[ -])?"
        r"(?:{hedge} )?(?:fiscal(?: year)? |the year )?(?P<year>{year})(?: and beyond)?",
    ),
    ("year", "nineteen thousand", r"(?P<the>the year )?(?P<year>{spelled_year})"),
    ("decade", "YEAR FIGURES", r"(?:the )?(?:(?P<edge>early|late|mid)[ -])?(?P<decade>(?:1[5-9]|20)\d|'?\d)0'?s"),
    ("century", "century", r"(?:the )?(?:(?:early|late|mid)[ -])?(?P<century>\d\d)(?:st|nd|rd|th)[ -]century"),
    (
        "deictic",
        "today yesterday tomorrow tonight overnight night",
        r"(?:(?P<edge>early|late|earlier|later) )?(?P<word>today|yesterday|tomorrow|tonight|overnight|last night)",
    ),
    ("deictic", "yesterday tomorrow", r"(?P<word>the day (?:before yesterday|after tomorrow))"),
    ("deictic", "PART", r"(?:(?P<edge>early|late|earlier|later) )?(?P<word>this) (?P<part>{part})"),
    ("deictic", "PART", r"(?P<word>yesterday|tomorrow) (?P<part>{part})"),
    (
        "weekday",
        "WEEKDAY",
        r"(?:(?:early|late|earlier|later) (?:on )?)?(?:(?P<which>{which}|each|every) )?"
        r"(?P<weekday>{weekday}|{weekday_name}(?=s\b))(?P<plural>s\b)?(?: (?P<part>{part})(?P<set>s)?)?",
    ),
    ("weekday", "WEEKDAY", r"the (?P<weekday>{weekday}) (?P<side>before|after)"),
    ("weekend", "weekend", r"(?P<which>{which}|the|that) weekend"),
    (
        "unit",
        "UNIT",
        r"(?:(?P<edge>{edge}) )?(?P<which>{which}|the current|the latest|the coming|the same|that|the past) "
        r"(?:fiscal |calendar )?(?P<unit>week|month|year|quarter|decade|century)",
    ),
    (
        "unit",
        "day night morning afternoon evening",
        r"(?P<which>that|the same|that same|that very) (?P<unit>day|night|morning|afternoon|evening)",
    ),
    (
        "unit",
        "UNIT",
        r"(?P<edge>the (?:end|start|beginning|middle) of|earlier in|later in) (?P<which>the) (?P<unit>week|month|year)",
    ),
    ("own_unit", "UNIT", r"the (?P<unit>day|week|month|year)"),
    ("year_end", "year", r"(?:{hedge} )?year(?:'s |-| )end"),
    (
        "quarter",
        "quarter half",
        r"(?:(?P<edge>{edge}) )?(?:the (?!{ordinal}-))?"
        r"(?:(?P<which>this year's|last year's|next year's|year-ago|year-earlier|fiscal|previous|same) )?"
        r"(?:(?P<year>{year}) )?(?:fiscal[ -])?(?P<ordinal>{ordinal})[ -](?P<unit>quarter|half)"
        r"(?:(?: of)?(?: fiscal)? (?P<later>{year}|last year|this year|next year))?",
    ),
    ("quarter", "q", r"(?-i:Q)(?P<ordinal>[1-4])(?:,? (?P<later>{year}))?"),
    (
        "period",
        "quarter period",
        r"(?:the )(?:(?P<which>latest|year-ago|year-earlier|same|(?P<year>{year})) )?(?P<unit>quarter|period)"
        r"(?: (?P<ago>a year ago|a year earlier))?",
    ),
    ("period", "year", r"(?P<which>year-ago|year-earlier)"),
    (
        "ago",
        "ago now hence earlier later",
        r"(?:{hedge} )?(?:(?P<number>{number})(?: (?:to|or) (?P<upto>{number}))? )?(?P<unit>{unit})(?: or so)? "
        r"(?P<way>ago|from now|hence|(?:earlier|later)(?! (?:than|this|in the (?:day|week|month|year))\b))",
    ),
    (
        "ago",
        "before after earlier",
        r"(?P<way>the) (?P<which>day|week|month|year|night) (?P<side>before|after|earlier)",
    ),
    (
        "ago",
        "previous following next",
        r"(?P<way>the) (?P<which>previous|following|next) (?P<unit>day|night|morning|afternoon|evening)",
    ),
    ("ago", "next", r"(?P<which>next) (?P<unit>day)"),
    (
        "duration",
        "UNIT",
        r"(?:(?:{hedge}|each of) )*(?:the )?(?:(?:past|last|next|first|coming|previous|latest|final|preceding|"
        r"following|year-earlier|year-ago) )?(?P<number>{number})(?: (?:to|or) (?P<upto>{number}))?"
        r"(?P<half> and a half)?(?: (?:more|full|straight|consecutive|trading|business|working|whole|long|short|solid|"
        r"additional|further|other))? (?P<unit>{unit})(?P<and_half> and a half)?(?P<or_so> or so| or two)?",
    ),
    (
        "duration",
        "UNIT",
        r"(?P<number>{number})-(?P<unit>year|month|week|day|hour|minute|decade|century)(?!-?old)(?:-long)?",
    ),
    ("duration", "UNIT", r"(?P<half_unit>half|quarter)[ -](?:of a |a )?(?P<unit>century)"),
    (
        "duration",
        "UNIT",
        r"(?:(?<=for )|(?<=within )|(?<=took )|(?<=take )|(?<=lasted )|(?<=last )|(?<=in ))(?P<unit>{units})",
    ),
    ("duration", "UNIT", r"(?P<unit>hours|days|weeks|months|years|decades|centuries)(?= of )"),
    (
        "duration",
        "UNIT",
        r"(?:the )?(?:recent|coming|next|past|early|future|first|last|final|opening|closing) "
        r"(?P<unit>{units})(?: and {units})?",
    ),
    ("duration", "UNIT", r"(?:the )?(?P<unit>{units}) ahead"),
    ("duration", "years", r"(?:(?<=over )|(?<=through ))the (?P<unit>years)"),
    ("while", "while time", r"a (?:long |short |little )?while|(?<=for )some time"),
    (
        "time",
        "m am pm",
        r"(?:(?:around|about|shortly (?:before|after)|just (?:before|after)) )?"
        r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.? ?m\b\.?{tz}",
    ),
    (
        "time",
        "FIGURES",
        r"(?:(?:around|about) )?(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: ?hours|hrs)?(?![\d:]){tz}",
    ),
    (
        "time",
        "gmt utc local z hours hrs",
        r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
        r"(?: ?(?:hours|hrs)(?: (?:GMT|UTC|local time))?| ?(?:GMT|UTC)| local time|(?-i:Z))",
    ),
    ("time", "clock", r"(?:(?:around|about) )?(?P<hour>\d\d?|{spelled}) o'clock"),
    ("time", "noon midday midnight", r"(?P<word>noon|midday|midnight)"),
    (
        "set",
        "UNIT",
        r"(?P<which>each|every|once an?|twice an?|(?:{spelled}|several|\d+) times an?|once every|twice every) "
        r"(?P<unit>day|night|week|month|quarter|year|hour|decade)",
    ),
    ("set", "UNIT", r"every (?P<number>{number}) (?P<unit>{units})"),
    (
        "set",
        "weekly monthly yearly annually hourly daily nightly",
        r"(?P<word>weekly|monthly|yearly|annually|hourly|daily|nightly)",
    ),
    (
        "ref",
        "now currently present days nowadays moment presently current",
        r"(?P<word>now|currently|at present|these days|nowadays|right now|at the moment|the present|presently|current)",
    ),
    ("ref", "recently past times", r"(?P<word>recently|the past|recent times)"),
    (
        "ref",
        "soon future term possible",
        r"(?P<word>soon(?! as)|the (?:near |foreseeable |immediate )?future|the near term|as soon as possible)",
    ),
)


class Forms:
    """Every form, and which words call for which."""

    def __init__(self) -> None:
        """Compile the forms."""
        self.forms = tuple(
            (name, re.compile(r"(?<![\w$£€-])(?:" + form.format(**_pieces()) + r")(?![\w])", re.IGNORECASE))
            for name, _, form in _FORMS
        )
        self._called: dict[str, tuple[int, ...]] = {}
        for order, (_, needs, _) in enumerate(_FORMS):
            for word in _calling(needs):
                self._called[word] = (*self._called.get(word, ()), order)

    def find(self, text: str) -> Iterator[tuple[int, str, re.Match[str]]]:
        """Give what each form matches in `text`: its place in the order of precedence, its reader's name and the match.

        A form is looked for only beside the words that call for it, which makes this some four times as fast.
        """
        reach: dict[int, list[list[int]]] = {}
        for word in _WORD.finditer(text):
            for order in self._called.get(_sort(word.group().lower()), ()):
                first, last = max(word.start() - BEFORE, 0), word.end() + AFTER
                runs = reach.setdefault(order, [])
                if runs and runs[-1][1] >= first:
                    runs[-1][1] = last
                else:
                    runs.append([first, last])
        for order, runs in reach.items():
            name, pattern = self.forms[order]
            for first, last in runs:
                for match in pattern.finditer(text, first, last):
                    yield order, name, match


def _sort(word: str) -> str:
    """Give the sort of a run of figures; a word is its own."""
    if word.isdigit():
        return "YEAR" if len(word) == 4 else "FIGURES" if len(word) < 3 else ""
    return word


def _calling(needs: str) -> set[str]:
    """List the words that call for a form; words in capitals name a sort of them."""
    sorts = {
        "MONTH": [row["word"] for row in read_table("months.tsv")],
        "WEEKDAY": [row["word"].rstrip(".") for row in read_table("weekdays.tsv")],
        "UNIT": _symbols("unit"),
        "PART": _symbols("part"),
        "SEASON": _symbols("season"),
    }
    found: set[str] = set()
    for word in needs.split():
        found |= set(sorts.get(word, [word if word in ("YEAR", "FIGURES") else word.lower()]))
    if "WEEKDAY" in needs:
        found |= {f"{name}s" for name in found if name.endswith("day")}
    return found


@cache
def forms() -> Forms:
    """Give the forms, compiled once in a process."""
    return Forms()
