"""The session: who a browser is, in a signed cookie, and the mark that every form of it carries.

Nothing is kept on the server: a cookie says a random number, a name and when it was made, under a seal that only this
process can make. The mark of a form is made of the same number, so that another site cannot know it.
"""

from __future__ import annotations

import hmac
import time
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex

COOKIE = "reportedly"
_HOURS = 12  # after which somebody has to sign in again
_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser's session."""

    number: str
    name: str  # whose; empty where nobody has signed in
    made: int  # seconds since 1970


class Seal:
    """Makes and checks what only this process can make."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def begin(self, name: str = "") -> Session:
        """Begin a session; signing in begins a new one, so that a number known before is worth nothing."""
        return Session(number=token_hex(16), name=name, made=int(time.time()))

    def write(self, session: Session) -> str:
        """Give a session as the cookie's text."""
        told = f"{session.number}.{session.made}.{session.name.encode().hex()}"
        return f"{told}.{self._sign('session', told)}"

    def read(self, cookie: str | None) -> Session | None:
        """Give the session of a cookie; None where it is none of ours, or too old."""
        parts = (cookie or "").split(".")
        if len(parts) != _PARTS or not hmac.compare_digest(self._sign("session", ".".join(parts[:3])), parts[3]):
            return None
        session = Session(number=parts[0], made=int(parts[1]), name=bytes.fromhex(parts[2]).decode())
        return session if time.time() - session.made < _HOURS * 3600 else None

    def mark(self, session: Session) -> str:
        """Give what every form of a session carries."""
        return self._sign("form", session.number)

    def matches(self, session: Session, mark: str) -> bool:
        """Tell whether a form came from a page of this session."""
        return hmac.compare_digest(self.mark(session).encode(), mark.encode("utf-8", "replace"))

    def _sign(self, what: str, told: str) -> str:
        return hmac.new(self._secret, f"{what}:{told}".encode("utf-8", "replace"), sha256).hexdigest()
