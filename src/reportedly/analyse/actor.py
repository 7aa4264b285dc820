"""Give those who act, and those acted on, the name that the words give them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page
from reportedly.analyse.given_name import she_by_name
from reportedly.analyse.nominal_actor import who_is_meant
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.quantity import of_noun
from reportedly.event import Toponym, ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_PERSONAL = frozenset({"he", "him", "she", "her", "himself", "herself"})
_BACK = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}  # pronoun -> the tags of what it may stand for
_THEIRS = {"its": "it", "their": "they"}
_OTHER_PRONOUNS = frozenset(
    {"it", "they", "them", "we", "you", "i", "us", "that", "which", "who", "this", "these", "those"}
)
_BELOW = frozenset({"relcl", "acl", "advcl"})
_AGENTS = frozenset({"force", "state", "person", "name", "asset"})
_STORMS = frozenset({"cyclone", "hurricane", "typhoon", "storm", "tornado"})
_UNDER_ARMS = frozenset({"personnel", "unit"})
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
        return _told(toponym)
    theirs = _owner_behind(page, token)
    if theirs is not None:
        return theirs[1]
    for child in reversed(list(token.lefts)):
        found = page.where.at.get(child.i)
        if found is not None and found.use is ToponymUse.DEMONYM and child.dep_ in ("amod", "compound"):
            # 'Russian troops' act as told; of 'a Swedish convoy' the Swedes are who acts.
            people = page.assets[token.i].category in _UNDER_ARMS if token.i in page.assets else False
            if people:
                return _phrase_from(page, child, token)
        named = child.dep_ in ("amod", "compound", "poss", "nmod") and found is not None
        if named and found is not None and found.use is not ToponymUse.EMBEDDED and found.use is not ToponymUse.LITERAL:
            return _told(found)
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
        return _told(toponym)
    if token.lower_ == "whose":
        verb = next((up for up in token.ancestors if up.dep_ == "relcl"), None)
        return _name(page, verb.head) if verb is not None else None
    if token.lower_ in _PERSONAL:
        return _last_person(token)
    if token.lower_ in _BACK:
        meant = antecedent(token)
        return _name(page, meant) if meant is not None else None
    counted = _counted(token)
    if counted is not None and counted.lower_ in ("whom", "which"):
        verb = next((up for up in token.ancestors if up.dep_ == "relcl"), None)  # '12 men, two of whom died'
        return _name(page, verb.head) if verb is not None else None
    if token.lower_ in _OTHER_PRONOUNS or token.pos_ == "PRON" or token.ent_type_ in ("DATE", "TIME"):
        return None
    if token.ent_type_ == "PERSON":
        return _person(token)
    return who_is_meant(token) or _of_owner(page, token) or _phrase(page, token)


def _told(toponym: Toponym) -> str:
    """Give a place that acts as the report names it, the state of a people by its name."""
    demonym = toponym.use is ToponymUse.DEMONYM and not toponym.span.text.endswith("s")
    told = toponym.name if demonym else toponym.span.text
    return told.removeprefix("the ").removeprefix("The ")


def _phrase_from(page: Page, first: Token, head: Token) -> str:
    """Give the words from one token up to the head of their phrase."""
    return page.passage.span(first.left_edge.i, head.i + 1).text


def _of_owner(page: Page, token: Token) -> str | None:
    """Give a noun with the name of whose it is in the place of the pronoun: 'its forces' gives "Russia's forces"."""
    theirs = _owner_behind(page, token)
    if theirs is None:
        return None
    pronoun, owner = theirs
    behind = page.passage.span(pronoun.i + 1, token.i + 1).text
    return f"{owner}' {behind}" if owner.endswith("s") else f"{owner}'s {behind}"


def _owner_behind(page: Page, token: Token) -> tuple[Token, str] | None:
    """Give the 'its' or 'their' before those who act, and the name that it stands for; None without one."""
    pronoun = next((child for child in token.lefts if child.lower_ in _THEIRS and child.dep_ == "poss"), None)
    if pronoun is None or not classes_of(token) & _AGENTS:
        return None
    meant = _last_subject(pronoun)
    if meant is None or meant.i == token.i:
        return None
    owner = _name(page, meant)
    return None if owner is None else (pronoun, owner)


def antecedent(token: Token) -> Token | None:
    """Give the noun that 'it' or 'they' stands for; None for other words, and where none is told before."""
    return _last_subject(token) if token.lower_ in _BACK or token.lower_ == "them" else None


def _last_subject(pronoun: Token) -> Token | None:
    """Give the nearest subject before the pronoun that can act and agrees in number; main clauses go before others.

    Source: the salience of subjects and of main clauses in Lappin and Leass's pronoun resolution.
    """
    below: Token | None = None
    tags = _BACK["they" if pronoun.lower_ == "them" else _THEIRS.get(pronoun.lower_, pronoun.lower_)]
    for token in reversed(pronoun.doc[max(pronoun.i - _WINDOW, 0) : pronoun.i]):
        if token.dep_ not in ("nsubj", "nsubjpass") or token.tag_ not in tags:
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
    """Give people under arms who move by themselves, without how many, or those whom craft carry."""
    for token in moved:
        if (carried := _carried_by(token)) is not None:
            return _name(page, carried)
        if token.i in page.assets and page.assets[token.i].category in _UNDER_ARMS:
            first = token
            for child in reversed(list(token.lefts)):
                if child.dep_ not in ("compound", "amod") or child.lower_ in _VAGUE:
                    break
                first = child
            return page.passage.span(first.i, token.i + 1).text
    return None


def _carried_by(craft: Token) -> Token | None:
    """Give the people that a craft is said to carry; None where it is said to carry none."""
    verbs = [child for child in craft.rights if child.dep_ == "acl" and child.lower_ in ("carrying", "transporting")]
    nouns = (noun for verb in verbs for noun in verb.rights if noun.dep_ == "dobj")
    return next((noun for noun in nouns if classes_of(noun) & {"person", "force"}), None)


def _last_person(pronoun: Token) -> str | None:
    """Give the person named last before the pronoun, in its sentence or the one before."""
    earliest = max(pronoun.sent.start - 40, 0)
    she = pronoun.lower_ in ("she", "her", "herself")
    for token in reversed(pronoun.doc[earliest : pronoun.i]):
        if token.ent_type_ == "PERSON" and not is_disaster(token):
            name = _person(token)
            if she_by_name(name) in (None, she):
                return name
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
    # '21 of 30 drones', 'hundreds of homes': the number alone names nothing.
    counted = _counted(head)
    last = counted if counted is not None and counted.i > head.i else head  # 'of those admitted, 26 have died'
    return page.passage.span(first.i, last.i + 1).text


def _counted(head: Token) -> Token | None:
    """Give what a number counts in 'hundreds of homes'; None where it is no number or counts nothing told."""
    if not head.like_num and head.ent_type_ != "CARDINAL" and head.lower_ != "scores":
        return None
    return of_noun(head)
