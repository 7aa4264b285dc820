"""Find who asked not to be named, and why."""

from __future__ import annotations

import re

from reportedly.analyse.cue import lemma
from reportedly.analyse.frame import Form, Frame, parsed_text

_SPEECH = frozenset({"say", "tell"})
_OPENING = 12  # characters of the content: 'that her name be withheld', 'that they not be named'
_NAMES = r"(?:his|her|their) (?:full |last |real )?(?:sur)?names?"
# 'who gave only her call sign', 'identified himself only as Badger'
_ONLY = (
    r"\bg(?:ave|ive|iving) only (?:his|her|their|an?) (?:call[- ]?sign|code ?name|first (?:name|initial)|initials?"
    r"|nick ?name|nom de guerre|rank|alias)|\bidentif(?:ied|ying) (?:him|her|them)(?:self|selves) only (?:as|by)\b"
)
# 'who was too scared to give her name' tells the reason with it.
_TOO = r"\btoo (?:afraid|anxious|fearful|frightened|nervous|scared|terrified|worried) to "
_AFRAID = rf"{_TOO}(?:give {_NAMES}|be (?:named|identified)|have {_NAMES} (?:used|published|printed))"
_WITHHELD = re.compile(
    rf"{_AFRAID}|anonymity|\b(?:speak|spoke|speaking|talk|talked) (?:only )?anonymously|\bleave {_NAMES} out\b"
    r"|\bnot (?:to be|be|being|want(?:ing)? to be|wish(?:ing)? to be) (?:named|identified|quoted by name)"
    r"|(?:can|could|may)(?: ?not|n't) be (?:named|identified)"
    r"|n't (?:be|want to be|wish to be) (?:named|identified)|(?:declined|refused) to be (?:named|identified)"
    r"|(?:not|n't|declin\w+|refus\w+|without)(?: want| wish| wishing| wanting)? "
    rf"(?:(?:to )?(?:giv(?:e|ing)|see(?:ing)?) )?{_NAMES}"
    rf"|not to (?:give|print|publish|reveal|use) {_NAMES}"
    rf"|{_NAMES} (?:not )?(?:to )?be (?:withheld|used|published|printed|disclosed|made public|omitted"
    r"|left out|revealed)"
    r"|\b(?:condition|provided|understanding)\b[^.;,]{0,40} not (?:be )?(?:named|identified|quoted)\b"
    r"|not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)|on background"
    r"|\b(?:remain|stay|be kept) (?:anonymous|nameless|unidentified|unnamed)|\boff the record\b"
    r"|\b(?:none|neither|no one|nobody)\b[^.;,]{0,40} (?:to be|being) (?:named|identified)"
    r"|\bleav(?:e|ing) (?:his|her|their) names? out"
    r"|\b(?:speak|spoke|speaking|talk|talked|talking)(?: only)? anonymously"
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
# What opens a reason behind such words. 'as' opens one only if a clause follows: not 'identified only as a guard'.
_STATES = r"(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would|remains?|fear(?:s|ed)?)"
_CLAUSE = rf"(?= [^.;,]*?\b{_STATES}\b)"
_OPENER = (
    r"(?:(?:due|owing) to|because of|because|citing|given|out of|fearing|lest|for(?! this\b)"
    r"|on account of|in view of|in light of|on the grounds that|(?:over|amid)(?= (?:concerns?|fears?)\b)"
    rf"|(?:as|since|while|until)(?! (?:an? |the )?\w+ who\b){_CLAUSE}"
    r"|(?:so as |in order )?to(?= (?:avoid|be able|describe|discuss|protect|share|speak|talk)\b))"
)
_BEHIND = re.compile(
    rf"[^.;]{{0,40}}?(?:\b{_OPENER}\s+([^.;,]{{4,160}})"
    r"|\b((?:(?:describ|discuss|disclos|shar)ing|(?:so as|in order) not to)\s[^.;,]{4,160}))",
    re.I,
)
# 'Fearing reprisals, she asked not to be named'
_BEFORE = re.compile(r"^\W*(?:because of|because|citing|given|out of|fearing|as|since)\s+([^.;,]{4,160}),", re.I)
# Who may not speak gives that as the reason.
_NOT_ALLOWED = re.compile(
    r"\b(not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)[^.;,]{0,80}?)"
    r"(?= and |[.;,]|$)",
    re.I,
)

_AFRAID_ALONE = re.compile(rf"({_AFRAID})", re.IGNORECASE)


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
    behind = (
        _BEHIND.match(words, one.end()) for one in _WITHHELD.finditer(words) if not _NOT_ALLOWED.match(one.group())
    )
    found = next(filter(None, behind), None) or _NOT_ALLOWED.search(words) or _AFRAID_ALONE.search(words)
    if found is None and is_withheld(words):
        found = _BEFORE.match(words)
    return next(filter(None, found.groups())).strip() if found else None


def find_terms(words: str) -> tuple[tuple[int, int], ...]:
    """List where words tell that somebody asked not to be named, with the reason behind it: of these nothing happened.

    >>> words = "Two men, who asked not to be named for fear of reprisals, saw it."
    >>> [words[start:end] for start, end in find_terms(words)]
    ['not to be named for fear of reprisals']
    """
    found = []
    for one in _WITHHELD.finditer(words):
        reason = _BEHIND.match(words, one.end()) or _NOT_ALLOWED.match(words, one.start())
        found.append((one.start(), reason.end() if reason else one.end()))
    return tuple(found)


def keeps_name_back(frame: Frame) -> bool:
    """Tell whether somebody only asks not to be named: that is told of the speaker, and says nothing."""
    if not frame.content or frame.form is Form.REFUSAL or lemma(frame.head) in _SPEECH:
        return False
    start, end = frame.cue[0], max(frame.cue[1], frame.content[0][1])
    words = parsed_text(frame.head.doc)[start:end]
    at = withheld_at(words)
    if read_reason(words) is not None:  # why is worth comparing
        return False
    return at is not None and start + at <= max(frame.cue[1], frame.content[0][0]) + _OPENING


def withheld_at(words: str) -> int | None:
    """Give the place of the words that say that somebody asked not to be named; None where none do."""
    found = _WITHHELD.search(words)
    return found.start() if found else None
