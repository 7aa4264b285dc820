"""Words for a source that tell that it is not named."""

from __future__ import annotations

import re

from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.data import read_table
from reportedly.trace import Told

_SAID_ALREADY = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|not? (?:be )?named|(?:every|some|any|no)(?:body|one))\b", re.IGNORECASE
)
_ANYBODY = re.compile(r"(?:every|some|any|no)(?:body|one)|some|many|others|people", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:(?:the|an?)\s+)?(?:\w+\s+){0,2}\w+[’']s?\s+|(?:the|this|that|these|those|his|her|its|their|our|several|some|many|most|both|other|an?|\d+)\s+",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:\w+|an?\s+\w+)\s+of\s+", re.IGNORECASE)
_COUNTING = frozenset("some several many most all both one each few number couple dozen dozens".split())


def call_unnamed(speaker: str, told: Told) -> str:
    """Give the words for a speaker; one who is not named is called so: 'four unnamed Syrian officials'."""
    if told.speaker_kind is not SpeakerKind.ANONYMOUS or told.anonymity is Anonymity.NAMED:
        return speaker
    return insert_unnamed(speaker)


def is_anybody(words: str) -> bool:
    """Tell whether words for a source tell nothing of it: 'somebody'."""
    return _ANYBODY.fullmatch(words.strip()) is not None


def insert_unnamed(speaker: str) -> str:
    """Put 'unnamed' where it belongs.

    >>> insert_unnamed("four Syrian officials"), insert_unnamed("a senior officer"), insert_unnamed("officials")
    ('four unnamed Syrian officials', 'an unnamed senior officer', 'unnamed officials')
    >>> insert_unnamed("the official"), insert_unnamed("two of the officials")
    ('the unnamed official', 'two of the unnamed officials')
    """
    if _SAID_ALREADY.search(speaker):
        return speaker
    numbers = {row["word"] for row in read_table("numbers.tsv")} | _COUNTING
    part = _PART.match(speaker)
    lead = part[0] if part and part[0].lower().split()[-2] in numbers else ""
    rest = speaker[len(lead) :]
    head = rest.partition(" ")[0]
    if head == rest and (head.lower() in numbers or not head.islower()):
        return f"{speaker}, not named"
    found = _FIRST.match(rest)
    first = found[0] if found else f"{head} " if head.lower() in numbers and head != rest else ""
    article = "an " if first.strip().lower() in ("a", "an") else first
    return f"{lead}{article}unnamed {rest[len(first) :]}"
