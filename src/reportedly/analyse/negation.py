"""Find the words that say that something is not so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.data import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.analyse.parsed import Token

_NOT = frozenset({"not", "n't", "never", "nor", "neither", "hardly", "scarcely", "nowhere"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
# 'not only', 'not just': what follows is so, and more.
_MORE = frozenset({"only", "just", "merely", "simply", "solely", "least"})
_EVERY = frozenset({"a", "all", "any", "every", "everybody", "everyone", "one"})
_NEVER = frozenset({"account", "case", "circumstance", "point", "sense", "stage", "time", "way"})
_OPENING = frozenset({"no", "not", "never", "nobody", "none", "nothing"})
_CALLED = 10  # tokens from a verb to what it calls untrue: 'dismissed as the invention of his enemies reports'
_DISMISSES = frozenset("brand brush denounce deride describe dismiss mock reject ridicule scorn slam wave".split())
_CALLS = frozenset({"brand", "call", "label"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "npadvmod"})
Run = tuple[int, int]  # tokens, both inclusive


def negation_of(word: Token, besides: Token | None = None) -> Run | None:
    """Find the tokens that negate a verb or a noun: 'not', 'no longer', 'no' on its subject or object; None without.

    `besides` is a child that is not looked into: what it denies is told of itself.
    """
    for child in word.children:
        if besides is not None and child.i == besides.i:
            continue
        run = _run(child)
        if run is not None:
            return run
    return _joint(word)


def _run(child: Token) -> Run | None:
    if child.dep_ in ("neg", "advmod", "preconj", "cc", "det") and child.lower_ in _NOT:
        return None if _says_more(child) or (child.dep_ == "cc" and child.i > child.head.i) else (child.i, child.i)
    if child.lower_ == "no" and child.dep_ in ("det", "neg") and not _is_measure(child):
        return child.i, child.i
    if child.lower_ in ("longer", "more") and child.dep_ == "advmod" and child.i and child.nbor(-1).lower_ == "no":
        return child.i - 1, child.i
    if child.dep_ == "prep":
        return next((run for noun in child.rights if (run := _at_no_time(child, noun)) is not None), None)
    return _nobody(child) if child.dep_ in _ROLES else None


def _at_no_time(preposition: Token, noun: Token) -> Run | None:
    """Read 'at no time', 'under no circumstances', 'in no way'."""
    no = next((word for word in noun.lefts if word.lower_ == "no"), None)
    return (preposition.i, noun.i) if no is not None and noun.lemma_.lower() in _NEVER else None


def _says_more(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in _MORE


def _is_measure(no: Token) -> bool:
    """Tell whether 'no' only counts: 'no fewer than'."""
    return no.i + 1 < len(no.doc) and no.nbor().lower_ in ("fewer", "less", "more", "later", "longer")


def _nobody(child: Token) -> Run | None:
    """Find the 'no' or 'nobody' in a subject or object: 'neither side', 'not all of them'; not in 'no doubt'."""
    if child.lower_ in _NOBODY:
        return child.i, child.i
    before = [*child.lefts, *(word for one in child.lefts if one.lower_ == "one" for word in one.lefts)]
    for word in before if child.lower_ not in ("doubt", "question") else ():
        if word.lower_ == "not" and word.nbor().lower_ in _EVERY:
            return word.i, word.i
        if word.lower_ in ("no", "neither") and not _is_measure(word):
            return (word.i, child.i) if child.lower_ == "one" else (word.i, word.i)
    return None


def is_rejected(told: Token) -> bool:
    """Tell whether what was told is called untrue: 'the reports were baseless', 'dismissed as lies reports that'."""
    be = told.head
    if _is_called_untrue(told):
        return True
    if told.dep_ != "nsubj" or be.lemma_ != "be" or negation_of(be) is not None:
        return False
    said = [child for child in be.rights if child.dep_ in ("acomp", "attr")]
    return any(word.lower_ in _untrue() and not any(child.dep_ == "neg" for child in word.lefts) for word in said)


def _is_called_untrue(told: Token) -> bool:
    """Tell whether a verb before it calls it something: 'dismissed as gossip', 'called reports of it nonsense'."""
    doc = told.doc
    for at in range(told.left_edge.i - 1, max(told.left_edge.i - _CALLED, told.sent.start) - 1, -1):
        verb = doc[at]
        if verb.lemma_.lower() in _DISMISSES and doc[at + 1].lower_ == "as":
            said = verb.lemma_.lower() != "describe" or any(word.lower_ in _untrue() for word in doc[at : told.i])
            return said and not any(child.dep_ == "neg" for child in verb.lefts)
        if verb.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_.lower() not in _CALLS:
            return False
    calls = told.head if told.head.lemma_.lower() in _CALLS and told.dep_ in ("dobj", "nsubj") else None
    if calls is None or any(child.dep_ == "neg" for child in calls.lefts):
        return False
    return any(word.lower_ in _untrue() for child in calls.rights if child.i > told.i for word in child.subtree)


@cache
def _untrue() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("negation_stances.tsv") if row["kind"] == "false")


def negation_in_front(words: Sequence[Token]) -> Run | None:
    """Find the 'no' or 'not' that opens words without a verb: 'Not for sale'; None where none does."""
    first = next((word for word in words if word.is_alpha), None)
    if first is None or first.lower_ not in _OPENING or (first.lower_ == "no" and _is_measure(first)):
        return None
    return first.i, first.i


def _joint(word: Token) -> Run | None:
    """Find the 'nor' that joins a clause to the one before it, or what that one has in 'will not confirm or deny'."""
    if word.dep_ != "conj":
        return None
    joint = next((c for c in word.head.children if c.dep_ == "cc" and c.head.i < c.i < word.i), None)
    if joint is not None and joint.lower_ == "nor":
        return joint.i, joint.i
    bare = not any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in word.lefts)
    return negation_of(word.head, word) if joint is not None and joint.lower_ == "or" and bare else None
