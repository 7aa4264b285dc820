"""Which news agency wrote the copy, as the copy is signed."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table

_CAPITALS_ONLY = 3  # 'AA' and 'PA' are agencies in capitals alone; 'Pa' and 'aa' are not


@cache
def _names() -> dict[str, str]:
    """Give the name that each printed form stands for: long forms in lower case, short ones as printed."""
    return {_key(row["form"]): row["name"] for row in read_table("agencies.tsv")}


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


@cache
def _pattern() -> re.Pattern[str]:
    """Give a pattern of every printed form, the longest first."""
    forms = sorted((row["form"] for row in read_table("agencies.tsv")), key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


def find_agency(words: str) -> str | None:
    """Name the first agency that is named anywhere in `words`, as printed."""
    match = _pattern().search(words)
    return name_agency(match.group()) if match else None
