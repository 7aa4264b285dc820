"""The dateline: where a report says that it was written from, on what day, for which agency."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.read.agency import is_agency_name, is_country, name_agency
from reportedly.read.dates import months
from reportedly.read.notice import tell_notice
from reportedly.report import Dateline
from reportedly.span import Span
from reportedly.text.fold import fold

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# A city in capitals, as wires print it: 'ST. PETERSBURG', 'LONDON/PARIS', "N'DJAMENA"; two letters at least.
_CAPITALS = rf"{_UPPER}(?:{_UPPER}|[.'/ -](?={_UPPER}))+\.?"
_MIXED = rf"{_UPPER}[\w.'-]*(?: (?:(?:of|the|and|al|de|la|el|d')(?: |-))*{_UPPER}[\w.'-]*){{0,3}}"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"[^\W\d_]{3,10}"
_DATE = (
    rf"(?:(?P<month>{_MONTH})\.? {_DAY}|{_DAY.replace('day', 'day2')}\.? (?P<month2>{_MONTH}))"
    r"(?:,? (?P<year>\d{4}))?\.?"
)
_SIGN = r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<agency2>[^/\n]{2,30})/\.?|(?P<agency3>[A-Z][A-Za-z]{1,9}))"
_DASH = r"\s*(?:-{1,2}|:)\s+"
_CITY_FIRST = re.compile(
    rf"(?P<place>{_CAPITALS}(?:, {_MIXED}){{0,2}})(?:[,.]? {_DATE})?(?:[,.]? {{1,2}}{_SIGN})?(?:{_DASH}|(?<=[/)])\.? )"
)
# With an agency's name behind it a place needs no capitals: 'Berlin (dpa) -', 'Paris, France, AFP -'.
_SIGNED = re.compile(rf"(?P<place>{_MIXED}(?:, {_MIXED}){{0,2}}),?(?: {_DATE})? ?,?\s{_SIGN}(?:{_DASH}|\.\s|(?<=/)\s)")
_UNPLACED = re.compile(rf"(?:{_DATE} )?\((?P<agency>[^()\n]{{2,40}})\){_DASH}")
# 'Larn, May 3 (PTI) The ferry ...': an agency that is known needs no dash behind it.
_DASHLESS = re.compile(rf"(?P<place>{_MIXED}),? {_DATE} \((?P<agency>[^()\n]{{2,40}})\) ")
# 'May 3, 2024 (LARN) - ': the brackets hold the place.
_DATED = re.compile(rf"{_DATE} \((?P<place>{_CAPITALS})\){_DASH}")
# '(Larn, May 3, 2024) - ', as organisations open their releases.
_RELEASE = re.compile(rf"\((?P<place>{_MIXED}(?:, {_MIXED}){{0,2}}), {_DATE}\){_DASH}")
_AGENCY_FIRST = re.compile(rf"(?P<agency3>[A-Z]{{2,8}}){_DASH}")
_BRACKETED = re.compile(r"(?P<city>[^\W\d_][^()\n]{1,40}) \((?P<country>[^()\n]{3,40})\)(?= )")
_SHORTEST_CITY = 5  # letters in brackets: fewer capitals may be an agency that no list knows
_SENTENCE_CHARACTERS = 100  # 'LARN: ' opens a paragraph; a shorter line is a headline
_LABELS = frozenset(
    "advisory alert analysis breaking comment context correction corrected developing editorial exclusive explained"
    " explainer fact factbox flash focus info interview latest live more new news newsletter note opinion photo photos"
    " picture q quote read refile report review summary timeline update updated urgent video warning watch"
    " wrapup".split()
)
_LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
_MOST_NOTICES = 6  # above one report
_FIRST_BLOCKS = 4  # a standfirst may stand above the dateline; further down a dateline opens another report


class Signed(NamedTuple):
    """What stands before a report's first sentence."""

    dateline: Dateline | None
    agency: str | None
    month: int | None
    day: int | None
    year: int | None
    end: int  # code point where the first sentence begins


def read_dateline(body: str, start: int = 0) -> Signed | None:
    """Read the dateline at `start` of `body`, None where none stands there.

    The dateline's span holds the place's words. A place without capitals is read only before an agency's name.

    >>> read_dateline("KYIV, Ukraine, May 3 - Two people were hurt.").dateline.place
    'KYIV, Ukraine'
    >>> read_dateline("Two people were hurt - officials said.") is None
    True
    """
    line = _unbracket(fold(body[start : start + 160]).split("\n", 1)[0])
    for pattern in (_CITY_FIRST, _SIGNED, _DASHLESS, _DATED, _RELEASE, _UNPLACED, _AGENCY_FIRST):
        match = pattern.match(line)
        opens = match is not None and not line[match.end() : match.end() + 1].islower()
        found = _signed(body, start, match) if match and opens else None
        if found:
            return found
    return None


