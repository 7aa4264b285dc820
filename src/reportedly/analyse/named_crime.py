"""Tell crimes that somebody is only accused or convicted of from happenings that are told: 'charged with murder'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_BLAMED = frozenset(
    "accuse acquit arrest charge clear convict detain guilty indict innocent jail question sentence suspect try"
    " accusation allegation conviction count suspicion trial verdict".split()
)
_JOINING = frozenset({"cc", "conj", "punct", "amod", "compound"})


def is_named_crime(token: Token) -> bool:
    """Tell whether a word names a crime that somebody is blamed for and says neither of whom, where nor when."""
    if any(child.dep_ not in _JOINING for child in token.children):
        return False
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ not in ("pobj", "pcomp") or token.head.lower_ not in ("of", "with", "for", "on"):
        return False
    return token.head.head.lemma_.lower() in _BLAMED
