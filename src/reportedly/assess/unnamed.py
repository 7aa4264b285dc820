"""Words for a source that tell that it is not named."""

from __future__ import annotations

import re

from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.data import read_table
from reportedly.trace import Told

_SAID_ALREADY = re.compile(r"\b(?:unnamed|anonymous|unidentified|not? (?:be )?named)\b", re.IGNORECASE)
_FIRST = re.compile(r"(an?|several|some|many|a few|a number of|both|\d+)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their|one of|\w+ of|\w+[’']s)\s", re.IGNORECASE)


def call_unnamed(speaker: str, told: Told) -> str:
    """Give the words for a speaker; one who is not named is called so: 'four unnamed Syrian officials'."""
    if told.speaker_kind is not SpeakerKind.ANONYMOUS or told.anonymity is Anonymity.NAMED:
        return speaker
    return insert_unnamed(speaker)


def insert_unnamed(speaker: str) -> str:
    """Put 'unnamed' where it belongs.

    >>> insert_unnamed("four Syrian officials"), insert_unnamed("a senior officer"), insert_unnamed("officials")
    ('four unnamed Syrian officials', 'an unnamed senior officer', 'unnamed officials')
    >>> insert_unnamed("the official"), insert_unnamed("two of the officials")
    ('the official, who is not named', 'two of the officials, not named')
    """
    if _SAID_ALREADY.search(speaker):
        return speaker
    if _DEFINITE.match(speaker):
        return f"{speaker}, who is not named" if speaker.lower().startswith("the ") else f"{speaker}, not named"
    numbers = {row["word"] for row in read_table("numbers.tsv")}
    head, _, rest = speaker.partition(" ")
    if head.lower() in numbers and rest:
        return f"{head} unnamed {rest}"
    if found := _FIRST.match(speaker):
        article = "an" if found[1].lower() in ("a", "an") else found[1]
        return f"{article} unnamed {speaker[found.end() :]}"
    return f"unnamed {speaker}"
