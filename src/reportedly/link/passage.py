"""Two passages that say the same, word by word: what stands in the one for what in the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.weight import weigh
from reportedly.span import Span
from reportedly.text.fold import fold
from reportedly.text.quotation import find_quotations
from reportedly.text.word import words

_BREAK = re.compile(r"[,;:()\[\]\"\n]|(?<=\s)-+(?=\s)|--|^-$")
_FEWEST = 4  # words of a clause that can be understood by itself
_MOST = 32  # words beyond which a clause is cut round the word that matters
_ROUND = 12  # words kept on either side then


class Token(NamedTuple):
    """A word of a passage."""

    start: int  # in the body
    end: int
    form: str  # folded, lower case
    key: int  # the same for every form of the word
    idf: float
    content: bool
    quoted: bool
    capital: bool


Reach = tuple[int, int]  # tokens `[first, last)` of a passage


@dataclass(frozen=True)
class Passage:
    """Sentences of a report that are compared as one."""

    body: str
    bounds: tuple[tuple[int, int], ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words in order."""
        found = []
        for start, end in self.bounds:
            text = self.body[start:end]
            quoted = [(one - start, other - start) for one, other in quoted_parts(self.body)]
            for word in words(text):
                inside = any(one < word.end and word.start < other for one, other in quoted)
                weight = weigh(word.form)
                found.append(
                    Token(
                        start + word.start,
                        start + word.end,
                        word.form,
                        weight.key,
                        weight.idf,
                        weight.content,
                        inside,
                        text[word.start].isupper(),
                    )
                )
        return tuple(found)

    @cached_property
    def keys(self) -> frozenset[int]:
        """The keys of all its words."""
        return frozenset(token.key for token in self.tokens)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The folded forms of its words."""
        return tuple(token.form for token in self.tokens)

    @cached_property
    def breaks(self) -> tuple[bool, ...]:
        """Tell for each word whether a clause ends behind it."""
        closing = {bounds[1] for bounds in self.bounds}
        found = []
        for token, after in zip(self.tokens, self.tokens[1:], strict=False):
            gap = self.body[token.end : after.start]
            crossed = any(token.end <= end < after.start for end in closing)
            found.append(crossed or _BREAK.search(fold(gap)) is not None)
        return (*found, True) if self.tokens else ()

    def span(self, reach: Reach) -> Span:
        """Give the words of `reach` as a span of the body."""
        return Span.of(self.body, self.tokens[reach[0]].start, self.tokens[reach[1] - 1].end)

    def text(self, reach: Reach) -> str:
        """Give the words of `reach` as they stand."""
        return self.body[self.tokens[reach[0]].start : self.tokens[reach[1] - 1].end]

    def clause(self, reach: Reach) -> Reach:
        """Widen `reach` to the clause that it stands in."""
        first, last = self._to_breaks(reach)
        while last - first < _FEWEST and (first > 0 or last < len(self.tokens)):
            first, last = self._to_breaks((first, last + 1) if last < len(self.tokens) else (first - 1, last))
        if last - first > _MOST:
            first, last = max(first, reach[0] - _ROUND), min(last, reach[1] + _ROUND)
        return first, last

    def window(self, reach: Reach, before: int, behind: int) -> Reach:
        """Widen `reach` by at most so many words on either side, in its own sentence."""
        place = self.tokens[reach[0]].start
        start, end = next(bounds for bounds in self.bounds if bounds[0] <= place < bounds[1])
        first, last = reach
        while first > max(0, reach[0] - before) and self.tokens[first - 1].start >= start:
            first -= 1
        while last < min(len(self.tokens), reach[1] + behind) and self.tokens[last].end <= end:
            last += 1
        return first, last

    def _to_breaks(self, reach: Reach) -> Reach:
        """Widen `reach` to the nearest breaks on both sides."""
        first, last = reach
        while first > 0 and not self.breaks[first - 1]:
            first -= 1
        while last < len(self.tokens) and not self.breaks[last - 1]:
            last += 1
        return first, last

    @cached_property
    def clauses(self) -> tuple[Reach, ...]:
        """Its clauses in order."""
        found: list[Reach] = []
        first = 0
        for number, ends in enumerate(self.breaks, 1):
            if ends or number == len(self.tokens):
                found.append((first, number))
                first = number
        return tuple(found)


class Change(NamedTuple):
    """Words of the origin and the words that stand in their place; either may be empty."""

    origin: Reach
    derivative: Reach


@dataclass(frozen=True)
class Pairing:
    """A passage of the origin and the passage of the derivative that says the same."""

    origin: Passage
    derivative: Passage

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What lies between the words that both have in the same order."""
        one = [token.key for token in self.origin.tokens]
        two = [token.key for token in self.derivative.tokens]
        codes = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
        return tuple(Change((i, j), (k, m)) for tag, i, j, k, m in codes if tag != "equal")

    def puts_for(self, old: Reach, new: Reach) -> bool:
        """Tell whether words of the derivative stand where those of the origin stood."""
        return any(_meet(old, change.origin) and _meet(new, change.derivative) for change in self.changes)

    def tell(
        self, kind: VariationKind, origin: Reach | None, derivative: Reach | None, drift: Drift, note: str
    ) -> Variation:
        """Make a variation of words of the two passages."""
        return Variation(
            kind=kind,
            origin=self.origin.span(origin) if origin else None,
            derivative=self.derivative.span(derivative) if derivative else None,
            direction=drift,
            note=note,
        )

    @property
    def verbatim(self) -> bool:
        """Tell whether nothing was changed but marks."""
        return not self.changes


