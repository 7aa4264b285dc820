"""Find ships, aircraft, vehicles, weapons, units and people under arms, and how many of them there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportedly.analyse.asset_context import count_called, in_context, is_one
from reportedly.analyse.asset_extent import first_of_name, runs_before
from reportedly.analyse.asset_name import Run, runs_of
from reportedly.analyse.asset_noun import Noun, noun_at
from reportedly.analyse.asset_part import with_parts
from reportedly.analyse.craft_name import craft_names
from reportedly.analyse.parse import Passage
from reportedly.analyse.quantity import Count, count_of
from reportedly.event import Asset
from reportedly.text.number import Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_HYPHENS = frozenset({"-", "‑", "–"})
_AGAINST = frozenset("anti counter non ex pro pre post".split())  # 'anti-aircraft' is no aircraft
# What aircraft and vehicles are whose designator stands before: it says as much.
_REPEATS = frozenset("aircraft bomber drone fighter helicopter jet plane tank transport uav airliner".split())
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})  # parts that no adjective plays: 'his trawler'
_BESIDE = frozenset({"beside", "ship"})  # names that only say which one the noun beside them is


@lru_cache(maxsize=4096)  # every noun is asked for some four times over
def category_of(token: Token) -> str | None:
    """Give the category of the asset that `token` names; None where it names none."""
    run = runs_of(token.doc).get(token.i)
    if run is not None and run.needs not in _BESIDE:
        return run.category if _stands_alone(token, run) else None
    noun = _noun(token)
    return noun.category if noun is not None else None


def _noun(token: Token) -> Noun | None:
    """Give what a common noun names, unless it only says which kind the noun after it is."""
    noun = noun_at(token.doc, token.i)
    if (
        noun is None
        or not _is_noun(token, noun)
        or _joined(token, noun)
        or _modifies(token, craft=noun.category in ("ship", "aircraft"))
    ):
        return None
    return noun


def _is_noun(token: Token, noun: Noun) -> bool:
    """Tell whether the word is a noun here; in a longer kind it is, whatever the model takes it for."""
    named = token.i < token.head.i and (token.head.pos_ == "PROPN" or is_listed(token))
    misread = token.pos_ == "ADJ" and (named or token.dep_ in _NOMINAL)
    return token.pos_ in ("NOUN", "PROPN") or misread or noun.first < token.i


def is_listed(token: Token) -> bool:
    """Tell whether a word is a thing of a list by itself: 'a frigate, two corvettes'."""
    around = token.doc.tokens[max(token.i - 1, 0) : token.i + 3]
    if len(around) < 4 or around[2].text != ",":
        return False
    return around[0].tag_ in ("DT", "CD", "JJ", "NN") and around[3].tag_ in ("DT", "CD")


def _joined(token: Token, noun: Noun) -> bool:
    """Tell whether a hyphen makes the word a part of another: 'tank-mounted', 'anti-aircraft'."""
    tokens = token.doc.tokens
    after = tokens[token.i + 1 : token.i + 3]
    if len(after) == 2 and after[0].text in _HYPHENS and not token.whitespace_ and not after[0].whitespace_:
        return True
    at = noun.first
    glued = at >= 2 and tokens[at - 1].text in _HYPHENS and not tokens[at - 1].whitespace_
    return glued and tokens[at - 2].lower_ in _AGAINST


def _stands_alone(token: Token, run: Run) -> bool:
    """Tell whether a name is the asset itself, rather than the kind, or the name, of the noun beside it."""
    tokens = token.doc.tokens
    if run.category == "ship" and run.last not in craft_names(token.doc):
        before = noun_at(token.doc, run.first - 1) if run.first else None
        if before is not None and before.category == "ship":
            return False  # 'the frigate Admiral Essen' is told by its noun
        if not _called(run, token):
            return False
    if token.text.rstrip(".").endswith("s") and not run.name.endswith("s"):
        return True
    maker = token.dep_ == "compound" and token.head.i in runs_of(token.doc)
    if maker and runs_of(token.doc)[token.head.i].first == token.i + 1:
        return False  # 'an Antonov An-32' is one craft
    for after in tokens[token.i + 1 : token.i + 5]:
        if after.text in _HYPHENS and not tokens[after.i - 1].whitespace_:
            continue
        if after.tag_[:2] not in ("NN", "JJ", "VB", "CD") or after.text[0] in ",;:()" or after.i >= token.sent.end:
            return True
        if noun_at(token.doc, after.i) is not None and after.pos_ != "VERB":
            return False
    return True


def _called(run: Run, token: Token) -> bool:
    """Tell whether a ship's name is a ship's here: admirals have names too, and towns."""
    opening = token.doc.tokens[run.first]
    if run.needs or opening.is_upper or any(sign.isdigit() or sign == "-" for sign in run.name):
        return True
    before = token.doc.tokens[max(run.first - 4, 0) : run.first]
    return any(word.lower_ in ("the", '"', "'", "“", "‘", "'s", "its") for word in before)


def _modifies(token: Token, *, craft: bool = False) -> bool:
    """Tell whether the token only says which kind the noun after it is: 'tank factory'."""
    after = token.doc.tokens[token.i + 1 : token.i + 2]
    if after and token.whitespace_ and token.tag_ != "NNS" and after[0].tag_ in ("NN", "NNS"):
        noun = noun_at(token.doc, after[0].i)
        if noun is not None and noun.first <= token.i:
            return True
    if is_listed(token):
        return False
    if token.dep_ not in ("compound", "nmod", "amod") or token.i >= token.head.i:
        return token.dep_ == "poss"
    if token.tag_ in ("NN", "NNS", "JJ") and token.head.pos_ == "PROPN" and token.i + 1 <= token.head.i:
        # 'the frigate Alsace' is a frigate; a type's name or a body's is not
        return _types_or_body(token.head, body=not (token.text.islower() and craft))
    # In 'ships - two tugs' the model takes the noun before the dash for a part of the noun after it.
    return not any(word.is_punct and word.nbor(-1).whitespace_ for word in token.doc[token.i + 1 : token.head.i])


def _types_or_body(name: Token, *, body: bool) -> bool:
    """Tell whether a proper noun is a type, a kind of asset or a body, rather than what one craft is called."""
    run = runs_of(name.doc).get(name.i)
    if run is not None:
        return run.needs not in _BESIDE and _stands_alone(name, run)
    return noun_at(name.doc, name.i) is not None or (body and name.ent_type_ == "ORG")


def _singular(head: Token, noun: Noun) -> str:
    """Give the head's own word in the singular, as it is written."""
    if noun.singular == head.lower_:
        return head.text
    same = 0
    while same < len(noun.singular) and noun.singular[same] == head.lower_[same]:
        same += 1
    return head.text[:same] + noun.singular[same:]


