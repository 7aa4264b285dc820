"""Which of the lines above a report is its headline, where the site's name and its menus stand above it, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reportedly.data import read_table, read_words
from reportedly.read.block import Block
from reportedly.read.byline import read_byline
from reportedly.read.dateline import read_dateline
from reportedly.read.dates import find_date
from reportedly.read.labels import is_label_row, split_labels
from reportedly.read.phrase import is_caption, tell_phrase
from reportedly.text.fold import fold
from reportedly.text.newsroom import NewsroomKind, newsroom_forms

_DEPTH = 30  # blocks: below it nothing is a head any more
_PARAGRAPH_WORDS = 15
_LEAD_CHARACTERS = 1500
_STEM = 5  # letters: 'strikes' and 'striking' are one word here
_HEADLINE_WORDS = (3, 30)
_LABEL, _LABELS = 2, 3  # words of a menu's lines, and how many of them stand right below a masthead
_MASTHEADS = 6  # lines of a page among the first of which its name stands, below weather and offers
_NAME_WORDS = 6
_TEXT_CHARACTERS = 4000
_SIGNED_WITHIN = 4  # blocks from a headline to its byline or date
_MENU = 60  # blocks above a report among which its headline stands
_SIGNED = 100  # characters of a line with a date under a headline
_CREDITED = re.compile(r"\([^()]*/[^()]*\)$")  # '(Xinhua/Ada Lind)'
_AVATAR = re.compile(r"['’]s avatar$")  # what a picture of an author is called
_BESIDE_DATE = 30  # characters beside a line's date: a headline has more
_RIGHTS_ROW = 1500  # characters of a line that may name who holds the rights
_FOOT = 30  # blocks from the end in which rights are told
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?: ©)?([ ,]*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[ ,]+([A-Z].{1,80})", re.I
)
_BESIDE = re.compile(r"\s+[|–—-]\s+")  # what stands between a headline and its site's name
_VOWEL = re.compile("[AEIOUY]")
_SMALL = frozenset("a an and at by for from in of on the to".split())
_INTO = 2  # blocks of a report's own words among which its headline may have been read
_FEWEST = 2  # words that the lead tells again
_LONG = 12  # words of a headline
_SECTIONS = frozenset({"digital", "live", "media", "news", "online", "radio", "television", "tv"})  # of menus, too
_MADE_WORDS = 4
_PLAINLY = 5.0  # times the weight of any line over a byline
_HALF = 0.5  # of the weight of the line that a report tells again most
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


def headline_above(blocks: Sequence[Block], start: int) -> int | None:
    """Give the index of the line above a copied page's report, which starts at `start`, that the report tells again.

    A line over a byline or a date goes before others, and the first of several right below each other before its
    standfirst; None where no line with a headline's form is told again or stands over a byline.
    """
    below = "\n".join(block.text for block in blocks[start:] if len(block.text.split()) >= _PARAGRAPH_WORDS)
    told = _stems(below[:_TEXT_CHARACTERS])
    site = blocks[0].text if _is_masthead(blocks[0].text) else ""
    above = range(max(0, start - _MENU), start + _INTO)
    lines = [at for at in above if _is_line(blocks[at].text) and not _names_site(blocks[at].text, site)]
    again = {at: _told_again(blocks[at].text, told) for at in lines}
    signed = [at for at in lines if any(map(_is_signature, blocks[at + 1 : at + _SIGNED_WITHIN]))]
    likely = [at for at in lines if again[at] and at < start] or [at for at in lines if again[at]]
    likely = [at for at in likely if at in signed] or likely
    most = max((again[at] for at in likely), default=0)
    plain = [at for at in lines if again[at] >= _PLAINLY * max(most, 1.0)]  # told again word for word, signed or not
    found = next((at for at in plain or likely if again[at] >= _HALF * most), signed[-1] if signed else None)
    while found is not None and found - 1 in again and (again[found - 1] or not again[found]):
        found -= 1
    return found


def _names_site(line: str, site: str) -> bool:
    """Tell whether a line is the site's name: its first line again, or made as names of newsrooms are."""
    words = line.split()
    return line == site or (len(words) <= _MADE_WORDS and words[-1].lower() in read_words("newsroom_words.txt"))


def _told_again(line: str, told: frozenset[str]) -> float:
    """Weigh how much of a line a text tells again: many of its words, and most of them; long ones are captions."""
    stems = _stems(line)
    again = len(stems & told)
    return again * again / len(stems) * min(1.0, _LONG / len(line.split())) if again >= _FEWEST else 0.0


def _is_signature(block: Block) -> bool:
    return read_byline(block.text) is not None or (len(block.text) <= _SIGNED and find_date(block.text) is not None)


class Named(NamedTuple):
    """A headline, the block that it stands in, and the site's name where it stands beside it."""

    title: str
    at: int
    site: str | None


