"""Give the time that the words tie to a happening."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reportedly.analyse.calendar import move
from reportedly.analyse.daylight import daylight_time
from reportedly.analyse.event_page import Page
from reportedly.analyse.light_verb import COVERAGE
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.predicate_verb import chain, verb_of
from reportedly.analyse.tense import is_perceived, verb_tense
from reportedly.analyse.time_offset import offset_time
from reportedly.analyse.when import resolve
from reportedly.data import read_words
from reportedly.event import TimeExpression, When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens


_OPENINGS = frozenset(
    {("between", " and "), ("from", " to "), ("from", " until "), ("from", " through "), ("in", " and ")}
)
_RANGES = frozenset(between for _, between in _OPENINGS)
# What these bring in is of another time than the clause around it.
APART = frozenset({"after", "before", "since", "until", "till", "following"})
_AT_ONCE = frozenset({"as", "when", "while"})
_IMAGES = frozenset("image images imagery picture pictures photograph photographs photo photos footage video".split())
_LENGTH = re.compile(r"P(\d+)([DWMY])$")
_WEEK = re.compile(r"\d{4}-W\d\d")
_WEEKS = re.compile(r"(?!the )[\w-]+ weeks? (?:earlier|before|later|after)$", re.IGNORECASE)
_HOURS_TO = re.compile(r"the (\d{1,3}) hours (?:to|until|up to|before|ending) $")
_PERFECT = frozenset({"have", "has", "'ve", "’ve"})
_PHASES = frozenset({"begin", "start", "continue", "proceed", "try", "manage", "fail", "be", "have"})
_TENSED = frozenset({"MD", "VBD", "VBP", "VBZ"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_TOPICS = frozenset({"about", "on", "over", "regarding", "concerning"})  # 'talks over its use after May'


def time_of(page: Page, predicate: Predicate) -> When | None:
    """Give when the happening took place: the time nearest to it in the parse, in its own clause first.

    'Three days after a collision' counts the collision back from the clause's own time.
    """
    when = offset_time(page, predicate.token) or _told(page, predicate) or _lasting(page, predicate)
    verb = verb_of(predicate)
    when = daylight_time(page, verb) if when is None and verb is not None else when
    return _until_told(page, predicate, when) if when is not None else None


def _until_told(page: Page, predicate: Predicate, when: When) -> When:
    """Cut what has happened off at the report's own day: 'this month', 'in 2025', told in the middle of it."""
    verb = verb_of(predicate)
    behind = verb is not None and verb_tense(verb) == "past"
    if (
        not behind
        or page.day is None
        or when.start is None
        or when.end is None
        or not when.start <= page.day < when.end
    ):
        return when
    return replace(when, end=page.day)


def _told(page: Page, predicate: Predicate) -> When | None:
    own = {predicate.token.i}
    # 'does not extend to the hills, taken in 2022': what is covered has a time of its own
    covers = predicate.light is not None and predicate.light.lemma_.lower() in COVERAGE
    wider = {word.i for word in chain(predicate)} if not covers else own
    if not predicate.noun and (moment := _same_moment(predicate.token)) is not None:
        wider.add(moment)
    if predicate.noun and predicate.light is None:
        wider |= _clause_verbs(predicate.token)
    best: tuple[int, int, TimeExpression] | None = None
    sentence = predicate.token.sent
    for i, time in page.times_between(sentence.start, sentence.end).items():
        rank = _rank_beside(page.passage.doc[i], predicate, own, wider)
        if rank and _is_of_the_plan(page.passage.doc[i], predicate):
            continue
        if rank is not None and (best is None or (rank, abs(i - predicate.token.i)) < best[:2]):
            best = (rank, abs(i - predicate.token.i), time)
    if best is None:
        return None
    last = _ended(page, best[2], sentence)
    if last is None and (opening := _opened(page, best[2], sentence)) is not None:
        best, last = (*best[:2], opening), best[2]
    when, until = resolve(best[2]), resolve(last) if last is not None else None
    if last is None:
        return counted_off(page, best[2]) or _reaching_back(page, best[2], when)
    if until is None or when.start is None or until.end is None or until.end < when.start:
        return when
    text = page.passage.text[best[2].span.start : last.span.end]
    return replace(when, text=text, end=until.end, edtf=f"{_short(when.start, when)}/{_short(until.end, until)}")


