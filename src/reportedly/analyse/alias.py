"""Find the other names that a report states for someone: 'X, better known as Y', 'the Long Name (LN)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reportedly.analyse.mention import Mention
from reportedly.analyse.parse import Passage
from reportedly.data import read_words
from reportedly.event import EntityKind
from reportedly.span import Span
from reportedly.text.fold import fold

_REACH = 160  # characters after a name within which another is stated
_PARTICLE = r"(?:al|el|bin|ibn|abu|de|del|la|da|van|von|the|of|for|and|ul|ur)"
_NAME = rf"(?:(?:al|el|abu)[ -])?[A-Z][\w'-]*(?:\.)?(?: (?:(?:{_PARTICLE})[ -]){{0,2}}[A-Z][\w'-]*){{0,6}}"
_BRACKETS = re.compile(
    rf"'?s?,? ?\((?:or |the |formerly |aka |a\.k\.a\. |\"|')*(?P<name>{_NAME}|[a-z]?[A-Z][A-Za-z0-9-]*)[\"']?[),;]"
)
_OR = re.compile(r", or (?:the |simply )?[\"']?(?P<name>[A-Z][A-Z0-9-]{1,7})[\"']?(?=[,. ])")
_INNER = re.compile(r'"(?P<name>[^"\n]{2,40})"')
_LONGEST_ACRONYM = 8
_STATES = re.compile(r"[DRI]-[A-Z]")  # 'Sen. Andy Kim (D-NJ)'
_ONLY_BODIES = frozenset({"formerly", "renamed", "since renamed", "later renamed", "now named"})


class Alias(NamedTuple):
    """Another name of one that is mentioned, where it stands."""

    mention: Mention
    name: str
    span: Span


@cache
def _stated() -> re.Pattern[str]:
    phrases = sorted(read_words("actors_aliases.txt"), key=lambda phrase: (-len(phrase), phrase))
    spelled = "|".join(re.escape(phrase).replace(r"\*", r"\w+(?:'s)?(?: \w+)?") for phrase in phrases)
    widened = r"(?: (?:to|by|among|in|as|at|on) [\w' ]{2,30}? as)?"
    return re.compile(
        rf"(?:[\s,(-]|, [^.,()]{{3,60}},)*(?:who (?:is|was) |which (?:is|was) |and )?"
        rf"(?P<by>{spelled}){widened}:? (?:the |simply |just )?[\"']?(?P<name>{_NAME})"
    )


def find_aliases(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Alias]:
    """Give each other name that the words state, and whose it is.

    Args:
        passage: a part of the report.
        mentions: those of the passage, assets and facilities among them, which have no aliases of this sort.
    """
    folded = fold(passage.text)
    for mention in mentions:
        if mention.kind is EntityKind.ASSET:
            continue
        found = _behind(folded, mention)
        if found is not None:
            name = _without_end(found["name"])
            start = found.start("name")
            yield Alias(mention, name, Span.of(passage.text, start, start + len(name), mention.span.field))
        inner = _INNER.search(fold(mention.span.text))
        if inner is not None:
            start = mention.span.start + inner.start("name")
            yield Alias(
                mention, inner["name"], Span.of(passage.text, start, start + len(inner["name"]), mention.span.field)
            )


def _behind(folded: str, mention: Mention) -> re.Match[str] | None:
    """Give the name that is stated right behind a mention; None without one."""
    at, limit = mention.span.end, mention.span.end + _REACH
    at += 1 if folded[at : at + 1] == '"' else 0
    stated = _stated().match(folded, at, limit)
    bodies_only = stated is not None and stated["by"] in _ONLY_BODIES and mention.kind is EntityKind.PERSON
    if stated is not None and not bodies_only:
        return stated
    if mention.kind is EntityKind.PERSON:
        return None
    found = _BRACKETS.match(folded, at, limit) or _OR.match(folded, at, limit)
    return found if found is not None and _abbreviates(found["name"], mention.name) else None


def _abbreviates(one: str, other: str) -> bool:
    """Tell whether one of two names is short for the other, or may be short for it in another language."""
    if _STATES.match(one):
        return False
    short, long = sorted((one, other), key=len)
    if " " in short or len(short) > _LONGEST_ACRONYM:
        return False
    if sum(letter.isupper() for letter in short) > 1 and " " in long:
        return True
    letters = iter(long.lower())
    return (
        len(short) < len(long) and short[0].lower() == long[0].lower() and all(one in letters for one in short.lower())
    )


def _without_end(name: str) -> str:
    return name.removesuffix("'s").rstrip(".'-") if not name.isupper() else name.rstrip("'-")
