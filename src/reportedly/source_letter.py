"""The source letter: how reliable a person holds a publisher to be, by their own file; none is ever shipped."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = "ABCDEF"  # Admiralty: A reliable to E unreliable, F cannot be judged


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLetter:
    """One grade that a person gave a publisher."""

    publisher: str  # as the person wrote it
    letter: str  # Admiralty letter, A to F
    date: str  # ISO 8601 day from which it holds
    note: str | None
