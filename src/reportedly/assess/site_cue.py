"""What the words around a thing say that it did at a site: there, come, gone, or not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportedly.assess.site_part import Part
from reportedly.assess.site_scene import Spot
from reportedly.assess.site_verb import is_so, verb_forms
from reportedly.data import read_table
from reportedly.text.either import either
from reportedly.text.fold import fold


class Act(StrEnum):
    """What a thing is told to have done at a site."""

    PRESENT = "present"
    ARRIVED = "arrived"
    LEFT = "left"
    ABSENT = "absent"
    MOVE = "move"  # went from one place to another
    BOUND = "bound"  # is on its way


_BREAK = re.compile(
    r"[,;:]|\s[-–—]+\s|\b(?:and|but|while|which|who|that|where|when|as|after|before|because)\b", re.IGNORECASE
)
_OPENERS = ("there is", "there are", "there was", "there were")  # what they tell of stands after them
_OTHER_SUBJECT = re.compile(
    r"\b(?:when|as|after|before|while|until|because|where)\s+"
    r"(?:(?!(?:they|it|both|she|he|being|having|the last)\b)[\w'-]+\s+){1,4}\Z",
    re.I,
)
_NEW_CLAUSE = re.compile(r"[;:]|,\s*(?:and|but|while)\b", re.IGNORECASE)
_CROSSED = 20  # characters for which each clause that lies between counts
_BEFORE = 12  # by so much a word before the thing is further from it than one after
_WEAK = 50  # by so much words that often tell something else are further
_AT_SITE = 100  # by so much words right before the site's name are nearer
_RIGHT_BEFORE = 20  # characters between words and the site's name
# Meant, wished, asked or feared: not told to have happened.
_NOT_YET = re.compile(
    r"\AHad (?:the|an?|it|they)\b|\bcan(?:not|'t)?\b(?! be (?:seen|made))"
    r"|\b(?:unable|unlikely|fail\w*|refus\w+|declin\w+|hop\w+) to\b"
    r"|\b(?:will|would|shall|should|(?:is|are|was|were|been) expected"
    r"|due (?:to|in|on|at|by|back|from|next)|(?-i:may)|might"
    r"|could(?! be (?:seen|made))|expect\w*|plans?|planned"
    r"|planning|intends?|if|unless|demand\w*|scheduled|(?:is|are|was|were) to"
    r"|(?:told|asked|ordered|wants?|waiting|ready) (?:\w+ )?to)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:yet to|no|not|none|neither|nobody|nothing|never|without)\b(?! only\b)|n't\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"(?:\b(?:not|never|yet to)|n't)(?: \w+)?\s+\Z", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:is|are|has|have|now|still|today|remains?|stays?|stands?|lies?|sits?|waits?|holds?|keeps?|shows?|lines?|loading)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:sa(?:id|ys?|ying)|told|tells|reported)\b", re.IGNORECASE)
_SAID_ON = re.compile(
    r"\b(?:sa(?:id|ys?)|told(?: [\w'-]+){1,3}|reported|announced|confirmed|added|wrote|repeated)"
    r"(?: (?:on|late|early|in|by))*\s+\Z",
    re.I,
)
_RELATIVE = re.compile(r"(?: [A-Z][\w-]+)*,? (?:that|which|who)\b")
_UNTIL = re.compile(r"\buntil\b", re.IGNORECASE)  # 'did not arrive until noon': it did
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|withdraws? the|withdrew the|no withdrawal|without foundation|baseless)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say what a thing did, and where they stand in the sentence."""

    act: Act
    start: int
    end: int
    weak: bool = False
    words: str = ""  # lower case; empty where an event has them


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[Act, bool]]]:
    acts = {form: (Act(state), False) for form, state in verb_forms().items()}
    acts |= {row["cue"]: (Act(row["state"]), row["weak"] == "y") for row in read_table("assess_site_cues.tsv")}
    return re.compile(rf"(?<![\w-]){either(acts)}(?![\w-])", re.IGNORECASE), acts


