"""Choose what a predicate means from what stands around it: troops withdraw, prices do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.actor import antecedent
from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.figure import is_harm_near, is_meant
from reportedly.analyse.menace import is_menacing
from reportedly.analyse.noun_class import ACTS, ARMED, MOVES, UNIT, any_of, classes_of
from reportedly.analyse.noun_kind import kinds_of
from reportedly.analyse.phrase import Phrase
from reportedly.analyse.place_told import has_place, is_bare_name, is_led, moving_of
from reportedly.analyse.predicate import MOVEMENT, Predicate
from reportedly.analyse.predicate_table import Sense
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# What aircraft, ships and guns are said to do themselves.
_BY_ARMS = frozenset(
    {
        *(EventType.ATTACK, EventType.CLASH, EventType.INTERCEPT, EventType.DAMAGE, EventType.CASUALTIES),
        *(EventType.SEIZE, EventType.CAPTURE, EventType.DETAIN, EventType.RELEASE, EventType.SUPPLY, EventType.AID),
        *(EventType.EXERCISE, EventType.THREATEN),
    }
)
_CRAFT = frozenset({"ship", "aircraft", "vehicle"})
_ANYONE = frozenset({"you", "one"})  # in 'would you vote for him' nobody in particular
_FIGURES = frozenset({"attack", "slam", "hit", "strike", "target", "clash", "battle", "fight"})  # done with words too
_FLOODS = frozenset(
    {"flood", "avalanche", "tsunami", "storm", "hurricane", "earthquake", "landslide", "drought", "famine"}
)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")  # '3-1'
_SAFETY = frozenset(
    {"safety", "shelter", "exile", "water", "gunfire", "fighting", "violence", "war", "death", "fear", "side"}
)
_FINDS = frozenset(
    "find recover retrieve pull discover wash exhume unearth bring lay dig fish identify count bury remove".split()
)
_STATEHOOD = frozenset({"independence", "sovereignty", "statehood", "annexation"})
_COLUMNS = frozenset({"column", "convoy", "queue", "line", "train"})  # are what they consist of
# What those who have come aboard make a craft do: it is theirs then.
_COMMANDS = frozenset("command compel divert force impound make order redirect steer take turn".split())
_BEGINS = frozenset("begin establish extend launch lead mount open resume send start".split())
_RISES = frozenset("climb grow increase jump mount reach rise".split())
_UNDER_ARMS = frozenset({"armed", "masked", "uniformed", "gun-toting", "hooded"})
_TO = frozenset({"to", "into", "onto", "toward", "towards", "from", "out", "across", "through"})
_HUNDREDS = frozenset("hundred hundreds thousand thousands million".split())
_SINGLE = frozenset({"he", "she", "i", "his", "her", "my"})
_ANYTHING = frozenset({"anything", "anyone", "anybody", "nothing"})
_MANY = frozenset({"they", "them", "we", "it", "all"})  # may be troops; 'she' is one person


def choose_sense(page: Page, predicate: Predicate, given: Arguments) -> Sense | None:
    """Give the first sense whose needs are met; None where the words are used of something else."""
    senses = open_senses(page, predicate, given)
    return next((sense for sense in senses if is_meant(page, given, sense, predicate)), None)


def open_senses(page: Page, predicate: Predicate, given: Arguments) -> Iterator[Sense]:
    """Give each sense whose needs are met, whether or not its words are a figure of speech."""
    if not predicate.senses:
        return
    meant = _resolved(given)
    facts = _facts(page, meant, predicate)
    for sense in predicate.senses:
        met = sense.needs <= facts or sense.needs <= facts | _facts_of_sense(page, meant, sense, predicate)
        if met and not _is_apart(page, given, sense, predicate):
            yield sense


def _is_apart(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether the words are used of something else than what they would mean."""
    return (
        _elsewhere(page, given, sense)
        or _moves_nothing(page, given, sense, predicate)
        or _is_quarrel(page, given, sense, predicate)
        or _is_figure(page, given, sense, predicate)
    )


def _resolved(given: Arguments) -> Arguments:
    """Give the arguments with what 'it' and 'they' stand for in their place, where that is told."""
    subjects, objects = (
        tuple(antecedent(token) or token for token in each) for each in (given.subjects, given.objects)
    )
    return replace(given, subjects=subjects, objects=objects)


