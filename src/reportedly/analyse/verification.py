"""Mark what the outlet says it could, or could not, check."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.attribution import Attribution, Verification
from reportedly.span import Field

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


def mark_verification(body: str, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give the attributions with what the outlet says of having checked them."""
    marks = [
        *((m.start(), m.end(), Verification.UNVERIFIED) for m in _UNVERIFIED.finditer(body)),
        *((m.start(), m.end(), Verification.VERIFIED) for m in _VERIFIED.finditer(body)),
    ]
    for start, end, verdict in sorted(marks, key=lambda mark: mark[0]):
        number = _checked(body, found, start, end)
        if number is not None and found[number].verification is None:
            one = replace(found[number], verification=verdict)
            found = (*found[:number], one, *found[number + 1 :])
    return found


def _checked(body: str, found: tuple[Attribution, ...], start: int, end: int) -> int | None:
    """Find the attribution that a check at `[start, end)` is about: the last one told before it."""
    if not _BACK.match(body[end : end + 80]) and body[end : end + 3].strip() not in ("", ".", "ed"):
        return None
    best = None
    for number, one in enumerate(found):
        if one.cue is None or one.cue.field is not Field.BODY or not one.content:
            continue
        last = max(one.cue.end, one.content[-1].end)
        if last <= start and start - last < _REACH and (best is None or last >= best[0]):
            best = (last, number)
    return best[1] if best else None
