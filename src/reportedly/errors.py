"""What can go wrong, as a tree: every error that the project raises on purpose."""

from __future__ import annotations


class ReportedlyError(Exception):
    """Anything that the project refuses, with one line that says what and why."""


class UnreadableInput(ReportedlyError):
    """An input from which no report can be read; the message is the reason."""


class UnknownResource(ReportedlyError):
    """A schema, a table or a setting that does not exist."""


class MissingResource(ReportedlyError):
    """Something that the installation lacks; the message says how to get it."""


class SpanMismatch(ReportedlyError):
    """A span whose offsets do not give its text."""


class CollectionFault(ReportedlyError):
    """A collection that cannot be opened, read or written; the message says which and why."""


class JudgementFault(ReportedlyError):
    """A judgement that cannot be made, or a file of them that cannot be taken in; the message says why."""
