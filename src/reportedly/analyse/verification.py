"""Mark what the outlet says it could, or could not, check, and what another contests in the words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from reportedly.analyse.cue import noun_class
from reportedly.attribution import Attribution, Basis, SpeakerKind, Stance, Verification
from reportedly.data import read_table
from reportedly.span import Field
from reportedly.text.fold import fold

_CHECK = r"(?:verif|authenticat|corroborat|confirm)\w*"
_UNABLE = r"(?:(?:could|can|was|were|is|are) ?(?:not|n't)|cannot|unable to|not (?:yet )?(?:been )?able to)"
# The outlet's checks: 'could not independently verify the claim', 'had not been verified', 'unconfirmed'.
_UNVERIFIED = re.compile(
    rf"\b(?:{_UNABLE}(?:\s+\w+){{0,3}}?\s+{_CHECK}"
    rf"|(?:not|never) (?:yet )?been (?:\w+ly )?{_CHECK}|(?:did|has|have|had) not (?:yet )?independently {_CHECK}"
    rf"|(?:impossible|difficult|hard) to (?:\w+ly )?{_CHECK}|no independent (?:confirmation|verification)"
    r"|un(?:verified|confirmed|authenticated|corroborated)\b"
    rf"|{_UNABLE} (?:\w+ )?(?:ascertain|determine|establish)(?= (?:when|where|who|whether|how)\b[^.;]{{0,80}}\b"
    r"(?:authentic|filmed|genuine|made|real|recorded|shot|taken)\b))",
    re.I,
)
_VERIFIED = re.compile(
    rf"\b(?:independently {_CHECK}ed|(?:was|were) able to (?:\w+ly )?{_CHECK}|(?:verified|authenticated) by"
    rf"|(?:verified|authenticated|geolocated)(?= (?:the|its|their|this|that|these) ))",
    re.I,
)
_WHOSE = r"(?:the|this|that|these|those|his|her|their|its|either|both|any(?: of the)?|some of the|all(?: of the)?)"
_BOTH = re.compile(r"\W*(?:either|both)\b", re.I)
_STOP = re.compile(r"[.!?]['\")]*\s")
_REACH = 700  # characters back to what 'the report' can mean; a paragraph or two
_NEAR = 80  # characters behind the check in which its object begins
Told = Sequence[tuple[int, int]]  # where an attribution ends, and its number; in order


class _Check(NamedTuple):
    """What the outlet says of having checked something, where it says it."""

    start: int
    end: int
    verdict: Verification


class _Patterns(NamedTuple):
    """What tells that words speak of something said, or shown, before."""

    back: re.Pattern[str]  # 'the report', 'his account', 'it'
    earlier: re.Pattern[str]  # just that, and what it is called: 'the clip misleading'
    picture: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    said, shown = (
        "|".join(row["word"] for row in read_table("negation_checked.tsv") if row["kind"] == kind)
        for kind in ("said", "shown")
    )
    thing = rf"(?:{said}|{shown})s?"
    return _Patterns(
        re.compile(rf"\W*(?:{_WHOSE}\W+)?(?:\w+ ){{0,2}}?(?:{thing}|it|that|them|this)\b", re.I),
        re.compile(rf"(?:{_WHOSE} (?:\w+ )?)?{thing}(?=$| \W?\w+\W*$)|(?:it|that|this|them)$", re.I),
        re.compile(rf"\b(?:{shown})s?\b", re.I),
    )


def mark_verification(body: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give the attributions with what the outlet says of having checked them, and what others contest."""
    words = fold(body)
    marks: dict[int, Verification] = {n: Verification.UNVERIFIED for n, one in enumerate(found) if _says_unchecked(one)}
    told = sorted((_end(one), number) for number, one in enumerate(found) if _is_checkable(one))
    for check in _checks(words):
        for number in _targets(check, words, found, told):
            marks.setdefault(number, check.verdict)
    for denial in found:
        if denial.stance is Stance.DENIES and denial.content and denial.content[0].field is Field.BODY:
            for number in _contested(denial, found, told):
                marks.setdefault(number, Verification.DISPUTED)
    return tuple(replace(one, verification=marks.get(number)) for number, one in enumerate(found))


