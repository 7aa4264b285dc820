"""What the web app is told when it starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.watchlist import Watchlist

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")  # names of this machine


class Role(StrEnum):
    """What somebody who has signed in may do."""

    READER = "reader"  # look
    ANALYST = "analyst"  # look, judge and add reports
    ADMIN = "admin"  # all of that, and what concerns the collection itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in."""

    name: str
    role: Role
    password: str  # its argon2 hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one request, or one visitor, may take."""

    upload_bytes: int = 32 * 1024 * 1024  # of one request; a feed of thousands of reports has a few
    acts_a_minute: int = 120  # judgements and uploads of one visitor
    sign_ins_a_minute: int = 8  # tries of one visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the web app is told when it starts."""

    where: str  # the collection: a file, or the address of a PostgreSQL database
    hosts: tuple[str, ...] = LOOPBACK  # names that a browser may know it by
    watchlist: Watchlist = field(default_factory=Watchlist)
    accounts: Mapping[str, Account] = field(default_factory=dict)  # by name; none: nobody has to sign in
    judged_by: str = "analyst"  # whose name judgements carry where nobody signs in
    limits: Limits = field(default_factory=Limits)
