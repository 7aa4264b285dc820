"""How much of the news item a text holds."""

from __future__ import annotations

import re

from reportedly.read.pattern import pattern
from reportedly.report import Completeness
from reportedly.text.fold import fold

_CLOSED = re.compile(r"""[.!?…][)\]"'*_\s]*$""")
# One of these stands in every line that the pattern `stub` finds; the pattern itself is slow.
_STUB_STEMS = (
    *("subscri", "log", "sign", "regist", "member", "account", "reading", " is for", " is available", " is reserved"),
    *("weiterlesen", "abonn", "vous reste", "suscriptores"),
)
_FULL_WORDS = 60  # fewer words that close properly may be the whole of a flash, or the first of many paragraphs


def is_stub_line(line: str) -> bool:
    """Tell whether a line says that the rest is for those who pay or sign in."""
    if len(line) > 300:
        return False
    words = fold(line).lower()
    return any(stem in words for stem in _STUB_STEMS) and pattern("stub").search(words) is not None


def goes_on(line: str) -> bool:
    """Tell whether a line ends in words or marks that say that the text goes on elsewhere."""
    return pattern("goes_on").search(fold(line)[-80:].replace("...", "…")) is not None or line.rstrip().endswith(
        ("[...]", "[…]")
    )


def judge_completeness(body: str, *, summary: bool, stub: bool) -> Completeness:
    """Judge how much of the item `body` holds.

    Args:
        body: the report's text.
        summary: the input holds no more than a summary.
        stub: words after the body say that it goes on elsewhere.
    """
    if not body.strip():
        return Completeness.UNKNOWN
    end = pattern("end_mark").search(body, max(0, len(body) - 20))
    body = body[: end.start()].rstrip() if end else body
    last = fold(body[-400:]).rstrip().rsplit("\n", 1)[-1]
    cut_off = stub or goes_on(body[-100:]) or _breaks_off(body, last)
    if summary:
        return Completeness.SUMMARY
    if cut_off:
        return Completeness.TRUNCATED
    enough = len(body) > 20_000 or len(body.split()) >= _FULL_WORDS
    return Completeness.FULL if enough and _CLOSED.search(last) else Completeness.UNKNOWN


def _breaks_off(body: str, last: str) -> bool:
    """Tell whether the last line stops in the middle of a sentence: an ellipsis, or a long line without a stop."""
    closing = body.rstrip().rstrip("\"'”’)]»")
    if closing.endswith(("...", "…")):
        return True
    words = last.split()
    return len(words) >= 10 and not _CLOSED.search(last) and (last[-1:].isalnum() or last[-1:] in ",;-")
