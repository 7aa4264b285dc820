"""Tell how many of something a phrase speaks of: 'at least 12 people', 'dozens of trucks', 'an oiler'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.parse import Passage
from reportedly.event import Quantity
from reportedly.text.number import SHARE, Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ONE = frozenset({"a", "an", "another", "one", "single"})
_NONE = frozenset({"zero"})
# They are those whom 'of' brings in: 'a second batch of 22 prisoners'.
GROUPS = frozenset("batch boatload busload contingent group handful pair planeload trio wave".split())
_WHOSE = frozenset("the its their his her our these those this that".split())
_PARTS = frozenset(
    {
        "most",
        "some",
        "many",
        "part",
        "all",
        "none",
        "neither",
        "rest",
        "majority",
        "any",
        "few",
        "each",
        "first",
        "last",
    }
)
_BETWEEN = frozenset(
    {"ADJ", "PROPN", "NOUN", "NUM", "ADV", "VERB", "X", "SYM"}
)  # what may stand between number and name
_REACH = 9  # words before a name that its number may stand away


class Count(NamedTuple):
    """How many, and from which character of the parse on the words say so."""

    start: int
    low: float | None
    high: float | None


def count_of(head: Token, first: int, numbers: Sequence[Number]) -> Count | None:
    """Give how many `head` speaks of; None where the words do not say.

    Args:
        head: the noun.
        first: character of the parse at which its name starts: what stands before it may count it.
        numbers: the numbers of the parse, in order.
    """
    before = [token for token in head.doc[max(head.i - _REACH - 6, head.sent.start) : head.i] if token.idx < first]
    named = [number for number in numbers if number.start >= first and number.end <= head.idx]
    if named and named[-1].unit is None and head.doc.text[first : named[-1].start].strip() == "":
        return _each(head, Count(named[-1].start, named[-1].low, named[-1].high), numbers)
    whole = _nearest(head, before, numbers, first)
    part = _part(before, numbers, whole.start if whole is not None else first, whole)
    count = part or whole
    return _each(head, count, numbers) if count is not None else None


def _number_at(numbers: Sequence[Number], token: Token) -> Number | None:
    """Give the number that a token is part of."""
    at = bisect_left(numbers, token.idx + 1, key=lambda number: number.end)
    return numbers[at] if at < len(numbers) and numbers[at].start <= token.idx < numbers[at].end else None


def _nearest(head: Token, before: Sequence[Token], numbers: Sequence[Number], first: int) -> Count | None:
    """Give the number or article that stands before a name, adjectives and makers between."""
    several = re.search(r"\d[A-Z]*s\.?$", head.text) is not None  # 'F-35s', whatever the model takes it for
    singular = not several and head.tag_ in ("NN", "NNP", "JJ", "CD", "-RRB-", "XX", "ADD")
    singular = singular or not head.lower_.rstrip(".").endswith("s")
    for token in reversed(before):
        number = _number_at(numbers, token)
        if number is not None and number.unit is None:
            paired = token.lower_ == "both" and (token.dep_ == "preconj" or _joins(head))
            return None if paired else Count(number.start, number.low, number.high)
        if token.lower_ in _ONE and singular:
            return Count(token.idx, 1, 1)
        if token.lower_ in _NONE:
            return Count(token.idx, 0, 0)
        if token.lower_ in _WHOSE or not _may_stand_between(token, head):
            break
    edge = min(head.left_edge.idx, first)
    at = bisect_left(numbers, first + 1, key=lambda number: number.end) - 1
    if at >= 0 and numbers[at].end >= edge - 1 and numbers[at].start >= head.sent.start_char and not numbers[at].unit:
        between = [token for token in before if token.idx >= numbers[at].end]
        if not any(token.lower_ in ("and", "or", "of", "to", *_WHOSE) or token.text in ",;:" for token in between):
            return Count(numbers[at].start, numbers[at].low, numbers[at].high)
    return None


def _number_of(noun: Token, numbers: Sequence[Number]) -> Number | None:
    """Give the number that stands among the words before a noun; None without one."""
    return next((number for child in noun.lefts if (number := _number_at(numbers, child)) is not None), None)


def _joins(head: Token) -> bool:
    """Tell whether a noun is joined to another by 'and': 'both ships and aircraft' are not two."""
    return any(child.dep_ == "conj" for child in head.children)


def _may_stand_between(token: Token, head: Token) -> bool:
    """Tell whether a word may stand between a number and the name that it counts: 'two newly built frigates'."""
    if token.text in ("-", "‑", "–", '"', "“", "”", "'", "‘", "’", "'s") and not token.is_space:
        return token.text not in ("-", "–") or not token.whitespace_
    if token.text == "," and token.i + 1 < len(token.doc):
        return token.nbor().tag_ in ("JJ", "VBN") and token.i > 0 and token.nbor(-1).tag_ in ("JJ", "VBN")
    ahead = token.i < token.head.i <= head.i
    if token.pos_ == "VERB":
        return token.tag_ in ("VBN", "VBG") and (ahead or token.dep_ in ("amod", "compound"))
    if token.pos_ == "ADV":
        return token.i + 1 < len(token.doc) and token.nbor().tag_ in ("JJ", "VBN", "VBG", "CD", "HYPH")
    if token.pos_ == "NOUN":
        return ahead and token.dep_ in ("compound", "nmod", "amod")
    return token.pos_ in _BETWEEN and token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")


def _part(before: Sequence[Token], numbers: Sequence[Number], start: int, whole: Count | None) -> Count | None:
    """Give the part in 'two of the ships', '21 of 30 drones', 'half of the 30 drones'; None without one."""
    left = _before_owner([token for token in before if token.idx < start])
    while (
        len(left) > 2
        and left[-1].lower_ != "of"
        and (left[-1].lower_ in _WHOSE | _ONE or left[-1].pos_ in ("ADJ", "VERB"))
    ):
        left.pop()
    held = len(left) < 2 or left[-1].lower_ != "of"
    if held and left and (number := _number_at(numbers, left[-1])) is not None and number.unit == SHARE:
        return _shared(number, whole)  # 'half the 30 drones'
    if held:
        return None
    at = left[-2] if left[-2].lower_ != "out" or len(left) < 3 else left[-3]
    if at.lower_ in ("them", "more", "all") and len(left) > 2:
        at = left[-3]
    number = _number_at(numbers, at)
    if number is not None and number.end <= start:
        return _shared(number, whole) if number.unit == SHARE else _counted_part(number, whole)
    if at.lower_ in ("none", "neither"):
        return Count(at.idx, 0, 0)
    if at.lower_ in ("first", "last") and whole is not None:
        return Count(whole.start, None, None)
    if at.lower_ in _PARTS and whole is not None and at.lower_ not in ("all", "each"):
        return Count(at.idx, None, whole.high)
    return None


def _before_owner(tokens: list[Token]) -> list[Token]:
    """Leave out whose the things are, at the end: the agency in 'at least six of the agency's drones'."""
    if not tokens or tokens[-1].tag_ != "POS":
        return tokens
    first = tokens[-1].head.left_edge.i
    return [token for token in tokens if token.i < first]


