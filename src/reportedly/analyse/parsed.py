"""A parse as plain objects: what spaCy's doc, its spans and its tokens say, read out once.

spaCy makes a new object, and decodes a new string, at every look at a token; the rules look hundreds of times at each.
The names are spaCy's, so that what its documentation says of them holds here too. Nothing can be changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

_NAMES = ("ORTH", "LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE")  # columns that number strings
_NUMBERS = ("POS", "HEAD", "SENT_START", "ENT_IOB", "SPACY")
_FLAGS = ("IS_ALPHA", "IS_LOWER", "IS_PUNCT", "IS_SPACE", "IS_TITLE", "IS_UPPER", "LIKE_NUM")
_IOB = ("", "I", "O", "B")


class Token:
    """One word or mark of a parse; there is one object for each, so that `is` tells whether two are the same."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_lower",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_title",
        "is_upper",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: Doc
    i: int
    idx: int  # character of the doc's text
    text: str
    lower_: str
    lemma_: str
    tag_: str
    dep_: str
    ent_type_: str
    pos_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool | None
    is_alpha: bool
    is_lower: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    head: Token
    left_edge: Token
    right_edge: Token
    sent: Tokens
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def n_lefts(self) -> int:
        """Count the children on the left."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """Count the children on the right."""
        return len(self.rights)

    @property
    def text_with_ws(self) -> str:
        """Give the word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def subtree(self) -> Iterator[Token]:
        """Give the word and all that hangs on it, in order."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """Give what the word hangs on, from its head up."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """Give the words that are joined to this one, without it."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        joined = [first]
        for word in joined:
            joined += [child for child in word.rights if child.dep_ == "conj"]
        return tuple(word for word in joined if word is not self)

    def nbor(self, i: int = 1) -> Token:
        """Give the word `i` further on.

        Raises:
            IndexError: there is none.
        """
        if self.i + i < 0:
            raise IndexError(f"no token stands {-i} before token {self.i}")
        return self.doc.tokens[self.i + i]


