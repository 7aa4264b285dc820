"""Tell which names are news outlets': by the list, by their last word, and by how a report speaks of its own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reportedly.analyse.gazetteer import look_up
from reportedly.data import read_table, read_words
from reportedly.report import Report
from reportedly.text.fold import fold
from reportedly.text.newsroom import newsroom_forms

# Words such as 'agency' may follow the name: 'the Coastal Press agency'.
_TRAILERS = frozenset({"agency", "channel", "magazine", "network", "newspaper", "service", "station"})
# 'Radio Norte', 'Daily Beacon', 'Channel 9': names that say in front that they are an outlet's.
_OPENS = re.compile(
    r"(?:[Tt]he )?(?:(?:Daily|Radio|TV) [A-Z]|Channel (?:\d|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)"
)
_WORD = r"[A-Z][\w&.-]{0,30}(?<=[\w&])"
_NAME = rf"\b({_WORD}(?: {_WORD}){{0,4}})"  # bounded, so that a text of capitals takes no longer
# 'KYIV, May 3 (Agency) - ': the brackets at a report's head hold the agency.
_SIGNED = re.compile(r"\A[^\n(]{2,60}\(([A-Z][\w .&/-]{1,40})\)\s*[-:]")
# Only an outlet checks 'independently', and sends a reporter.
_CHECKS = re.compile(
    _NAME + r" (?:could not|couldn't|cannot|was unable to|was not able to|has not been able to|did not)"
    r" (?:immediately |yet )?independently\b"
)
_SENDS = re.compile(rf"\b(?:[Aa]|[Tt]he|[Tt]old an?) {_NAME} (?:reporter|correspondent|journalist|photographer)s?\b")
_TOLD = re.compile(rf"\btold {_NAME}")
# What only an outlet says of itself.
_OF_ITSELF = (
    r" (?:(?:could not|cannot|can't|couldn't|(?:was|is) (?:unable|not able) to|ha(?:s|d) not (?:been able to )?)"
    r"\s*(?:immediately |yet |independently ){0,2}(?:verify|verified|confirm|confirmed|corroborate)"
    r"|can reveal|understands)\b"
)
_RELEASES = (
    r" (?:said|says|announced|warned|reported|called|urged)\b"
    r"[^.\n]{0,40}?\b(?:today|in a (?:new )?(?:report|statement))\b"
)
_LOOKED_AT = 8  # names, those told most often first
_OFTEN = 2  # a name that people tell things twice is more than a listener


def is_outlet(name: str) -> bool:
    """Tell whether the name is a news outlet's, by the list, by its last word or by its first."""
    if _OPENS.match(name):
        return True
    words = name.lower().removeprefix("the ").split()
    if " ".join(words) in _listed():
        return True
    if len(words) > 1 and words[-1] in _TRAILERS:
        words = words[:-1] if words[-2:] != ["press", "service"] else words  # the Kremlin's press service
    return len(words) > 1 and words[-1] in read_words("newsroom_words.txt")


@cache
def _listed() -> frozenset[str]:
    """Give the names of known outlets, lower case, without an article."""
    return frozenset(form.lower().removeprefix("the ") for form in newsroom_forms())


def own_outlets(report: Report) -> set[str]:
    """List, in lower case, the names by which the report speaks of outlets: its own, and those that people told."""
    body = fold(report.body)
    head = body[report.dateline.span.start :] if report.dateline and report.dateline.span else body
    signed = _SIGNED.match(head)
    found = [name for name in (report.publisher, report.agency, signed and signed.group(1)) if name]
    found += [name.removeprefix("The ") for name in found]
    found += [short for short in [_short_form(report.publisher or "", body)] if short]
    last = (report.publisher or "").split()[-1:]
    found += [word for word in last if word.lower() in read_words("newsroom_words.txt")]
    found += [word for word in last if re.search(rf"\b(?:[Tt]old )?[Tt]he {re.escape(word)}{_OF_ITSELF}", body)]
    found += [word for word in last if re.search(rf"\b(?:told|called) the {re.escape(word)}\b(?! [A-Z])", body)]
    for pattern in (_CHECKS, _SENDS):
        found += [match.group(1) for match in pattern.finditer(body)]
    told = Counter(match.group(1) for match in _TOLD.finditer(body))
    found += [name for name, times in told.most_common(_LOOKED_AT) if times >= _OFTEN and not _is_no_outlet(name, body)]
    return {name.lower() for name in found}


def _short_form(name: str, body: str) -> str | None:
    """Give the outlet's name without 'News' where the body speaks of itself so; None where it does not."""
    *words, last = name.split() or [""]
    short = " ".join(words)
    alone = bool(words) and last.lower() in read_words("newsroom_words.txt")
    return short if alone and re.search(rf"\b{re.escape(short)}{_OF_ITSELF}", body) else None


def is_release(report: Report) -> bool:
    """Tell whether a report opens with what its publisher 'said today', as no outlet does: it is a body's release."""
    name = fold(report.publisher or "")
    if not name or is_outlet(name):
        return False
    opening = next((line for line in fold(report.body).splitlines() if line.strip()), "")
    return re.search(re.escape(name) + _RELEASES, opening) is not None


def _is_no_outlet(name: str, body: str) -> bool:
    """Tell whether whom people told is a person ('told Congress', 'told Mr Kerr'), a body or a state."""
    before = re.findall(rf"\b([A-Z][a-z]+\.?) {re.escape(name)}\b", body)
    person = any(word.lower() not in read_words("stopwords.txt") for word in before)
    return (
        person or name.split()[-1].lower() in _bodies() or any(p.capital or p.kind == "country" for p in look_up(name))
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("speaker_kinds.tsv") if row["kind"] != "outlet")
