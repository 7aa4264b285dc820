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
    joined = of.dep_ == "conj"
    while of.dep_ == "conj" and of.pos_ == "ADP":
        of = of.head
    above = of.head
    while joined and above.pos_ in ("ADP", "NOUN", "PROPN") and above.head.i < above.i:
        above = above.head  # the model may join 'and of seizing it' to a phrase of the first deed
    if above.tag_ == "VBG" and above.i < deed.i:
        return charging(above)
    return above if above.lemma_.lower() in _CHARGING else None


def charged(deed: Token) -> Token | None:
    """Give who is charged with a deed, where the charging verb has an object: the boat, not who accuses it."""
    verb = charging(deed)
    return next((child for child in verb.rights if child.dep_ == "dobj"), None) if verb is not None else None
