"""Find the words that name a happening: verbs with their particles, and nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.data import read_table, read_words
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

MOVEMENT = frozenset(
    {
        EventType.ARRIVE,
        EventType.DEPART,
        EventType.TRANSIT,
        EventType.DEPLOY,
        EventType.WITHDRAW,
        EventType.REDEPLOY,
        EventType.SUPPLY,
        EventType.FLEE,
    }
)
_ADDITIONS = frozenset({"prt", "advmod", "prep", "dobj", "acomp", "oprd", "compound"})
_NEAR = 4  # tokens; a word further off is no part of the verb: 'stood at the gate with arms down'
# 'a series of attacks' is attacks; the model reads 'free of charge' before a noun the same way.
_MEASURES = frozenset({"series", "wave", "round", "string", "number", "spate", "kind", "sort", "type", "free", "lot"})
# Verbs that say only that a happening took place, or is so: their mood is the happening's.
_OCCURRENCE = frozenset(
    "be happen occur go remain continue begin end follow come resume start collapse erupt stall take break"
    " rise climb stand reach jump grow".split()
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a predicate may mean, and what it asks of what stands around it."""

    type: EventType
    subject: str  # a actor, m what moves, t target, p place, q the dead and hurt, x none
    object: str  # the same, and o origin, d destination
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that may name a happening, with the verb whose subject, time and mood it takes."""

    token: Token
    words: str  # its row in predicates.tsv: 'pull out', 'air strike'
    first: int  # token
    last: int  # token, inclusive
    noun: bool
    senses: tuple[Sense, ...]
    light: Token | None  # the verb that lends a noun its arguments; None for verbs and other nouns


@cache
def _senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    found: dict[tuple[str, str], list[Sense]] = {}
    for row in read_table("predicates.tsv"):
        if row["type"] == "-":
            found[row["predicate"], row["pos"]] = []
            continue
        sense = Sense(EventType(row["type"]), row["subject"], row["object"], frozenset(row["needs"].split()))
        found.setdefault((row["predicate"], row["pos"]), []).append(sense)
    return {key: tuple(senses) for key, senses in found.items()}


def find_predicates(doc: Doc) -> Iterator[Predicate]:
    """Find every word of `doc` that may name a happening, in order."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            found = _verb(token)
        elif token.pos_ == "NOUN" and not _modifies(token):
            found = _noun(token)
        elif token.pos_ == "ADJ" and token.dep_ == "ccomp":
            # 'found the road closed': nobody writes the verb
            senses = _senses().get((f"be {token.lower_}", "verb"), ())
            words = f"be {token.lower_}"
            found = Predicate(token, words, token.i, token.i, False, senses, None) if senses else None
        else:
            continue
        if found is not None:
            yield found


def _modifies(token: Token) -> bool:
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i


def _verb(token: Token) -> Predicate | None:
    if token.dep_ in ("aux", "auxpass"):
        return None
    lemma = token.lemma_.lower()
    particles = [child for child in token.children if child.dep_ in _ADDITIONS]
    # 'left 12 people dead': the model may hang what became of them on the people.
    particles += [
        word
        for child in particles
        if child.dep_ == "dobj"
        for word in child.rights
        if word.dep_ in ("amod", "acomp", "acl")
    ]
    for child in particles:
        words = f"{lemma} {child.lower_}"
        if (words, "verb") not in _senses() and child.dep_ == "dobj":
            words = f"{lemma} {child.lemma_}"
        senses = _senses().get((words, "verb"))
        if senses is not None and (child.dep_ == "prt" or abs(child.i - token.i) <= _NEAR):
            # In 'pulled 200 men out' the verb alone names it: a span is words in one piece.
            near = (token.i, child.i) if abs(child.i - token.i) <= 1 else (token.i, token.i)
            return Predicate(token, words, min(near), max(near), False, senses, None)
    senses = _senses().get((lemma, "verb"), ())
    if any(child.dep_ == "prt" for child in particles):
        # 'flew in' still flies; 'broke off' and 'called up' mean something else than their verbs.
        senses = tuple(sense for sense in senses if sense.type in MOVEMENT)
    return Predicate(token, lemma, token.i, token.i, False, senses, None) if senses else None


def _noun(token: Token) -> Predicate | None:
    lemma = token.lemma_.lower()
    if token.dep_ == "dobj" and (f"{token.head.lemma_.lower()} {lemma}", "verb") in _senses():
        return None  # the verb is named with it: 'provided aid', 'won the election'
    for child in token.lefts:
        words = f"{child.lower_} {lemma}"
        senses = _senses().get((words, "noun"))
        if child.dep_ in ("compound", "amod") and senses is not None:
            return Predicate(token, words, child.i, token.i, True, senses, _light(token))
    bare = token.dep_ == "pobj" and not any(True for _ in token.lefts)
    words = f"{token.head.lower_} {lemma}"
    senses = _senses().get((words, "noun")) if bare else None
    if senses is not None:
        return Predicate(token, words, token.i, token.i, True, senses, token.head.head)
    senses = _senses().get((lemma, "noun")) or _senses().get((token.lower_, "noun"))
    return Predicate(token, lemma, token.i, token.i, True, senses, _light(token)) if senses else None


def _light(token: Token) -> Token | None:
    """Give the verb that lends the noun its arguments: 'launched an attack', 'are in talks', 'talks began'."""
    head = token.head
    if token.dep_ == "conj" and head.pos_ == "NOUN":
        return _light(head)
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in _MEASURES:
        return _light(head.head)
    if token.dep_ in ("dobj", "nsubjpass", "oprd") and head.lemma_.lower() in read_words("predicates_light.txt"):
        return head
    if token.dep_ in ("nsubj", "attr") and head.lemma_.lower() in _OCCURRENCE:
        return head
    be = head.head if token.dep_ == "pobj" and head.lower_ in ("in", "under") else None
    return be if be is not None and be.lemma_ in ("be", "engage", "remain") else None


def carries(verb: Token) -> bool:
    """Tell whether a verb only lends its arguments to a noun of happening: 'launched' in 'launched an attack'."""
    if verb.lemma_.lower() not in read_words("predicates_light.txt"):
        return False
    return any(
        child.dep_ in ("dobj", "nsubjpass", "oprd") and child.pos_ == "NOUN" and _noun(child) is not None
        for child in verb.children
    )


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
