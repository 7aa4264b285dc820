"""What the words around a thing say that it did at a site: there, come, gone, or not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.assess.site_scene import Part, Spot
from reportedly.data import read_table
from reportedly.text.fold import fold


class Act(StrEnum):
    """What a thing is told to have done at a site."""

    PRESENT = "present"
    ARRIVED = "arrived"
    LEFT = "left"
    ABSENT = "absent"
    MOVE = "move"  # went from one place to another


_BREAK = re.compile(r"[,;:]|\s[-–—]+\s|\b(?:and|but|while|which|who|that|where|when|as|after|before|because)\b", re.IGNORECASE)
_CROSSED = 25  # characters for which each clause that lies between counts
_BEFORE = 12  # by so much a word before the thing is further from it than one after
# Meant, wished, asked or feared: not told to have happened.
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|due|may|might|could|expect\w*|plans?|planned|planning|intends?|to (?:be|come|leave|send|arrive|follow|start)"
    r"|is to|are to|was to|were to|if|unless|until|called? in before|demand\w*|ask(?:s|ed)? for|scheduled|wants? to)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not (?:a|one|any|a single)|none|neither|nobody|no one|nothing|never|without|not)\b|n't\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|withdraws? the|no withdrawal|without foundation|baseless|invention)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say what a thing did, and where they stand in the sentence."""

    act: Act
    start: int
    end: int


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Act]]:
    acts = {row["cue"]: Act(row["state"]) for row in read_table("assess_site_cues.tsv")}
    longest = sorted(acts, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE), acts


def read_cue(sentence: str, start: int, end: int) -> Cue | None:
    """Give the words that say what the thing at `[start, end)` of a sentence did; None where none do.

    The nearest count, those after it before those that stand before it, and those of its own clause.
    """
    pattern, acts = _cues()
    folded = fold(sentence)
    found = [Cue(acts[match.group().lower()], match.start(), match.end()) for match in pattern.finditer(folded)]
    found = [cue for cue in found if cue.end <= start or cue.start >= end]
    return min(found, key=lambda cue: (_distance(cue, folded, start, end), cue.start), default=None)


def _distance(cue: Cue, sentence: str, start: int, end: int) -> int:
    between = sentence[end : cue.start] if cue.start >= end else sentence[cue.end : start]
    crossed = len(_BREAK.findall(between)) * _CROSSED
    return len(between) + crossed + (0 if cue.start >= end else _BEFORE)


def is_told(sentence: str, cue: Cue | None, start: int) -> bool:
    """Tell whether words say that it happened, rather than that it will, should or did not."""
    folded = fold(sentence)
    at = cue.start if cue is not None else start
    before = folded[max(min(at, start) - 30, 0) : max(at, start)]
    return not (_NOT_YET.search(before) or _DENIED.search(folded[: max(at, start)]))


def is_negated(sentence: str, cue: Cue | None, start: int, end: int) -> bool:
    """Tell whether words say that no such thing was there, or did so."""
    folded = fold(sentence)
    first = min(start, cue.start if cue is not None else start)
    last = max(end, cue.end if cue is not None else end)
    before = folded[max(first - 24, 0) : last]
    clause = _BREAK.split(folded[max(first - 24, 0) : first])[-1] + folded[first:last]
    return bool(_NONE.search(clause)) and not re.search(r"\bnot only\b", before, re.IGNORECASE)


def settle(act: Act, negated: bool, spots: tuple[Spot, ...]) -> Act | None:
    """Say what an act amounts to at the site, by what the site, and other places, are to the sentence; None for nothing."""
    ours = [spot.part for spot in spots if spot.ours]
    others = [spot.part for spot in spots if not spot.ours]
    if negated:
        return Act.ABSENT if act in (Act.PRESENT, Act.ABSENT) else None
    if act in (Act.PRESENT, Act.ABSENT):
        return act
    if Part.FROM in ours:
        return Act.LEFT
    if act is Act.MOVE:
        return Act.ARRIVED if Part.TO in ours else Act.LEFT if not ours and Part.TO in others else None
    if act is Act.LEFT:
        return None if Part.TO in ours else Act.LEFT
    return Act.ARRIVED if ours or Part.TO not in others else None
