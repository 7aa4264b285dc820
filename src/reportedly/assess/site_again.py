"""What was told before, spoken of again: 'they', 'the third', 'the other two', 'there are three'."""

from __future__ import annotations

import re

from reportedly.assess.site_kind import Kind
from reportedly.assess.site_line import Line
from reportedly.assess.site_thing import Found
from reportedly.text.number import find_numbers

_OPENING = (
    r"^[\"'“‘]?(?:(?:[Bb]efore|[Bb]y|[Oo]n|[Ii]n|[Aa]t|[Aa]fter|[Dd]uring|[Ee]arly|[Ll]ate|[Ll]ater"
    r"|[Tt]hen|[Yy]esterday|[Tt]oday)"
    r"\b[^,.;:]{0,30}?,? )?"
)


_AGAIN = re.compile(_OPENING + r"(?P<words>they|it|both|all|none|neither)\b(?: of them)?(?! of)", re.IGNORECASE)


# 'The third', 'the other two', 'two of them', 'three remain', 'the rest': a part of what was told.
_PART_AGAIN = re.compile(
    r"(?:^[\"'“‘]?|[,;] (?:(?:and|but|while|with) )?|\b(?:and|but|while|only|just) )"
    r"(?P<words>(?P<one>the (?:first|second|third|fourth|fifth|sixth|last)(?: one)?|the other"
    r"|(?P<next>another|an? (?:second|third|fourth))|one)"
    r"|the (?:others|rest)|(?:the (?:other |remaining |last )?)?(?P<many>[a-z]+|\d+)(?: of them| others| more)?)"
    r" (?:of them )?(?=(?:(?:that|which|who) (?:still|remain|are|were)|is|are|was|were|has|have|had|will|still"
    r"|remain\w*|stay\w*|stood|lay|sat|left|sailed|took|went|came|moved|flew"
    r"|docked|departed|arrived|lie|lies|stand|stands|sit|sits|put|pulled|rolled)\b)",
    re.IGNORECASE,
)
_THERE_ARE = re.compile(
    r"\bthere (?:are|were|is|was) (?:only |just |still )?(?P<words>(?P<many>[a-z]+|\d+)"
    r"(?: of them\b|(?=(?: left)?[.,;])))",
    re.IGNORECASE,
)


_SEEN_MANY = re.compile(
    r"\b(?:counted|count|saw|see|sees|found|watched|photographed|shows?|showed)\s+"
    r"(?P<words>(?P<many>[a-z]+|\d+)(?: of them\b(?! (?:head|leav|go|fly|mov|driv|sail))|(?=[.,;])))",
    re.IGNORECASE,
)


# 'Seven were on ventilators', of thirty-one, tells of some of them and not of how many there are.
_STAYS = re.compile(
    r"\b(?:others?|rest|remain\w*|still|stay\w*|only|left|last|third|fourth|went|sailed|flew|took off"
    r"|moved|departed)\b",
    re.IGNORECASE,
)
_SEEN_AGAIN = re.compile(r"(?<=\b(?:saw|see) )(?:them|it)\b", re.IGNORECASE)


_PERSON = re.compile(r"\b(?:he|him|she|her)\b", re.IGNORECASE)


def meant_again(line: Line, kind: Kind, before: Found | None) -> list[Found]:
    """Give the words that speak of a thing of the sentence before again: 'he', 'they', 'the third'."""
    if before is None:
        return []
    match = _PERSON.search(line.text) if kind.named else _AGAIN.match(line.text) or _SEEN_AGAIN.search(line.text)
    if match is not None:
        start, end = match.span("words") if "words" in match.groupdict() else match.span()
        one = kind.named
        return [Found(start, end, 1 if one else before.low, 1 if one else before.high, again=True)]
    return [] if kind.named else parts_again(line.text, before, 0)


def parts_again(text: str, whole: Found, first: int) -> list[Found]:
    """Give the words that speak of a part of what was told before: 'the other two', 'three remain'."""
    numbers = find_numbers(text)
    stays = bool(_STAYS.search(text, first))
    found: list[Found] = []
    for match in (
        match for pattern in (_PART_AGAIN, _THERE_ARE, _SEEN_MANY) for match in pattern.finditer(text, first)
    ):
        start, end = match.span("words")
        at = match.start("many")
        number = next((each for each in numbers if each.start <= at < each.end), None) if match["many"] else None
        if (match["many"] and number is None) or (match.groupdict().get("next") and whole.low != 1):
            continue
        low, high = (1, 1) if match.groupdict().get("one") else (None, None)
        if number is not None:
            low, high = int(number.low or 0), int(number.high or number.low or 0)
        if stays or low is None or whole.low is None or low >= whole.low or match.re is not _PART_AGAIN:
            found.append(Found(start, end, low, high, again=True, part=True))
    return found