def _unbracket(line: str) -> str:
    """Give 'Larn, Norland  (AFP) -' for 'Larn (Norland) (AFP) -': each character keeps its place."""
    match = _BRACKETED.match(line)
    if match is None or not is_country(match.group("country")):
        return line
    return f"{match.group('city')}, {match.group('country')} {line[match.end() :]}"


def find_dateline(text: str, *, depth: int = _FIRST_BLOCKS) -> Signed | None:
    """Find the dateline at the head of `text`, behind notices about the report and lines that introduce it.

    Args:
        text: the body.
        depth: how many blocks are looked at; below the first, a place needs its day or an agency beside it.
    """
    introduced = False
    for number, block in enumerate(islice(_LINE.finditer(text), depth + _MOST_NOTICES)):
        signed = read_dateline(text, block.start())
        if signed and (not introduced or signed.day or signed.agency):
            return signed
        introduced = introduced or tell_notice(block.group()) is None
        if introduced and number + 1 >= depth:
            return None
    return None


def _signed(body: str, start: int, match: re.Match[str]) -> Signed | None:
    """Check a match: a label is no place, 'May' needs its day, and whom nobody knows signs by his form alone."""
    groups = match.groupdict()
    month = months().get((groups.get("month") or groups.get("month2") or "").lower())
    day = groups.get("day") or groups.get("day2")
    if day and month is None:
        return None
    sign = groups.get("agency") or groups.get("agency2") or groups.get("agency3") or ""
    agency = name_agency(sign)
    place = groups.get("place")
    if agency is None and not groups.get("agency3") and is_agency_name(sign):
        # 'Brenn (Left Party) - ' may be a person: without capitals, whom nobody knows signs beside a day alone.
        agency = sign.strip() if day or match.re is _CITY_FIRST or (place is None and sign.isupper()) else None
    if place is None or match.re in (_SIGNED, _DASHLESS):
        if agency is None:
            return None
    elif match.re in (_DATED, _RELEASE):
        if (match.re is _DATED and len(place) < _SHORTEST_CITY) or name_agency(place):
            return None
    elif not _is_place(place, match.group(), sign, agency, _opens_report(body, start)):
        return None
    dateline = None
    if place:
        end = start + match.end("place")
        bracketed = "(" in body[start + match.start("place") : end] and body[end : end + 1] == ")"
        span = Span.of(body, start + match.start("place"), end + bracketed)
        dateline = Dateline(place=span.text, span=span)
    year = groups.get("year")
    return Signed(dateline, agency, month, int(day) if day else None, int(year) if year else None, start + match.end())


def _opens_report(body: str, start: int) -> bool:
    """Tell whether the line at `start` is a paragraph of sentences."""
    end = body.find("\n", start)
    line = body[start : end if end >= 0 else len(body)].rstrip()
    return len(line) >= _SENTENCE_CHARACTERS and line[-1] in ".!?\"'”’"


@cache
def _actors() -> frozenset[str]:
    """Give the first names of armed groups and bodies, lower case: 'HEZBOLLAH: We fired ...' is no dateline."""
    rows = (*read_table("actors_groups.tsv"), *read_table("actors_bodies.tsv"))
    forms = [form.rstrip("?") for row in rows for form in (row["name"], *(row["aliases"] or "").split("|"))]
    return frozenset(form.casefold() for form in forms if form)


def _is_place(place: str, whole: str, sign: str, agency: str | None, opens: bool) -> bool:
    """Tell whether capitals before a dash are a place rather than a label, an acronym or a sign-off."""
    city = place.split(",")[0]
    words = re.findall(r"[^\W\d_]+", city)
    if sign and agency is None and not whole.rstrip(" -:").endswith(")"):
        return False
    if words[0].lower() in _LABELS or name_agency(city) or len(words) > 5:
        return False
    if re.fullmatch(r"(?:\w\.)+", city):
        return False
    # 'LARN: A ferry ...' opens a paragraph as South Asian dailies do; 'WATCH: Ferries collide' does not.
    colon = whole.rstrip().endswith(":") and not opens
    # 'NATO - the alliance' is an acronym; a bare short word in capitals needs a country, a day or a sign.
    bare = place == city and not sign and not re.search(r"\d", whole)
    return not (bare and (colon or len(city) < 4 or city.casefold() in _actors()))
