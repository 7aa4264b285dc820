"""The collection, as it is told: what one holds, what adding to it did, what a search in it finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.lineage import Comparison
from reportedly.report import Report, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A report that came again with other words."""

    before: Report
    after: Report
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A version of a report that took the place of an earlier one."""

    at: str  # ISO 8601, UTC: when it was taken in
    before: Report
    after: Report
    silent: bool  # no notice of the later version says that anything was changed
    comparison: Comparison  # what was changed; `reports.a` is the earlier version


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding reports to a collection did."""

    new: tuple[str, ...]  # report ids
    held: tuple[str, ...]  # ids of those that were there already, word for word
    edits: tuple[Edit, ...]  # newer versions of reports that were there; their ids are in `new`, too
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a collection holds, counted."""

    where: str  # the file, or the address without its password
    reports: int
    versions: int  # older versions of these
    families: int
    claims: int
    claims_independent: int  # on two legs or more
    judgements: int
    unread: int
    first_published: str | None  # ISO 8601 as told
    last_published: str | None
    last_fetched: str | None  # ISO 8601, UTC
    outdated: int  # readings made by another version of this program


class HitKind(StrEnum):
    """What a search found."""

    CLAIM = "claim"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One claim or report that holds the words that were looked for."""

    kind: HitKind
    id: str
    title: str | None  # of a claim its summary
    snippet: str  # the words round the first of those looked for
    published: str | None  # of a claim when it was first reported
