"""Read the words that weaken what is said: those that stand beside it, and those that govern it."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.cue import is_passive
from reportedly.attribution import Certainty
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_WEAKNESS = {level: number for number, level in enumerate(Certainty)}
_SENSES = frozenset({"see", "hear", "find", "read", "view", "watch", "feel", "smell"})
_LONGEST = 4  # words in the longest phrase of hedges.tsv


class Outlook(IntEnum):
    """Whether what is told is there, lies ahead, or is only wished, tried, allowed or required."""

    TOLD = 0
    AHEAD = 1
    OPEN = 2


class State(NamedTuple):
    """What a governing word makes of what hangs on it."""

    certainty: Certainty
    negated: bool
    outlook: Outlook


class Signature(NamedTuple):
    """What a word makes of what hangs on it, where the word is affirmed and where it is negated."""

    affirmed: State
    negated: State


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Give the less committed of two levels."""
    return max(one, other, key=_WEAKNESS.__getitem__)


def _state(words: str) -> State:
    """Read a state as the table writes it: 'not probable', 'ahead'."""
    level = words.removeprefix("not ")
    outlook = {"ahead": Outlook.AHEAD, "open": Outlook.OPEN}.get(level, Outlook.TOLD)
    return State(Certainty.CERTAIN if outlook else Certainty(level), words.startswith("not "), outlook)


@cache
def _signatures() -> dict[tuple[str, str], Signature]:
    rows = read_table("hedge_governors.tsv")
    return {(row["word"], row["takes"]): Signature(_state(row["affirmed"]), _state(row["negated"])) for row in rows}


def base(word: Token) -> str:
    """Give the dictionary form of a word, lower case, with the model's slip on 'hopes' mended."""
    form: str = word.lemma_.lower()
    return "hope" if form == "hop" else form


def signature_of(governor: Token, takes: str) -> Signature | None:
    """Give what `governor` makes of what it takes ('to', 'that', 'ing', 'noun', a preposition); None where nothing."""
    word = base(governor)
    if takes == "to" and is_passive(governor) and (word, "passive") in _signatures():
        return _signatures()[word, "passive"]
    particle = next((child.lower_ for child in governor.rights if child.dep_ == "prt"), None)
    if particle is not None:
        return _signatures().get((f"{word} {particle}", takes))
    return _signatures().get((word, takes)) or _signatures().get((governor.lower_, takes))


@cache
def _hedges() -> dict[str, Certainty]:
    return {row["phrase"]: Certainty(row["certainty"]) for row in read_table("hedges.tsv")}


def phrase_level(words: str) -> Certainty | None:
    """Give how far a phrase, lower case, weakens what it stands in; None where it does not."""
    return _hedges().get(words)


def level_beside(word: Token) -> Certainty | None:
    """Give how far a word, or a phrase that it heads, weakens what it stands beside; None where it does not."""
    if word.dep_ == "prep":
        phrase = word.doc[word.left_edge.i : word.right_edge.i + 1]
        return _hedges().get(phrase.text.lower()) if len(phrase) <= _LONGEST else None
    if _is_ability(word) or (word.text == "May" and word.tag_ != "MD"):
        return None
    before = word.nbor(-1).lower_ if word.i else ""
    return _hedges().get(f"{before} {word.lower_}") or _hedges().get(word.lower_)  # 'almost certainly'


def level_above(word: Token) -> Certainty | None:
    """Give how far a word weakens the clause or infinitive that it governs; None where it leaves it certain."""
    first, second = ("to", "that") if is_passive(word) else ("that", "to")
    found = signature_of(word, first) or signature_of(word, second)
    weak = found is not None and found.affirmed.certainty is not Certainty.CERTAIN
    return found.affirmed.certainty if found is not None and weak else None


def _is_ability(word: Token) -> bool:
    """Tell whether 'could' says what was possible to do: 'could be seen', 'could not'."""
    if word.lower_ not in ("could", "can"):
        return False
    return word.head.lemma_ in _SENSES or any(child.dep_ == "neg" for child in word.head.children)
