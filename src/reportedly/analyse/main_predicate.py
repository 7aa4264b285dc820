"""Find the word that a content turns on, whatever the cue that brought it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.analyse.commitment import link_of, takes_of
from reportedly.analyse.content import tokens_of
from reportedly.analyse.cue import lemma, verb_takes
from reportedly.analyse.frame import Frame
from reportedly.analyse.hedge import signature_of
from reportedly.analyse.negation import negation_of
from reportedly.attribution import Certainty, CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_VERBS = ("VERB", "AUX")
_NAMES = ("NOUN", "PROPN", "ADJ")
_ASIDE = frozenset({"relcl", "acl", "advcl", "amod", "aux", "auxpass", "compound"})
_STOPS = frozenset({".", "!", ";"})
_DEPTH = 4  # 'may be expected to appear to': nobody goes deeper
_STEPS = frozenset({"xcomp", "ccomp", "acl", "acomp", "csubj", "oprd"})
_KNOWS = frozenset({"ask", "doubt", "know", "question", "say", "see", "tell", "wonder"})
_BEARERS = frozenset({"acomp", "attr", "oprd", "dobj", "prep"})


@lru_cache(maxsize=2)  # a frame is judged in several ways, one after another
def main_predicate(frame: Frame) -> Token | None:
    """Find the content's main verb, or the noun or adjective of a content without one; None where neither is."""
    inside = list(tokens_of(frame))
    numbers = {token.i for token in inside}
    given = frame.predicate
    if given is not None and given.i in numbers and given.pos_ in _VERBS and not _is_cue(given, frame):
        first = _stated_before(inside, given)
        return given if first is None else first
    tops = [t for t in _opening(inside) if (t.head.i == t.i or t.head.i not in numbers) and not _is_cue(t, frame)]
    return next(_verbs(tops, numbers), None) or next(_others(tops, numbers), None)


def _stated_before(inside: Sequence[Token], given: Token) -> Token | None:
    """Give the main verb of a statement that ends before the given one: '"It is shut. We left," he said'."""
    stop = next((token.i for token in inside if token.text in _STOPS and token.i < given.i), None)
    if stop is None:
        return None
    numbers = {token.i for token in inside if token.i < stop}
    tops = (t for t in inside if t.i in numbers and (t.head.i == t.i or t.head.i not in numbers))
    own = (t for t in tops if t.pos_ in _VERBS and t.dep_ not in _ASIDE and _has_subject(t))
    return next(own, None)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.lefts)


def _is_cue(token: Token, frame: Frame) -> bool:
    return frame.cue[0] <= token.idx < frame.cue[1]


def _opening(inside: Sequence[Token]) -> list[Token]:
    """Give the content's first sentence that has a verb, or all of it."""
    verb = next((token for token in inside if token.pos_ in _VERBS and token.dep_ not in _ASIDE), None)
    if verb is None:
        return list(inside)
    first, last = verb.sent.start, verb.sent.end
    return [token for token in inside if first <= token.i < last]


def _verbs(tops: Sequence[Token], numbers: set[int]) -> Iterator[Token]:
    """List the verbs of the content's own clauses: those that nothing inside it governs."""
    yield from (top for top in tops if top.pos_ in _VERBS and top.dep_ not in _ASIDE)
    for top in tops:
        # the parse took the content's own clause for something that hangs on its first noun or mark
        yield from (c for c in top.rights if c.i in numbers and c.pos_ in _VERBS and c.dep_ in ("ccomp", "conj", "dep"))


def _others(tops: Sequence[Token], numbers: set[int]) -> Iterator[Token]:
    """List what a content without a clause of its own turns on: its nouns, adjectives and participles."""
    for top in tops:
        if top.pos_ in _NAMES or (top.pos_ in _VERBS and top.dep_ not in ("aux", "auxpass")):
            yield top
        elif top.dep_ == "prep":
            yield from (child for child in top.children if child.i in numbers and child.pos_ in _NAMES)


def core_of(main: Token) -> Token:
    """Give what a main verb that only weakens or turns round says: in 'appeared to have left', the leaving."""
    word = main
    for _ in range(_DEPTH):
        lower = next(_below(word), None)
        if lower is None:
            return word
        word = lower
    return word


def _below(word: Token) -> Iterator[Token]:
    """List the clauses that `word`, or what it is said to be or have, hedges or negates."""
    if _is_own_saying(word):
        yield from (child for child in word.rights if child.dep_ == "ccomp")
    bearers = [word, *(child for child in word.rights if child.dep_ in _BEARERS)]
    for bearer in bearers:
        if is_anothers(bearer):
            continue
        for clause in bearer.rights:
            predicated = clause.dep_ in ("acomp", "oprd") and bearer.lemma_ == "be"  # judged with its verb
            if clause.dep_ in _STEPS and clause.pos_ in (*_VERBS, "ADJ", "NOUN") and not predicated and _bends(clause):
                yield clause
    yield from (child for child in word.children if child.dep_ in ("dobj", "nsubjpass") and _rules_out(word))


def is_anothers(verb: Token) -> bool:
    """Tell whether a verb is another's denial or belief, told as a fact: 'said nurses feared that'."""
    classes = verb_takes(lemma(verb)).values() if verb.pos_ == "VERB" else ()
    if CueClass.DENY in classes:
        return True
    holder = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return CueClass.BELIEVE in classes and holder is not None and holder.pos_ != "PRON"


def _is_own_saying(verb: Token) -> bool:
    """Tell whether a verb only brings in what its own speaker says: 'I would say it is', 'as saying it is'."""
    own = any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in verb.lefts)
    return verb.lemma_ == "say" and (own or verb.tag_ == "VBG") and negation_of(verb) is None


def _rules_out(verb: Token) -> bool:
    """Tell whether a verb says that its object is not so, or may be so: 'ruled out a leak'; not a demand to do it."""
    found = signature_of(verb, "noun") if takes_of(verb) != "to" else None
    return found is not None and found.affirmed.negated and found.negated.certainty is Certainty.POSSIBLE


def _bends(clause: Token) -> bool:
    """Tell whether what governs the clause leaves it less than certain, or turns it round."""
    link = link_of(clause)
    if link is None:
        return False
    negated = (
        negation_of(link.governor, clause) is not None or negation_of(link.governor.head, link.governor) is not None
    )
    if (
        link.signature.affirmed.certainty is Certainty.UNSPECIFIED
    ):  # 'was looking into whether' tells what somebody does
        return negated or link.governor.lower_.startswith("un") or lemma(link.governor) in _KNOWS
    state = link.signature.negated if negated else link.signature.affirmed
    return state.certainty is not Certainty.CERTAIN or state.negated or link.signature.affirmed.negated
