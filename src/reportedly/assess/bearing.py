"""On which side of a question a claim stands, and why, by what those behind it say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.assess.act import AGAINST, FOR, IS, NOT, Hit, is_denied
from reportedly.assess.asked import Asked, Match, coverage, is_actor, match_actor, match_place, match_things
from reportedly.assess.mention import harm_of
from reportedly.assess.movement import bearing_of_move
from reportedly.assess.party import party_words, states_of
from reportedly.assess.side import Bearing, said_so, sign_of
from reportedly.assess.testimony import Testimony
from reportedly.assess.thing_kind import is_one_of, kinds_in
from reportedly.assess.wording import all_stems, placed_stems, stem, stems
from reportedly.event import EventType
from reportedly.picture import Side

_TURNED = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}
_SAID_SHARE = 0.34  # share of what a question names that has to be told beside its act
_OWN_SHARE = 0.26  # and where its act is told in the question's own word
_OTHERS_SHARE = 0.35  # below which what others do besides the act is none of it
_SIGN_SHARE = 0.4  # and beside a mere sign of it
_UNCLEAR_SHARE = 0.5  # and beside what would fit a yes as well as a no
_CLAUSE = 8  # words that what would fit a yes as well as a no has at least
_HELD = frozenset({EventType.SEIZE, EventType.CAPTURE})
_WHOSE = frozenset({"he", "her", "his", "it", "its", "she", "their", "they", "who"})  # may be whoever was asked about
_ADRIFT = re.compile(r"(?:on|in|at|by|since|until) [A-Z]|[A-Z][a-z]{2,8}\.? \d{1,2}\b")  # no clause but when it was
_CLEARER = 1.5  # a yes or a no counts for more than what is unclear


def bearing_of_claim(asked: Asked, tellings: Sequence[Testimony]) -> Bearing | None:
    """Tell on which side a claim stands: where those behind it differ, as most say; None where it bears on nothing."""
    found = [bearing for told in tellings if (bearing := bearing_of(asked, told)) is not None]
    if not found:
        return None
    sides = {side: sum(bearing.weight for bearing in found if bearing.side is side) for side in Side}
    best = max(Side, key=lambda side: sides[side] * (1.0 if side is Side.UNCLEAR else _CLEARER))
    bearing = max((one for one in found if one.side is best), key=lambda one: one.weight)
    if bearing.side is Side.UNCLEAR and bearing.sign and _in_passing(tellings):
        return None
    return replace(bearing, side=_TURNED.get(best, best)) if asked.inverted else bearing


def _in_passing(tellings: Sequence[Testimony]) -> bool:
    """Tell whether something that would fit a yes as well as a no is told in a few words."""
    return max(len(told.said.split()) for told in tellings) < _CLAUSE


def bearing_of(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell on which side one testimony stands, as the question's own act has it."""
    if told.event is None and _ADRIFT.match(told.said):
        return None
    if asked.amount is not None and _counts_what_is_asked(asked, told):
        return _counted(asked, told) if coverage(asked, told) >= _SAID_SHARE else None
    if asked.act.move and asked.placed:
        return bearing_of_move(asked, told)
    return _bearing_of_words(asked, told)


def _counts_what_is_asked(asked: Asked, told: Testimony) -> bool:
    """Tell whether how many is what a testimony is about: of 'the two tankers' it is not."""
    if told.event is None or told.event.type not in asked.act.types:
        return False
    return bool(asked.harm) or any(q.min is not None or q.max is not None for q in told.event.quantities)


def _counted(asked: Asked, told: Testimony) -> Bearing | None:
    """Hold a count against the one that was asked about; None where nothing is counted."""
    amount = asked.amount
    if told.event is None or amount is None or harm_of(told.event) != asked.harm:
        return None
    for quantity in told.event.quantities:
        if quantity.min is None and quantity.max is None:
            continue
        low, high = amount.low or float("-inf"), amount.high or float("inf")
        least, most = quantity.min or float("-inf"), quantity.max or quantity.min or float("inf")
        if least >= low and most <= high:
            return said_so(Side.FOR, f"counts {quantity.span.text}")
        if most < low or least > high:
            return said_so(Side.AGAINST, f"counts {quantity.span.text}")
        return sign_of(Side.UNCLEAR, f"counts {quantity.span.text}")
    return None