def read_cues(
    sentence: str, start: int, end: int, spots: Sequence[tuple[int, int]] = (), known: Sequence[Cue] = ()
) -> list[Cue]:
    """List the words that say what the thing at `[start, end)` of a sentence did, those that most likely do first.

    The nearest come first, those after it before those that stand before it, and those of its own clause.

    Args:
        sentence: the sentence.
        start: where the thing starts in it.
        end: where it ends.
        spots: where the sentence names the site.
        known: the words by which events tell what the thing did; they say more of it than the weak ones of the tables.
    """
    folded = fold(sentence)
    worded = _worded(folded)
    strong = [cue for cue in worded if not cue.weak]
    known = [cue for cue in known if not any(overlap(cue, other) for other in strong)]
    known = [cue for cue in known if not any(overlap(cue, other) and _jars(cue, other) for other in worded)]
    found = [*known, *(cue for cue in worded if not any(overlap(cue, other) for other in known))]
    found = [
        cue
        for cue in found
        if (cue.start >= end and _may_follow(cue, folded[end : cue.start])) or (cue.end <= start and _may_precede(cue))
    ]
    if any(_is_at(cue, spots) and not cue.weak for cue in found):
        found = [cue for cue in found if not cue.weak or _is_at(cue, spots)]
    return sorted(found, key=lambda cue: (_distance(cue, folded, start, end, spots), cue.start))


def _may_follow(cue: Cue, between: str) -> bool:
    """Tell whether words may be said of what stands before them: not of 'a lorry burnt when our reporter arrived'."""
    return not cue.words.startswith(_OPENERS) and not _OTHER_SUBJECT.search(between)


def _worded(folded: str) -> list[Cue]:
    """List the words of the tables in a sentence."""
    pattern, acts = _cues()
    found: list[Cue] = []
    for match in pattern.finditer(folded):
        words = match.group().lower()
        act, weak = acts[words]
        if act is Act.ABSENT and folded.startswith(" of ", match.end()):
            words += " of"
        so = act is Act.ARRIVED and is_so(words, folded[: match.start()])
        found.append(Cue(Act.PRESENT if so else act, *match.span(), weak, words))
    return found


def _jars(cue: Cue, other: Cue) -> bool:
    """Tell whether an event makes of words of seeing or being something else: 'seen off the coast' is no farewell."""
    return other.act is Act.PRESENT and cue.act is not Act.PRESENT


def overlap(cue: Cue, other: Cue) -> bool:
    """Tell whether two cues share words."""
    return cue.start < other.end and other.start < cue.end


def _may_precede(cue: Cue) -> bool:
    """Tell whether words may stand before what they are said of: of 'an empty apron and a helicopter' they may not."""
    return cue.act is not Act.ABSENT or cue.words.endswith((" of", " for"))


def is_spoken(before: str) -> bool:
    """Tell whether the words before a time say that it is when somebody spoke: 'said on Tuesday'."""
    return bool(_SAID_ON.search(before))


def is_apart(sentence: str, cue: Cue, start: int, end: int) -> bool:
    """Tell whether words stand in another main clause than the thing."""
    return bool(_NEW_CLAUSE.search(sentence[end : cue.start] if cue.start >= end else sentence[cue.end : start]))


def is_loose(sentence: str, cue: Cue, start: int, end: int) -> bool:
    """Tell whether words that often tell something else stand in another clause than the thing."""
    between = fold(sentence)[end : cue.start] if cue.start >= end else fold(sentence)[cue.end : start]
    return cue.weak and bool(_BREAK.search(between))


def _distance(cue: Cue, sentence: str, start: int, end: int, spots: Sequence[tuple[int, int]]) -> int:
    between = sentence[end : cue.start] if cue.start >= end else sentence[cue.end : start]
    far = len(between) + len(_BREAK.findall(between)) * _CROSSED + (0 if cue.start >= end else _BEFORE)
    return far + (_WEAK if cue.weak else 0) - (_AT_SITE if _is_at(cue, spots) else 0)


def _is_at(cue: Cue, spots: Sequence[tuple[int, int]]) -> bool:
    """Tell whether words of coming or going stand right before the site's name: 'is not leaving the port of Beira'."""
    return cue.act is not Act.PRESENT and any(0 <= first - cue.end <= _RIGHT_BEFORE for first, _ in spots)


