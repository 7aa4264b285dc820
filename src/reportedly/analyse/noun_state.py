"""Find the states that a phrase says of a noun with no verb: 'four trucks on fire', 'a state at war with another'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_STATES = {("on", "fire"): "be on fire", ("in", "flames"): "be in flames", ("at", "war"): "be at war"}
_NOUNS = frozenset({"NOUN", "PROPN"})


class NounState(NamedTuple):
    """What a phrase says of a noun, by the row of the verb that would say it."""

    noun: Token
    words: str  # 'be on fire'
    last: Token
    others: tuple[Token, ...]  # with whom


def state_of(preposition: Token) -> NounState | None:
    """Give the state that a preposition behind a noun brings in; None where it brings in none."""
    noun = _before(preposition)
    if preposition.dep_ != "prep" or noun is None:
        return None
    for child in preposition.rights:
        words = _STATES.get((preposition.lower_, child.lower_))
        if words is None or child.dep_ != "pobj" or child.n_lefts:
            continue
        others = tuple(each for each in _with(preposition, child) if each.pos_ in _NOUNS)
        return NounState(noun, words, child, others) if others or words != "be at war" else None
    return None


def _before(preposition: Token) -> Token | None:
    """Give the noun that a phrase hangs on, or stands behind with a comma: 'a state, at war with its neighbour'."""
    head = preposition.head
    if head.pos_ in _NOUNS and head.i < preposition.i:
        return head
    before = preposition.doc.tokens[max(preposition.i - 2, preposition.sent.start) : preposition.i]
    return before[0] if len(before) == 2 and before[1].text == "," and before[0].pos_ in _NOUNS else None


def _with(preposition: Token, state: Token) -> list[Token]:
    """List those whom 'with' brings in behind a state, whatever the model hangs it on."""
    beside = [*state.rights, *preposition.rights, *preposition.head.rights]
    near = [word for word in beside if word.lower_ == "with" and word.i == state.i + 1]
    return [noun for word in near for noun in word.rights if noun.dep_ == "pobj"]
