"""Words by which a line is known as page furniture, whatever page it stands on."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table, read_words
from reportedly.report import CutKind
from reportedly.text.fold import fold

_SHORT_WORDS = 25  # a longer line that holds such words is prose about them
_READ_TIME = re.compile(
    r"[·•|*\s-]*(?:(?:estimated )?(?:reading|read) time\W*|lesezeit\W*|temps de lecture\W*)?(?:\d{1,3}|less than (?:a|one))[\s-]*"
    r"(?:min(?:ute)?s?|minuten|mn)\b\.?[\s-]*(?:read|lesezeit|lesen|de lecture|de lectura|di lettura|leestijd|czytania)?[·•|\s]*",
    re.I,
)
_CAPTION = re.compile(
    r"(?:\[?\(?(?:file )?(?:photo|image|picture|foto|bild|photos|images|video|photograph|crédit photo|photo credit|image credit"
    r"|bildquelle|fotoquelle|pic|illustration|grafik|graphic|screenshot)s?\b(?: (?:by|credit|courtesy(?: of)?|via|:))?\s?[:/|©-]\s?\S.{0,200}"
    r"|file (?:photo|picture|image)\b.{0,200}|.{0,200}[(\[](?:photo|foto|image|bild|picture|ap photo|file photo)\b[^()\[\]]{0,80}[)\]]\.?"
    r"|.{0,60}\bvia (?:getty images|reuters|ap|afp)\b.{0,30}|.{0,60}(?:/|©\s?|\bby )(?:getty images|shutterstock|istock|ap photo|epa|afp via getty images)\b.{0,30}"
    r"|©.{1,60}|foto: .{1,80}|bild: .{1,80})",
    re.I,
)
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


@cache
def _phrases(where: str) -> dict[str, CutKind]:
    rows = read_table("furniture_phrases.tsv")
    return {row["phrase"]: CutKind(row["kind"]) for row in rows if row["where"] == where}


@cache
def _opening() -> re.Pattern[str]:
    return _either(_phrases("start"), r"(?:{})(?!\w)")


@cache
def _within() -> re.Pattern[str]:
    return _either(_phrases("any"), r"(?<!\w)(?:{})(?!\w)")


def _either(phrases: dict[str, CutKind], form: str) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(form.format("|".join(map(re.escape, longest_first))))


def tell_phrase(line: str) -> CutKind | None:
    """Tell what furniture the words of `line` are, None where they are none that is known.

    >>> tell_phrase("Sign up for our newsletter")
    <CutKind.PROMOTION: 'promotion'>
    >>> tell_phrase("The minister said that he would sign up for the talks.") is None
    True
    """
    words = fold(line).lower().strip()
    bare = _MARKS.sub("", words)
    whole = _phrases("whole").get(words) or _phrases("whole").get(bare)
    if whole or not bare:
        return whole or CutKind.BOILERPLATE
    if len(words.split()) > _SHORT_WORDS or len(words) > 250:
        return None
    opening = _opening().match(bare) or _opening().match(words)
    if opening and _is_no_sentence(words):
        return _phrases("start")[opening.group()]
    within = _within().search(words)
    if within:
        return _phrases("any")[within.group()]
    if _READ_TIME.fullmatch(words):
        return CutKind.BYLINE
    return None


def _is_no_sentence(words: str) -> bool:
    """Tell whether a line is short, or urges its reader on, rather than tells something at length."""
    return len(words.split()) <= 14 or words.endswith(("!", ">", "»", "…", ":")) or not words.endswith(('."', "."))


def is_caption(line: str) -> bool:
    """Tell whether `line` is the credit or the caption of a picture, by its marks."""
    return len(line) <= 300 and _CAPTION.fullmatch(fold(line).strip()) is not None


def is_list_heading(line: str) -> bool:
    """Tell whether `line` is a heading over a list of other stories."""
    words = _MARKS.sub("", fold(line).lower())
    if len(words) > 60:
        return False
    headings = read_words("furniture_headings.txt")
    first_words = words.split()
    return words in headings or (
        # 'More from World', 'More on Lebanon', 'Latest news in Sport'
        2 < len(first_words) <= 6 and " ".join(first_words[:2]) in {"more from", "more on", "mehr aus", "mehr von"}
    )
