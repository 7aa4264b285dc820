"""The job: files that were handed in and are worked into a collection one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.report import Unread


class JobState(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # stopped by a fault; what had come in by then is kept
    WITHDRAWN = "withdrawn"  # taken back before it ran


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file, or a text, that was handed in."""

    number: int
    name: str  # of the file
    state: JobState
    by: str
    size: int  # bytes
    handed_in: str  # ISO 8601, UTC
    ended: str | None
    read: int  # reports and parts of the file that were looked at
    new: tuple[str, ...]  # ids of the reports that came in
    held: int  # that were there already, word for word
    edits: int  # that are newer versions of reports that were there
    unread: tuple[Unread, ...]  # parts that could not be read
    fault: str | None  # why it failed
