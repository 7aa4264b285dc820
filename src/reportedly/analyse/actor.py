"""Give those who act, and those acted on, the name that the words give them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.noun_class import classes_of
from reportedly.event import ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_PERSONAL = frozenset({"he", "him", "she", "her", "himself", "herself"})
_BACK = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}  # pronoun -> the tags of what it may stand for
_OTHER_PRONOUNS = frozenset(
    {"it", "they", "them", "we", "you", "i", "us", "that", "which", "who", "this", "these", "those"}
)
_BELOW = frozenset({"relcl", "acl", "advcl"})
_AGENTS = frozenset({"force", "state", "person", "name", "asset"})
_STORMS = frozenset({"cyclone", "hurricane", "typhoon", "storm", "tornado"})
_VAGUE = frozenset({"several", "many", "few", "some", "more", "most", "other"})
_WINDOW = 60  # tokens; further back, 'it' speaks of something else


def name_of(page: Page, tokens: Sequence[Token], *, owner: bool = False) -> str | None:
    """Name the first of `tokens` that has a name or a description; None where there is none.

    Args:
        page: the passage.
        tokens: the heads of the phrases.
        owner: give only whose they are: 'a Swedish convoy' gives 'Sweden'.
    """
    for token in tokens:
        name = _owner(page, token) if owner else _name(page, token)
        if name is not None:
            return name
    return None


def _owner(page: Page, token: Token) -> str | None:
    """Give the state, side or unit that a noun is said to be of."""
    toponym = page.where.at.get(token.i)
    if toponym is not None and toponym.use is not ToponymUse.EMBEDDED:
        return toponym.name
    for child in reversed(list(token.lefts)):
        found = page.where.at.get(child.i)
        named = child.dep_ in ("amod", "compound", "poss", "nmod") and found is not None
        if named and found is not None and found.use is not ToponymUse.EMBEDDED and found.use is not ToponymUse.LITERAL:
            return found.name
        if child.dep_ == "poss" and child.lower_ not in _OTHER_PRONOUNS and child.pos_ == "PROPN":
            return _phrase(page, child)
    for of in token.children:
        owners = [noun for noun in of.children if noun.dep_ == "pobj"] if of.lower_ == "of" else []
        if owners and classes_of(owners[0]) & {"force", "state"}:
            return _name(page, owners[0])
    # 'the relief force' acts, '400 soldiers' are only sent.
    classes = classes_of(token)
    acts = "asset" not in classes or ("force" in classes and token.tag_ in ("NN", "NNP"))
    return _name(page, token) if acts else None


def _name(page: Page, token: Token) -> str | None:
    toponym = page.where.at.get(token.i)
    if toponym is not None and toponym.use is not ToponymUse.EMBEDDED:
        return toponym.name
    if token.lower_ == "whose":
        verb = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
        return _name(page, verb.head) if verb is not None else None
    if token.lower_ in _PERSONAL:
        return _last_person(token)
    if token.lower_ in _BACK:
        meant = _last_subject(token)
        return _name(page, meant) if meant is not None else None
    if token.lower_ in _OTHER_PRONOUNS or token.pos_ == "PRON":
        return None
    if token.ent_type_ == "PERSON":
        return _person(token)
    return _phrase(page, token)


def _last_subject(pronoun: Token) -> Token | None:
    """Give the nearest subject before the pronoun that can act and agrees in number; main clauses go before others.

    Source: the salience of subjects and of main clauses in Lappin and Leass's pronoun resolution.
    """
    below: Token | None = None
    for token in reversed(pronoun.doc[max(pronoun.i - _WINDOW, 0) : pronoun.i]):
        if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ not in _BACK[pronoun.lower_]:
            continue
        if not classes_of(token) & _AGENTS or is_disaster(token):
            continue
        if token.head.dep_ not in _BELOW:
            return token
        below = below or token
    return below


def is_disaster(token: Token) -> bool:
    """Tell whether a name is a storm's: 'Hurricane X' does nothing by will, though the model takes X for a person."""
    words = (token.lower_, *(child.lower_ for child in token.lefts))
    return token.pos_ == "PROPN" and bool(_STORMS & set(words))


def crew_of(page: Page, moved: Sequence[Token]) -> str | None:
    """Give people under arms who move by themselves, without how many: '400 soldiers left' gives 'soldiers'."""
    for token in moved:
        if token.i in page.assets and page.assets[token.i].category in ("personnel", "unit"):
            first = token
            for child in reversed(list(token.lefts)):
                if child.dep_ not in ("compound", "amod") or child.lower_ in _VAGUE:
                    break
                first = child
            return page.passage.span(first.i, token.i + 1).text
    return None


def _last_person(pronoun: Token) -> str | None:
    """Give the person named last before the pronoun, in its sentence or the one before."""
    earliest = max(pronoun.sent.start - 40, 0)
    for token in reversed(pronoun.doc[earliest : pronoun.i]):
        if token.ent_type_ == "PERSON":
            return _person(token)
    return None


def _person(token: Token) -> str:
    """Give the whole of the person's name that the token is part of."""
    first = last = token.i
    while first > 0 and token.doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(token.doc) and token.doc[last + 1].ent_iob_ == "I":
        last += 1
    return str(token.doc[first : last + 1].text)


def _phrase(page: Page, head: Token) -> str:
    """Give the words of a noun phrase up to its head, without article."""
    first = head
    for token in reversed(list(head.lefts)):
        if token.dep_ in ("det", "punct", "cc", "advmod", "prep", "relcl") or token.right_edge.i != first.i - 1:
            break
        first = token.left_edge
    while first.i < head.i and first.dep_ in ("det", "predet", "punct"):
        first = first.nbor()
    last = head
    if head.like_num or head.ent_type_ == "CARDINAL":
        # '21 of 30 drones', 'hundreds of homes': the number alone names nothing.
        counted = [noun for of in head.children if of.lower_ == "of" for noun in of.children if noun.dep_ == "pobj"]
        last = counted[0] if counted else head
    return page.passage.span(first.i, last.i + 1).text