def _checks(words: str) -> list[_Check]:
    """List the checks in reading order; what was 'not independently verified' is not verified too."""
    failed = [_Check(match.start(), match.end(), Verification.UNVERIFIED) for match in _UNVERIFIED.finditer(words)]
    done = [_Check(match.start(), match.end(), Verification.VERIFIED) for match in _VERIFIED.finditer(words)]
    inside = {at for check in failed for at in range(check.start, check.end)}
    return sorted([*failed, *(check for check in done if check.start not in inside)])


def _ended(told: Told, first: int, last: int) -> list[int]:
    """List the attributions that end between two characters, in the order of their ends."""
    return [number for _, number in told[bisect_left(told, (first, -1)) : bisect_left(told, (last + 1, -1))]]


def _targets(check: _Check, words: str, found: Sequence[Attribution], told: Told) -> list[int]:
    """Give the attributions that a check speaks of: the one it is part of, else what was said just before."""
    ahead = _ended(told, check.end, check.end + 2 * _REACH)
    own = next((number for number in ahead if _introduced_by(check, found[number], words)), None)
    if own is not None:
        return [own]
    behind = words[check.end : check.end + _NEAR]
    seen = _patterns().picture.search(_STOP.split(behind, maxsplit=1)[0]) is not None
    if not seen and not _points_back(behind):
        return []
    before = _ended(told, check.start - _REACH, check.start)
    shown = [number for number in before if seen and _shows(found[number], words)]
    return (shown or before)[-2 if _BOTH.match(behind) else -1 :]


def _shows(one: Attribution, words: str) -> bool:
    """Tell whether an attribution is of pictures, by its source or by what its words name."""
    start = min(span.start for span in (one.source, one.cue, *one.content) if span is not None)
    return one.speaker.kind is SpeakerKind.IMAGERY or _patterns().picture.search(words[start : _end(one)]) is not None


def _introduced_by(check: _Check, one: Attribution, words: str) -> bool:
    """Tell whether the check stands in the sentence of an attribution, before its content: 'Unverified video shows'."""
    start = min(span.start for span in one.content)
    return check.end <= start <= check.end + _REACH and not _STOP.search(words[check.end : start])


def _points_back(behind: str) -> bool:
    """Tell whether what was checked is what was said before: 'the report', 'it', or nothing named."""
    return not behind[:2].strip(" .,;)\n") or _patterns().back.match(behind) is not None


def _says_unchecked(one: Attribution) -> bool:
    """Tell whether the words say what could not be checked: 'could not verify what the plane was carrying'."""
    if one.stance is not Stance.DECLINES or one.basis is not Basis.UNKNOWN or not one.content or one.cue is None:
        return False
    return _UNVERIFIED.search(fold(one.cue.text)) is not None and not _points_back(f" {fold(one.content[0].text)}")


def _contested(denial: Attribution, found: Sequence[Attribution], told: Told) -> list[int]:
    """Give the attributions that a speaker denies: 'denied the report', 'denied reports that ...'."""
    content = denial.content[0]
    inside = _ended(told, content.start, content.end + _REACH)
    named = [number for number in inside if _is_word_of(found[number], denial)]
    goes_on = any(fold(part.text).lower().startswith("that ") for part in denial.content[1:])
    if named or goes_on or not _patterns().earlier.match(fold(content.text).rstrip(" .,")):
        return named
    first = min(content.start, denial.cue.start if denial.cue else content.start)
    before = _ended(told, first - _REACH, first)
    return [number for number in before if _is_anothers(found[number], denial)][-1:]


def _is_word_of(one: Attribution, denial: Attribution) -> bool:
    """Tell whether an attribution is the 'reports that ...' which is denied."""
    if one.cue is None or noun_class(one.cue.text.lower().rstrip("s")) is None:
        return False
    return any(mine.overlaps(its) for mine in one.content for its in denial.content)


def _is_anothers(one: Attribution, denial: Attribution) -> bool:
    return one.speaker_id != denial.speaker_id and one.stance is Stance.ASSERTS


def _is_checkable(one: Attribution) -> bool:
    told = one.content and one.cue is not None and one.cue.field is Field.BODY
    return bool(told) and one.stance is not Stance.DECLINES


def _end(one: Attribution) -> int:
    return max(one.content[-1].end, one.cue.end if one.cue else 0)
