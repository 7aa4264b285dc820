"""Find the verb that lays a deed at somebody's door: 'accused' in 'accused it of ramming a boat and of seizing it'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_CHARGING = frozenset("accuse acquit blame charge convict suspect".split())


def charging(deed: Token) -> Token | None:
    """Give the verb by which somebody is charged with a deed; None where nobody is."""
    while deed.dep_ == "conj" and deed.tag_ == "VBG" and deed.head.tag_ == "VBG":
        deed = deed.head
    of = deed.head
    if deed.dep_ != "pcomp" or of.lower_ not in ("for", "of", "with"):
        return None
    while of.dep_ == "conj" and of.pos_ == "ADP":
        of = of.head
    if of.head.tag_ == "VBG" and of.head.i < deed.i:
        return charging(of.head)  # the model may join 'and of seizing it' to the first deed's own phrase
    return of.head if of.head.lemma_.lower() in _CHARGING else None


def charged(deed: Token) -> Token | None:
    """Give who is charged with a deed, where the charging verb has an object: the boat, not who accuses it."""
    verb = charging(deed)
    return next((child for child in verb.rights if child.dep_ == "dobj"), None) if verb is not None else None
