"""Find the dead and the hurt that are only counted, with no verb of their own: '21 dead', 'at least thirty hurt'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_HARMS = frozenset({"dead", "hurt", "wounded", "injured"})


def harmed_of(token: Token) -> Token | None:
    """Give the number, or the noun with one, that a bare 'dead' or 'hurt' is said of; None where it is none such.

    What a verb left or found so is that verb's: 'left 12 villagers dead'.
    """
    if token.lower_ not in _HARMS or token.pos_ not in ("ADJ", "NOUN"):
        return None
    number = next((child for child in token.lefts if child.dep_ in ("nummod", "nsubj") and child.like_num), None)
    if token.dep_ == "amod" and token.head.like_num and token.head.i < token.i:
        return token.head  # 'twelve dead, 30 hurt', in headlines
    if number is not None or token.i == 0:
        return number
    before = token.nbor(-1)
    if any(child.dep_ == "dobj" for child in token.head.children) or token.dep_ not in ("oprd", "amod", "acomp"):
        return None
    counted = before.pos_ == "NOUN" and any(child.dep_ == "nummod" for child in before.lefts)
    return before if counted and before.dep_ not in ("nsubj", "nsubjpass") else None
