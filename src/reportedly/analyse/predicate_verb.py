"""Find the verbs that set the mood and the tense of a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.tense import governing_verb

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token
    from reportedly.analyse.predicate import Predicate


def chain(predicate: Predicate) -> list[Token]:
    """List the words that set the predicate's mood, from itself up: in 'has no plans to leave', leave, plans, has."""
    token = predicate.token
    found = [token]
    if predicate.noun:
        if predicate.light is None:
            return found
        token = predicate.light
        found.append(token)
    while token.head.i != token.i and len(found) < 8:
        up = token.head
        climbs = token.dep_ in ("xcomp", "pcomp", "acl", "auxpass", "dep") or (
            token.dep_ in ("prep", "dobj", "attr") and found[-1].pos_ in ("ADP", "NOUN") and len(found) > 1
        )
        wished = token.dep_ == "ccomp" and any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children)
        if not climbs and not wished:
            break
        if token.dep_ == "acl" and token.tag_ != "VB":
            break
        found.append(up)
        token = up
    return found


def verb_of(predicate: Predicate) -> Token | None:
    """Give the verb that sets a predicate's tense: itself, the one that lends to it, or that of its clause."""
    return predicate.light or (governing_verb(predicate.token) if predicate.noun else predicate.token)
