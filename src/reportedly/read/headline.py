"""Which of the lines above a report is its headline, where the site's name and its menus stand above it, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.data import read_words
from reportedly.read.block import Block
from reportedly.read.byline import read_byline
from reportedly.read.dateline import read_dateline
from reportedly.read.dates import find_date
from reportedly.read.labels import is_label_row, split_labels
from reportedly.read.phrase import is_caption, tell_phrase
from reportedly.text.fold import fold
from reportedly.text.newsroom import newsroom_forms

_DEPTH = 30  # blocks: below it nothing is a head any more
_PARAGRAPH_WORDS = 15
_LEAD_CHARACTERS = 1500
_STEM = 5  # letters: 'strikes' and 'striking' are one word here
_HEADLINE_WORDS = (3, 30)
_NAME_WORDS = 6
_FOOT = 30  # blocks from the end in which rights are told
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?: ©)?(?:[ ,]*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[ ,]+([A-Z].{1,80})", re.I
)
_VOWEL = re.compile("[AEIOUY]")
_SMALL = frozenset("a an and at by for from in of on the to".split())
_FEWEST = 2  # words that the lead tells again
_FEW, _MANY = 0.4, 0.6  # beside the line of which most are: of a site's name few are, of a headline many


def find_headline(blocks: Sequence[Block]) -> int | None:
    """Give the index of the headline that stands under a site's name or menu, None where none does.

    A headline says in other words what the report below it tells; the name and the motto of a site do not.
    """
    start = next((at for at, block in enumerate(blocks[:_DEPTH]) if _opens(block.text)), None)
    if not start or not (_is_masthead(blocks[0].text) or tell_phrase(blocks[0].text)):
        return None
    below = "\n".join(block.text for block in blocks[start:])[:_LEAD_CHARACTERS]
    # 'two officials told The Courier' is no headline's word told again.
    told = _stems(below.replace(_name(blocks[0].text), " "))
    again = {at: len(_stems(blocks[at].text) & told) for at in range(1, start) if _is_line(blocks[at].text)}
    most = max(again.values(), default=0)
    if len(_stems(_name(blocks[0].text)) & told) > _FEW * most and not _is_over_menu(blocks):
        return None
    return next((at for at, words in again.items() if words >= max(_FEWEST, _MANY * most)), None)


def _is_over_menu(blocks: Sequence[Block]) -> bool:
    """Tell whether a first line is a menu or other furniture, or stands in capitals right over a menu."""
    first, second = blocks[0].text, blocks[1].text
    return is_label_row(first) or tell_phrase(first) is not None or (first.isupper() and is_label_row(second))


def _opens(line: str) -> bool:
    """Tell whether a line is the first paragraph of a report."""
    if len(line.split()) < _PARAGRAPH_WORDS or is_caption(line) or tell_phrase(line):
        return read_dateline(line) is not None
    return line.rstrip("\"'”’)»")[-1:] in (".", "!", "?", "…") or read_dateline(line) is not None


def _is_masthead(line: str) -> bool:
    """Tell whether a line looks like a site's name, alone or with its motto or the way to the page beside it."""
    if is_label_row(line):
        return True
    name = _name(line).split()
    return 0 < len(name) <= _NAME_WORDS and all(
        word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in name
    )


def read_masthead(blocks: Sequence[Block], text: str) -> str | None:
    """Give the name of the site that stands above its menu and the headline, None where nothing says that it is one.

    It is one that is known, is made as those of newsrooms are, or is told again further down: 'Join the Larn Post'.
    """
    name = _name(blocks[0].text).strip()
    if tell_phrase(name) or not _is_masthead(name) or is_label_row(blocks[0].text):
        return None
    low = name.lower()
    newsroom = {"news", *read_words("newsroom_words.txt")}
    known = next((form for form in newsroom_forms() if form.lower() == low), None)
    made = " " in name and low.split()[-1] in newsroom
    if known is None and not made and not (" " in name and text.lower().count(low) > 1):
        return None
    return known or (" ".join(map(_as_name, name.split())) if name.isupper() else name)


def read_rights(blocks: Sequence[Block]) -> str | None:
    """Give the newsroom that holds the rights in a page, where its last lines name one that is known."""
    for block in reversed(blocks[-_FOOT:]):
        held = _RIGHTS.search(fold(block.text)[:_LEAD_CHARACTERS])
        words = held[1].split() if held else []
        for size in range(min(len(words), _NAME_WORDS), 0, -1):
            name = " ".join(words[:size]).rstrip(".,")
            if name in newsroom_forms():
                return newsroom_forms()[name].name
    return None


def _as_name(word: str) -> str:
    """Give a word of a name in capitals as names are written; letters without a vowel are initials: 'NDR'."""
    if word.lower() in _SMALL:
        return word.lower()
    return word.capitalize() if _VOWEL.search(word) else word


def _name(line: str) -> str:
    """Give the name at the head of a line, without the motto or the way to the page beside it."""
    return re.split(r"\s[|·•›>—–-]\s", line)[0]


def _is_line(line: str) -> bool:
    """Tell whether a line has the form of a headline and is no other part of a head."""
    if not _HEADLINE_WORDS[0] <= len(line.split()) <= _HEADLINE_WORDS[1] or line[-1] in ".:;,":
        return False
    furniture = tell_phrase(line) or is_caption(line) or len(split_labels(line)) > 1
    return not (furniture or read_byline(line) or find_date(line) or read_dateline(line))


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"\w{3,}", fold(text).lower())
    return frozenset(word[:_STEM] for word in words if word not in read_words("stopwords.txt"))
