"""Who wrote and edited a report, from its bylines and its desk credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.read.agency import find_agency, name_agency
from reportedly.read.dates import find_date
from reportedly.read.pattern import pattern
from reportedly.text.fold import fold

_ONE_NAME = (
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'-]*|(?:de|del|della|van|von|der|den|bin|ibn|al|el|la|le|da|dos|di|du|ter|zu|y)(?=[ -]))"
)
_NAME = re.compile(rf"{_ONE_NAME}(?:[ -]{_ONE_NAME}){{0,5}}")
_CONTRIBUTED = re.compile(
    r"(?:(?:also|both|each|previously) )?(?:contributed|assisted|helped)\b"
    r".{0,40}\b(?:report|story|reporting|article)\b",
    re.I,
)
_HELP = ("contributed", "assisted", "helped")  # one of them stands in whatever the pattern finds
_LONGEST_CREDIT, _LONGEST_BYLINE = 600, 200  # characters; a longer line is prose that opens with the words
_NO_NAME = frozenset(
    "staff staffs newsroom bureau desk team correspondent correspondents reporter reporters writer editor agency"
    " agencies editorial news service services press redaktion admin guest contributor newspaper mail online".split()
)

# 'Ann Lee Senior Reporter', 'ANN LEE DEFENCE EDITOR': the post behind a name is no part of it.
_POST_BEHIND = re.compile(
    r"(?:\s+(?:senior|chief|deputy|defen[cs]e|diplomatic|economics|foreign|local|military|naval|political|science"
    r"|security|special|staff|trainee|transport|world))*"
    r"\s+(?:columnist|correspondent|editor|producer|reporter|writer)s?$",
    re.I,
)
# 'By defence correspondent Ann Lee'
_POST_BEFORE = re.compile(r"(?:[a-z]+ ){0,3}(?:correspondent|editor|reporter|writer)s? (?=[A-Z])")
_POSTS = frozenset(
    "agencies bureau correspondent correspondents desk newsroom redaktion reporter reporters staff writer"
    " writers".split()
)
_BEFORE_POST = frozenset("a an and chief diplomatic foreign local military of our own political special the".split())


@dataclass(frozen=True, slots=True)
class Credit:
    """Who a byline or a credit line names."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None


def read_byline(line: str) -> Credit | None:
    """Read a line such as 'By Ann Lee and Bob Hall', None where it is no byline.

    >>> read_byline("By Ann Lee in Rome, Bob Hall and the Associated Press").authors
    ('Ann Lee', 'Bob Hall')
    """
    folded = fold(line).strip("*_ ()[]")
    opening = pattern("by").match(folded)
    if opening is None or len(folded) > _LONGEST_BYLINE:
        return None
    rest = _POST_BEFORE.sub("", _without_date(folded[opening.end() :]).rstrip(" ."))
    names = read_names(rest)
    agency = find_agency(rest)
    if not names and agency is None:
        return Credit() if _is_desk(rest) else None
    return Credit(names, (), agency) if _holds_names_alone(rest) else None


def _without_date(words: str) -> str:
    """Give a byline's words up to its date, which may stand right behind a name: 'Ann Lee14 March 2025'."""
    found = find_date(words)
    return words if found is None else words[: found.start].rstrip(" |,–—-") or words


def _is_desk(rest: str) -> bool:
    """Tell whether the words after 'By' name a post and no person: 'Our Correspondent', 'Staff Writers in Larn'."""
    words = re.split(r"\s+(?:in|at)\s+|,", rest)[0].split()
    if not 1 <= len(words) <= 6 or words[-1].lower() not in _POSTS:
        return False
    return all(word[0].isupper() or word.lower() in _POSTS | _NO_NAME | _BEFORE_POST for word in words)


def is_post(line: str) -> bool:
    """Tell whether a short line is a post at an outlet: 'Transport correspondent', 'Larn bureau chief'."""
    words = re.split(r",| in ", line)[0].split()
    return 1 <= len(words) <= 5 and words[-1].lower() in _POSTS | {"chief", "editor"} and line[-1] not in ".!?:"


