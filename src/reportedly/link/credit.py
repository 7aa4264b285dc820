"""Find where a report credits another outlet's story, and whose report it is itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.link.dateline import find_bracketed, find_dateline
from reportedly.report import Report
from reportedly.text.fold import fold
from reportedly.text.newsroom import NewsroomKind, newsroom_forms

# What an outlet does with a story of its own, and how others lead up to its name.
_REPORTS = (
    r"reported|reports|report|said|says|saw|revealed|wrote|writes|cited|quoted|confirmed|disclosed|published|broke|learned"
    r"|was unable|were unable|could not|couldn't|has seen|witnesses"
)
_LEADS = (
    r"told|tells|informed|informs|spoke to|spoke with|speaking to|speaking with|talked to|interview with|interview to"
    r"|comments to|statement to|expressed to|confirmed to|according to|reported by|cited by|quoted by|carried by"
    r"|published by|published in|obtained by|reviewed by|seen by|verified by|citing|quoting|reports"
)
# A name that ends like a newspaper's or a broadcaster's is one, listed or not.
_TITLE = (
    r"(?:[A-Z][\w&'.-]*\s){1,3}(?:Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph|Independent|Observer|Mirror|Star"
    r"|News|Newspaper|Daily|Press|Agency|TV|Television|Radio|Today|Weekly|Review|Courier|Examiner|Monitor)\b"
)
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


@cache
def _any_outlet() -> re.Pattern[str]:
    """Build the pattern of a credit to any outlet, listed or with a name like one."""
    listed = "|".join(re.escape(form) for form in sorted(_names(), key=lambda form: (-len(form), form)))
    return _credit_to(rf"(?:{listed}|{_TITLE})")


@lru_cache(maxsize=4096)
def _these_outlets(outlets: frozenset[str]) -> re.Pattern[str]:
    """Build the pattern of a credit to one of a few outlets."""
    forms = {form for form, name in _names().items() if name in outlets} | {fold(name) for name in outlets}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return _credit_to("(?:" + "|".join(re.escape(form) for form in longest_first) + ")")


def _credit_to(name: str) -> re.Pattern[str]:
    """Build the pattern of a credit to `name`, which stands in group `before` or `after` its verb."""
    kind = r"(?:\s(?:news agency|news service|agency|newspaper|journalists?|reporters?|correspondents?|television))?"
    which = r"(?:the\s|a\s|state news agency\s|state media outlet\s|news agency\s|newspaper\s|broadcaster\s)*"
    has = r"(?:has\s|have\s|had\s|also\s|first\s|earlier\s|exclusively\s)?"
    return re.compile(
        rf"\b(?i:{_LEADS})\s{which}(?P<after>{name})(?!\w)|"
        rf"(?<!\w)(?P<before>{name}){kind}\s(?:\w+ly\s)?{has}(?:{_REPORTS})\b"
    )


@lru_cache(maxsize=256)
def _folded(body: str) -> str:
    """Give a body folded; it is asked once for each report that it is held against."""
    return fold(body)


def name_outlet(name: str) -> str:
    """Give the listed name of an outlet, or the name itself without its article where it is not listed."""
    folded = fold(name).strip()
    bare = folded[4:] if folded.lower().startswith("the ") else folded
    return _names().get(folded) or _names().get(bare) or _GENERIC.sub("", bare) or bare


def find_credits(body: str, outlets: frozenset[str] | None = None) -> tuple[Credit, ...]:
    """List the credits in `body` in reading order: to any outlet, or to `outlets`, which need not be listed."""
    if outlets is not None and not outlets:
        return ()
    pattern = _any_outlet() if outlets is None else _these_outlets(outlets)
    found = []
    for match in pattern.finditer(_folded(body)):
        group = "after" if match.group("after") else "before"
        found.append(Credit(name_outlet(match.group(group)), match.start(), match.end()))
    return tuple(found)


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