def _elsewhere(page: Page, given: Arguments, sense: Sense) -> bool:
    """Tell whether a movement leads out of or into something that is no place: 'out of the talks'."""
    if sense.type not in MOVEMENT:
        return False
    for phrase in given.phrases:
        ways = ("from", "out", "into", "to") if sense.type is EventType.FLEE else ("from", "out", "into")
        told_again = phrase.head.dep_ == "appos"  # 'to Rason, its port in the north'
        if phrase.preposition in ways and not told_again and not _is_place(page, phrase.head):
            kinds = classes_of(phrase.head)
            if (
                phrase.head.pos_ == "NOUN"
                and not kinds & {"place", "asset", "state"}
                and phrase.head.lemma_.lower() not in _SAFETY
                and phrase.head.i not in page.times
            ):
                return True
    return False


def _is_quarrel(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether people only have words: 'attacked her rival over taxes', 'his attacks on the moderators'."""
    if sense.type not in (EventType.ATTACK, EventType.CLASH) or any_of(given.subjects, UNIT | {"state"}):
        return False
    topic = any(
        phrase.preposition in ("over", "for", "as", "about") and not _is_place(page, phrase.head)
        for phrase in given.phrases
    )
    alone = bool(given.subjects) and all(
        token.ent_type_ == "PERSON" or token.lower_ in _SINGLE for token in given.subjects
    )
    solid = any_of(given.objects, frozenset({"asset", "place"})) or any(
        _is_place(page, token) for token in given.objects
    )
    return topic or (alone and not solid and predicate.token.lemma_.lower() in _FIGURES)


def _is_figure(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether the words are meant of nobody, or as a figure: 'would you vote for him', 'a flood of complaints'."""
    if given.subjects and all(token.lower_ in _ANYONE and not token.n_rights for token in given.subjects):
        return True
    of = [
        phrase.head
        for phrase in given.phrases
        if phrase.preposition == "of" and phrase.head.head.head == predicate.token
    ]
    if sense.type is not EventType.DISASTER or not predicate.noun or any(_is_place(page, head) for head in of):
        return False
    return bool(of) and (predicate.token.lemma_.lower() in _FLOODS or any_of(of, frozenset({"person", "force"})))


def _is_statehood(token: Token) -> bool:
    """Tell whether a noun is a state or what makes one: 'its independence'."""
    return "state" in classes_of(token) or token.lemma_.lower() in _STATEHOOD


def _is_passive(predicate: Predicate) -> bool:
    return any(child.dep_ == "auxpass" for child in predicate.token.children)


def _moves_nothing(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether what is moved is nothing that moves, and no place either: 'withdrew its bid'."""
    objects = [token for token in given.objects if token.i not in predicate.parts]
    if sense.type not in MOVEMENT or sense.object not in ("m", "x") or not objects:
        return False
    return not any_of(objects, MOVES) and not any(_is_place(page, token) for token in objects)


def _is_place(page: Page, head: Token) -> bool:
    return head.i in page.where.at or bool(page.where.places(head))


def _facts(page: Page, given: Arguments, predicate: Predicate) -> set[str]:
    """Give the needs that the arguments meet whatever the sense."""
    facts = (
        _word_facts(predicate)
        | {"harm": is_harm_near(page, predicate)}
        | _subject_facts(page, given)
        | _object_facts(page, given)
    )
    return {name for name, holds in facts.items() if holds} | _kinds_told(given)


def _facts_of_sense(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> set[str]:
    """Give the needs that the arguments meet in one sense: it says who moves, and whether arms act by themselves."""
    moving = moving_of(given, sense)
    everyone = (*given.subjects, *given.objects)
    named = any(token.i in page.where.at for token in given.subjects)
    undergone = _is_passive(predicate) or predicate.token.tag_ == "VBN"
    told = bool(given.objects) and not given.subjects and undergone  # nobody says who did it
    facts = {
        "mover": any_of(moving, MOVES) or (bool(moving) and moving[0].i in page.where.at),
        "armed": any_of(everyone, ARMED) or (sense.object != "o" and bool(page.assets_of(everyone))) or named,
        "troops": not _are_craft(page, moving) and (named or _are_troops(page, moving, given.phrases)),
        "force": any_of(given.subjects, MOVES if sense.type in _BY_ARMS else ACTS) or named or told,
        "place": has_place(page, given, sense, predicate),
        "led": is_led(page, predicate, given),
    }
    return {name for name, holds in facts.items() if holds}


def _word_facts(predicate: Predicate) -> dict[str, bool]:
    """Give what holds of the predicate itself and of its sentence."""
    token = predicate.token
    light = predicate.light.lemma_.lower() if predicate.light is not None else None
    ahead = predicate.light is not None and any(child.tag_ == "MD" for child in predicate.light.children)
    return {
        "plain": any(child.dep_ == "expl" for child in token.children)
        or not any(child.dep_ in ("attr", "acomp", "oprd") for child in token.children),
        "participle": token.tag_ == "VBN",
        "progressive": token.tag_ == "VBG",
        "found": token.head.lemma_.lower() in _FINDS,
        "score": _SCORE.search(token.sent.text) is not None,
        "helped": any(child.dep_ == "auxpass" for child in token.children),
        "bare": not any(child.dep_ in ("ccomp", "xcomp") for child in token.children),
        "made": _is_made(token),
        "menacing": is_menacing(token),
        "menaced": is_menacing(token, passive=True),
        "begun": light in _BEGINS,
        "rising": light in _RISES and ahead,
        "controls": any(verb.lemma_.lower() in _COMMANDS for verb in token.conjuncts if verb.i > token.i),
    }


def _subject_facts(page: Page, given: Arguments) -> dict[str, bool]:
    """Give what holds of who acts."""
    return {
        "unit": _are_units(page, given.subjects),
        "folk": bool(given.subjects) and all(_is_folk(token) for token in given.subjects),
        "counted": any(child.like_num for token in given.subjects for child in token.lefts)
        and any_of(given.subjects, frozenset({"person"})),
        "crowd": any(map(_is_mass, given.subjects)) and any_of(given.subjects, frozenset({"person"})),
        "raiders": any_of(given.subjects, frozenset({"force"})),
        "craft": bool({asset.category for asset in page.assets_of(given.subjects)} & _CRAFT),
        "nofolk": not all(map(_is_unarmed, given.subjects)),
        "state": any_of(given.subjects, frozenset({"state"})),
        "subject": bool(given.subjects),
        "someone": any_of(given.subjects, frozenset({"person", "force", "pronoun"})),
        "weapon": any(asset.category == "weapon" for asset in page.assets_of(given.subjects)),
        "place_subject": any(_is_place(page, token) for token in given.subjects),
        "solid": any_of(given.subjects, frozenset({"place", "thing"}))
        or any(_is_place(page, t) for t in given.subjects),
    }


def _is_folk(token: Token) -> bool:
    """Tell whether a noun is of people with no arms and no state: 'a strike by bus drivers' strikes nobody."""
    kinds = classes_of(token)
    return bool(kinds & {"person", "body"}) and not kinds & {"force", "state", "asset"}


def _is_mass(token: Token) -> bool:
    """Tell whether hundreds or more are told of: '9,000 people', 'hundreds of families'."""
    numbers = [token.lower_, *(child.lower_ for child in token.lefts if child.like_num)]
    return any(word in _HUNDREDS or (len(word.replace(",", "")) > 2 and word[0].isdigit()) for word in numbers)


def _is_unarmed(token: Token) -> bool:
    """Tell whether a noun is of people of whom no arms are told: passengers board a ferry, armed men seize it."""
    return _is_folk(token) and not any(child.lower_ in _UNDER_ARMS for child in token.lefts)


def _are_units(page: Page, subjects: Sequence[Token]) -> bool:
    """Tell whether craft or forces are meant: by their noun, by a name with it before, by 'it' or 'she' after one."""
    named = any_of(subjects, UNIT) or bool(page.assets_of(subjects))
    return named or any(page.craft_before(token) is not None for token in subjects if token.lower_ in ("it", "she"))


def _object_facts(page: Page, given: Arguments) -> dict[str, bool]:
    """Give what holds of what it is done to."""
    objects = given.objects
    place = any(_is_place(page, token) for token in objects)
    # Towns that no gazetteer has are named too: 'the army shelled Rudnica'.
    town = any_of(given.subjects, UNIT) and any(is_bare_name(token) for token in objects)
    return {
        "alone": not objects,
        "ocraft": bool({asset.category for asset in page.assets_of(objects)} & _CRAFT),
        "omany": any(_is_crowd(token) for token in objects),
        "still": not any(phrase.preposition in _TO for phrase in given.phrases),
        "to_force": any(phrase.preposition == "to" and _is_force(phrase.head) for phrase in given.phrases),
        "passive": bool(objects) and not given.subjects,
        "object": bool(objects),
        "ofolk": any_of(objects, ACTS),
        "onamed": any(token.pos_ == "PROPN" for token in objects),
        "omoney": any(token.ent_type_ == "MONEY" for token in objects),
        "oweapon": any(asset.category != "personnel" for asset in page.assets_of(objects)),
        "othing": any_of(objects, UNIT | {"place", "thing"}) or place or _is_anything(page, given),
        "ostate": place or any(_is_statehood(token) for token in objects),
        "onoun": any(token.pos_ in ("NOUN", "PROPN", "NUM") for token in objects),
        "struck": any_of(objects, UNIT | {"place", "state"}) or place or town,
        "oarms": _are_arms(page, given),
        "otroops": _are_people(page, objects),
        "oasset": bool(page.assets_of(objects)),
        "operson": any_of(objects, frozenset({"person", "force", "pronoun", "name"})),
        "oplace": place or town,
    }


def _is_anything(page: Page, given: Arguments) -> bool:
    """Tell whether craft or forces are said to do it to anything at all: 'denied that its ship had rammed anything'."""
    return any(token.lower_ in _ANYTHING for token in given.objects) and _are_units(page, given.subjects)


def _is_crowd(token: Token) -> bool:
    """Tell whether a noun is of more people than one: 'residents', '3,000 people', 'a family of six'."""
    many = token.tag_ in ("NNS", "NNPS") or token.lemma_.lower() == "people"
    return many and bool(classes_of(token) & {"person", "force"})


def _is_force(token: Token) -> bool:
    """Tell whether a noun is of those who can take a place: 'the rebels', 'the RSF'."""
    article = any(child.lower_ == "the" for child in token.lefts)
    return "force" in classes_of(token) or (token.pos_ == "PROPN" and article)


def _kinds_told(given: Arguments) -> set[str]:
    """Give the kinds of the subjects, those of the objects with 'o' before them and of other phrases with 'by_'."""
    others = kinds_of(phrase.head for phrase in given.phrases)
    return (
        kinds_of(given.subjects) | {f"o{kind}" for kind in kinds_of(given.objects)} | {f"by_{kind}" for kind in others}
    )


def _is_made(verb: Token) -> bool:
    """Tell whether a verb of naming says what somebody becomes: 'named her ambassador', 'named to the post'."""
    return any(
        child.dep_ in ("oprd", "attr", "ccomp") or (child.dep_ == "prep" and child.lower_ in ("as", "to"))
        for child in verb.children
    )


def _are_troops(page: Page, moving: Sequence[Token], phrases: Sequence[Phrase]) -> bool:
    """Tell whether those who move are under arms; 'it left A for B' is said of a ship."""
    many = any(token.lower_ in _MANY for token in moving) and not any(phrase.preposition == "for" for phrase in phrases)
    return many or any_of(moving, frozenset({"force", "state"})) or _are_people(page, moving)


def _are_people(page: Page, moving: Iterable[Token]) -> bool:
    """Tell whether what moves is people under arms: they withdraw where ships and aircraft only leave."""
    return any(asset.category in ("personnel", "unit") for asset in page.assets_of(moving))


def _are_craft(page: Page, moving: Iterable[Token]) -> bool:
    """Tell whether only ships, aircraft or vehicles move, though they are named for a town or go in a convoy."""
    assets = page.assets_of(moving)
    moved = {asset.category for asset in assets if asset.name.lower() not in _COLUMNS}
    convoys = bool(assets) and all(asset.name.lower().endswith("convoy") for asset in assets)  # of whatever wheels
    return convoys or (bool(moved) and moved <= _CRAFT)


def _are_arms(page: Page, given: Arguments) -> bool:
    """Tell whether weapons or goods are brought to somebody: 'flew rifles to the militia' arms it."""
    carried = {asset.category for asset in page.assets_of(given.objects)} - {"personnel", "unit"}
    to = [*given.recipients, *(phrase.head for phrase in given.phrases if phrase.preposition == "to")]
    to = [head for head in to if not _is_spot(page, head)]
    return bool(to) and bool(carried & {"weapon", "equipment"} or (carried and any_of(to, ACTS - {"state"})))


def _is_spot(page: Page, head: Token) -> bool:
    """Tell whether a noun is a place that receives nothing: launchers moved to a town arm nobody."""
    toponym = page.where.at.get(head.i)
    return toponym is not None and toponym.kind not in (None, "country")
