"""List the signs by which words of war, movement, disaster or crime are told to be meant, or to be a figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.noun_class import classes_of, noun_lemma
from reportedly.analyse.noun_field import field_of
from reportedly.analyse.noun_kind import kinds_of
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.predicate_table import Sense
from reportedly.analyse.quantity import of_noun
from reportedly.data import read_words
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# What tells something in a sentence beside; other words say what is spoken about in their own sentence alone.
_NEAR = frozenset({"arms", "craft", "hostile", "war", "crime", "play", "playing"})
REACH = 40  # tokens before and after the sentence
_MOST = 3  # more of one kind tell no more
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_ARMS = frozenset({"weapon", "personnel", "unit"})
_SINGLE = frozenset({"he", "she", "i", "his", "her", "my", "me", "him"})
_MANY = frozenset({"they", "them", "we", "us", "their", "it", "you"})
_SPEAKER = frozenset({"i", "you", "my", "your", "we", "our"})
_SUMS = {"DATE": "time", "TIME": "time", "MONEY": "sum", "PERCENT": "sum"}
_PLAYING = frozenset({"play", "arts", "trade", "food", "technology"})
# What only those under arms or states do to others; what is done to bodies and things; what is said of games too.
GROUPS = {
    "hard": frozenset(
        {
            EventType.ATTACK,
            EventType.CLASH,
            EventType.SEIZE,
            EventType.CAPTURE,
            EventType.WITHDRAW,
            EventType.DEPLOY,
            EventType.REDEPLOY,
            EventType.INTERCEPT,
        }
    ),
    "physical": frozenset(
        {
            EventType.DAMAGE,
            EventType.EXPLOSION,
            EventType.CASUALTIES,
            EventType.RELEASE,
            EventType.SUPPLY,
            EventType.BUILD,
            EventType.LEASE,
        }
    ),
    "mild": frozenset(
        {
            EventType.DISASTER,
            EventType.FLEE,
            EventType.PROTEST,
            EventType.DEPART,
            EventType.TRANSIT,
            EventType.ARRIVE,
            EventType.RULING,
            EventType.CEASEFIRE,
            EventType.AID,
            EventType.REMOVE,
            EventType.DETAIN,
        }
    ),
}
# Signs that weigh differently for each of these.
_CROSSED = frozenset(
    {
        *(
            f"{role} {kind}"
            for role in "so"
            for kind in ("idea", "person", "none", "state", "force", "asset", "name", "counted")
        ),
        *("o toponym", "o thing", "o place", "p idea", "s entity PERSON", "noun", "placed", "armed"),
        *("here hostile 1", "here playing 1", "here playing 2", "here mental 1", "here number 1"),
        *("here craft 1", "here arms 1"),
    }
)
_MENTAL = frozenset({"trait", "idea", "words", "feeling", "motive", "relation", "shape", "state", "act"})


def find_signs(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> frozenset[str]:
    """List every sign that holds of a predicate in one sense."""
    found = {
        *_of_words(predicate, sense),
        *_of_parties(page, given, predicate),
        *_of_surroundings(page, predicate),
        *_of_frame(page, given, predicate),
    }
    group = next((name for name, types in GROUPS.items() if sense.type in types), "other")
    return frozenset(found | {f"{group} & {sign}" for sign in found & _CROSSED})


def _of_words(predicate: Predicate, sense: Sense) -> Iterator[str]:
    """Say what the words are by themselves."""
    yield f"type {sense.type.value}"
    yield f"word {predicate.words}"
    yield "noun" if predicate.noun else "verb"
    if " " in predicate.words:
        yield "words"
    if predicate.words in read_words("predicates_plain.txt"):
        yield "plain"
    if predicate.words in read_words("predicates_figures.txt"):
        yield "figure"
    for need in sense.needs:
        yield f"need {need}"


def _of_parties(page: Page, given: Arguments, predicate: Predicate) -> Iterator[str]:
    """Say of what kind those are that take part."""
    objects = [token for token in given.objects if token.i not in predicate.parts]
    for role, tokens in (("s", given.subjects), ("o", tuple(objects))):
        if not tokens:
            yield f"{role} none"
        for token in tokens[:_MOST]:
            yield from (f"{role} {sign}" for sign in _of_noun(page, token))
    for phrase in given.phrases:
        of = of_noun(phrase.head)  # 'under an avalanche of letters'
        for sign in (*_of_noun(page, phrase.head), *(_of_noun(page, of) if of is not None else ())):
            yield f"p {sign}"
            if phrase.preposition in ("of", "with", "by", "in", "under", "into", "through", "against", "on", "over"):
                yield f"p {phrase.preposition} {sign}"
    token = predicate.token
    for child in token.lefts if predicate.noun else ():
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            yield from (f"m {sign}" for sign in _of_noun(page, child))


def _of_noun(page: Page, token: Token) -> Iterator[str]:
    """Say of what kind one noun is."""
    if token.i in page.assets:
        yield f"asset {page.assets[token.i].category}"
    if token.i in page.times:
        yield "time"
        return
    if token.i in page.where.at:
        yield "toponym"
    if token.ent_type_:
        yield f"entity {token.ent_type_}"
    if token.lower_ in _SINGLE or token.lower_ in _MANY:
        yield "single" if token.lower_ in _SINGLE else "many"
        return
    if token.like_num or any(child.dep_ == "nummod" for child in token.lefts):
        yield "counted"
    if kinds_of((token,)) & {"firm", "stake"}:
        yield "firm"
    yield from _of_class(page, token)


def _of_class(page: Page, token: Token) -> Iterator[str]:
    """Say what class and field a noun is of, and whether it is only thought or felt."""
    kinds, field = classes_of(token), field_of(token)
    yield from kinds
    if field is not None:
        yield f"field {field}"
    if field in _PLAYING:
        yield "playing"
    if not kinds and token.pos_ == "NOUN" and token.i not in page.assets and token.i not in page.where.at:
        yield "idea"
        if field in _MENTAL:
            yield "mental"


def _of_surroundings(page: Page, predicate: Predicate) -> Iterator[str]:
    """Count the words of war, of play and the like in the sentence and near it."""
    sentence, doc = predicate.token.sent, predicate.token.doc
    first, last = max(sentence.start - REACH, 0), min(sentence.end + REACH, len(doc))
    inside, outside = _tally(page, predicate, range(sentence.start, sentence.end)), dict[str, int]()
    for words in (range(first, sentence.start), range(sentence.end, last)):
        for key, count in _tally(page, predicate, words).items():
            outside[key] = outside.get(key, 0) + count
    outside = {key: count for key, count in outside.items() if key in _NEAR}
    for place, counts in (("here", inside), ("near", outside)):
        for key, count in counts.items():
            yield from (f"{place} {key} {n}" for n in range(1, min(count, _MOST) + 1))


def _tally(page: Page, predicate: Predicate, words: range) -> dict[str, int]:
    counts: dict[str, int] = {}
    kinds = _kinds(page)
    for i in words:
        if i == predicate.token.i or i in predicate.parts:
            continue
        for key in kinds[i]:
            counts[key] = counts.get(key, 0) + 1
    return counts


@lru_cache(maxsize=2)  # every predicate asks it of the words around
def _kinds(page: Page) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_kinds_near(page, token)) for token in page.passage.doc)


def _kinds_near(page: Page, token: Token) -> Iterator[str]:
    """Say what a word near a predicate tells of what is spoken about."""
    if token.i in page.assets:
        yield "arms" if page.assets[token.i].category in _ARMS else "craft"
    if token.i in page.where.at:
        yield "toponym"
    kind = _SUMS.get(token.ent_type_)
    if kind is not None:
        yield kind
    elif token.like_num:
        yield "number"
    if token.lower_ in _SPEAKER:
        yield "speaker"
    field = "hostile" if _is_named_hostile(token) else field_of(token)
    if field is not None:
        yield field
    if field in _PLAYING or field in _MENTAL:
        yield "playing" if field in _PLAYING else "mental"


@lru_cache(maxsize=2)
def hostile_words(page: Page) -> frozenset[int]:
    """Give the tokens that say that there is fighting, crime or unrest about."""
    armed = {i for i, asset in page.assets.items() if asset.category in _ARMS and page.passage.doc[i].pos_ in _NAMING}
    return frozenset(armed | {token.i for token in page.passage.doc if _is_named_hostile(token)})


def _is_named_hostile(token: Token) -> bool:
    return token.pos_ in _NAMING and noun_lemma(token) in read_words("predicates_hostile.txt")


def _of_frame(page: Page, given: Arguments, predicate: Predicate) -> Iterator[str]:
    """Say how the predicate stands in its sentence."""
    token = predicate.token
    everyone = (*given.subjects, *given.objects, *(phrase.head for phrase in given.phrases))
    if any(page.where.in_phrase(each) is not None or each.i in page.where.at for each in everyone):
        yield "placed"
    if page.assets_of(everyone):
        yield "armed"
    yield f"tag {token.tag_}"
    yield f"dep {token.dep_}"
    if predicate.light is not None:
        yield "light"
    if predicate.noun:
        if any(child.lower_ in ("a", "an") for child in token.lefts):
            yield "a"
        if any(child.dep_ == "poss" for child in token.lefts):
            yield "owned"
        if token.dep_ == "pobj":
            yield f"after {token.head.lower_}"
        if token.dep_ == "attr":
            yield "said to be"
    if any(child.lower_ == "like" or child.lower_ == "as" for child in token.children):
        yield "likened"
