"""Find the tokens at given characters of a parse, without walking through it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Tokens


@dataclass(frozen=True, slots=True)
class TokenAt:
    """A parse with the character at which each of its tokens starts."""

    doc: Doc
    starts: tuple[int, ...]

    @classmethod
    def read(cls, doc: Doc) -> TokenAt:
        """Note where the tokens of `doc` start."""
        return cls(doc, tuple(token.idx for token in doc))

    def run(self, start: int, end: int) -> Tokens | None:
        """Give the tokens that share a character with `[start, end)`; None where none does."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        return self.doc[first:last] if first < last else None
