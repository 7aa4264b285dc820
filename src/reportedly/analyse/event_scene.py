"""Give happenings that tell no time or place of their own those of the story that they are part of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.analyse.argument import is_ranked
from reportedly.analyse.charging import charging
from reportedly.analyse.event_page import Page
from reportedly.analyse.event_time import APART
from reportedly.analyse.predicate import MOVEMENT
from reportedly.analyse.tense import governing_verb
from reportedly.analyse.when import resolve
from reportedly.attribution import Polarity
from reportedly.event import Event, EventType, Place, TimeExpression, When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_APART = APART | {"ahead"}  # 'ahead of the vote'
# What comes of another happening, in the same sentence or the next: it is told of the same day and place.
_CONSEQUENCES = frozenset(
    {
        EventType.CASUALTIES,
        EventType.DAMAGE,
        EventType.EXPLOSION,
        EventType.CAPTURE,
        EventType.DETAIN,
        EventType.RELEASE,
    }
)
# What something comes of.
_CAUSES = frozenset(
    {
        *(EventType.ATTACK, EventType.CLASH, EventType.EXPLOSION, EventType.DISASTER, EventType.PROTEST),
        *(EventType.SEIZE, EventType.INTERCEPT, EventType.CAPTURE, EventType.DAMAGE, EventType.CASUALTIES),
    }
)
_LEAVING = frozenset({EventType.DEPART, EventType.WITHDRAW, EventType.FLEE})
_CRAFT = frozenset({"ship", "aircraft", "vehicle"})
_HARM = frozenset({EventType.DAMAGE, EventType.CASUALTIES})  # comes of blasts, and no blast of it
_TELLING = frozenset("say tell report announce add warn claim state note write reveal confirm deny admit".split())
_BRINGING = frozenset("force compel make oblige help manage cause get begin start proceed".split())  # it came about
_NOT_THEN = frozenset("had has have will would shall may might could can should must is are be am 's 're been".split())


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the word that names it, and the verb that gives it its tense."""

    event: Event
    word: Token
    verb: Token | None


def place_in_story(page: Page, told: Sequence[Told]) -> Iterator[Event]:
    """Give every event, those without a time or a place with the ones that the story has told.

    In one sentence a plain past takes the day of the nearest other plain past: 'stormed the studio on Tuesday and freed
    the hostages'. What comes of a happening takes its day and its place, from the sentence before too.
    """
    for at, each in enumerate(told):
        event = each.event
        if event.time is None:
            apart = not _runs_on(page, each.word) and (_is_apart(each.word) or not _is_narrated(each.verb))
            time = _just_before(page, told, at) if apart else _time(page, told, at)
            event = replace(event, time=time if time is None or _may_be_then(each, time) else None)
        if event.place is None and event.origin is None and event.destination is None:
            cause = _cause(told, at, lambda other: other.place is not None)
            event = replace(event, place=cause.place if cause is not None else None)
            if event.place is None and event.type in _LEAVING:
                event = replace(event, origin=_left_too(told, each))
        yield event


def _left_too(told: Sequence[Told], here: Told) -> Place | None:
    """Give the place of what those who leave did just before: 'closed its embassy in Juba and flew out its staff'."""
    verb = here.word if here.word.pos_ == "VERB" else None
    if verb is None or verb.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts):
        return None
    before = (each.event.place for each in told if each.word.i == verb.head.i)
    return next((place for place in before if place is not None), None)


def _is_narrated(verb: Token | None) -> bool:
    """Tell whether a happening is told in the plain past: 'hit', 'was hit', 'killing'; not 'had hit' or 'will hit'."""
    if verb is None:
        return False
    if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and is_ranked(verb.head):
        return True  # 'the first convoy to reach the town rolled in'
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in _BRINGING:
        return _is_narrated(verb.head)  # 'forced it to turn', 'helped to detain'
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    told = {"had", "been"} if "had" in helpers and _is_retold(verb) else set()
    if helpers & (_NOT_THEN - told) or verb.tag_ not in ("VBD", "VBN", "VBG"):
        return False
    return verb.tag_ != "VBG" or verb.dep_ in ("advcl", "acl", "conj") or charging(verb) is not None


