"""Tell what a participle says of how something stands or is busy: 'is docked', 'remain stationed', 'were digging'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.predicate_table import Sense, senses_of
from reportedly.data import read_words
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_KEEPS = frozenset({"remain", "stay", "lie", "sit", "stand", "keep"})
_PRESENT = frozenset({"is", "are", "'s", "'re"})
_LASTING = frozenset({"since", "for", "still", "already", "long", "permanently"})
_WAYS = frozenset({"to", "into", "onto", "from"})


def is_at_rest(verb: Token) -> bool:
    """Tell whether `verb` is a participle of state: in the present, or lasting, with nobody who does it and no way."""
    if verb.tag_ != "VBN" or any(child.dep_ == "agent" or child.lower_ in _WAYS for child in verb.children):
        return False
    if verb.dep_ in ("acomp", "oprd", "xcomp") and verb.head.lemma_.lower() in _KEEPS:
        return True
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if len(helpers) == 1 and helpers[0] in _PRESENT:
        return True
    lasts = any(child.lower_ in _LASTING for child in verb.children)
    return lasts and "being" not in helpers and bool({"been", "was", "were"} & set(helpers))


def at_work(verb: Token) -> tuple[Sense, ...]:
    """Give what a verb tells of craft that were busy with something: that they were there."""
    going_on = verb.tag_ == "VBG" and any(child.lower_ in ("was", "were") for child in verb.lefts)
    if not going_on or verb.lemma_.lower() not in read_words("predicates_work.txt"):
        return ()
    return (Sense(EventType.PRESENCE, "m", "p", frozenset({"craft"})),)


def resting(verb: Token, *more: str) -> tuple[Sense, ...]:
    """Give what a verb means where it says how something stands: 'are deployed' is looked up as 'be deployed'."""
    if not is_at_rest(verb):
        return ()
    senses = senses_of().get((" ".join(("be", verb.lower_, *more)), "verb"), ())
    return tuple(sense for sense in senses if sense.type is EventType.PRESENCE)
