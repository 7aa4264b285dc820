"""Tell who judges things for a living, by the words around a name: 'who follows the trade for a stockbroker'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

EXPERT = "expert"  # marks such a speaker
_RANKS = frozenset({"admiral", "brigadier", "colonel", "commodore", "general", "major", "marshal"})
_FORCES = frozenset({"air", "army", "force", "infantry", "intelligence", "marine", "military", "naval", "navy"})
_SPEAKS_FOR = ("spokes", "secretary")
_PRESENT = frozenset({"VBZ", "VBP"})
_REACH = 24  # tokens


def expert_marks(who: Token) -> frozenset[str]:
    """Give the mark of an expert where the words around a noun or a name tell that its bearer is one."""
    nouns = [who, *(c for c in who.rights if c.dep_ == "appos")]
    if who.dep_ == "appos":
        nouns.append(who.head)
    if any(noun.lower_.startswith(_SPEAKS_FOR) for noun in nouns):
        return frozenset()
    told = any(_is_retired_officer(noun) or _pursues(noun) or _is_of_judges(noun) for noun in nouns)
    return frozenset({EXPERT} if told else ())


def _is_retired_officer(noun: Token) -> bool:
    """Tell whether somebody served, and now looks on: 'a retired rear admiral', 'a retired army officer'."""
    retired = any(child.lower_ == "retired" for child in noun.lefts)
    serves = noun.lemma_.lower() == "officer" and any(child.lower_ in _FORCES for child in noun.lefts)
    return retired and (serves or noun.lemma_.lower() in _RANKS)


def _pursues(noun: Token) -> bool:
    """Tell whether a clause says what somebody studies: 'who teaches at the staff college', 'who follows the trade'."""
    clauses = (c for c in noun.rights if c.dep_ == "relcl" and any(left.lower_ == "who" for left in c.lefts))
    verbs = (verb for clause in clauses for verb in (clause, *clause.conjuncts))
    return any(verb.tag_ in _PRESENT and verb.lemma_ in _listed("pursuit") for verb in verbs)


def _is_of_judges(noun: Token) -> bool:
    """Tell whether somebody is of a body that judges for a living: 'of the think tank Forward', 'at a brokerage'."""
    return any(word in _listed("judges") for word in _words_of_body(noun))


def _words_of_body(noun: Token) -> Iterator[str]:
    """Give the words behind 'of', 'at', 'with' and 'from'; 'think tank' as one."""
    links = [c for c in noun.rights if c.dep_ == "prep"]
    links += [c for link in links for noun in link.rights for c in noun.rights if c.dep_ == "prep"]
    for link in links:
        if link.lower_ in ("of", "at", "with", "from"):
            for token in noun.doc[link.i : min(link.right_edge.i + 1, link.i + _REACH)]:
                yield token.lower_
                yield f"{token.nbor(-1).lower_} {token.lower_}"


@cache
def _listed(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("basis_sources.tsv") if row["of"] == use)