def part_title(blocks: Sequence[Block], at: int) -> Named:
    """Part a headline from the name of its site: 'Two hurt in Larn | Larn Post', as a browser's window shows it.

    A name is one that stands on another line, or of a known newsroom, or all before it stands on a line of its own:
    that line is the headline then. One that a line's end broke is put together again.
    """
    line = blocks[at].text
    marks = list(_BESIDE.finditer(line))
    lines = {block.text.lower(): number for number, block in enumerate(blocks[: at + _MENU]) if number != at}
    for mark in marks:
        title, site = line[: mark.start()].strip(), line[marks[-1].end() :].strip()
        again = lines.get(title.lower())
        known = site.lower() in lines or _known_outlet(site) is not None
        if len(title.split()) >= _HEADLINE_WORDS[0] and (again is not None or (known and mark is marks[-1])):
            return Named(title, again if again is not None else at, _as_site(site))
    above = blocks[at - 1].text if at else ""
    broken = above[-1:] in (",", ";") and len(above.split()) >= _HEADLINE_WORDS[0]
    return Named(f"{above} {line}" if broken else line, at, None)


def _as_site(name: str) -> str:
    """Give a site's name without the capitals that it is set in."""
    return " ".join(map(_as_name, name.split())) if name.isupper() and " " in name else name


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


def read_masthead(blocks: Sequence[Block], headline: int) -> str | None:
    """Give the name of the site that stands above the headline, None where nothing says that a line is one.

    The first line that is no furniture is one if it is known, is made as names of newsrooms are, or is told again
    further down: 'Join the Larn Post'. One in the menus must be known.
    """
    above = [_name(block.text).strip() for block in blocks[:headline] if not is_label_row(block.text)]
    names = [name for name in above if _is_masthead(name) and not tell_phrase(name)]
    first = names[0] if names else ""
    low = first.lower()
    newsroom = {"news", *read_words("newsroom_words.txt")}
    made = " " in first and low.split()[-1] in newsroom
    below = "\n".join(block.text for block in blocks[headline + 1 :] if len(block.text.split()) > _NAME_WORDS).lower()
    again = re.search(rf"\b{re.escape(low)}\b", below) is not None if first else False
    menu = sum(len(block.text.split()) <= _LABEL for block in blocks[1:_MASTHEADS]) >= _LABELS
    menu = menu and sum(low in block.text.lower() for block in blocks) > 1
    topmost = (
        (made or (menu and " " in first)) and low.split()[-1] != "news" and _name(blocks[0].text).strip() == first
    )  # not 'Top News'
    if _known_outlet(first) is None and (topmost or (again and (" " in first or low not in _common_words()))):
        return _as_site(first)
    known = next(filter(None, map(_known_outlet, names)), None)
    high = (name for name in names[:_MASTHEADS] if " " in name and name.split()[-1].lower() in newsroom - _SECTIONS)
    return known or next(map(_as_site, high), None)


def _known_outlet(name: str) -> str | None:
    """Give the form of a known outlet's name that a line is, whatever its capitals; None for agencies and others."""
    low = name.lower()
    rooms = newsroom_forms()
    return next((form for form in rooms if form.lower() == low and rooms[form].kind is not NewsroomKind.AGENCY), None)


@cache
def _common_words() -> frozenset[str]:
    """Give the words that news holds now and then, lower case: no site's name is told by one of them."""
    return frozenset(row["word"] for row in read_table("frequencies.tsv"))


def read_rights(blocks: Sequence[Block]) -> str | None:
    """Give the newsroom that holds the rights in a page: one that is known, or whose name stands on the page again."""
    found = [held for block in reversed(blocks[-_FOOT:]) if (held := _RIGHTS.search(fold(block.text)[:_RIGHTS_ROW]))]
    holders = [(bool(held[1]), " ".join(words[:size]).rstrip(".,")) for held in found for words in [held[2].split()]
               for size in range(min(len(words), _NAME_WORDS), 0, -1)]  # fmt: skip
    known = next((newsroom_forms()[name].name for _, name in holders if name in newsroom_forms()), None)
    page = "\n".join(fold(block.text) for block in blocks[:-_FOOT])
    others = (name for dated, name in holders if dated and _is_title(name))
    return known or next((name for name in others if re.search(rf"\b{re.escape(name)}\b", page)), None)


def _is_title(name: str) -> bool:
    """Tell whether words are written as a name: 'The Larn Post'."""
    words = name.split()
    return (
        all(word[0].isupper() or word in _SMALL for word in words) and words[-1] not in _SMALL and len(name) > _FEWEST
    )


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
    furniture = tell_phrase(line) or is_caption(line) or len(split_labels(line)) > 1 or _AVATAR.search(line)
    date = find_date(line)
    dated = date is not None and len(line) - (date.end - date.start) <= _BESIDE_DATE
    return not (furniture or dated or _CREDITED.search(line) or read_byline(line) or read_dateline(line))


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"\w{3,}", fold(text).lower())
    return frozenset(word[:_STEM] for word in words if word not in read_words("stopwords.txt"))
