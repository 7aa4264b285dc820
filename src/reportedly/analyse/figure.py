"""Tell whether words of war and movement are meant: markets retreat, and critics bombard a minister."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.noun_class import classes_of, noun_lemma
from reportedly.analyse.noun_kind import kinds_of
from reportedly.analyse.predicate import Predicate, Sense
from reportedly.data import read_words
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# What only those under arms do to others, or states do: somebody of that kind takes part or is near.
_HARD = frozenset(
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
)
# What is done to bodies and things: an idea, a mood or a number is not bombed, shot down or set alight.
_PHYSICAL = _HARD | {
    EventType.DAMAGE,
    EventType.EXPLOSION,
    EventType.CASUALTIES,
    EventType.RELEASE,
    EventType.SUPPLY,
    EventType.BUILD,
    EventType.LEASE,
}
# What else may be said of games, markets and moods: the words of predicates_figures.txt.
_FIGURED = _PHYSICAL | {
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
_BY_PEOPLE = frozenset({EventType.DETAIN, EventType.CAPTURE, EventType.RESIGN})
_SMOTHERED = frozenset({"drown", "bury", "crush", "smother", "suffocate", "choke"})
_HEAPS = frozenset({"paperwork", "debt", "tape", "letter", "email", "complaint", "request", "bureaucracy"})
_SWALLOWS = frozenset(
    "flood flooding collapse crush stampede landslide mudslide accident crash shipwreck storm".split()
)
_UNDERGONE = frozenset({EventType.CASUALTIES, EventType.DISASTER})
_LIKENED = frozenset(
    {"blast", "explosion", "disaster", "storm", "avalanche", "tsunami", "earthquake", "inferno", "riot"}
)
_ARMS = frozenset({"weapon", "personnel", "unit"})
_REACH = 40  # tokens before and after the sentence


def is_meant(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether a sense's words are meant as they stand, from who takes part and from what stands near."""
    everyone = (*given.subjects, *given.objects, *(phrase.head for phrase in given.phrases))
    told = [token for token in given.objects if token.i not in predicate.parts]
    if _is_likened(predicate) or _is_done_by_nobody(page, given, sense, predicate):
        return False
    if sense.type in _PHYSICAL and not predicate.noun and told and all(_is_idea(page, token) for token in told):
        return False
    if sense.type is EventType.ATTACK and not predicate.noun and _is_with_words(page, given):
        return False
    if (
        sense.type is EventType.CASUALTIES
        and predicate.token.lemma_.lower() in _SMOTHERED
        and _is_in_ideas(page, given)
    ):
        return False
    if sense.type is EventType.ARRIVE and any(_is_idea(page, p.head) for p in given.phrases if p.preposition == "at"):
        return False
    if sense.type not in _FIGURED or _armed(page, everyone):
        return True
    hostile = sum(1 for _ in _harm_near(page, predicate))
    play = _play(predicate, beside_war=hostile > 0)
    where = any(page.where.in_phrase(token) is not None or token.i in page.where.at for token in everyone)
    if hostile and play < hostile + (where or sense.type not in _HARD):
        return True
    if sense.type not in _HARD:
        return play < 1 + 2 * where or predicate.words not in read_words("predicates_figures.txt")
    if predicate.noun and (" " in predicate.words or predicate.words in read_words("predicates_plain.txt")):
        return not play
    sides = [token for token in (*given.subjects, *given.objects) if not kinds_of((token,)) & {"firm", "stake"}]
    named = where or any(classes_of(token) & {"state", "name"} for token in sides)
    harmed = sense.type in (EventType.ATTACK, EventType.CAPTURE) and any(
        "person" in classes_of(token) for token in given.objects
    )
    return (named or harmed) and not play


def is_harm_near(page: Page, predicate: Predicate) -> bool:
    """Tell whether fighting, crime or unrest is told of near a predicate."""
    return next(_harm_near(page, predicate), None) is not None


def _harm_near(page: Page, predicate: Predicate) -> Iterator[Token]:
    """Give the words for fighting, crime or unrest near a predicate, its own left out."""
    sentence, doc = predicate.token.sent, predicate.token.doc
    for token in doc[max(sentence.start - _REACH, 0) : min(sentence.end + _REACH, len(doc))]:
        if token.i != predicate.token.i and token.i not in predicate.parts and _is_hostile(page, token):
            yield token


def _play(predicate: Predicate, *, beside_war: bool) -> int:
    """Count the words of games, markets and the like in the sentence; some tell nothing beside words of war."""
    games, loose = read_words("predicates_games.txt"), read_words("predicates_games_loose.txt")
    others = [token for token in predicate.token.sent if token.i not in {predicate.token.i, *predicate.parts}]
    return sum(1 for token in others if (noun := noun_lemma(token)) in games and not (beside_war and noun in loose))


def _is_in_ideas(page: Page, given: Arguments) -> bool:
    """Tell whether what somebody drowns in or is buried under is nothing that one can: paperwork, letters, debt."""
    heads = [phrase.head for phrase in given.phrases if phrase.preposition in ("in", "under", "by", "beneath", "with")]
    heads = [head for head in heads if head.i not in page.times]
    return bool(heads) and all(
        noun_lemma(head) in _HEAPS or (_is_idea(page, head) and noun_lemma(head) not in _SWALLOWS) for head in heads
    )


def _is_with_words(page: Page, given: Arguments) -> bool:
    """Tell whether somebody is only attacked with words and the like: 'bombarded her office with jokes'."""
    heads = [phrase.head for phrase in given.phrases if phrase.preposition == "with"]
    heads = [head for head in heads if head.tag_ == "NNS" and head.i not in page.times]
    return bool(heads) and all(_is_idea(page, head) or noun_lemma(head) in _HEAPS for head in heads)


def _is_likened(predicate: Predicate) -> bool:
    """Tell whether a noun only says what something is like: 'spread like wildfire', 'the party was a blast'."""
    token = predicate.token
    if not predicate.noun:
        return False
    if token.dep_ == "pobj" and token.head.lower_ in ("like", "as"):
        return True
    subjects = [child for child in token.head.children if child.dep_ == "nsubj"] if token.dep_ == "attr" else []
    return predicate.words in _LIKENED and any(noun.pos_ in ("NOUN", "PROPN") for noun in subjects)


def _is_done_by_nobody(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether a mood, a number or the like does what only people do, or undergoes what only bodies do."""
    if predicate.noun or not given.subjects:
        return False
    if sense.type in _BY_PEOPLE or (sense.type in _UNDERGONE and sense.subject in ("q", "t")):
        return all(_is_idea(page, token) and token.tag_ != "DT" for token in given.subjects)
    return False


def _is_idea(page: Page, token: Token) -> bool:
    """Tell whether a common noun stands for nothing that can be touched, held or peopled."""
    if token.pos_ != "NOUN" or token.i in page.where.at or token.i in page.times or token.like_num or token.ent_type_:
        return False
    return not classes_of(token) and token.i not in page.assets


def _armed(page: Page, tokens: Iterable[Token]) -> bool:
    return bool(page.assets_of(tokens)) or any(
        noun_lemma(token) in read_words("predicates_hostile.txt") for token in tokens
    )


def _is_hostile(page: Page, token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    asset = page.assets.get(token.i)
    return (asset is not None and asset.category in _ARMS) or noun_lemma(token) in read_words("predicates_hostile.txt")