def _holds_names_alone(rest: str) -> bool:
    """Tell whether the words after 'By' are names, roles and places rather than a sentence."""
    words = re.findall(r"[^\W\d_][\w'-]*", rest)
    lower = [word for word in words if word[0].islower()]
    return bool(words) and len(lower) <= 0.4 * len(words) and not re.search(r"[.!?] [A-Z]\w+ [a-z]", rest)


def read_credit(line: str) -> Credit | None:
    """Read a desk credit: '(Reporting by Ann Lee in Rome; editing by Bob Hall)', None where it is none.

    >>> credit = read_credit("(Reporting by Ann Lee in Tyre, Lebanon and Bob Hall; editing by Cy Dee)")
    >>> credit.authors, credit.editors
    (('Ann Lee', 'Bob Hall'), ('Cy Dee',))
    """
    folded = fold(line).strip()
    if len(folded) > _LONGEST_CREDIT:
        return None
    words = folded.strip("()[]*_- ").rstrip(" .")
    if pattern("role").match(words):
        return _read_roles(words, list(pattern("role").finditer(words)))
    contributed = _CONTRIBUTED.search(words) if any(stem in words.lower() for stem in _HELP) else None
    if contributed and contributed.end() >= len(words) - 3:
        names = words[: contributed.start()]
        if read_names(names) or find_agency(names):
            return Credit(read_names(re.sub(r"^.*?\b(?:writers?|reporters?)\b", "", names)), (), None)
    return None


def _read_roles(words: str, roles: list[re.Match[str]]) -> Credit | None:
    """Give the names behind each role: who edits is an editor, who reports or writes an author."""
    authors: list[str] = []
    editors: list[str] = []
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        names = read_names(words[role.end() : following.start() if following else len(words)])
        kind = role.group().lower()
        if re.match(r"(?:additional )?(?:photo|video|graphic|translat|produc)", kind):
            continue
        wanted = editors if kind.startswith(("edit",)) else authors
        wanted.extend(name for name in names if name not in wanted)
    named = authors or editors or find_agency(words)
    return Credit(tuple(authors), tuple(editors), None) if named or words.count(" ") < 12 else None


def read_names(words: str) -> tuple[str, ...]:
    """Give the people named in a list of names, without the places that they wrote from."""
    names: list[str] = []
    placed = False
    for piece in re.split(r"\s*([;,|&/]|\b(?:and|und|et|y)\b)\s*", words):
        if piece in {";", "and", "und", "et", "y", "&", "|"}:
            placed = False
            continue
        piece = _POST_BEFORE.sub("", re.sub(r"^(?:and|und|by|with)\s+", "", piece.strip()))
        piece = _POST_BEHIND.sub("", piece)
        name = re.split(r"\s+(?:in|at|from|for|of|aus|à|en)\s+|\s*\(|\s+-\s+", piece, maxsplit=1)
        match = _NAME.match(name[0].strip(" .:-"))
        person = match is not None and _is_person(match.group(), name[0].strip(" .:-"))
        if match and person and not (placed and len(name) == 1):
            names.append(match.group())
        # 'in Tyre, Lebanon': what follows the comma is still the place.
        placed = len(name) > 1
    return tuple(dict.fromkeys(names))


def _is_person(name: str, whole: str) -> bool:
    """Tell whether `name` is a person's: two words or more, none a desk's or an agency's: 'PIB Delhi' is none."""
    words = name.split()
    lower = {word.lower() for word in words}
    return (
        len(words) >= 2
        and len(whole) - len(name) <= 25
        and name_agency(name) is None
        and not lower & _NO_NAME
        and words[0].lower() != "the"
        and not (words[0].isupper() and words[0].isalpha() and len(words[0]) > 2 and not words[1].isupper())
        and not any(char.isdigit() for char in name)
    )
