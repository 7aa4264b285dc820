"""Tell which part a place plays in a happening, and whether one is told at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.noun_class import UNIT, any_of, classes_of
from reportedly.analyse.phrase import Phrase
from reportedly.analyse.predicate import MOVEMENT, Predicate
from reportedly.analyse.predicate_table import Sense
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ROLES = {
    "from": "origin",
    "out": "origin",
    "off": "origin",
    "to": "destination",
    "toward": "destination",
    "towards": "destination",
    "into": "destination",
    "onto": "destination",
    "for": "destination",
    "via": "via",
    "through": "via",
    "across": "via",
    "along": "via",
    "in": "place",
    "at": "place",
    "on": "place",
    "near": "place",
    "outside": "place",
    "inside": "place",
    "around": "place",
    "over": "place",
    "above": "place",
    "within": "place",
    "between": "via",
    "of": "place",
    "behind": "place",
    "against": "place",
    "beside": "place",
    "throughout": "place",
    "past": "via",
    "round": "via",
    "alongside": "place",
    "opposite": "place",
    "beyond": "place",
}
_OFF_SHORE = {EventType.ARRIVE: "destination", EventType.TRANSIT: "place"}
_CRAFT = frozenset({"ship", "aircraft", "vehicle", "unit"})
_WHERE = frozenset(
    "home there here ashore abroad overhead north south east west northward southward eastward westward inland offshore"
    " outside inside alongside nearby upriver downriver northeast northwest southeast southwest".split()
)
_ONWARD = frozenset("in out through past by away off back over across along overhead".split())
_THITHER = frozenset({"to", "into", "onto", "toward", "towards", "near", "within"})
_PASSING = frozenset("within past near over alongside behind around by between".split())
_STANDING = frozenset("alongside at behind below beneath beside by inside near on outside under underneath".split())
_NO_NAME = frozenset({"anchor", "direction", "formation", "side"})  # where craft are without a place being named


def role_of(phrase: Phrase, sense: Sense) -> str | None:
    """Give the role that a phrase's preposition gives its place; None where it tells no place."""
    role = _ROLES.get(phrase.preposition)
    if phrase.preposition == "by" and sense.type is EventType.PRESENCE and "place" in classes_of(phrase.head):
        return "place"  # 'lay by the gate'
    if phrase.preposition == "off" and sense.type in _OFF_SHORE:
        return _OFF_SHORE[sense.type]  # 'dropped anchor off Latakia'
    if role in ("origin", "destination", "via") and sense.type not in MOVEMENT:
        beside = phrase.preposition == "between" and sense.type is EventType.PRESENCE
        return "place" if beside or phrase.preposition in ("off", "across", "through", "along") else None
    if role == "place" and phrase.preposition in ("of", "against"):
        return None
    return role


def moving_of(given: Arguments, sense: Sense) -> tuple[Token, ...]:
    """Give what moves: the object where it can, as in 'flew troops home'; else the subject: 'crossed the border'."""
    carried = sense.object == "m" and any_of(given.objects, frozenset({"asset", "force", "person", "pronoun", "name"}))
    return given.objects if carried else given.subjects


def is_bare_name(head: Token) -> bool:
    """Tell whether what troops leave or go to is a name that may be a place's, though the gazetteer has none such."""
    words = head.doc[head.left_edge.i : head.i + 1]
    return head.ent_type_ not in ("ORG", "DATE", "NORP") and all(word.pos_ == "PROPN" for word in words)


def has_place(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether a place is told that the sense can use: named, told by a noun, or merely a way to go."""
    if any(role_of(phrase, sense) is not None and page.where.places(phrase.head) for phrase in given.phrases):
        return True
    if any(
        role_of(phrase, sense) is not None and phrase.head.ent_type_ in ("GPE", "LOC") and is_bare_name(phrase.head)
        for phrase in given.phrases
    ):
        return True
    if sense.object in ("o", "d", "p", "v") and any(page.where.places(token) for token in given.objects):
        return True
    if (
        sense.object in ("o", "d", "v")
        and any_of(given.subjects, UNIT)
        and any(is_bare_name(token) for token in given.objects)
    ):
        return True
    if any_of((*given.subjects, *given.objects), UNIT) and any(
        role_of(phrase, sense) is not None and ("place" in classes_of(phrase.head) or phrase.head.lemma_ in _NO_NAME)
        for phrase in given.phrases
    ):
        return True  # 'two frigates lay at the pier'
    if _holds_craft(page, moving_of(given, sense)) and _craft_are_somewhere(page, given, sense, predicate):
        return True
    return any(
        (token.lower_ in _WHERE and token.dep_ != "expl") or token.lower_.endswith(("wards", "bound"))
        for token in predicate.token.children
    )


def _craft_are_somewhere(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether craft or units are said to be or go somewhere, though no phrase of the verb names a place."""
    if any(phrase.preposition in _PASSING and phrase.head.i in page.assets for phrase in given.phrases):
        return True  # 'passed within 500 metres of his trawler'
    if sense.type is EventType.PRESENCE:
        if any(phrase.preposition in _STANDING and _is_solid(page, phrase.head) for phrase in given.phrases):
            return True  # 'stood under nets', 'lay beside them'
        return _names_place(page, predicate)  # 'stood nose to tail at the airport'
    return sense.type in MOVEMENT and _is_led_by_adverb(predicate)  # 'the ships slipped out'


def _is_solid(page: Page, head: Token) -> bool:
    """Tell whether a noun is something that craft can stand at: a place, a thing, another craft."""
    return head.i not in page.times and bool(classes_of(head) & {"asset", "body", "place", "pronoun", "thing"})


def is_led(page: Page, predicate: Predicate, given: Arguments) -> bool:
    """Tell whether the words say where somebody is brought, and not from where: forces are sent there."""
    told = {phrase.preposition for phrase in given.phrases if page.where.places(phrase.head)}
    verb = predicate.token
    behind = verb.doc[verb.i : verb.right_edge.i + 1]
    return bool(told & _THITHER) and not any(word.lower_ in ("from", "out") for word in behind)


def _holds_craft(page: Page, moving: Iterable[Token]) -> bool:
    """Tell whether ships, aircraft, vehicles or units are among what moves: they go somewhere, told or not."""
    return bool({asset.category for asset in page.assets_of(moving)} & _CRAFT)


def _names_place(page: Page, predicate: Predicate) -> bool:
    """Tell whether the words behind a verb name a place, whatever they hang on; 'stands to lose' stands nowhere."""
    verb = predicate.token
    if any(child.dep_ in ("xcomp", "ccomp", "advcl") for child in verb.rights):
        return False
    return any(i in page.where.at for i in range(verb.i + 1, verb.right_edge.i + 1))


def _is_led_by_adverb(predicate: Predicate) -> bool:
    """Tell whether only adverbs go with a verb of motion, no noun behind them: 'rolled past', 'slipped out'."""
    parts = [predicate.token.doc[i] for i in predicate.parts]
    return bool(parts) and all(part.lower_ in _ONWARD and not any(True for _ in part.children) for part in parts)
