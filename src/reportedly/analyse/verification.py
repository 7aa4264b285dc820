"""Mark what the outlet says it could, or could not, check."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.attribution import Attribution, Basis, Stance, Verification
from reportedly.span import Field
from reportedly.text.fold import fold

_CHECK = r"(?:verif|authenticat|corroborat|confirm)"
# The outlet's checks: 'could not independently verify the claim', 'was verified by'.
_UNVERIFIED = re.compile(
    rf"(?:(?:could not|couldn't|unable to|not been able to|did not|cannot)(?:\s+\w+){{0,2}}\s+{_CHECK}"
    rf"|(?:could not|couldn't|cannot|not been)\s+(?:be\s+)?(?:\w+ly\s+)?{_CHECK}(?:i?ed)"
    r"|no independent (?:confirmation|verification))",
    re.I,
)
_VERIFIED = re.compile(
    rf"(?<!not )(?:independently\s+)(?:{_CHECK}(?:i?ed))|(?:was|were) able to (?:\w+ly\s+)?{_CHECK}", re.I
)
# What is checked is what was said before: 'the report', 'his account', 'it'.
_BACK = re.compile(
    r"^\w*\s+(?:the|this|that|these|those|his|her|their|its|either|any of the|some of the)?\s*"
    r"(?:\w+\s+){0,2}?(?:reports?|claims?|accounts?|figures?|statements?|information|allegations?|it|that|them|"
    r"assertions?|details|tolls?|numbers?|footage|videos?|images?)\b",
    re.I,
)
_REACH = 700  # characters back to what 'the report' can mean; a paragraph or two


def mark_verification(body: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give the attributions with what the outlet says of having checked them."""
    words = fold(body)
    checks = [
        *((match.start(), match.end(), Verification.UNVERIFIED) for match in _UNVERIFIED.finditer(words)),
        *((match.start(), match.end(), Verification.VERIFIED) for match in _VERIFIED.finditer(words)),
    ]
    ends = sorted((_end(one), number) for number, one in enumerate(found) if _is_checkable(one))
    marked = [replace(one, verification=Verification.UNVERIFIED) if _says_unchecked(one) else one for one in found]
    for start, end, verdict in sorted(checks, key=lambda check: check[0]):
        at = bisect_right(ends, (start, len(found))) - 1
        if at < 0 or start - ends[at][0] > _REACH or not _points_back(words[end : end + 80]):
            continue
        number = ends[at][1]
        if marked[number].verification is None:
            marked[number] = replace(marked[number], verification=verdict)
    return tuple(marked)


def _says_unchecked(one: Attribution) -> bool:
    """Tell whether the words say what could not be checked: 'could not verify what the plane was carrying'."""
    if one.stance is not Stance.DECLINES or one.basis is not Basis.UNKNOWN or not one.content or one.cue is None:
        return False
    return _UNVERIFIED.search(fold(one.cue.text)) is not None and not _points_back(f" {fold(one.content[0].text)}")


def _is_checkable(one: Attribution) -> bool:
    told = one.content and one.cue is not None and one.cue.field is Field.BODY
    return bool(told) and one.stance is not Stance.DECLINES


def _end(one: Attribution) -> int:
    return max(one.content[-1].end, one.cue.end if one.cue else 0)


def _points_back(words: str) -> bool:
    """Tell whether what was checked is what was said before: 'the report', 'it', or nothing named."""
    return not words[:2].strip(" .,") or _BACK.match(words) is not None
