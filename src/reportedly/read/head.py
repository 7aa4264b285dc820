"""What stands above a report's first paragraph: headline, bylines, dates, read times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.data import read_words
from reportedly.read.agency import find_agency, name_agency
from reportedly.read.block import Block
from reportedly.read.byline import is_post, read_byline, read_credit, read_names
from reportedly.read.dateline import read_dateline
from reportedly.read.dates import find_date
from reportedly.read.labels import split_labels
from reportedly.read.notice import tell_notice
from reportedly.read.pattern import pattern
from reportedly.read.phrase import is_caption, tell_phrase
from reportedly.read.related import is_prose
from reportedly.read.stamp import are_people, read_stamp
from reportedly.report import CutKind
from reportedly.text.fold import fold
from reportedly.text.newsroom import newsroom_forms

_DEPTH = 14  # blocks: below it nothing is a head any more
_FIELD = re.compile(
    r"(title|headline|date|published|publication date|updated|modified|author|authors|by|byline|writer|editor|source"
    r"|from|publisher|outlet|url|link|dateline)\s*:\s*(.+)",
    re.I,
)
_LONGEST_HEADER = 500  # characters: a longer first line is the report
_HANDLE = re.compile(r"(?:^|[\s(])@\w{2,}")  # a post's author, no headline
# 'Ann Lee in Oslo and Bob Hall, with agencies'
_WRITING_FROM = re.compile(r" (?:in|at|reporting from) [^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)?|,? with .*$")
_MOST_PARTS = 4  # name, post, town
_LONGEST_SMALL = 80  # characters of a line with names and a date
_QUESTION_WORDS = 16  # a longer one is a first sentence
_AFFILIATION_WORDS = 6
_HEADLINE_WORDS = (3, 30)


@dataclass(slots=True)
class Head:
    """What the head says; `cut` holds the indices of its blocks, with why each is not in the body."""

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    agency: str | None = None
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    cut: dict[int, CutKind] = field(default_factory=dict)


def read_head(blocks: Sequence[Block], title: str | None, headline: int = 0) -> Head:
    """Read the head of a report.

    Args:
        blocks: the text's blocks.
        title: the headline, where it is known.
        headline: the index of the headline, where the site's name and menus stand above it.
    """
    head = Head(title=title)
    at = 0
    while at < min(headline + _DEPTH, len(blocks)):
        line = blocks[at].text
        if _read_fields(head, line) or _read_header(head, line, at == 0) or _read_small(head, line):
            head.cut[at] = CutKind.BYLINE
        elif at < headline:
            head.cut[at] = CutKind.BOILERPLATE
        elif _is_title(head, blocks, at):
            head.title = head.title or line
            head.cut[at] = CutKind.BYLINE
        elif head.title and (is_post(line) or _is_agency(head, line) or _is_outlet(head, blocks, at)):
            head.cut[at] = CutKind.BYLINE
        elif is_caption(line) or tell_phrase(line):
            head.cut[at] = tell_phrase(line) or CutKind.BOILERPLATE
        elif _is_signature(head, blocks, at) or _is_affiliation(head, blocks, at):
            head.cut[at] = CutKind.BYLINE
        elif not _is_standfirst(head, blocks, at) and read_credit(line) is None:
            break
        at += 1
    return head


def read_small_lines(blocks: Sequence[Block], title: str | None) -> Head:
    """Read the bylines and dates among lines of which others may be anything."""
    head = Head(title=title)
    named = next((at for at, block in enumerate(blocks) if title and same_words(block.text, title)), 0)
    for at, block in [*list(enumerate(blocks))[named:], *list(enumerate(blocks))[:named]]:
        if _read_small(head, block.text) or (title and same_words(block.text, title)):
            head.cut[at] = CutKind.BYLINE
        elif is_post(blocks[at + 1].text) if at + 1 < len(blocks) else False:
            _is_signature(head, blocks, at)
        elif (
            title
            and (are_people(_names_alone(block.text)) or _with_post(block.text))
            and _is_signature(head, blocks, at)
        ):
            head.cut[at] = CutKind.BYLINE
    return head


def _read_fields(head: Head, line: str) -> bool:
    """Read a field above a text, or several side by side: 'Source: The Courier   Editor: jo   2024-05-03'."""
    pieces = split_labels(line) if len(line) <= _LONGEST_HEADER else []
    if len(pieces) < 2 or not all(_FIELD.fullmatch(piece) or read_stamp(piece) for piece in pieces):
        return _read_field(head, line)
    for piece in pieces:
        if not _read_field(head, piece):
            _read_dates(head, piece)
    return True


def _read_field(head: Head, line: str) -> bool:
    """Read a line such as 'Source: The Courier' above a text."""
    match = _FIELD.fullmatch(line)
    if match is None or len(line) > 300:
        return False
    name, value = match.group(1).lower(), match.group(2).strip()
    if name in {"title", "headline"}:
        head.title = head.title or value
    elif name in {"date", "published", "publication date", "updated", "modified", "dateline"}:
        found = find_date(value)
        stamp = read_stamp(line)
        if found is None or (stamp and stamp.published and stamp.modified):
            # 'Published: 3 May 2024 | Updated: 4 May 2024' says two things.
            return False
        if name in {"updated", "modified"}:
            head.modified = head.modified or found.iso
        else:
            head.published = head.published or found.iso
    elif name == "editor":
        alone = (value,) if value.isalpha() else ()  # 'Editor: huaxia'
        head.editors.extend(read_names(fold(value)) or alone)
    elif name in {"author", "authors", "by", "byline", "writer"}:
        _add_authors(head, read_names(fold(value)))
        head.agency = head.agency or find_agency(value)
    elif name in {"source", "from", "publisher", "outlet"}:
        if len(value.split()) > 6:
            return False
        head.publisher = head.publisher or value
    else:
        head.url = head.url or value
    return True


def _read_header(head: Head, line: str, first: bool) -> bool:
    """Read a first line that holds a date and then the headline: 'date 2024-05-03 Two hurt in harbour fire'."""
    found = find_date(line) if first and len(line) <= _LONGEST_HEADER else None
    if found is None or found.start > 30 or pattern("date_label").sub("", line[: found.start]).strip():
        return False
    rest = line[found.end :].lstrip(" \t:|–—-·").strip()
    if len(rest.split()) < 2 or (is_prose(rest) and rest.endswith(".")):
        return False
    head.published = head.published or found.iso
    head.title = head.title or rest
    return True


def _read_small(head: Head, line: str) -> bool:
    """Read a byline, or a line that is a date and little more."""
    if tell_notice(line) or len(line) > 200:
        return False
    credit = read_byline(line)
    if credit:
        _add_authors(head, credit.authors)
        head.agency = head.agency or credit.agency
        # 'By Ann Lee | May 3, 2024'
        _read_dates(head, line)
        return True
    return _read_dates(head, line)


def _read_dates(head: Head, line: str) -> bool:
    """Read the dates of a line that holds nothing but dates, their labels, and names."""
    stamp = read_stamp(line)
    if stamp is None:
        return False
    head.published = head.published or stamp.published
    head.modified = head.modified or stamp.modified
    head.agency = head.agency or stamp.agency
    _add_authors(head, stamp.authors)
    return True


def _add_authors(head: Head, names: Sequence[str]) -> None:
    head.authors.extend(name for name in names if name not in head.authors)


def _is_title(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the block is the headline: the told one again, or a line that stands over a report as one does."""
    line = blocks[at].text
    if len(line) > _LONGEST_HEADER:
        return False
    if head.title is not None:
        return same_words(line, head.title)
    words = line.split()
    if not _HEADLINE_WORDS[0] <= len(words) <= _HEADLINE_WORDS[1] or at + 1 >= len(blocks):
        return False
    if line[-1] in ".:;," or tell_phrase(line) or read_dateline(line) or _HANDLE.search(line):
        return False
    # 'CORRECTED-Ferries collide' is the headline of a wire's new version.
    if tell_notice(line) and not pattern("telling_title").match(line):
        return False
    quoted = line[0] in "\"“'(" and line[-1] in "\"”')"
    if quoted or (line.rstrip("\"'”’)")[-1:] in ("?", "!") and len(words) > _QUESTION_WORDS):
        return False
    below = blocks[at + 1].text
    if is_prose(below) or _small(below):
        return True
    return read_byline(below) is not None or find_date(below) is not None or tell_notice(below) is not None