def _may_be_then(each: Told, time: When) -> bool:
    """Tell whether a happening that was told before may be of a time: one day, and of what did take place."""
    before = each.verb is not None and any(child.lower_ == "had" for child in each.verb.lefts)
    return not before or (time.start == time.end and each.event.polarity is Polarity.AFFIRMED)


def _is_retold(verb: Token) -> bool:
    """Tell whether 'had left' is 'left' as somebody told it: 'said that they had left'."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    teller = verb.head
    past = teller.tag_ == "VBD" and not any(child.dep_ == "aux" for child in teller.lefts)
    return verb.dep_ == "ccomp" and past and teller.lemma_.lower() in _TELLING


def _is_apart(word: Token) -> bool:
    """Tell whether a word stands in a clause or phrase of another time: 'after the quake', 'since they fled'."""
    for _ in range(8):
        if word.dep_ == "pobj" and word.head.lower_ in _APART:
            return True
        if any(child.lower_ in _APART and child.dep_ in ("mark", "prep", "advmod") for child in word.lefts):
            return True
        if word.dep_ == "pcomp" and word.head.lower_ in _APART:
            return True
        if word.head.i == word.i or word.dep_ in ("ccomp", "ROOT"):
            return False
        word = word.head
    return False


def _runs_on(page: Page, word: Token) -> bool:
    """Tell whether a happening comes right behind or before the one above it: 'flew on before crashing'."""
    if word.tag_ != "VBG" or word.dep_ != "pcomp" or word.head.lower_ not in ("after", "before"):
        return False
    measured = word.head.nbor(-1).i in page.times  # 'two days before crashing'
    return not measured and _is_narrated(word.head.head)


def _relative(word: Token) -> int | None:
    """Give the verb of the relative clause that a word stands in; None outside one."""
    for _ in range(8):
        if word.dep_ == "relcl":
            return int(word.i)
        if word.head.i == word.i:
            return None
        word = word.head
    return None


def _time(page: Page, told: Sequence[Told], at: int) -> When | None:
    """Give the time of the nearest narrated event of the sentence, its only one, or that of what this comes of."""
    here = told[at]
    sentence = here.word.sent
    others = [
        each
        for each in told
        if each is not here
        and each.word.sent.start == sentence.start
        and each.event.time is not None
        and _is_narrated(each.verb)
        and not each.event.planned
        and _relative(each.word) in (None, _relative(here.word))
        and not _is_apart(each.word)
    ]
    charge = charging(here.verb) if here.verb is not None else None
    if charge is not None:  # 'went on trial on Monday, accused of smuggling': the trial's day is not the deed's
        others = [each for each in others if each.verb is not None and charging(each.verb) is not None]
    if others:
        return min(others, key=lambda each: abs(each.word.i - here.word.i)).event.time
    dated = page.times_between(charge.i if charge is not None else sentence.start, sentence.end)
    if (only := _only_day(page, dated)) is not None:
        return only
    cause = _cause(told, at, lambda event: event.time is not None) if not dated else None
    if cause is None and all(_is_apart(page.passage.doc[i]) for i in dated):
        cause = _earlier_leg(told, at)
    return cause.time if cause is not None else None


def _only_day(page: Page, dated: Mapping[int, TimeExpression]) -> When | None:
    """Give the day that a sentence tells, where it tells no other, nor one of saying: 'at noon on Wednesday' is one."""
    days = [resolve(time) for time in dated.values()]
    if len({(day.start, day.end) for day in days}) != 1 or (len(days) > 1 and days[0].start is None):
        return None
    words = [page.passage.doc[i] for i in dated]
    return None if any(_is_apart(word) or _is_of_telling(word) for word in words) else days[-1]


def _just_before(page: Page, told: Sequence[Told], at: int) -> When | None:
    """Give the day of the main clause to what it is told to come right after: 'brought in on Monday after a blast'."""
    here = told[at]
    if here.word.pos_ == "NOUN" and here.word.dep_ == "pobj" and _lasts_hours(page, here.word):
        above = here.word.head.head
        return next((each.event.time for each in told if each.word.i == above.i and _is_narrated(each.verb)), None)
    verb = here.verb if here.verb is not None else here.word
    mark = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    if (
        not _is_narrated(here.verb)
        or here.word.pos_ == "NOUN"
        or mark is None
        or mark.lower_ != "after"
        or verb.dep_ != "advcl"
    ):
        return None
    before = mark.nbor(-1)
    if before.pos_ in ("NOUN", "ADV") and before.head.i == verb.i:
        return None  # 'two weeks after', 'long after'
    main = [each for each in told if each.verb is not None and each.verb.i == verb.head.i and _is_narrated(each.verb)]
    return next((each.event.time for each in main if each.event.time is not None), None)


def _lasts_hours(page: Page, noun: Token) -> bool:
    """Tell whether a happening is told to have lasted hours or minutes: 'a tense two-hour standoff'."""
    return any(child.i in page.times and page.times[child.i].value.startswith("PT") for child in noun.lefts)


def _earlier_leg(told: Sequence[Told], at: int) -> Event | None:
    """Give what the sentence before tells of the same craft: 'two boats reached it on Friday. The boats carried'."""
    here = told[at]
    subject = next((child for child in here.verb.lefts if child.dep_ == "nsubj"), None) if here.verb else None
    if subject is None or here.event.type not in MOVEMENT | {EventType.AID} or not _is_known_craft(subject):
        return None
    kinds = {asset.category for asset in here.event.assets} & _CRAFT
    start = here.word.sent.start
    before = [each.event for each in told if each.word.sent.end == start and _is_narrated_leg(each)]
    alike = [event for event in before if kinds & {asset.category for asset in event.assets}]
    return alike[-1] if alike else None


def _is_known_craft(subject: Token) -> bool:
    """Tell whether a subject is a craft told before: 'the boats', 'it'."""
    return subject.lower_ in ("it", "they") or any(child.lower_ in ("the", "both") for child in subject.lefts)


def _is_narrated_leg(each: Told) -> bool:
    return each.event.type in MOVEMENT and each.event.time is not None and not each.event.planned


def _is_of_telling(time: Token) -> bool:
    """Tell whether a time says when something was said: 'the governor said on Wednesday'."""
    verb = governing_verb(time)
    if verb is None:
        return False
    return verb.lemma_.lower() in _TELLING or any(child.dep_ == "ccomp" for child in verb.children)


def _follows(each: Told) -> bool:
    """Tell whether an event carries on from what was told before: what comes of it, 'the crash', 'a drone then hit'."""
    if each.event.type in _CONSEQUENCES:
        return True
    if each.verb is not None and any(child.lower_ == "then" for child in each.verb.children):
        return True
    return each.word.pos_ == "NOUN" and any(child.lower_ == "the" for child in each.word.lefts)


def _cause(told: Sequence[Told], at: int, has: Callable[[Event], bool]) -> Event | None:
    """Give what an event comes of, if it `has` something: the nearest of its sentence, else of the one before."""
    here = told[at]
    if not _follows(here):
        return None
    start = here.word.sent.start
    causes = _CAUSES - _HARM if here.event.type is EventType.EXPLOSION else _CAUSES
    fit = [each for n, each in enumerate(told) if n != at and each.event.type in causes and has(each.event)]
    same = [each for each in fit if each.word.sent.start == start]
    if same:
        return min(same, key=lambda each: abs(each.word.i - here.word.i)).event
    before = [each for each in fit if each.word.sent.end == start]
    return before[-1].event if before else None