class Tokens:
    """Words `[start, end)` of a parse."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label  # the kind of name; empty for what is none

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Tokens(self.doc, self.start + start, self.start + max(start, end))
        i = at + (self.end if at < 0 else self.start)
        if not self.start <= i < self.end:
            raise IndexError(f"tokens [{self.start}:{self.end}] have no number {at}")
        return self.doc.tokens[i]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Give the character at which the first word starts."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc.tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Give the character after the last word."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Give the words as the text has them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """Give the words with the space behind them."""
        return self.text + (self.doc.tokens[self.end - 1].whitespace_ if self.end > self.start else "")

    @property
    def sent(self) -> Tokens:
        """Give the sentence of the first word."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """Give the word that stands highest in the parse, the first of several; marks only where there is no word."""
        words = self.doc.tokens[self.start : self.end]
        top = next((word for word in words if word.head is word), None)
        if top is not None:
            return top
        outward = [word for word in words if not self.start <= word.head.i < self.end]
        return min(outward, key=_depth, default=words[0])


def _depth(word: Token) -> int:
    """Count what stands above a word; a mark or a space on which nothing hangs comes last."""
    bare = (word.is_space or word.is_punct) and not word.children
    return len(word.doc) - 1 if bare else sum(1 for _ in word.ancestors)


class Doc:
    """One parse."""

    __slots__ = ("__weakref__", "_starts", "ents", "sents", "text", "tokens")

    def __init__(self, doc: SpacyDoc) -> None:
        """Read out what the rules ask of a parse."""
        self.text: str = doc.text
        self.tokens: list[Token] = [Token() for _ in range(len(doc))]
        self.sents: tuple[Tokens, ...] = tuple(Tokens(self, sent.start, sent.end) for sent in doc.sents)
        self.ents: tuple[Tokens, ...] = tuple(Tokens(self, ent.start, ent.end, ent.label_) for ent in doc.ents)
        self._starts: list[int] = _columns(doc, ("IDX",))[0]
        self._name(doc)
        self._link(doc)

    def _name(self, doc: SpacyDoc) -> None:
        """Give each token its words, its tags and what sort of word it is."""
        from spacy.parts_of_speech import NAMES

        columns = _columns(doc, _NAMES)
        strings: Any = doc.vocab.strings
        read = {number: str(strings[number]) for number in {number for column in columns for number in column}}
        named = [[read[number] for number in column] for column in columns]
        flags = [[bool(value) for value in column] for column in _columns(doc, _FLAGS)]
        parts, _, starts, iob, spaces = _columns(doc, _NUMBERS)
        for i, (token, names, holds) in enumerate(
            zip(self.tokens, zip(*named, strict=True), zip(*flags, strict=True), strict=True)
        ):
            token.doc, token.i, token.idx = self, i, self._starts[i]
            token.text, token.lower_, token.lemma_, token.tag_, token.dep_, token.ent_type_ = names
            token.is_alpha, token.is_lower, token.is_punct, token.is_space = holds[:4]
            token.is_title, token.is_upper, token.like_num = holds[4:]
            token.pos_, token.ent_iob_, token.whitespace_ = NAMES[parts[i]], _IOB[iob[i]], " " if spaces[i] else ""
            token.is_sent_start = None if starts[i] == 0 else starts[i] > 0

    def _link(self, doc: SpacyDoc) -> None:
        """Give each token its head, its children and its sentence."""
        lefts: list[list[Token]] = [[] for _ in self.tokens]
        rights: list[list[Token]] = [[] for _ in self.tokens]
        heads = [i + offset for i, offset in enumerate(_columns(doc, ("HEAD",))[0])]
        for token, first, last in zip(self.tokens, _edges(heads, min), _edges(heads, max), strict=True):
            token.left_edge, token.right_edge = self.tokens[first], self.tokens[last]
        for token, at in zip(self.tokens, heads, strict=True):
            head = token.head = self.tokens[at]
            if head.left_edge.i <= token.i < head.i:
                lefts[head.i].append(token)
            elif head.i < token.i <= head.right_edge.i:
                rights[head.i].append(token)
        for sent in self.sents:
            for token in sent:
                left, right = tuple(lefts[token.i]), tuple(rights[token.i])
                token.sent, token.lefts, token.rights, token.children = sent, left, right, left + right

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Tokens: ...
    def __getitem__(self, at: int | slice) -> Token | Tokens:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Tokens(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int) -> Tokens | None:
        """Give the words of which some character lies in `[start, end)`; None where the text ends before."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        behind = start == self.tokens[first].idx + len(self.tokens[first])  # the space behind a word is not its own
        return Tokens(self, first + behind, last + 1)

    def _at(self, char: int) -> int | None:
        """Give the token that has a character, the space behind it included."""
        i = bisect_right(self._starts, char) - 1
        inside = i >= 0 and char < self.tokens[i].idx + len(self.tokens[i].text_with_ws)
        return i if inside else None


def _columns(doc: SpacyDoc, names: Sequence[str]) -> list[list[int]]:
    """Give columns of a doc's table, as many as names; the table has no signs, but a head may stand before its word."""
    table: Any = doc.to_array(list(names)).reshape(len(doc), -1).T
    columns: list[list[int]] = (table if names is _NAMES else table.astype(np.int64)).tolist()
    return columns


def _edges(heads: Sequence[int], furthest: Callable[[int, int], int]) -> list[int]:
    """Give for each token the furthest of itself and all below it: with `min` to the left, with `max` to the right."""
    edges, before = list(range(len(heads))), None
    while edges != before:
        before = edges.copy()
        for i in (*range(len(heads)), *reversed(range(len(heads)))):
            edges[heads[i]] = furthest(edges[heads[i]], edges[i])
    return edges
