"""What an input says of its report in fields of its own, before the text is read."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.report import DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The facts that came beside a text: from a JSON line, a feed's entry, a page's metadata; None where none did."""

    path: str | None = None
    id: str | None = None  # the input's own
    title: str | None = None
    url: str | None = None
    published: str | None = None  # ISO 8601
    published_basis: DateBasis | None = None
    modified: str | None = None  # ISO 8601
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    summary: bool = False  # the input holds no more than a summary of the report
    stub: bool = False  # the input says that the text goes on elsewhere, or behind payment