def _bearing_of_words(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell the side by the words for the act, and whether they are said of what was asked about."""
    if match_actor(asked, told) is Match.OTHER:
        return None
    share = coverage(asked, told)
    if share < _OWN_SHARE:
        return None  # whatever it says, it says too little of what is asked about
    bearing = _of_rival(asked, told) or (None if _another_acts(asked, told) else _said(asked, told))
    if bearing is None and _denies_the_thing(asked, told):
        bearing = sign_of(Side.AGAINST, "denies it of any")
    if bearing is None:
        return None
    said = _OWN_SHARE if _in_own_words(asked, told) else _SAID_SHARE
    wanted = said if not bearing.sign else _UNCLEAR_SHARE if bearing.side is Side.UNCLEAR else _SIGN_SHARE
    if share < wanted:
        return None
    if match_place(asked, told) is Match.OTHER:
        same = Match.SAME in (match_actor(asked, told), match_things(asked, told)) and not bearing.sign
        return replace(bearing, side=Side.ELSEWHERE, reason="the same at another place") if same else None
    return replace(bearing, weight=bearing.weight * (0.5 + share))


def _said(asked: Asked, told: Testimony) -> Bearing | None:
    """Give the side that the words for the act put a testimony on: what says it before what is a sign of it."""
    hits = told.find(asked.act)
    predicate = told.event.predicate.text if told.event else ""
    if _done_to_another(asked, told):
        hits = [hit for hit in hits if hit.words not in predicate]
    plain = [hit for hit in hits if hit.part in (IS, NOT)]
    if _tells_of_others(asked, told):
        return sign_of(Side.UNCLEAR, "tells of others who came to harm")
    spots = _things_in(asked, told)
    plain.sort(key=lambda hit: (hit.part == IS, _distance(hit, spots), hit.words not in predicate))
    if plain:
        return _of_hit(plain[0], told)
    by_type = told.event is not None and told.event.type in asked.act.types and not _is_the_thing(asked, predicate)
    by_type = by_type and not _done_to_another(asked, told)
    if told.event is not None and by_type and told.event.type is not EventType.STATE:
        side = Side.AGAINST if told.negated else Side.FOR
        return said_so(side, f"“{predicate}”")
    if told.event is not None and told.event.type is EventType.RELEASE and asked.act.types & _HELD and not told.negated:
        return sign_of(Side.FOR, "let go, and so held before")
    return next((_of_hit(hit, told) for hit in sorted(hits, key=_strength)), None)


def _of_rival(asked: Asked, told: Testimony) -> Bearing | None:
    """Give the side of an act that only one can have done, where another one did it: a post that the army took back."""
    event = told.event
    if not asked.act.exclusive or event is None or not event.actor or event.type not in asked.act.types:
        return None
    if _done_to_another(asked, told) or not asked.actors or told.negated:
        return None
    acting = party_words(event.actor)
    if event.actor.split()[0].lower() in _WHOSE or _shares(asked, event.actor):
        return None
    if any(is_actor(actor, acting) for actor in asked.actors):
        return None
    where, things = match_place(asked, told), match_things(asked, told)
    if Match.SAME not in (where, things) or not any(hit.part == IS for hit in told.find(asked.act)):
        return None
    return said_so(Side.AGAINST, f"{event.actor} did it")


def is_another(asked: Asked, told: Testimony) -> bool:
    """Tell whether it is the act that is asked about, by or to another: 'Tom Ray resigned', 'seized the bridge'."""
    same = told.event is not None and told.event.type in asked.act.types
    return same and (_another_acts(asked, told) or _done_to_another(asked, told))


def _another_acts(asked: Asked, told: Testimony) -> bool:
    """Tell whether the act is told of somebody by name who is not the one that is asked about."""
    event = told.event
    if event is None or not event.actor:
        return False
    if event.type not in asked.act.types and coverage(asked, told) >= _OTHERS_SHARE:
        return False
    match = match_actor(asked, told)
    named = any(word[:1].isupper() for word in event.actor.split()[1:]) or bool(states_of(party_words(event.actor)))
    if named and asked.actors and not _shares(asked, event.actor):
        return event.type in asked.act.types
    return bool(asked.actors) and (match is Match.UNTOLD or (match is Match.LEAD and named))


def _done_to_another(asked: Asked, told: Testimony) -> bool:
    """Tell whether it is something else that the act is done to: a post that is seized is no soldier."""
    event = told.event
    if event is None or not event.target or not asked.things or event.type not in asked.act.types:
        return False
    keys = stems(event.target)
    if not keys or any(keys & kin for _, kin in asked.things) or is_one_of(asked.things_kinds, kinds_in(event.target)):
        return False
    return match_things(asked, told) is not Match.SAME or not _things_in(asked, told)


def _shares(asked: Asked, actor: str) -> bool:
    """Tell whether a name has a word of whoever is asked about, or of the kind that makes him up."""
    kin = asked.actor_kin.union(*asked.actors)
    return bool((party_words(actor) | stems(actor)) & kin)


def _is_the_thing(asked: Asked, predicate: str) -> bool:
    """Tell whether a predicate names what the act is done to: the lease that is signed is no signing."""
    keys = stems(predicate)
    return bool(keys) and any(keys & kin for _, kin in asked.things)


def _in_own_words(asked: Asked, told: Testimony) -> bool:
    """Tell whether what is said has the question's own word for its act."""
    pattern = asked.question.pattern
    first = stem(pattern.acts[0].split()[0]) if pattern else ""
    return any(stem(key) in (first, stem(first)) for key in all_stems(told.said))


def _things_in(asked: Asked, told: Testimony) -> list[int]:
    """List where what is said names the things that are asked about."""
    kin = frozenset().union(*(kin for _, kin in asked.things))
    return [start for start, key in placed_stems(told.said) if key in kin]


def _distance(hit: Hit, spots: Sequence[int]) -> int:
    """Give how many characters lie between a word for the act and the nearest of what is asked about."""
    return min((abs(hit.start - spot) for spot in spots), default=0)


def _denies_the_thing(asked: Asked, told: Testimony) -> bool:
    """Tell whether what is said is said of none of what is asked about: 'not a single sheet was touched'."""
    return any(is_denied(told.said, spot) for spot in _things_in(asked, told))


def _tells_of_others(asked: Asked, told: Testimony) -> bool:
    """Tell whether it is others who were killed or hurt than those who were asked about."""
    harm = EventType.CASUALTIES in asked.act.types
    harmed = harm and told.event is not None and told.event.type is EventType.CASUALTIES and not told.negated
    return harmed and bool(asked.things) and asked.amount is None and match_things(asked, told) is not Match.SAME


def _strength(hit: Hit) -> int:
    """Put signs for and against before what is unclear."""
    return 0 if hit.part in (FOR, AGAINST) else 1


def _of_hit(hit: Hit, told: Testimony) -> Bearing:
    """Give the side of one word."""
    denied = told.denies(hit.words, contrary=hit.part == NOT)
    open_yet = told.event is not None and told.event.planned
    if hit.part in (IS, NOT):
        side = Side.FOR if (hit.part == IS) is not denied else Side.AGAINST
        return said_so(side, f"{'denies' if denied else 'says'} “{hit.words}”{', as a plan' if open_yet else ''}")
    if denied or hit.part not in (FOR, AGAINST):
        return sign_of(Side.UNCLEAR, f"tells of “{hit.words}”")
    return sign_of(Side.FOR if hit.part == FOR else Side.AGAINST, f"a sign: “{hit.words}”")