def others_told(sentence: str, cue: Cue, end: int) -> bool:
    """Tell whether between a thing and words after it somebody says something: then the words are of somebody else."""
    return bool(_SAID.search(fold(sentence)[end : cue.start])) or cue.start < end


def has_clause(sentence: str, end: int) -> bool:
    """Tell whether a clause of its own tells which thing is meant: 'the ships that had lain there'."""
    return bool(_RELATIVE.match(fold(sentence)[end:]))


def apart(sentence: str, cue: Cue, start: int) -> int:
    """Give how far a time at `start` of a sentence is from words that it may date, in characters and clauses."""
    between = sentence[cue.end : start] if start >= cue.end else sentence[start : cue.start]
    before = _BEFORE if start < cue.start else 0
    return len(between) + len(_BREAK.findall(between)) * _CROSSED + (_WEAK if cue.weak else 0) + before


def _clause_before(sentence: str, at: int) -> str:
    return _BREAK.split(sentence[:at])[-1]


def is_told(sentence: str, cue: Cue | None, start: int) -> bool:
    """Tell whether words say that it happened, rather than that it will, should or did not."""
    folded = fold(sentence)
    at = cue.start if cue is not None else start
    before = _clause_before(folded, max(at, start)) + (folded[cue.start : cue.end] if cue is not None else "")
    return not (_NOT_YET.search(before[-60:]) or _DENIED.search(folded[: max(at, start)]))


def is_kept(sentence: str, cue: Cue | None) -> bool:
    """Tell whether it is the verb that words deny: 'has not moved', not 'no ship has moved'."""
    return cue is not None and bool(_NOT_DONE.search(_clause_before(fold(sentence), cue.start)[-30:]))


def is_past(sentence: str, cue: Cue | None, start: int, end: int) -> bool:
    """Tell whether words tell of what was, rather than of what is: 'were drawn up', not 'are still drawn up'."""
    first, last = (min(start, cue.start), max(end, cue.end)) if cue is not None else (start, len(sentence))
    return not _NOW.search(fold(sentence)[first:last])


def is_negated(sentence: str, cue: Cue | None, start: int, end: int) -> bool:
    """Tell whether words say that no such thing was there, or did so."""
    folded = fold(sentence)
    last = max(end, cue.end) if cue is not None else end
    if _UNTIL.search(folded[last:]):
        return False
    if cue is not None and _NONE.search(_clause_before(folded, cue.start)[-30:] + folded[cue.start : cue.end]):
        return True
    return bool(_NONE.search(_clause_before(folded, start)[-20:] + folded[start:end]))


def settle(act: Act, negated: bool, spots: Sequence[Spot], stays: bool = False) -> Act | None:
    """Say what an act amounts to at the site, by what it and other places are to the sentence; None for nothing.

    Args:
        act: what the words tell.
        negated: whether they say that it was not so.
        spots: the sites that the sentence names.
        stays: whether they say of a thing that it did not leave: then it is there.
    """
    ours = {spot.part for spot in spots if spot.ours}
    others = {spot.part for spot in spots if not spot.ours}
    if negated:
        if act in (Act.PRESENT, Act.ABSENT):
            return Act.ABSENT
        return Act.PRESENT if stays and act in (Act.LEFT, Act.MOVE) and _from_ours(ours, others) else None
    if act in (Act.PRESENT, Act.ABSENT):
        return act
    if Part.FROM in ours and Part.TO not in ours:
        return Act.LEFT
    if act is Act.BOUND or ours == {Part.FOR}:
        return None
    onward = bool(others & {Part.TO, Part.FOR})
    if act is Act.LEFT and ours and Part.FROM in others:
        return Act.ARRIVED
    if act is Act.MOVE:
        return Act.ARRIVED if Part.TO in ours else Act.LEFT if not ours and onward else None
    if act is Act.LEFT:
        return None if Part.TO in ours or (not ours and Part.FROM in others) else Act.LEFT
    return Act.ARRIVED if ours or not onward else None


def _from_ours(ours: set[Part], others: set[Part]) -> bool:
    """Tell whether what was left, or was not, is the site: it is the place left, or no other one is named."""
    return Part.FROM in ours or (not ours & {Part.TO, Part.FOR} and Part.FROM not in others)
