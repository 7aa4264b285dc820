"""Find ships, aircraft, vehicles, weapons, units and people under arms, and how many of them there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportedly.analyse.parse import Passage
from reportedly.analyse.quantity import count_of
from reportedly.data import read_table
from reportedly.event import Asset
from reportedly.text.number import Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NOT_IN_NAME = frozenset(
    "other several many more new same own such few last first next main only additional further remaining"
    " apparent alleged entire whole heavily most least largest biggest second third big large small".split()
)
_NATIONS = frozenset({"NORP", "GPE", "LOC", "DATE", "CARDINAL", "ORDINAL"})


@cache
def _types() -> dict[str, tuple[str, bool]]:
    """Give the category of each designator, and whether it needs its hyphen: a B-1 flies, a B1 is a visa."""
    rows = read_table("assets_types.tsv")
    return {row["key"]: (row["category"], "-" in row["name"] and len(row["key"]) < 3) for row in rows}


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {row["noun"]: (row["category"], row["with"]) for row in read_table("assets.tsv")}


def _type_of(token: Token) -> str | None:
    """Give the category of a designator or a type's name: 'AN-124s' is an aircraft; None for other words."""
    return _type_called(token.text, token.lower_) if token.text[0].isupper() or token.text[0].isdigit() else None


@lru_cache(maxsize=16_384)
def _type_called(word: str, lower: str) -> str | None:
    key = re.sub(r"[-/]", "", lower)
    category, hyphened = _types().get(key) or (_types().get(key[:-1]) if key.endswith("s") else None) or (None, False)
    return None if hyphened and "-" not in word else category


@lru_cache(maxsize=4096)  # every noun is asked for some four times over
def category_of(token: Token) -> str | None:
    """Give the category of the asset that `token` names; None where it names none."""
    kind = _type_of(token)
    if kind is not None:
        return None if _modifies(token) and _heads_asset(token.head) else kind
    misread = token.pos_ == "ADJ" and token.head.pos_ == "PROPN" and token.i < token.head.i
    if (token.pos_ not in ("NOUN", "PROPN") and not misread) or _modifies(token):
        return None
    return _noun_category(token)


def _modifies(token: Token) -> bool:
    """Tell whether the token only says which kind the noun after it is: 'tank factory'."""
    if token.dep_ not in ("compound", "nmod", "amod") or token.i >= token.head.i:
        return token.dep_ == "poss"
    if token.tag_ in ("NN", "JJ") and token.head.pos_ == "PROPN" and token.i + 1 <= token.head.i:
        # 'the frigate Alsace' is a frigate; a type's name or a body's is not
        return _types_or_body(token.head)
    # In 'ships - two tugs' the model takes the noun before the dash for a part of the noun after it.
    return not any(word.is_punct and word.nbor(-1).whitespace_ for word in token.doc[token.i + 1 : token.head.i])


def _types_or_body(name: Token) -> bool:
    """Tell whether a proper noun is a type, a kind of asset or a body, rather than what one craft is called."""
    return _type_of(name) is not None or _noun_category(name) is not None or name.ent_type_ == "ORG"


def _noun_category(token: Token) -> str | None:
    """Give the category of a noun by itself and the words before it."""
    category, needed = _nouns().get(token.lemma_.lower(), (None, ""))
    if category is None or not needed:
        return category
    before = [child for child in token.lefts if child.dep_ in ("compound", "amod")]
    wanted = needed.split("|")
    fits = any(
        child.lemma_.lower() in wanted
        or ("ordinal" in wanted and (child.ent_type_ == "ORDINAL" or re.match(r"\d+(?:st|nd|rd|th)$", child.lower_)))
        for child in before
    )
    return category if fits else None


def _heads_asset(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and _noun_category(token) is not None


def _first_of_name(head: Token) -> Token:
    """Give the first token of the asset's name: kind and make, not whose it is nor how many."""
    first = head
    for token in reversed([child for child in head.lefts if child.i < head.i]):
        joined = token.right_edge.i == first.i - 1
        if not joined or token.dep_ not in ("compound", "amod", "nmod"):
            break
        if token.ent_type_ in _NATIONS and not _type_of(token):
            break
        if token.lower_ in _NOT_IN_NAME or token.tag_ in ("JJR", "JJS"):
            break
        first = _first_of_name(token) if token.dep_ == "compound" else token
    return first


def _singular(head: Token) -> str:
    """Give the head's own word in the singular, as it is written."""
    if _type_of(head) is not None and _types().get(re.sub(r"[-/]", "", head.lower_)) is None:
        return head.text.removesuffix("s")
    return head.lemma_ if head.tag_ in ("NNS", "NNPS") else head.text


@lru_cache(maxsize=2)  # events and entities ask for the same
def find_assets(passage: Passage, numbers: tuple[Number, ...]) -> Mapping[int, Asset]:
    """Find every asset of `passage`, by the token that names it, in reading order.

    Args:
        passage: a part of a report.
        numbers: the numbers of its parse, in order.
    """
    return MappingProxyType(
        {
            token.i: _asset(passage, token, category, numbers)
            for token in passage.doc
            if (category := category_of(token)) is not None
        }
    )


def _asset(passage: Passage, head: Token, category: str, numbers: Sequence[Number]) -> Asset:
    first = _first_of_name(head)
    typed = next((kind for token in head.lefts if (kind := _type_of(token)) is not None), category)
    words = (passage.doc[first.i : head.i].text_with_ws if first.i < head.i else "") + _singular(head)
    if first.is_sent_start and first.pos_ != "PROPN" and not first.ent_type_ and _type_of(first) is None:
        words = words[0].lower() + words[1:]
    count = count_of(head, first.idx, numbers)
    start = count.start if count is not None else first.idx
    return Asset(
        name=words,
        category=typed,
        min=_whole(count.low) if count else None,
        max=_whole(count.high) if count else None,
        span=passage.chars(start, head.idx + len(head)),
    )


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