@lru_cache(maxsize=2)  # events and entities ask for the same
def find_assets(passage: Passage, numbers: tuple[Number, ...]) -> Mapping[int, Asset]:
    """Find every asset of `passage`, by the token that names it, in reading order.

    Args:
        passage: a part of a report.
        numbers: the numbers of its parse, in order.
    """
    found = {token.i: _asset(passage, token, numbers) for token in passage.doc if category_of(token) is not None}
    return MappingProxyType(with_parts(in_context(passage, found, numbers), passage.text))


def _asset(passage: Passage, head: Token, numbers: Sequence[Number]) -> Asset:
    run = runs_of(passage.doc).get(head.i)
    noun = _noun(head) if run is None or run.needs in _BESIDE else None
    start = noun.first if noun is not None else run.first if run is not None else head.i
    first = passage.doc[first_of_name(head, start)]
    category, symbol = _kind(noun, run, runs_before(head, first.i))
    end = _singular(head, noun) if noun is not None else run.name if run is not None else head.text
    last = head.i if noun is not None or run is None else run.first
    words = (passage.doc[first.i : last].text_with_ws if first.i < last else "") + end
    opens = (
        first.is_sent_start
        and first.pos_ != "PROPN"
        and not first.ent_type_
        and not (words[:2].isupper() or re.search(r"\d", words.split()[0]))
    )
    if opens and noun is not None and not runs_before(head, first.i):
        words = words[0].lower() + words[1:]
    count = count_of(head, first.idx, numbers)
    if count is None and (_is_called_ship(head, run) or is_one(head, first.i, category, named=noun is None)):
        count = Count(first.idx, 1, 1)
    called = count_called(head) if count is None and noun is not None else 0
    if called > 1:
        count = Count(first.idx, called, called)
    words = _without_kind(words, noun, category, runs_before(head, first.i))
    stopped = run is not None and head.text.endswith(".") and not run.name.endswith(".")
    return Asset(
        name=words,
        category=category,
        symbol=symbol,
        min=_whole(count.low) if count else None,
        max=_whole(count.high) if count else None,
        span=passage.chars(count.start if count is not None else first.idx, _end(head, noun) - stopped),
    )


def _end(head: Token, noun: Noun | None) -> int:
    """Give the character at which the words of an asset end; what one ship is called belongs to them."""
    after = head.doc.tokens[head.i + 1 : head.i + 8]
    names = (runs_of(head.doc)[token.i] for token in after if token.i in runs_of(head.doc))
    called = next((run.last for run in names if run.needs == "ship" and run.first <= head.i + 2), None)
    last = head.doc[called] if noun is not None and noun.category == "ship" and called is not None else head
    return last.idx + len(last)


def _is_called_ship(head: Token, run: Run | None) -> bool:
    return run is not None and run.last in craft_names(head.doc)


def _without_kind(words: str, noun: Noun | None, category: str, inside: Sequence[Run]) -> str:
    """Leave out a noun that only repeats what the designator before it says: 'Tu-160 bombers' are Tu-160s."""
    if noun is None or not inside or noun.singular not in _REPEATS or inside[0].category != category:
        return words
    type_ = inside[0]
    at = words.find(type_.name)
    told = at >= 0 and "class" not in type_.name and not (type_.needs and type_.symbol.endswith("000000"))
    return words[: at + len(type_.name)] if told else words


def _kind(noun: Noun | None, run: Run | None, inside: Sequence[Run]) -> tuple[str, str | None]:
    """Give category and symbol: the noun's, told more narrowly by the type before it, or the type's alone."""
    if noun is None:
        return (run.category, run.symbol or None) if run is not None else ("equipment", None)
    typed = next((each for each in inside if noun.opens or each.category == noun.category), None)
    if typed is not None and (noun.opens or not typed.symbol.endswith("000000")):
        return typed.category, typed.symbol
    return noun.category, noun.symbol or None


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
