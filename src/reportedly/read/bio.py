"""What stands below a report about who wrote it."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportedly.read.byline import Credit, read_credit
from reportedly.read.pattern import pattern
from reportedly.text.fold import fold

_LONGEST = 600  # characters
_HEADED = re.compile(r"about the (?:author|writer)s?\b\s*[:|–—-]", re.I)
_POST = re.compile(r"^[^.,]{3,40} is [^.]{0,60}\b(?:analyst|correspondent|editor|fellow|reporter|writer)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?)] )(?=(?:additional )?(?:edit|report|writ)\w+ by\b)", re.I)


def read_bio(line: str, authors: Collection[str]) -> Credit | None:
    """Read a paragraph that says who one of the authors is, with the credits at its end; None where it is none.

    >>> read_bio("About the author: Ann Lee covers ports. Edited by Bob Hall.", ()).editors
    ('Bob Hall',)
    >>> read_bio("Ann Lee is a mayor who likes ferries.", ["Bob Hall"]) is None
    True
    """
    folded = fold(line).strip("*_ ")
    if len(folded) > _LONGEST or not (_HEADED.match(folded) or _is_about(folded, authors)):
        return None
    credits_at = _SENTENCE.search(folded)
    return (read_credit(folded[credits_at.start() :]) if credits_at else None) or Credit()


def _is_about(line: str, authors: Collection[str]) -> bool:
    """Tell whether a line opens with an author's name and says what he is or does."""
    named = any(line.casefold().startswith(author.casefold()) for author in authors)
    return named and (pattern("about_author").match(line) is not None or _POST.search(line) is not None)