def _is_standfirst(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line that stays in the report stands between its headline and its byline or date."""
    line, below = blocks[at].text, blocks[at + 1].text if at + 1 < len(blocks) else ""
    under_title = head.title is not None and head.cut.get(at - 1) is CutKind.BYLINE and not head.published
    if not under_title or len(line) > _LONGEST_HEADER or read_dateline(line) or is_prose(below):
        return False
    below_that = _names_alone(below)
    if below_that and _is_signed(head, blocks, at + 1, below_that):
        return True
    small = len(below) <= _LONGEST_SMALL and (find_date(below) or _FIELD.fullmatch(below))
    return read_byline(below) is not None or bool(small)


def _small(line: str) -> bool:
    """Tell whether a line under a headline is its standfirst's or byline's size."""
    return len(line.split()) <= 12


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines are the same words, whatever their marks."""
    return re.findall(r"\w+", fold(one).lower()) == re.findall(r"\w+", fold(other).lower())


def _is_signature(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line is names alone: those of a byline near it, or above a read time or a date."""
    line = blocks[at].text
    names = _names_alone(line)
    if head.title is not None and (posted := _with_post(line)) is not None:
        _add_authors(head, posted)
        return True
    if not names:
        return False
    for block in blocks[at + 1 : at + 4]:
        credit = read_byline(block.text)
        if credit and set(credit.authors) & set(names):
            return True
    if _is_signed(head, blocks, at, names):
        _add_authors(head, names)
        head.agency = head.agency or find_agency(line)
        return True
    return bool(set(names) & set(head.authors))


def _with_post(line: str) -> tuple[str, ...] | None:
    """Give the person whom a line names with a post, or with an outlet: 'Ann Lee, Larn correspondent, Oslo and'."""
    parts = [part.strip() for part in fold(line).removesuffix(" and").split(",") if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS or len(line) > _LONGEST_SMALL:
        return None
    names = read_names(parts[0])
    if names != (parts[0],) or not (are_people(names) or (is_post(parts[1]) and len(parts[0].split()) > 1)):
        return None
    outlet = any(parts[1] == form or parts[1].startswith(f"{form} ") for form in newsroom_forms() if form[0].isupper())
    return names if outlet or is_post(parts[1]) else None


def _names_alone(line: str) -> tuple[str, ...]:
    """Give the names that a line consists of, with where they write from and for whom; none where it says more."""
    names = read_names(fold(line)) if len(line) <= _LONGEST_SMALL else ()
    if not names or is_prose(line) or read_dateline(line):
        return ()
    rest = _WRITING_FROM.sub("", line).split()
    return names if sum(len(name.split()) for name in names) + len(names) + 1 >= len(rest) else ()


def _is_signed(head: Head, blocks: Sequence[Block], at: int, names: tuple[str, ...]) -> bool:
    """Tell whether what stands below names alone makes them a byline: a date, a post, a read time."""
    below, further = (blocks[number].text if number < len(blocks) else "" for number in (at + 1, at + 2))
    dated = len(below) <= _LONGEST_SMALL and read_stamp(below) is not None
    if not dated and len(below.split()) <= _AFFILIATION_WORDS and below[-1:].isalnum() and are_people(names):
        # the outlet's name stands between
        dated = len(further) <= _LONGEST_SMALL and read_stamp(further) is not None
    outlet = below.split(",")[0].strip() in newsroom_forms() or below.split(" ")[0] in newsroom_forms()
    known = len(names) == 1 or are_people(names)
    if head.title is not None and outlet and "," in below and len(below.split()) <= _AFFILIATION_WORDS:
        return True  # 'Ann Lee', and below 'BBC News, Swansea Crown Court'
    return (head.title is not None and known and dated) or is_post(below) or tell_phrase(below) is CutKind.BYLINE


def _is_agency(head: Head, line: str) -> bool:
    """Tell whether a line is an agency's name and nothing else, and take it."""
    agency = name_agency(line)
    head.agency = head.agency or agency
    return agency is not None


def _is_outlet(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line between an author's name and a date is a name too: for whom he writes."""
    words = blocks[at].text.split()
    between = head.authors and head.cut.get(at - 1) is CutKind.BYLINE and at + 1 < len(blocks)
    capitals = all(word[0].isupper() or word.lower() in ("and", "of", "the") for word in words)
    return (
        bool(between) and capitals and len(words) <= _AFFILIATION_WORDS and read_stamp(blocks[at + 1].text) is not None
    )


def _is_affiliation(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line right under a byline says what post its author holds, or for whom: 'Larn Post, Oslo'."""
    line = blocks[at].text
    if not head.authors or head.cut.get(at - 1) is not CutKind.BYLINE or len(line.split()) > _AFFILIATION_WORDS:
        return False
    outlet = line.split(",")[0].lower()
    listed = any(outlet == form.lower() for form in newsroom_forms())
    known = listed or outlet.split()[-1] in {"news", *read_words("newsroom_words.txt")}
    return is_post(line) or (known and line[-1] not in ".!?")
