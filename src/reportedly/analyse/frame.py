"""The frame: one cue in the parse with its source and its content, before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

Chars = tuple[int, int]  # `[start, end)` in the characters of one parse


@lru_cache(maxsize=2)
def parsed_text(doc: Doc) -> str:
    """Give the text of a parse, which spaCy would join from its words anew at every look."""
    return str(doc.text)


class Form(StrEnum):
    """How the cue takes its content."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    OBJECT = "object"
    PASSIVE = "passive"
    QUOTE = "quote"
    PHRASE = "phrase"  # according to, as stated by, reportedly
    NOUN = "noun"
    COLON = "colon"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of a source, and the word that they turn on."""

    chars: Chars
    who: Token  # for 'who said' the noun that 'who' stands for


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue with what it takes."""

    form: Form
    head: Token  # the cue's main word
    cue: Chars
    cue_class: CueClass
    source: Source | None
    content: tuple[Chars, ...]
    predicate: Token | None  # the main word of the content, where the parse shows one
    told: Token | None = None  # whom the source spoke to

    @property
    def region(self) -> Chars:
        """Give the stretch that cue and source cover, where they stand side by side."""
        start, end = self.cue
        if self.source and not any(s < end and self.source.chars[0] < e for s, e in self.content):
            start, end = min(start, self.source.chars[0]), max(end, self.source.chars[1])
        return start, end
