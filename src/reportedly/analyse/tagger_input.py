"""What the tagger reads: the word pieces of a parse, what the parse says of each word, and the windows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.analyse.frame import parsed_text
from reportedly.data import read_table
from reportedly.data.trained import load_vocabulary
from reportedly.text.quotation import find_quotations, outermost

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

FEATURES = ("tag", "dependency", "head", "entity", "shape", "quotation", "distance", "position")
WINDOW = 192  # word pieces read at once, those in front for context included
CONTEXT = 40  # word pieces in front of a window that are read and not judged
WORD = 24  # word pieces of one word; what is longer is no word
OPEN, BREAK, UNKNOWN = 101, 102, 100  # the pieces [CLS], [SEP] and [UNK]
_SHAPES = ("lower", "title", "upper", "mixed", "digit")
_FAR = (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one parse as the tagger reads them; spaces are no words."""

    tokens: tuple[int, ...]  # the token of the parse that each word is
    pieces: tuple[tuple[int, ...], ...]  # the numbers of each word's pieces
    features: NDArray[np.int64]  # words x FEATURES
    breaks: tuple[int, ...]  # the words that open a paragraph, in order


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[start, end)`; those before `judged` are there for context only."""

    start: int
    judged: int
    end: int


@cache
def feature_sizes() -> tuple[int, ...]:
    """Give how many values each of FEATURES can take, the unknown one included."""
    numbers = _numbers()
    dependencies = len(numbers["dependency"]) + 1
    shapes, distances = len(_SHAPES) + 1, 2 * (len(_FAR) + 1) + 1
    return len(numbers["tag"]) + 1, dependencies, dependencies, len(numbers["entity"]) + 1, shapes, 4, distances, 3


@cache
def _numbers() -> dict[str, dict[str, int]]:
    numbers: dict[str, dict[str, int]] = {}
    for row in read_table("tagger_features.tsv"):
        feature = numbers.setdefault(row["feature"], {})
        feature[row["value"]] = len(feature) + 1
    return numbers


def read_words(doc: Doc) -> Words:
    """Give the words of a parse with their pieces and features."""
    text = parsed_text(doc)
    words = [token for token in doc if not token.is_space]
    pieces = tuple(_pieces(token.text) for token in words)
    opens = [n for n, token in enumerate(words) if n == 0 or "\n" in text[words[n - 1].idx : token.idx]]
    quotation = _quotation_states(text, words)
    starts, numbers = set(opens), _numbers()
    rows = [
        (
            numbers["tag"].get(token.tag_, 0),
            numbers["dependency"].get(token.dep_, 0),
            numbers["dependency"].get(token.head.dep_, 0),
            numbers["entity"].get(f"{token.ent_iob_}-{token.ent_type_}", 0),
            _shape(token.text),
            quotation[n],
            _distance(token.head.i - token.i),
            1 if n in starts else 2 if token.is_sent_start else 0,
        )
        for n, token in enumerate(words)
    ]
    features = np.array(rows, dtype=np.int64).reshape(-1, len(FEATURES))
    return Words(tuple(token.i for token in words), pieces, features, tuple(opens))


@lru_cache(maxsize=16_384)  # some 4 MB; a report's words are mostly those of the one before
def _pieces(word: str) -> tuple[int, ...]:
    """Give the numbers of a word's pieces."""
    return tuple(load_vocabulary().encode(word, add_special_tokens=False).ids[:WORD]) or (UNKNOWN,)


@lru_cache(maxsize=16_384)
def _shape(word: str) -> int:
    if not any(ch.isalnum() for ch in word):
        return 0
    if any(ch.isdigit() for ch in word):
        return 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[:1].isupper() and word[1:].islower() else 4


def _distance(offset: int) -> int:
    """Give the class of how far away, and on which side, a word's head stands; 0 for the root."""
    if offset == 0:
        return 0
    size = sum(abs(offset) > limit for limit in _FAR) + 1
    return size if offset > 0 else size + len(_FAR) + 1


def _quotation_states(text: str, words: Sequence[Token]) -> list[int]:
    """Give for each word whether it stands outside any quotation (0), opens (1), is in (2) or closes one (3)."""
    quotations = outermost(find_quotations(text))
    states, at = [], 0
    for token in words:
        while at < len(quotations) and quotations[at].end <= token.idx:
            at += 1
        here = quotations[at] if at < len(quotations) and quotations[at].start <= token.idx else None
        last = here is not None and token.idx + len(token) >= here.end
        states.append(0 if here is None else 1 if token.idx == here.start else 3 if last else 2)
    return states


def windows(words: Words, context: int = CONTEXT) -> Iterator[Window]:
    """Cut the words into windows of at most WINDOW pieces, at paragraphs where one fits, else where they are full.

    A paragraph break counts as one piece, and so do the marks around the window. In front of a window stand, for
    context, the whole paragraphs before it that come to at most `context` pieces.
    """
    cost = [len(p) for p in words.pieces]
    for n in words.breaks:
        cost[n] += 1
    total = np.concatenate([[0], np.cumsum(cost)])
    start, size, breaks = 0, len(cost), [*words.breaks, len(cost)]
    while start < size:
        first = min((b for b in breaks if b <= start and total[start] - total[b] <= context), default=start)
        room = total[first] + WINDOW - 2
        full = max(int(np.searchsorted(total, room, side="right")) - 1, start + 1)
        end = max((b for b in breaks if start < b <= full), default=full) if full < size else size
        yield Window(first, start, end)
        start = end


def lay_out(words: Words, window: Window) -> tuple[list[int], list[int], list[int]]:
    """Give the pieces of a window with the marks around it and at its paragraphs' ends.

    Then for each piece its word, counted from 1 at the window's start and 0 for a mark; then each word's first piece.
    """
    pieces, word_of, first = [OPEN], [0], []
    breaks = set(words.breaks)
    for n in range(window.start, window.end):
        if n in breaks and n > window.start:
            pieces.append(BREAK)
            word_of.append(0)
        first.append(len(pieces))
        pieces += words.pieces[n]
        word_of += [n - window.start + 1] * len(words.pieces[n])
    return [*pieces, BREAK], [*word_of, 0], first
