"""Find who asked not to be named, and why."""

from __future__ import annotations

import re

_NAMES = r"(?:his|her|their) (?:full |last |real )?(?:sur)?names?"
# 'who gave only her call sign', 'identified himself only as Badger'
_ONLY = (
    r"\bg(?:ave|ive|iving) only (?:his|her|their|an?) (?:call[- ]?sign|code ?name|first (?:name|initial)|initials?"
    r"|nick ?name|nom de guerre|rank|alias)|\bidentif(?:ied|ying) (?:him|her|them)(?:self|selves) only (?:as|by)\b"
)
_WITHHELD = re.compile(
    r"anonymity|\bnot (?:to be|be|being|want(?:ing)? to be|wish(?:ing)? to be) (?:named|identified|quoted by name)"
    r"|(?:can|could|may)(?: ?not|n't) be (?:named|identified)"
    r"|n't (?:be|want to be|wish to be) (?:named|identified)|(?:declined|refused) to be (?:named|identified)"
    rf"|(?:not|n't|declin\w+|refus\w+|without)(?: want| wish| wishing| wanting)? (?:(?:to )?giv(?:e|ing) )?{_NAMES}"
    rf"|not to (?:give|print|publish|reveal|use) {_NAMES}"
    rf"|{_NAMES} (?:not )?(?:to )?be (?:withheld|used|published|printed|disclosed|made public)"
    r"|not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)|on background"
    r"|\b(?:remain|stay|be kept) (?:anonymous|nameless|unidentified|unnamed)|\boff the record\b"
    rf"|\bnames? [^.;]{{0,40}}\bwithh(?:eld|olding)|{_ONLY}",
    re.I,
)
# Case counts for the name alone.
_OWN_NAME = re.compile(
    r"(?:\b(?:gave|give|giving)(?: only)? (?:his|her|their) (?:first |last |given |full )?name(?: only)?(?: as|,)"
    r"|\bidentif(?:ied|ying) (?:him|her)self(?: only)? (?:as|by (?:his|her) first name,)"
    r"|\b(?:asked|wanted|wished) to be (?:called|identified|named)(?: only)? (?:as|by (?:his|her) first name,))"
    r" ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
_REASON = re.compile(
    r"(?:anonymity|named|identified|names? [a-z ]*(?:printed|used|published|disclosed|public|withheld)|full name)\b"
    r"[^.;]{0,40}?\b(?:(?:due|owing) to|because of|because|citing|given|out of|fearing|for|as(?= (?:he|she|they|it)\b)"
    r"|since(?= (?:he|she|they|it)\b)|to(?= (?:avoid|discuss|describe|protect|share|speak|talk)\b))"
    r"\s+([^.;,]{4,160})",
    re.I,
)
# Who may not speak gives that as the reason.
_NOT_ALLOWED = re.compile(
    r"\b(not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)[^.;,]{0,80}?)"
    r"(?= and |[.;,]|$)",
    re.I,
)


def is_withheld(words: str) -> bool:
    """Tell whether words say of a speaker that it asked not to be named."""
    return _WITHHELD.search(words) is not None


def read_own_name(words: str) -> str | None:
    """Give the name that somebody gave as the own: 'who gave only her first name, Ana'; None where none is told.

    >>> read_own_name("who gave her name only as Dana"), read_own_name("who gave only his call sign, Badger")
    ('Dana', None)
    """
    told = _OWN_NAME.search(words)
    return told.group(1) if told else None


def read_reason(words: str) -> str | None:
    """Give the reason that words tell for it; None where they tell none."""
    reason = _REASON.search(words) or _NOT_ALLOWED.search(words)
    return reason.group(1).strip() if reason else None
