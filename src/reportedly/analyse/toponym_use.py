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
_ACTIVE: Final = frozenset({"nsubj", "agent"})
_SUBJECTS: Final = _ACTIVE | {"nsubjpass"}
# What is said of a land or a town and not of its government.
_STATES: Final = frozenset(
    "be lie fall remain see become stand sit suffer stay grow wake border share stretch contain include comprise"
    " experience burn shake rank await boast".split()
)
_PLACED: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "to", "from", "around", "via", "through", "across", "throughout"}
)
_TIED: Final = frozenset({"between", "with"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})


def find_use(mention: Mention, entry: GazetteerEntry | None) -> ToponymUse:
    """Give what the name does in its sentence."""
    if mention.embedded:
        return ToponymUse.EMBEDDED
    if _is_owner(mention):
        return ToponymUse.MODIFIER
    token = mention.doc[mention.last - 1]
    if _modifies(token, mention) and not mention.wanted:
        return ToponymUse.MODIFIER
    if entry is not None and entry.kind in _ACTORS and not mention.wanted and _is_government(token, mention, entry):
        return ToponymUse.METONYM
    return ToponymUse.LITERAL


def _is_owner(mention: Mention) -> bool:
    """Tell whether a name tells whose something is: "Syria's army", 'the London-based group'."""
    doc, last = mention.doc, mention.last
    if "-" in doc[last - 1].text[1:] and mention.end < doc[last - 1].idx + len(doc[last - 1]):
        return True
    if last + 1 >= len(doc):
        return False
    if doc[last].text in _POSSESSIVE:
        return True
    return doc[last].text == "-" and doc[last + 1].is_lower and not doc[last].whitespace_


def _modifies(token: Token, mention: Mention) -> bool:
    """Tell whether a name stands before a noun that it tells apart: 'Gaza ministry'; not 'the Kupyansk sector'."""
    doc, last = token.doc, mention.last
    if token.dep_ not in ("compound", "amod", "nmod") or last >= len(doc):
        return False
    following = doc[last]
    if following.lemma_.lower() in read_words("toponym_ground_nouns.txt"):
        return False
    return (
        token.head.i >= last
        and following.pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT")
        and following.text not in (",", "(")
    )


def _is_placed(mention: Mention) -> bool:
    """Tell whether the words before the name put something there: 'in the Kremlin'."""
    before = mention.doc[max(0, mention.first - 2) : mention.first]
    return any(token.lower_ in _PLACED for token in before)


def _is_government(token: Token, mention: Mention, entry: GazetteerEntry) -> bool:
    """Tell whether the name stands for those who govern from the place."""
    if entry.kind == "seat" or "own wide ORG" in mention.signs:  # the Kremlin, the European Union
        return not _is_placed(mention)
    head = token
    while head.dep_ == "conj" and head.head.i != head.i:  # 'Kyiv and Moscow said'
        head = head.head
    if _acts(head, entry):
        return True
    return (entry.kind == "country" or entry.capital) and (_is_addressed(head) or _is_party(head) or _is_told(head))


def _acts(token: Token, entry: GazetteerEntry) -> bool:
    """Tell whether a token is the subject of what takes a mind or a hand: 'Moscow said', 'Lithuania will pay'."""
    verb = token.head.lemma_.lower()
    if token.dep_ in _SUBJECTS and verb in read_words("toponym_mind_verbs.txt"):
        return True
    if entry.kind != "country" and not entry.capital:
        return False
    return token.dep_ in _ACTIVE and token.head.pos_ in ("VERB", "AUX") and verb not in _STATES


def _is_addressed(token: Token) -> bool:
    """Tell whether something is said to it or handed to it: 'urged Israel', 'gave Israel time', 'sold to Algeria'."""
    if token.dep_ == "dative":
        return True
    if token.dep_ in ("dobj", "nsubj"):  # 'urged Israel to hold back': its subject too
        verb = token.head if token.dep_ == "dobj" else token.head.head
        return token.i > verb.i and verb.lemma_.lower() in read_words("toponym_address_verbs.txt")
    if token.dep_ != "pobj" or token.head.lower_ not in ("to", "by"):
        return False
    if token.head.lower_ == "by":
        return token.head.dep_ == "agent"
    given = token.head.head
    given = given.head if given.dep_ == "dobj" else given
    return given.lemma_.lower() in read_words("toponym_transfer_verbs.txt")


def _is_party(token: Token) -> bool:
    """Tell whether it is one of those who have a pact or a quarrel: 'a ceasefire between Israel and Hezbollah'."""
    if token.dep_ != "pobj" or token.head.lower_ not in _TIED:
        return False
    return token.head.head.lemma_.lower() in read_words("toponym_pact_nouns.txt")


def _is_told(token: Token) -> bool:
    """Tell whether it is the one by whose word something is so: 'according to Washington'."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "to"
        and token.head.i > 0
        and (token.doc[token.head.i - 1].lower_ == "according")
    )
