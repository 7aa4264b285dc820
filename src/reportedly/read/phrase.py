"""Words by which a line is known as page furniture, whatever page it stands on."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table, read_words
from reportedly.read.labels import is_label_row
from reportedly.read.pattern import pattern
from reportedly.report import CutKind
from reportedly.text.fold import fold

_MORE = frozenset({"elsewhere on", "more from", "more in", "more on", "mehr aus", "mehr von"})
_STORIES = frozenset({"articles", "coverage", "headlines", "news", "reports", "stories"})  # 'More world news'
_HEADING_WORDS = 5
_SHORT_WORDS = 25  # a longer line that holds such words is prose about them


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


def _without_marks(words: str) -> str:
    """Give words without what is neither letter nor digit at their ends; a long line is not looked through."""
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return words[start:end]


def tell_phrase(line: str) -> CutKind | None:
    """Tell what furniture the words of `line` are, None where they are none that is known.

    >>> tell_phrase("Sign up for our newsletter")
    <CutKind.PROMOTION: 'promotion'>
    >>> tell_phrase("The minister said that he would sign up for the talks.") is None
    True
    """
    words = fold(line).lower().strip()
    bare = _without_marks(words)
    whole = _phrases("whole").get(words) or _phrases("whole").get(bare)
    if whole or not bare:
        return whole
    if len(words.split()) > _SHORT_WORDS or len(words) > 250:
        return None
    opening = _opening().match(bare) or _opening().match(words)
    if opening and _is_no_sentence(words):
        return _phrases("start")[opening.group()]
    within = _within().search(words)
    if within:
        return _phrases("any")[within.group()]
    if pattern("read_time").fullmatch(words):
        return CutKind.BYLINE
    if pattern("promotion").fullmatch(words):
        return CutKind.PROMOTION
    return CutKind.BOILERPLATE if is_closing(line) or is_label_row(line) else None


def is_closing(line: str) -> bool:
    """Tell whether `line` stands under a report and nowhere else: its topics, its rights, what its reader thought.

    >>> is_closing("Did you find this article useful? Yes / No"), is_closing("Tagged: harbours, ferries")
    (True, True)
    """
    words = fold(line).strip()
    closing = pattern("closing")
    return len(line) <= 250 and any(closing.fullmatch(form) for form in (words, _without_marks(words)))


def _is_no_sentence(words: str) -> bool:
    """Tell whether a line is short, or urges its reader on, rather than tells something at length."""
    return len(words.split()) <= 14 or words.endswith(("!", ">", "»", "…", ":")) or not words.endswith(('."', "."))


def is_caption(line: str) -> bool:
    """Tell whether `line` is the credit or the caption of a picture, by its marks."""
    return len(line) <= 300 and pattern("caption").fullmatch(fold(line).strip()) is not None


def is_list_heading(line: str) -> bool:
    """Tell whether `line` is a heading over a list of other stories."""
    words = _without_marks(fold(line).lower())
    if len(words) > 60:
        return False
    headings = read_words("furniture_headings.txt")
    first_words = words.split()
    if words in headings or (len(first_words) == 2 and first_words[0] == "related"):
        return True
    if first_words[:1] == ["more"] and len(first_words) <= _HEADING_WORDS and first_words[-1] in _STORIES:
        return True
    # 'More from World', 'More on Lebanon', 'More in Sport'
    return 2 < len(first_words) <= 6 and " ".join(first_words[:2]) in _MORE


_PREFIX = re.compile(r"\W*([^:]{4,40}):\s+(?=\S)")


def list_prefix(line: str) -> str | None:
    """Give the heading with which a single line points to another story: 'Read also: ...', None where none does."""
    match = _PREFIX.match(line[:60])
    return match.group(1) if match and is_list_heading(match.group(1)) else None


def is_comment_heading(line: str) -> bool:
    """Tell whether `line` is a heading over readers' comments, or over the form for one."""
    return len(line) < 90 and pattern("comment_heading").fullmatch(line) is not None
