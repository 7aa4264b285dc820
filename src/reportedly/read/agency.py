"""Which news agency wrote the copy, as the copy is signed."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table
from reportedly.read.dates import months
from reportedly.text.newsroom import Newsroom, NewsroomKind, newsroom_forms

_CAPITALS_ONLY = 3  # 'AA' and 'PA' are agencies in capitals alone; 'Pa' and 'aa' are not

_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w&'-]*\w"
_AGENCY_NAME = re.compile(rf"(?=.{{3,40}}$){_CAPITALISED}(?: (?:of |the |and |& )*{_CAPITALISED}){{0,3}}")
_NO_AGENCY = frozenset(
    "analysis archive breaking commentary corrected correction editorial exclusive explainer factbox feature file"
    " handout interview live news opinion photo photos picture pictures update updated urgent video"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)


@cache
def _agencies() -> dict[str, Newsroom]:
    """Give every printed form of an agency's name."""
    return {form: room for form, room in newsroom_forms().items() if room.kind is NewsroomKind.AGENCY}


@cache
def _names() -> dict[str, str]:
    """Give the name that each printed form stands for: long forms in lower case, short ones as printed."""
    return {_key(form): room.name for form, room in _agencies().items()}


def _key(form: str) -> str:
    return form if len(form) <= _CAPITALS_ONLY else form.casefold()


def name_agency(words: str) -> str | None:
    """Name the agency that `words` stand for, None where they name none.

    >>> name_agency("The Associated Press")
    'AP'
    >>> name_agency("a newspaper") is None
    True
    """
    form = " ".join(words.split()).strip(" .,;:/()[]*-–—")
    found = _names().get(_key(form))
    if found or not form.lower().startswith("the "):
        return found
    return _names().get(_key(form[4:]))


def is_agency_name(words: str) -> bool:
    """Tell whether what a dateline holds in brackets may be an agency that no list knows, from its form alone.

    It is one to four capitalised words, or capitals from three letters on: 'NY' is a state, 'Calif.' too.

    >>> is_agency_name("Valley Wire"), is_agency_name("VWS"), is_agency_name("Calif."), is_agency_name("May 3")
    (True, True, False, False)
    """
    form = words.strip()
    lower = form.casefold()
    return (
        _AGENCY_NAME.fullmatch(form) is not None
        and not _NO_AGENCY & set(lower.split())
        and lower not in _countries()
        and not months().keys() & {lower}
    )


def is_country(words: str) -> bool:
    """Tell whether words are a country's or a region's name: 'LIMASSOL (Cyprus) -' is signed by nobody."""
    return words.strip().casefold() in _countries()


@cache
def _countries() -> frozenset[str]:
    """Give the names of countries and regions, lower case."""
    rows = (*read_table("countries.tsv"), *read_table("regions.tsv"))
    names = [name for row in rows for name in (row["name"], *(row["aliases"] or "").split("|"))]
    names += [row["place"] for row in read_table("demonyms.tsv")]
    return frozenset(name.casefold() for name in names if name)


@cache
def _pattern() -> re.Pattern[str]:
    """Give a pattern of every printed form, the longest first."""
    forms = sorted(_agencies(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


def find_agency(words: str) -> str | None:
    """Name the first agency that is named anywhere in `words`, as printed."""
    match = _pattern().search(words)
    return name_agency(match.group()) if match else None
