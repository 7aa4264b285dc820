"""Give everyone and everything around a predicate its part: actor, target, assets, how many, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.actor import antecedent, crew_of, name_of
from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.event_place import places_of
from reportedly.analyse.noun_class import MOVES, classes_of
from reportedly.analyse.phrase import phrases_of
from reportedly.analyse.place_told import moving_of
from reportedly.analyse.predicate import MOVEMENT, Predicate
from reportedly.analyse.predicate_table import Sense
from reportedly.analyse.quantity import of_noun, read_quantity
from reportedly.analyse.sighting import Sighting, sighting_of
from reportedly.event import Asset, EventType, Place, Quantity
from reportedly.span import Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# Whose target may be an asset that the event is about, rather than somebody dealt with.
_MATERIAL = frozenset(
    {EventType.SEIZE, EventType.DAMAGE, EventType.INTERCEPT, EventType.EXPLOSION, EventType.DISASTER, EventType.BUILD}
)
# What two sides do with each other: 'A and B met' has both.
_MUTUAL = frozenset({EventType.TALKS, EventType.AGREE, EventType.CEASEFIRE, EventType.CLASH})
_HARMFUL = frozenset({EventType.ATTACK, EventType.DAMAGE, EventType.EXPLOSION, EventType.DISASTER})
# What befalls works that stand fast, or makes them.
_OF_WORKS = _HARMFUL | {EventType.SEIZE, EventType.BUILD}
_BEFALLING = frozenset({EventType.FLEE, EventType.DETAIN, EventType.CAPTURE, EventType.RELEASE})
_WITH = frozenset(
    "escort accompany back support flank shadow trail follow tow drop fire launch lead cover protect carry".split()
)
_HANGING = frozenset({"acl", "advcl", "relcl"})
_CREW = frozenset({"crew", "pilot", "captain", "skipper", "commander", "master", "passenger"})
_AIMS = frozenset({"at", "on", "into", "toward", "towards", "against"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who and what plays which part, before the places of one role are told apart."""

    actor: str | None = None
    target: str | None = None
    assets: tuple[Asset, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[tuple[str, tuple[Place, ...]], ...] = ()
    apart: Span | None = None  # what 'and' brings in, where one verb tells several happenings

    @property
    def any(self) -> bool:
        """Whether anybody or anything is told to take part, or a place."""
        return bool(self.actor or self.target or self.assets or self.quantities or self.places)


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
    aimed = [p.head for p in given.phrases if p.preposition in _AIMS and p.head.i not in page.times]
    if sense.type is EventType.ATTACK and aimed and any(token.i in page.assets for token in targets):
        # 'fired rockets at the town': with the rockets, at the town.
        assets, targets = assets or page.assets_of(targets), aimed
    elif sense.type in (EventType.SUPPLY, EventType.AID):
        targets = [*given.recipients, *targets]
    elif sense.type in _MUTUAL and not targets:
        targets = acting[1:]
    assets = tuple(sorted({*assets, *_all_assets(page, predicate, given, sense)}, key=lambda asset: asset.span))
    return Roles(
        actor=actor,
        target=name_of(page, targets),
        assets=assets,
        quantities=tuple(dict.fromkeys(_quantities(page, predicate, given, sense, assets))),
        places=places_of(page, predicate, given, sense, parts),
    )


def _all_assets(page: Page, predicate: Predicate, given: Arguments, sense: Sense) -> Iterator[Asset]:
    """List the assets of those who take part, what goes with them, and the works that something befalls."""
    yield from _taking_part(page, predicate, given, sense)
    yield from _beside(page, predicate, given) if sense.subject != "q" else ()
    yield from _works(page, predicate, given, sense)


def _is_score(token: Token) -> bool:
    """Tell whether a number counts nothing: 'voted 52-48'."""
    return token.dep_ == "npadvmod" and token.like_num and not any(child.lower_ == "of" for child in token.children)


def _taking_part(page: Page, predicate: Predicate, given: Arguments, sense: Sense) -> tuple[Asset, ...]:
    """Give the assets of all who take part: who does it, to what, and with what; the dead and the held are counted."""
    means = ("with", "by", "aboard", "in", "on") if sense.type in MOVEMENT else ("with", "by", "aboard")
    tools = [phrase.head for phrase in given.phrases if phrase.preposition in means]
    objects = () if sense.object == "q" else given.objects
    subjects = () if sense.subject == "q" else given.subjects
    struck = _struck(predicate) if sense.type in _HARMFUL else []
    struck += _inside(page, predicate) if sense.type is EventType.CLASH else []
    heads = [antecedent(token) or token for token in (*subjects, *objects, *tools, *struck)]
    wholes = _wholes(page, heads) if sense.type in _HARMFUL else []
    found = page.assets_of([*heads, *wholes])
    goes = sense.type in MOVEMENT or (sense.type is EventType.PRESENCE and sense.subject == "m")
    if not found and goes and given.subjects and _is_unnamed(given.subjects[0]):
        craft = page.craft_before(given.subjects[0])
        found = (craft,) if craft is not None else ()
    return tuple(asset for asset in found if not (sense.type in _BEFALLING and asset.category == "personnel"))


def _works(page: Page, predicate: Predicate, given: Arguments, sense: Sense) -> tuple[Asset, ...]:
    """Give the bridges, dams and lines that are built or harmed: 'cut the cable', 'a dam burst'."""
    if sense.type not in _OF_WORKS:
        return ()
    parts = [child for child in predicate.token.lefts if child.dep_ == "compound"] if predicate.noun else []
    named = [predicate.token] if predicate.noun else [predicate.token.doc[i] for i in predicate.parts]
    to = [phrase.head for noun in named for phrase in phrases_of(noun) if phrase.preposition in ("to", "of")]
    heads = (*given.subjects, *given.objects, *to, *_struck(predicate))
    return page.installations_of([*(antecedent(token) or token for token in heads), *parts])


def _is_unnamed(subject: Token) -> bool:
    """Tell whether a pronoun may stand for craft told before; 'they' only where no subject before it could be meant."""
    return subject.lower_ in ("it", "she") or (subject.lower_ == "they" and antecedent(subject) is None)


def _struck(predicate: Predicate) -> list[Token]:
    """Give what a blast or a strike that acts itself strikes: 'an explosion tore open the bow'."""
    noun = predicate.token
    if not predicate.noun or noun.dep_ != "nsubj":
        return []
    return [child for child in noun.head.rights if child.dep_ == "dobj"]


def _inside(page: Page, predicate: Predicate) -> list[Token]:
    """Give who and what is told of within a happening: 'a clash in which guards rammed two boats'."""
    about = [predicate.token, *(child for child in predicate.token.subtree if child.i in page.times)]
    verbs = [child for noun in about for child in noun.rights if child.dep_ == "relcl"] if predicate.noun else []
    brought = [(verb, noun) for verb in verbs for word in verb.lefts if word.dep_ == "prep" for noun in word.children]
    told = [verb for verb, noun in brought if noun.lower_ == "which"]
    return [noun for verb in told for noun in verb.children if noun.dep_ in ("nsubj", "dobj")]


def _wholes(page: Page, heads: Sequence[Token]) -> list[Token]:
    """Give the craft whose parts are struck: 'the bow of the tanker'."""
    parts = [head for head in heads if head.i not in page.assets and head.pos_ == "NOUN"]
    return [whole for part in parts if (whole := of_noun(part)) is not None]


def _beside(page: Page, predicate: Predicate, given: Arguments) -> tuple[Asset, ...]:
    """Give the assets that those who act go with, are dropped by or belong to: 'escorted by tugs', 'its crew'."""
    acting = (*given.subjects, *given.objects)
    verb = () if predicate.noun else (predicate.token,)
    tools = [phrase.head for phrase in given.phrases if phrase.preposition == "with"]
    told = [child for token in (*acting, *tools, *verb) for child in token.rights if child.dep_ in _HANGING]
    agents = [
        noun
        for word in told
        if word.tag_ == "VBN" and word.lemma_.lower() in _WITH
        for by in word.children
        if by.lower_ == "by"
        for noun in by.children
        if noun.dep_ == "pobj"
    ]
    agents += [phrase.head for phrase in given.phrases if phrase.preposition == "alongside"]
    agents += [noun for token in acting if token.lemma_.lower() in _CREW and (noun := of_noun(token)) is not None]
    # 'four landed on Monday and two on Tuesday': the model takes the number for a second verb
    agents += [child for token in verb for child in token.rights if child.dep_ == "conj" and child.pos_ == "NUM"]
    return page.assets_of(agents)


def _quantities(
    page: Page, predicate: Predicate, given: Arguments, sense: Sense, assets: tuple[Asset, ...]
) -> Iterator[Quantity]:
    """Give how many took part or were dealt with, and what sums, where they are no assets."""
    sums = [phrase.head for phrase in given.phrases if phrase.preposition in ("for", "of", "with")]
    taken = {asset.span for asset in assets}
    befallen: list[Token] = []
    if sense.type in _BEFALLING or sense.type is EventType.CASUALTIES:
        befallen += given.subjects if sense.subject in ("q", "m", "t") else ()
        befallen += given.objects if sense.object in ("q", "m", "t") else ()
    for token in (*given.subjects, *given.objects, *sums, *([predicate.token] if predicate.noun else [])):
        # In '120 were hurt, 31 of them badly' the part is no second number.
        asset = page.assets.get(token.i)
        apart = token.dep_ == "appos" or token.i in page.times or _is_score(token)
        if apart or (asset is not None and asset.span in taken):
            continue
        told = read_quantity(page.passage, token, page.numbers)
        if told is None or (token in sums and token.ent_type_ != "MONEY" and not predicate.noun):
            continue
        if (told.min, told.max) == (1, 1) and token not in befallen:
            continue  # 'a bank', 'an explosion' count nothing
        yield told


def _listed_assets(page: Page, predicate: Predicate, sense: Sense, sightings: Sequence[Sighting]) -> tuple[Asset, ...]:
    """Give what a picture shows moored or parked, where the list between dashes breaks the parse."""
    if sense.type is not EventType.PRESENCE or predicate.noun:
        return ()
    shown = sighting_of(predicate.token, sightings)
    return tuple(page.assets_between(shown.first, predicate.token.i).values()) if shown is not None else ()
