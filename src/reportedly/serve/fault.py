"""What the web app refuses, beside what the library refuses."""

from __future__ import annotations

from reportedly.errors import ReportedlyError


class SignInWanted(ReportedlyError):
    """Nobody has signed in, and somebody has to."""


class Forbidden(ReportedlyError):
    """Somebody may not do this; the message says why."""


class TooOften(ReportedlyError):
    """Somebody does this too often; the message says when they may again."""


class WrongRequest(ReportedlyError):
    """A request that does not say what it should; the message says what is wanted."""


class AccountFault(ReportedlyError):
    """A file of accounts that cannot be used; the message says where and why."""
