"""Give everyone and everything around a predicate its part: actor, target, assets, how many, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.actor import crew_of, name_of
from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.event_sense import is_bare_name, moving_of, role_of
from reportedly.analyse.noun_class import MOVES, classes_of
from reportedly.analyse.predicate import Predicate, Sense
from reportedly.analyse.quantity import read_quantity
from reportedly.analyse.sighting import Sighting, sighting_of
from reportedly.event import Asset, EventType, Place, Quantity, ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# Whose target may be an asset that the event is about, rather than somebody dealt with.
_MATERIAL = frozenset(
    {EventType.SEIZE, EventType.DAMAGE, EventType.INTERCEPT, EventType.EXPLOSION, EventType.DISASTER, EventType.BUILD}
)
# What two sides do with each other: 'A and B met' has both.
_MUTUAL = frozenset({EventType.TALKS, EventType.AGREE, EventType.CEASEFIRE, EventType.CLASH})
_BEFALLING = frozenset({EventType.FLEE, EventType.DETAIN, EventType.CAPTURE, EventType.RELEASE})
_AIMS = frozenset({"at", "on", "into", "toward", "towards", "against"})
_LOOSE = frozenset({"across", "along", "through", "over", "around", "throughout", "behind"})
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
        parts.setdefault(role, []).extend(
            token for token in tokens if token.i not in page.times and not (role == "t" and _is_score(token))
        )
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
    if actor is None and sense.subject == "m" and moved == given.subjects:
        actor = crew_of(page, moved)
    targets = [*parts.get("t", []), *parts.get("q", [])]
    aimed = [phrase.head for phrase in given.phrases if phrase.preposition in _AIMS]
    if sense.type is EventType.ATTACK and aimed and any(token.i in page.assets for token in targets):
        # 'fired rockets at the town': with the rockets, at the town.
        assets, targets = assets or page.assets_of(targets), aimed
    elif sense.type in (EventType.SUPPLY, EventType.AID):
        targets = [*given.recipients, *targets]
    elif sense.type in _MUTUAL and not targets:
        targets = acting[1:]
    return Roles(
        actor=actor,
        target=name_of(page, targets),
        assets=assets,
        quantities=tuple(dict.fromkeys(_quantities(page, parts, sense, assets))),
        places=_places(page, predicate, given, sense, parts),
    )


def _is_score(token: Token) -> bool:
    """Tell whether a number counts nothing: 'voted 52-48'."""
    return token.dep_ == "npadvmod" and token.like_num and not any(child.lower_ == "of" for child in token.children)


def _quantities(
    page: Page, parts: dict[str, list[Token]], sense: Sense, assets: tuple[Asset, ...]
) -> Iterator[Quantity]:
    """Give how many were killed or hurt; of other happenings how many people they befell, where they are no assets."""
    for token in parts.get("q", []):
        told = None if token.dep_ == "appos" else read_quantity(page.passage, token, page.numbers)
        if told is not None:  # in '120 were hurt, 31 of them badly' the part is no second number
            yield told
    if sense.type in _BEFALLING:
        for token in (*parts.get("t", []), *parts.get("m", [])):
            counted = page.assets.get(token.i) not in assets and classes_of(token) & {"person", "force"}
            told = read_quantity(page.passage, token, page.numbers) if counted else None
            if told is not None:
                yield told


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
    loose: list[Place] = []
    direct = {"p": "place", "o": "origin", "d": "destination", "v": "via"}
    for part, role in direct.items():
        for token in parts.get(part, []):
            found.setdefault(role, []).extend(_ends(page, token) if role != "place" else page.where.places(token))
    for phrase in given.phrases:
        known_role = role_of(phrase, sense)
        if known_role is not None and phrase.head.i not in page.times:
            ends = known_role in ("origin", "destination")
            places = _ends(page, phrase.head) if ends else page.where.places(phrase.head)
            found.setdefault(known_role, []).extend(places)
            loose += places if known_role == "place" and phrase.preposition in _LOOSE else []
    for place in dict.fromkeys(loose):
        # 'across the river at Stow': both say where, and the second narrower.
        found["place"] = [kept for kept in found["place"] if kept != place] or [place]
    if not any(found.values()):
        own = [page.where.places(token)[:1] for token in parts.get("t", [])]
        sites = [place for token, at in zip(parts.get("t", []), own, strict=True) if _is_site(token) for place in at]
        found["place"] = sites or _nearby(page, predicate) or [place for at in own for place in at]
    led = [place for role in ("origin", "destination") for place in found.get(role, [])]
    found["place"] = [place for place in found.get("place", []) if place not in led]
    return tuple((role, tuple(dict.fromkeys(places))) for role, places in sorted(found.items()) if places)


def _is_site(token: Token) -> bool:
    """Tell whether what something befalls is a place by its own noun: 'the crossing to A at B' is at B."""
    return token.pos_ == "NOUN" and "place" in classes_of(token)


def _ends(page: Page, head: Token) -> list[Place]:
    """Give where a movement begins or ends, a name that no gazetteer has included."""
    return page.where.places(head) or ([page.where.unmapped(head)] if is_bare_name(head) else [])


def _nearby(page: Page, predicate: Predicate) -> list[Place]:
    """Give the literal place named below the predicate, where no phrase gives it a role."""
    top = predicate.token
    for token in top.doc[top.left_edge.i : top.right_edge.i + 1]:
        toponym = page.where.at.get(token.i)
        if toponym is None or toponym.use is not ToponymUse.LITERAL:
            continue
        side = token
        while side.dep_ == "conj":
            side = side.head
        acts = side.dep_ in ("nsubj", "nsubjpass", "poss", "dative") or side.head.lower_ in _SIDES
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
