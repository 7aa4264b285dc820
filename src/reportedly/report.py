"""The report: one published version of one news item, as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.span import Span


class Completeness(StrEnum):
    """How much of the news item the body holds."""

    FULL = "full"
    TRUNCATED = "truncated"
    SUMMARY = "summary"
    UNKNOWN = "unknown"


class NoticeKind(StrEnum):
    """What an outlet says about its own report."""

    CORRECTION = "correction"
    RETRACTION = "retraction"
    UPDATE = "update"
    EDITOR_NOTE = "editor_note"


class CutKind(StrEnum):
    """Why words of the input are not in the body."""

    PROMOTION = "promotion"
    RELATED_STORIES = "related_stories"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    CREDITS = "credits"


class DateBasis(StrEnum):
    """How the date of publication is known."""

    INPUT = "input"  # the input named it: a JSON line, a feed's entry
    METADATA = "metadata"  # the page's own metadata
    HEADER = "header"  # a dated line above the text
    DATELINE = "dateline"  # the dateline's day and month
    URL = "url"  # the address


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where a report says it was written from."""

    place: str
    span: Span | None  # None where the body no longer holds the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A correction, retraction, update or note that the report carries; its words stay in the body."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Words of the input that are not in the body, and why."""

    kind: CutKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another story that the page listed."""

    title: str
    summary: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published version of one news item; every offset counts code points of `body`, or of `title`."""

    id: str
    path: str | None  # the file it came from, as given; None where it came from no file
    title: str | None
    published: str | None  # ISO 8601 as told: a civil date, or a time with the offset that was printed
    published_basis: DateBasis | None
    modified: str | None  # ISO 8601 as told: when the outlet last changed it
    publisher: str | None  # who puts it out; None where the words do not say
    agency: str | None  # who wrote the copy, where that is a news agency
    url: str | None
    language: str | None  # ISO 639-1; None where the text is too short to tell
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    dateline: Dateline | None
    body: str
    completeness: Completeness
    notices: tuple[Notice, ...]
    cut: tuple[Cut, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input, or a part of one, that could not be read, kept with its reason."""

    path: str  # as given, with the part's number where it is one of many
    reason: str