def _counted_part(number: Number, whole: Count | None) -> Count | None:
    """Give the count of a part; a number with a unit, as in '3,000 tonnes of supplies', counts no things."""
    return None if number.unit is not None else Count(number.start, number.low, number.high)


def _shared(number: Number, whole: Count | None) -> Count:
    """Give a share of a whole in whole things; open where the whole is not told."""
    low, high = (
        round(share * bound) if share is not None and bound is not None else None
        for share, bound in ((number.low, whole.low if whole else None), (number.high, whole.high if whole else None))
    )
    return Count(number.start, low, high)


def _each(head: Token, count: Count, numbers: Sequence[Number]) -> Count:
    """Give the sum where a number is told of each of several: 'two battalions of 500 men each'."""
    after = head.doc[head.i + 1 : head.i + 2]
    of = head.head
    if not len(after) or after[0].lower_ != "each" or of.lower_ != "of" or of.head.i >= of.i:
        return count
    groups = count_of(of.head, of.head.idx, numbers)
    if groups is None:
        return count
    low = None if groups.low is None or count.low is None else groups.low * count.low
    high = None if groups.high is None or count.high is None else groups.high * count.high
    return Count(count.start, low, high)


def of_noun(token: Token) -> Token | None:
    """Give the noun that 'of' brings in: the soldiers of 'dozens of soldiers'; None without one."""
    return next(
        (noun for of in token.children if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj"), None
    )


def read_quantity(passage: Passage, head: Token, numbers: Sequence[Number]) -> Quantity | None:
    """Give how many people or things `head` speaks of, or is the number of: '12 were killed', '$20 million'."""
    number = _number_at(numbers, head)
    if number is not None and number.unit is not None:
        span = passage.chars(number.start, number.end)
        return None if number.unit == SHARE else Quantity(what=number.unit, min=number.low, max=number.high, span=span)
    counted = of_noun(head) if number is not None and (number.hedge or "").endswith(" of") else None
    if number is not None and counted is not None and counted.idx > number.end:
        span = passage.chars(number.start, counted.idx + len(counted))  # 'dozens of soldiers', 'thousands of people'
        return Quantity(what=counted.lemma_.lower(), min=number.low, max=number.high, span=span)
    if number is not None and (head.like_num or head.pos_ == "NUM" or head.lower_ == number.hedge):
        span = passage.chars(number.start, number.end)
        return Quantity(what="people", min=number.low, max=number.high, span=span)
    if head.lemma_.lower() in GROUPS and (members := of_noun(head)) is not None and _number_of(members, numbers):
        return read_quantity(passage, members, numbers)
    count = count_of(head, head.idx, numbers)
    if count is None:
        return None
    span = passage.chars(count.start, head.idx + len(head))
    named = head.tag_ == "NNPS" or (head.text[0].isupper() and head.text.endswith("s") and not head.is_sent_start)
    what = head.text.removesuffix("s") if named else head.lemma_.lower()  # 'six Palestinians'
    return Quantity(what=what, min=count.low, max=count.high, span=span)
