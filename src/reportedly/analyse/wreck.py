"""Find the craft and weapons whose harm is told by a word before them: 'two burning trucks', 'a sunken ferry'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.asset import category_of
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_UNHARMED = frozenset({"personnel", "unit"})


# What is left of something, before 'of'.
_REMAINS = frozenset("carcass debris fragment hulk husk remains remnant shell wreck wreckage".split())


class Wreck(NamedTuple):
    """A craft or weapon that came to harm, with the last token of the words that say so."""

    noun: Token
    last: Token


def wreck_of(token: Token) -> Wreck | None:
    """Give what a word says the harm of, where it opens the words before a noun; None where it tells of none."""
    if token.lemma_.lower() in _REMAINS and token.pos_ == "NOUN":
        return _remains(token)
    if token.dep_ not in _BEFORE:
        return None
    last = token
    if token.i + 2 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        last = token.nbor(2)
    words = token.doc[token.i : last.i + 1].text.lower()
    noun = last.head if last.head.i > last.i else token.head
    if words not in read_words("predicates_wrecked.txt") or noun.i <= last.i:
        return None
    told_before = any(child.dep_ == "poss" or child.lower_ in _KNOWN for child in noun.lefts)
    category = category_of(noun) if not told_before else None
    return Wreck(noun, last) if category is not None and category not in _UNHARMED else None


def _remains(token: Token) -> Wreck | None:
    """Give what is left in pieces: 'the wreckage of a drone', 'debris from two missiles'; None where it is known."""
    found = [noun for of in token.rights if of.lower_ in ("of", "from") for noun in of.children if noun.dep_ == "pobj"]
    known = [noun for noun in found if any(c.dep_ == "poss" or c.lower_ in _KNOWN for c in noun.lefts)]
    category = category_of(found[0]) if found and not known else None
    return Wreck(found[0], token) if category is not None and category not in _UNHARMED else None