def counted_off(page: Page, told: TimeExpression) -> When | None:
    """Give the day that whole weeks count from a day told before: 'two weeks later', told of a Monday, is a Monday."""
    if told.anchor is None or told.start is None or not _WEEK.fullmatch(told.value):
        return None
    anchors = [time for time in page.times.values() if time.span == told.anchor and time.start == time.end]
    if not anchors or anchors[0].start is None or not _WEEKS.match(told.span.text):
        return None
    day = date.fromisoformat(told.start) + timedelta(days=date.fromisoformat(anchors[0].start).weekday())
    return When(text=told.span.text, start=str(day), end=str(day), edtf=str(day), unresolved=None)


def _reaching_back(page: Page, last: TimeExpression, when: When) -> When:
    """Give what happened 'in the 24 hours to Tuesday' its first day, that many hours before the last."""
    before = _HOURS_TO.search(page.passage.text, max(last.span.start - 40, 0), last.span.start)
    if before is None or when.start is None or when.end is None:
        return when
    first = date.fromisoformat(when.start) - timedelta(days=-(-int(before[1]) // 24))
    text = page.passage.text[before.start() : last.span.end]
    return replace(when, text=text, start=str(first), edtf=f"{first}/{when.end}")


def _is_of_the_plan(time: Token, predicate: Predicate) -> bool:
    """Tell whether a time says when something was planned, not when it is to be: 'voted on Monday to lease it'."""
    verb = predicate.light or predicate.token
    if time.dep_ == "pobj" and time.head.lower_ == "for":
        return False  # 'is planned for 24 February'
    if predicate.light is not None:
        return verb.lemma_.lower() in read_words("predicates_plan.txt") and verb.tag_ in ("VBD", "VBN")
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return infinitive and time.i < verb.i and verb.head.tag_ == "VBD" and verb.head.lemma_ not in _PHASES


def _lasting(page: Page, predicate: Predicate) -> When | None:
    """Give what has gone on 'for three weeks' and goes on: from that long ago up to the report's own day."""
    verb = verb_of(predicate)
    day = date.fromisoformat(page.day) if page.day is not None else None
    if verb is None or day is None:
        return None
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    for i, time in page.times.items() if not helpers.isdisjoint(_PERFECT) else ():
        length, head = _LENGTH.match(time.value), page.passage.doc[i].head
        start = move(day, -int(length[1]), length[2]) if length is not None else None
        if start is not None and head.lower_ == "for" and head.head.i == verb.i:
            return When(text=time.span.text, start=str(start), end=str(day), edtf=f"{start}/{day}", unresolved=None)
    return None


def _short(day: str, when: When) -> str:
    """Give one end of a range as its own words tell it, where they tell no more than a month or a year."""
    return when.edtf if when.edtf and "/" not in when.edtf else day


def _ended(page: Page, first: TimeExpression, sentence: Tokens) -> TimeExpression | None:
    """Give the second time of 'between March 3 and March 7'; None where there is none."""
    text, start = page.passage.text, first.span.start
    before = text[max(start - 12, 0) : start].rstrip().rsplit(None, 1)[-1:]
    for time in page.times_between(sentence.start, sentence.end).values():
        between = text[first.span.end : time.span.start]
        if between in _RANGES and before and (before[0].lower(), between) in _OPENINGS:
            return time
    return None


def _opened(page: Page, last: TimeExpression, sentence: Tokens) -> TimeExpression | None:
    """Give the first time of 'between March 3 and March 7', of which `last` is the second; None where there is none."""
    for time in page.times_between(sentence.start, sentence.end).values():
        if time.span.end <= last.span.start and _ended(page, time, sentence) == last:
            return time
    return None


def _same_moment(verb: Token) -> int | None:
    """Give the verb that happened as this one did: 'a crowd cheered as the lorries rolled out', 'saw them roll out'."""
    while verb.dep_ == "conj" and not is_perceived(verb):
        verb = verb.head
    at_once = any(child.dep_ in ("mark", "advmod") and child.lower_ in _AT_ONCE for child in verb.lefts)
    return int(verb.head.i) if (verb.dep_ == "advcl" and at_once) or is_perceived(verb) else None


def _clause_verbs(noun: Token) -> set[int]:
    """Give the verb whose clause a noun stands in."""
    token = noun.head if noun.tag_ == "VBG" else noun  # 'fighting drove them out': the model takes both for verbs
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX"):
            return {token.i}
        if token.dep_ == "pobj" and token.head.lower_ in APART:
            return set()
        token = token.head
    return set()


def _seen_at(image: Token) -> Token:
    """Give the token in whose clause an image shows something: the verb, where the parser hangs it on a place."""
    token = image.head
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _tells_of(time: Token, own: set[int]) -> bool:
    """Tell whether a time is of what did something: 'the 2011 uprising that toppled him'."""
    return time.i < time.head.i and any(child.dep_ == "relcl" and child.i in own for child in time.head.rights)


def _rank_beside(time: Token, predicate: Predicate, own: set[int], wider: set[int]) -> int | None:
    """Rank how closely a time hangs on a happening or on the verb that lends to it, the verb's own time first."""
    token = predicate.token
    tells = _tells_of(time, own) or _lasts_since(time, token) or _is_before_teller(time, token)
    rank = 2 if tells else _rank(time, own, wider)
    lent = rank == 1 and predicate.light is not None
    return 2 if lent and _is_behind(time, predicate) else rank  # 'the lease, signed in 2012, took effect in 2017'


def _is_behind(time: Token, predicate: Predicate) -> bool:
    """Tell whether a time is told in a clause that hangs on the noun, apart from the verb that lends to it."""
    light = predicate.light
    own = light is not None and light.head.i == predicate.token.i
    return not own and any(
        above.dep_ in ("acl", "relcl") and above.head.i == predicate.token.i for above in time.ancestors
    )


def _is_of_noun(time: Token, told: set[int]) -> bool:
    """Tell whether a time says which thing is meant: 'recommitted themselves to the 2003 truce on 25 February'."""
    return time.dep_ in _BEFORE_NOUN and time.head.pos_ == "NOUN" and time.head.i not in told


def _is_verb(token: Token) -> bool:
    """Tell whether a word is a verb with times of its own, and no noun: 'on a northerly heading at noon'."""
    named = token.dep_ == "pobj" and any(child.dep_ == "det" for child in token.lefts)
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass") and not named


def _is_before_teller(time: Token, verb: Token) -> bool:
    """Tell whether a time stands before who tells of it: 'flew to Oslo before dawn on Friday, the army said'."""
    teller = time
    while not _is_verb(teller) and teller.head.i != teller.i:
        teller = teller.head
    if not verb.i < time.i < teller.i or verb.sent.start != teller.sent.start:
        return False
    subject = next((child for child in teller.lefts if child.dep_ == "nsubj" and child.i > time.i), None)
    between = verb.doc[verb.i + 1 : time.i]
    return subject is not None and not any(word.tag_ in _TENSED for word in between)


def _lasts_since(time: Token, state: Token) -> bool:
    """Tell whether a time opens a state that a phrase tells: 'the rebels, at war with the army since April 2023'."""
    since = time.head
    return state.dep_ == "prep" and since.lower_ == "since" and since.i > state.i and since.head.i == state.head.i


def _has_no_time(verb: Token, time: Token, own: set[int]) -> bool:
    """Tell whether a verb's time is that of what it hangs on: 'posts held by the militia', 'wounded by shelling'."""
    held = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.i not in own
    means = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.dep_ == "agent" and verb.i != time.i
    return held or means


def _rank(time: Token, own: set[int], wider: set[int]) -> int | None:
    """Rank how closely a time hangs on a happening, 0 the closest; None where it belongs to another."""
    token, through = time, int(_is_of_noun(time, own | wider))
    for _ in range(8):
        if token.i in own:
            return through
        if token.i in wider:
            return 1 + through
        if _has_no_time(token, time, own):
            through = 2 if token.dep_ == "acl" else through
            token = token.head
            continue
        if token.dep_ == "pobj" and token.lower_ in _IMAGES:
            token, through = _seen_at(token), 2  # 'moored at the reef in an image of 10 February'
            continue
        if token.dep_ == "pcomp" and token.head.lower_ in _TOPICS and token.head.head.i in own:
            return 2  # 'to vote on renewing the mandate on Friday'
        if token.dep_ in ("relcl", "acl") and token.head.i in own:
            return 1 + through  # 'the truce that they signed in May'
        if _is_verb(token) or token.head.i == token.i:
            return None
        if token.pos_ == "NOUN" and token.i != time.i and token.dep_ == "pobj" and token.head.lower_ in _TOPICS:
            return None
        token = token.head
    return None
