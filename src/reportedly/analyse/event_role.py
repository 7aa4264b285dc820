"""Give everyone and everything around a predicate its part: actor, target, assets, how many, places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.actor import name_of
from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.event_sense import moving_of, role_of
from reportedly.analyse.noun_class import MOVES, classes_of
from reportedly.analyse.predicate import Predicate, Sense
from reportedly.analyse.quantity import read_quantity
from reportedly.analyse.sighting import Sighting, sighting_of
from reportedly.event import Asset, EventType, Place, Quantity, ToponymUse

if TYPE_CHECKING:
    from spacy.tokens import Token

# Whose target may be an asset that the event is about, rather than somebody dealt with.
_MATERIAL = frozenset(
    {EventType.SEIZE, EventType.DAMAGE, EventType.INTERCEPT, EventType.EXPLOSION, EventType.DISASTER, EventType.BUILD}
)
_SIDES = frozenset({"between", "with", "by", "against"})  # what follows takes part, and is not where


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who and what plays which part, before the places of one role are told apart."""

    actor: str | None = None
    target: str | None = None
    assets: tuple[Asset, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[tuple[str, tuple[Place, ...]], ...] = ()


def find_roles(
    page: Page, predicate: Predicate, given: Arguments, sense: Sense, sightings: Sequence[Sighting]
) -> Roles:
    """Give everyone and everything around a predicate its part."""
    parts: dict[str, list[Token]] = {}
    for role, tokens in ((sense.subject, given.subjects), (sense.object, given.objects)):
        parts.setdefault(role, []).extend(token for token in tokens if token.i not in page.times)
    moved = moving_of(given, sense) if "m" in parts else ()
    assets = page.assets_of([*moved, *(parts.get("t", []) if sense.type in _MATERIAL else [])])
    assets = assets or _listed_assets(page, predicate, sense, sightings)
    movers = given.subjects if sense.subject == "m" and moved != given.subjects else ()
    acting = [
        token
        for token in (*parts.get("a", []), *movers)
        if token.i in page.where.at or classes_of(token) & (MOVES | {"place"})
    ]
    actor = name_of(page, acting) or name_of(page, moved, owner=bool(assets))
    victims = parts.get("q", [])
    quantities = tuple(q for token in victims if (q := read_quantity(page.passage, token, page.numbers)) is not None)
    return Roles(
        actor=actor,
        target=name_of(page, [*parts.get("t", []), *victims]),
        assets=assets,
        quantities=quantities,
        places=_places(page, predicate, given, sense, parts),
    )


def _listed_assets(page: Page, predicate: Predicate, sense: Sense, sightings: Sequence[Sighting]) -> tuple[Asset, ...]:
    """Give what a picture shows moored or parked, where the list between dashes breaks the parse."""
    if sense.type is not EventType.PRESENCE or predicate.noun:
        return ()
    shown = sighting_of(predicate.token, sightings)
    return tuple(page.assets_between(shown.first, predicate.token.i).values()) if shown is not None else ()


def _places(
    page: Page, predicate: Predicate, given: Arguments, sense: Sense, parts: dict[str, list[Token]]
) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Give the places of an event by role, in the order of the roles' names."""
    found: dict[str, list[Place]] = {}
    direct = {"p": "place", "o": "origin", "d": "destination"}
    for part, role in direct.items():
        for token in parts.get(part, []):
            found.setdefault(role, []).extend(page.where.places(token))
    for phrase in given.phrases:
        known_role = role_of(phrase, sense)
        if known_role is not None and phrase.head.i not in page.times:
            places = page.where.places(phrase.head)
            if not places and known_role in ("origin", "destination") and _is_bare_name(phrase.head):
                places = [page.where.unmapped(phrase.head)]
            found.setdefault(known_role, []).extend(places)
    if not any(found.values()):
        found["place"] = _nearby(page, predicate) or [
            place for token in parts.get("t", []) for place in page.where.places(token)[:1]
        ]
    led = [place for role in ("origin", "destination") for place in found.get(role, [])]
    found["place"] = [place for place in found.get("place", []) if place not in led]
    return tuple((role, tuple(dict.fromkeys(places))) for role, places in sorted(found.items()) if places)


def _is_bare_name(head: Token) -> bool:
    """Tell whether what troops leave or go to is a name that may be a place's, though the gazetteer has none such."""
    return head.pos_ == "PROPN" and head.ent_type_ not in ("ORG", "DATE", "NORP") and head.left_edge.i == head.i


def _nearby(page: Page, predicate: Predicate) -> list[Place]:
    """Give the literal place named below the predicate, where no phrase gives it a role."""
    top = predicate.token
    for token in top.doc[top.left_edge.i : top.right_edge.i + 1]:
        toponym = page.where.at.get(token.i)
        if toponym is None or toponym.use is not ToponymUse.LITERAL:
            continue
        acts = token.dep_ in ("nsubj", "nsubjpass", "poss") or token.head.lower_ in _SIDES
        if not acts and _same_clause(token, top):
            return page.where.places(token)
    return []


def _same_clause(token: Token, top: Token) -> bool:
    """Tell whether no verb stands between a word and what it hangs on."""
    while token.i != top.i:
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return False
        token = token.head
    return True
