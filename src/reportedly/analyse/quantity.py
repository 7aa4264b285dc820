"""Tell how many of something a phrase speaks of: 'at least 12 people', 'dozens of trucks', 'an oiler'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.parse import Passage
from reportedly.event import Quantity
from reportedly.text.number import Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ONE = frozenset({"a", "an", "another"})


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
    edge = min(head.left_edge.idx, first)
    part = _part(head)
    if part is not None:
        edge = first = part.idx + len(part)
    at = bisect_left(numbers, first + 1, key=lambda number: number.end) - 1
    if at >= 0 and numbers[at].end >= edge - 1 and numbers[at].start >= head.sent.start_char:
        number = numbers[at]
        return Count(number.start, number.low, number.high)
    if head.tag_ in ("NN", "NNP"):
        before = [token for token in head.doc[max(head.i - 8, head.sent.start) : head.i] if token.idx < first]
        for token in reversed(before):
            if token.lower_ in _ONE:
                return Count(token.idx, 1, 1)
            if token.pos_ not in ("ADJ", "PROPN"):
                break
    return None


def _part(head: Token) -> Token | None:
    """Give the number in 'two of the ships' and '21 of 30 drones': the part is what is spoken of; None without one."""
    for token in reversed(head.doc[max(head.i - 7, head.sent.start + 1) : head.i]):
        if token.lower_ == "of":
            number = token.nbor(-1)
            return number if number.pos_ == "NUM" else None
        if token.is_punct or token.pos_ in ("CCONJ", "ADP", "AUX"):
            return None
    return None


def read_quantity(passage: Passage, head: Token, numbers: Sequence[Number]) -> Quantity | None:
    """Give how many people or things `head` speaks of, or is the number of: '12 were killed'."""
    if head.like_num or head.pos_ == "NUM":
        at = bisect_left(numbers, head.idx + len(head), key=lambda number: number.end)
        if at < len(numbers) and numbers[at].start <= head.idx:
            number = numbers[at]
            span = passage.chars(number.start, number.end)
            return Quantity(what="people", min=number.low, max=number.high, span=span)
    count = count_of(head, head.idx, numbers)
    if count is None:
        return None
    span = passage.chars(count.start, head.idx + len(head))
    return Quantity(what=head.lemma_.lower(), min=count.low, max=count.high, span=span)
