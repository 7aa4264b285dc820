"""The span: where in a report the words stand that a value was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import SpanMismatch


class Field(StrEnum):
    """Which text of the report the offsets count in."""

    BODY = "body"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Words of a report: `[start, end)` in code points of its body, or of its title."""

    start: int
    end: int
    text: str
    field: Field = Field.BODY

    @classmethod
    def of(cls, text: str, start: int, end: int, field: Field = Field.BODY) -> Span:
        """Cut `text[start:end]` out as a span, with the white space at both ends left out.

        Args:
            text: the whole body (or title) that the offsets count in.
            start: code point of the first character.
            end: code point after the last character.
            field: which text of the report `text` is.

        Raises:
            SpanMismatch: the offsets do not lie in the text, or nothing is left between them.

        >>> Span.of("Two people were hurt.", 3, 10)
        Span(start=4, end=10, text='people', field=<Field.BODY: 'body'>)
        """
        if not 0 <= start <= end <= len(text):
            raise SpanMismatch(f"[{start}:{end}] does not lie in a text of {len(text)} characters")
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            raise SpanMismatch(f"[{start}:{end}] holds no words")
        return cls(start=start, end=end, text=text[start:end], field=field)

    def check(self, text: str) -> Span:
        """Give the span back if `text[start:end]` is its text.

        Raises:
            SpanMismatch: it is not.
        """
        if text[self.start : self.end] != self.text or not self.text:
            seen = text[self.start : self.end]
            raise SpanMismatch(f"[{self.start}:{self.end}] reads {seen[:60]!r}, not {self.text[:60]!r}")
        return self

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end
