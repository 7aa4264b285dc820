"""Find the verb that lends a noun of happening its arguments, its time and its mood: 'launched an attack'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# 'a series of attacks' is attacks; the model reads 'free of charge' before a noun the same way.
_MEASURES = frozenset(
    "series wave round string number spate kind sort type free lot most much bulk part half rest share some any all"
    " spell period".split()
)
# Verbs that say only that a happening took place, or is so: their mood is the happening's.
# Verbs that say how far something reaches: what they deny is denied of the place that they name.
COVERAGE = frozenset({"apply", "cover", "extend", "include"})
# Those of them that a clause may hang on the happening with.
_DOES = frozenset(
    "announce begin broker carry complete conduct declare hold impose issue launch lift mount order resume stage"
    " start suffer undergo unleash violate".split()
)
_RELATIVE = frozenset({"that", "which"})
_OCCURRENCE = frozenset(
    "be happen occur go remain continue begin end follow come resume start collapse erupt stall take break"
    " rise climb stand reach jump grow".split()
)


def lent_by(token: Token) -> Token | None:
    """Give the verb that lends the noun its arguments: 'launched an attack', 'are in talks', 'talks began'."""
    head = token.head
    if token.dep_ == "conj" and head.pos_ == "NOUN":
        return lent_by(head)
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in _MEASURES:
        return lent_by(head.head)
    if token.dep_ in ("dobj", "nsubjpass", "oprd") and head.lemma_.lower() in read_words("predicates_light.txt"):
        return head
    if (raised := _raised(token)) is not None:
        return raised
    if token.dep_ in ("nsubj", "attr") and head.lemma_.lower() in _OCCURRENCE:
        return head
    if (told := _told_after(token)) is not None:
        return told
    be = head.head if token.dep_ == "pobj" and head.lower_ in ("in", "under") else None
    return be if be is not None and be.lemma_ in ("be", "engage", "remain") else None


def _raised(noun: Token) -> Token | None:
    """Give the lending verb whose subject stands further up: 'talks are likely to be held', 'a vote is to be held'."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    for _ in range(3):
        below = [child for child in verb.rights if child.dep_ in ("acomp", "xcomp", "oprd")] if verb is not None else []
        verb = below[0] if below else None
        if verb is None or verb.lemma_.lower() not in read_words("predicates_light.txt"):
            continue
        if verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.lower_ == "be" for child in verb.lefts):
            return verb
    return None


def _told_after(noun: Token) -> Token | None:
    """Give the lending verb of a clause that hangs on the noun: 'the sanctions that they imposed', 'a truce signed'."""
    for above in noun.rights:
        verb = _planned_in(above) or above
        if verb.lemma_.lower() not in _DOES:
            continue
        if verb is not above and _is_done_to(above):
            return verb
        if (verb.dep_ == "acl" and verb.tag_ == "VBN") or (verb.dep_ == "relcl" and _is_done_to(verb)):
            return verb
    return None


def _planned_in(verb: Token) -> Token | None:
    """Give what a clause behind a noun tells to be planned: begin, in 'the election that it plans to begin'."""
    if verb.dep_ != "relcl" or verb.lemma_.lower() not in read_words("predicates_plan.txt"):
        return None
    return next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)


def _is_done_to(verb: Token) -> bool:
    """Tell whether a verb is done to what its clause hangs on: 'which were imposed', 'that it imposed'."""
    if any(child.dep_ in ("dobj", "nsubjpass") and child.lower_ in _RELATIVE for child in verb.children):
        return True
    roles = {child.dep_: child for child in verb.children}
    bare = "nsubj" in roles and roles["nsubj"].lower_ not in (*_RELATIVE, "who", "whose")
    planned = verb.lemma_.lower() in read_words("predicates_plan.txt")
    return bare and not roles.keys() & {"dobj", "ccomp", "nsubjpass", *(() if planned else ("xcomp",))}
