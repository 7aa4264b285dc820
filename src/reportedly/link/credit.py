"""Find where a report credits another outlet's story, and whose report it is itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from reportedly.link.dateline import find_bracketed, find_dateline
from reportedly.link.tokens import Tokens, read_tokens
from reportedly.report import Report
from reportedly.text.fold import fold
from reportedly.text.newsroom import NewsroomKind, newsroom_forms

# What an outlet does with a story of its own, and how others lead up to its name.
_REPORTS = (
    r"reported|reports|report|said|says|saw|revealed|wrote|writes|cited|quoted|confirmed|disclosed|published|broke|learned"
    r"|quotes|was unable|were unable|could not|couldn't|has seen|witnesses"
)
_LEADS = (
    r"told|tells|informed|informs|spoke to|spoke with|speaking to|speaking with|talked to|interview with|interview to"
    r"|comments to|statement to|expressed to|confirmed to|according to|reported by|cited by|quoted by|carried by"
    r"|published by|published in|report,? by|report in|story,? by|story in"
    r"|gave to|given to|handed to|passed to|provided to|shared with|shown to|leaked to"
    r"|obtained by|reviewed by|seen by|verified by|citing|quoting|reports"
)
_FIRST = "".join(sorted({lead[0] for lead in _LEADS.split("|")}))  # so that few places are tried
# A name that ends like a newspaper's or a broadcaster's is one, listed or not, and so is a station's.
_ENDINGS = frozenset(
    "Times Post Journal Herald Tribune Gazette Chronicle Telegraph Independent Observer Mirror Star News Newspaper"
    " Daily Press Agency Wire Newswire Dispatch TV Television Radio Today Weekly Review Courier Examiner"
    " Monitor Advertiser Argus Bulletin Echo Globe Guardian Inquirer Ledger Mail Messenger Portal Sentinel".split()
)
# What stands before a name says that it is an outlet's, whatever it is like.
_SORTS = ("television station", "TV station", "radio station", "broadcaster", "news agency", "newspaper", "news site")
_ENDED = rf"(?:[A-Z][\w&'.-]*\s){{1,3}}(?:{'|'.join(sorted(_ENDINGS, key=lambda word: (-len(word), word)))})\b"
_SORTED = rf"(?:{'|'.join(rf'(?<={sort} )' for sort in _SORTS)})[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){{0,2}}"
_TITLE = rf"(?:{_ENDED}|Radio\s[A-Z][\w'-]*[a-z]\b|{_SORTED})"
_ROUND = 160  # characters on either side of a name's longest word within which a credit to it lies
_OPENING = 800  # characters in which a dateline names the agency, a notice perhaps before it
_GENERIC = re.compile(r"\s(?:[Nn]ews\s)?(?:[Aa]gency|[Ss]ervice)$|\s[Nn]ewswire$")
_SIGN_OFF = re.compile(r"\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by\b")


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that credit another outlet with a story: `[start, end)` in the body."""

    outlet: str  # the name as listed, or as printed where it is not listed
    start: int
    end: int


@cache
def _names() -> dict[str, str]:
    """Read every form of an outlet's name with the name as listed."""
    rooms = newsroom_forms()
    return {fold(form): room.name for form, room in rooms.items() if room.kind is not NewsroomKind.COMMON}


def _is_agency(name: str) -> bool:
    """Tell whether the outlet sells its stories to others."""
    room = newsroom_forms().get(name)
    return room is not None and room.kind is NewsroomKind.AGENCY


class _Search(NamedTuple):
    """How credits to some outlets are found: only round words of their names."""

    anchors: frozenset[str]  # one word of each name
    pattern: re.Pattern[str]


@cache
def _any_outlet() -> _Search:
    """Prepare the search for credits to any outlet, listed or with a name like one."""
    search = _search(_names())
    sorts = {sort.split()[-1] for sort in _SORTS}
    return _Search(search.anchors | _ENDINGS | sorts, _credit_to(rf"(?:{_alternatives(_names())}|{_TITLE})"))


@lru_cache(maxsize=4096)
def _these_outlets(outlets: frozenset[str]) -> _Search:
    """Prepare the search for credits to one of a few outlets."""
    return _search({form for form, name in _names().items() if name in outlets} | {fold(name) for name in outlets})


def _search(forms: Iterable[str]) -> _Search:
    """Prepare the search for credits to outlets named by `forms`."""
    anchors = frozenset(max(read_tokens(form).forms, key=len, default="") for form in forms)
    return _Search(anchors, _credit_to(f"(?:{_alternatives(forms)})"))


