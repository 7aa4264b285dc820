"""What a place's name does in its sentence: name the place, its government, or a part of something else's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry
from reportedly.analyse.place_evidence import Mention
from reportedly.data import read_words
from reportedly.event import ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ACTORS: Final = frozenset({"country", "continent", "city", "region", "province", "no_point", "seat"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_PLACING: Final = frozenset(
    "in at near from to into outside around through over inside across via for leave toward towards of off between"
    " within".split()
)
# What is said of a town and not of its government.
_STATES: Final = frozenset("be have lie fall remain see become stand sit host suffer stay grow wake".split())


def _acts(token: Token) -> bool:
    """Tell whether a token is the subject of a verb that takes a mind or a hand: 'Moscow said', 'Moscow withdrew'."""
    return token.dep_ in _SUBJECTS and token.head.lemma_.lower() in read_words("toponym_mind_verbs.txt")


def _owns_body(token: Token) -> bool:
    """Tell whether a name owns what a government has: "Kenya's defence ministry"."""
    return token.dep_ == "poss" and token.head.lemma_.lower() in read_words("toponym_state_nouns.txt")


def _stands_for_government(token: Token) -> bool:
    """Tell whether the name of a capital or of a seat of government stands where only people could."""
    if token.dep_ in ("nsubj", "nsubjpass", "agent", "dobj", "dative"):
        return token.head.lemma_.lower() not in _STATES | _PLACING
    return token.dep_ == "pobj" and token.head.lower_ not in _PLACING


def _modifies(token: Token, last: int) -> bool:
    """Tell whether a name stands before a noun that it tells apart: 'Gaza ministry'."""
    doc = token.doc
    if token.dep_ not in ("compound", "amod", "nmod") or last >= len(doc):
        return False
    following = doc[last]
    return (
        token.head.i >= last
        and following.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT")
        and following.text not in (",", "(")
    )


def _is_placed(mention: Mention) -> bool:
    """Tell whether the words before the name put something there: 'in the Kremlin'."""
    before = mention.doc[max(0, mention.first - 2) : mention.first]
    return any(token.lower_ in ("in", "at", "near", "outside", "inside", "to", "from", "around") for token in before)


def find_use(mention: Mention, entry: GazetteerEntry | None) -> ToponymUse:
    """Give what the name does in its sentence."""
    if mention.embedded:
        return ToponymUse.EMBEDDED
    token = mention.doc[mention.last - 1]
    if entry is not None and entry.kind == "seat" and not _is_placed(mention):
        return ToponymUse.METONYM
    if (
        entry is not None
        and entry.kind in _ACTORS
        and (_acts(token) or _owns_body(token) or (entry.capital and _stands_for_government(token)))
    ):
        return ToponymUse.METONYM
    if _modifies(token, mention.last) and not mention.wanted:
        return ToponymUse.MODIFIER
    return ToponymUse.LITERAL