def _meet(one: Reach, other: Reach) -> bool:
    """Tell whether two reaches have a word in common."""
    return one[0] < other[1] and other[0] < one[1]


def find_counterpart(one: Passage, reach: Reach, other: Passage) -> Reach:
    """Give the clause of `other` that holds most of what `one` says in the clause of `reach`."""
    return find_likest(one, one.clause(reach), other)


def find_likest(one: Passage, reach: Reach, other: Passage) -> Reach:
    """Give the clause of `other` that holds most of the words in `reach` of `one`."""
    first, last = reach
    wanted = {token.key: token.idf for token in one.tokens[first:last] if token.content}
    best = max(
        other.clauses,
        key=lambda clause: (
            sum({t.key: wanted.get(t.key, 0.0) for t in other.tokens[clause[0] : clause[1]]}.values()),
            clause[1] - clause[0],
            -clause[0],
        ),
        default=(0, len(other.tokens)),
    )
    held = [i for i in range(*best) if other.tokens[i].key in wanted]
    middle = held[len(held) // 2] if held else best[0]
    return other.clause((middle, middle + 1))


def share_held(one: Passage, reach: Reach, other: Passage) -> float:
    """Give the share of the content words in `reach` of `one`, by weight, that `other` holds too."""
    wanted = {token.key: token.idf for token in one.tokens[reach[0] : reach[1]] if token.content}
    whole = sum(wanted.values())
    return sum(idf for key, idf in wanted.items() if key in other.keys) / whole if whole else 0.0


@lru_cache(maxsize=64)
def quoted_parts(body: str) -> tuple[tuple[int, int], ...]:
    """List the parts of a report that stand in quotation marks; speech may run on over sentences."""
    return tuple((mark.start, mark.end) for mark in find_quotations(body))


@lru_cache(maxsize=64)
def wording_of(body: str) -> str:
    """Give a report's words, lower case, with one space round each: marks and breaks count for nothing."""
    return f" {' '.join(word.form for word in words(body))} "


@lru_cache(maxsize=64)
def keys_of(body: str) -> frozenset[int]:
    """Give the keys of all words of a report."""
    return frozenset(weigh(word.form).key for word in words(body))