def _alternatives(forms: Iterable[str]) -> str:
    """Give a pattern's alternatives, the longest form first; those that begin alike are told apart letter by letter."""
    branches: dict[str, set[str]] = {}
    for form in forms:
        branches.setdefault(form[:1], set()).add(form[1:])
    ends = branches.pop("", None) is not None
    told = [
        re.escape(first) + (_alternatives(rest) if len(rest) > 1 else re.escape(*rest))
        for first, rest in sorted(branches.items())
    ]
    return f"(?:{'|'.join(told + [''] * ends)})"


def _credit_to(name: str) -> re.Pattern[str]:
    """Build the pattern of a credit to `name`, which stands in group `before` or `after` its verb."""
    agency = r"(?:[Nn]ews\s)?(?:[Aa]gency|[Ss]ervice)|[Nn]ewswire"
    kind = rf"(?:\s(?:{agency}|newspaper|journalists?|reporters?|correspondents?|television))?"
    which = r"(?:the\s|a\s|state news agency\s|state media outlet\s|news agency\s|newspaper\s|broadcaster\s)*"
    seat = r"(?:\sof\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)?"
    has = r"(?:has\s|have\s|had\s|also\s|first\s|earlier\s|exclusively\s)?"
    return re.compile(
        rf"\b(?i:(?=[{_FIRST}])(?:{_LEADS}))\s{which}(?P<after>{name})(?!\w)|"
        rf"(?<!\w)(?P<before>{name}){kind}{seat}\s(?:\w+ly\s)?{has}(?:{_REPORTS})\b"
    )


def name_outlet(name: str) -> str:
    """Give the listed name of an outlet, or the name itself without its article where it is not listed."""
    folded = fold(name).strip()
    bare = folded[4:] if folded.lower().startswith("the ") else folded
    return _names().get(folded) or _names().get(bare) or _GENERIC.sub("", bare) or bare


def find_credits(body: str, tokens: Tokens, outlets: frozenset[str] | None = None) -> tuple[Credit, ...]:
    """List the credits in `body`, whose words are `tokens`, in reading order.

    Args:
        body: a report's body.
        tokens: its words.
        outlets: whom they credit, listed or not; None for any outlet.
    """
    if outlets is not None and not outlets:
        return ()
    anchors, pattern = _any_outlet() if outlets is None else _these_outlets(outlets)
    found = []
    for start, end in _stretches(tokens, anchors):
        for match in pattern.finditer(fold(body[start:end])):
            group = "after" if match.group("after") else "before"
            found.append(Credit(name_outlet(match.group(group)), start + match.start(), start + match.end()))
    return tuple(found)


def _stretches(tokens: Tokens, anchors: frozenset[str]) -> list[tuple[int, int]]:
    """List the stretches of the body, whole words each and apart from each other, round words in `anchors`."""
    if anchors.isdisjoint(tokens.forms):
        return []
    places = [place for place, form in enumerate(tokens.forms) if form in anchors]
    stretches: list[tuple[int, int]] = []
    found = tokens.starts[places]
    firsts = tokens.starts[np.searchsorted(tokens.starts, found - _ROUND)]
    for first, at in zip(firsts.tolist(), found.tolist(), strict=True):
        if stretches and first <= stretches[-1][1]:
            first = stretches.pop()[0]
        stretches.append((first, at + _ROUND))
    return stretches


def own_outlets(report: Report) -> frozenset[str]:
    """Name the outlets whose report it is: publisher, agency, and the one in its dateline.

    A publisher that prints an agency's copy counts with it: the story is the agency's.
    """
    own = {name_outlet(name) for name in (report.agency, report.publisher) if name}
    return frozenset(own | ({signed} if (signed := _dateline_outlet(report)) else set()))


def _dateline_outlet(report: Report) -> str | None:
    """Name the outlet that stands in brackets in the dateline; one that is not listed needs a line like one."""
    opening = report.body[:_OPENING]
    formed = find_dateline(opening)
    if formed and formed.group("name"):
        return name_outlet(formed.group("name"))
    bracketed = find_bracketed(opening)
    name = name_outlet(bracketed) if bracketed else None
    return name if name in _names().values() else None


def signs_as_agency(report: Report) -> bool:
    """Tell whether the report carries an agency's dateline or desk credits."""
    if report.editors or _SIGN_OFF.search(fold(report.body)):
        return True
    signed = _dateline_outlet(report)
    listed = signed is not None and (_is_agency(signed) or signed not in _names().values())
    return listed or bool(report.agency and report.dateline)
