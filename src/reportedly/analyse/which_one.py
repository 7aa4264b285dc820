"""Read the words before a noun that say which one of its kind is meant: 'Turkish', 'second', 'oslo-based'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_MODIFIERS = ("compound", "nmod", "amod")


def modifiers_of(who: Token) -> frozenset[str]:
    """Give the words before a noun that say which one, lower case, and 'of-two' for the father of two."""
    before = {_joined(child) for child in who.lefts if child.dep_ in _MODIFIERS}
    of = (c for child in who.rights if child.lower_ == "of" for c in child.children if c.pos_ == "NUM")
    return frozenset(before | {f"of-{number.lower_}" for number in of})


def _joined(word: Token) -> str:
    """Give a word with those joined to it by hyphens before it, lower case: 'oslo-based'."""
    first = word.i
    while first > 1 and word.doc[first - 1].tag_ == "HYPH":
        first -= 2
    return word.doc.text[word.doc[first].idx : word.idx + len(word)].lower()
