"""On which side what moves, and what stands at a place, puts a question about leaving, reaching or being there."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportedly.assess.act import AGAINST, FOR, HOME, IS, NOT, UNCLEAR, is_denied
from reportedly.assess.asked import Asked, Match, is_elsewhere, is_here, is_wide, match_actor, match_place, match_things
from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.party import party_words
from reportedly.assess.side import Bearing, said_so, sign_of
from reportedly.assess.testimony import Testimony
from reportedly.assess.thing_kind import is_one_of, kinds_in
from reportedly.assess.wording import placed_stems, stem, stems
from reportedly.attribution import Basis
from reportedly.data import read_words
from reportedly.event import EventType
from reportedly.picture import Side

_FROM = re.compile(
    r"\b(?:from|out of|off)\s+(?:\w+['’]s\s+)?(?:the |its |his |her |their |posts? |positions? )*([\w-]+ ?[\w-]*)"
)
_OF_NONE = re.compile(
    r"\W*(?:that )?(?:no\b|none\b|nobody\b|nothing\b|not (?:one|a single)\b|neither\b)", re.IGNORECASE
)
_THERE = re.compile(r"\b(?:there (?:is|are|was|were)|stands?|stood|standing|parked|moored|stationed)\b", re.IGNORECASE)
_MOVES = frozenset({AWAY, TOWARD, EventType.TRANSIT, EventType.FLEE, EventType.SUPPLY})
_SEEING = frozenset({Basis.IMAGERY, Basis.OBSERVATION})


def bearing_of_move(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell on which side a testimony puts a question about a move; None where it bears on nothing."""
    actor, things = match_actor(asked, told), match_things(asked, told)
    if actor is Match.OTHER:
        return None
    other = things is Match.NEAR and asked.act.move != "toward" and told.event is not None and bool(told.event.assets)
    if actor is not Match.SAME and _is_of_others(asked, told):
        return None
    if asked.act.move == "away" and _nothing_left(asked, told):
        return said_so(Side.AGAINST, "says that nothing leaves")
    if asked.things and (other or things in (Match.UNTOLD, Match.LEAD)):
        return _besides(asked, told)
    comes = asked.act.move == "toward" and _kind(asked, told) is TOWARD
    if (
        asked.actors
        and not (asked.things or comes)
        and asked.act.move != "away"
        and actor in (Match.UNTOLD, Match.LEAD)
    ):
        return None
    by_move: dict[str, Callable[[Asked, Testimony], Bearing | None]] = {"away": _leaving, "toward": _reaching}
    return by_move.get(asked.act.move, _being_there)(asked, told)


def _nothing_left(asked: Asked, told: Testimony) -> bool:
    """Tell whether it is said of none at all that they left from where was asked about: 'no unit has left Aden'."""
    if not told.negated or _kind(asked, told) is not AWAY or _leaves_from(asked, told) is not Match.SAME:
        return False
    return _OF_NONE.match(told.said) is not None


def _is_of_others(asked: Asked, told: Testimony) -> bool:
    """Tell whether the words name ships or soldiers, and none of the kind that was asked about by its kind alone."""
    pattern = asked.question.pattern
    wanted = kinds_in(pattern.actor.name) if pattern and pattern.actor and not asked.things else frozenset()
    held = kinds_in(told.said)
    return bool(wanted and held) and not is_one_of(wanted, held)


def _besides(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell of something else than was asked about whether it bears on the question: what may have carried it does."""
    event = told.event
    if event is None or told.negated or asked.act.move == "toward" or not event.assets or not _carries(told):
        return None
    own = not asked.actors or match_actor(asked, told) is Match.SAME
    if own and group(event.type) in _MOVES and any(is_here(asked, place) for place in told.where.values()):
        return sign_of(Side.UNCLEAR, "moves there, and may have carried it")
    return None


def _kind(asked: Asked, told: Testimony) -> EventType | None:
    """Give the group of what is told; what moves to where was asked about, comes, and what comes from there, leaves."""
    kind = group(told.event.type) if told.event is not None else None
    if kind is TOWARD and not _is_bound(asked, told) and "from" in told.where and is_here(asked, told.where["from"]):
        return AWAY
    return TOWARD if kind is AWAY and _is_bound(asked, told) else kind


def _leaves_from(asked: Asked, told: Testimony) -> Match:
    """Tell whether what leaves, leaves from where was asked about; another place has to be told in so many words."""
    origins = [told.where[role] for role in ("from", "at") if role in told.where]
    if any(is_here(asked, origin) for origin in origins):
        return Match.SAME
    if _names_other_origin(asked, told) or any(is_elsewhere(asked, origin) for origin in origins):
        return Match.OTHER
    place = match_place(asked, told)
    if place is Match.SAME and not _is_bound(asked, told):
        return Match.SAME
    return Match.NEAR if place is Match.NEAR and asked.places else Match.UNTOLD


def _names_other_origin(asked: Asked, told: Testimony) -> bool:
    """Tell whether the words say from where, and that is not where was asked about: 'from the front lines'."""
    asked_of = asked.kinds | stems(" ".join(name for place in asked.places for name in (place.name, *place.aliases)))
    wide = stems(" ".join(place.span.text for place in (*told.places, *told.where.values()) if is_wide(place)))
    grounds = {stem(word) for word in read_words("assess_grounds.txt")}
    spots = stems(" ".join(place.span.text for place in told.places if not is_wide(place)))
    named = [stems(match.group(1)) - wide for match in _FROM.finditer(told.said)]
    return any(keys & (grounds | spots) for keys in named) and not any(keys & asked_of for keys in named)


def _is_bound(asked: Asked, told: Testimony) -> bool:
    """Tell whether what moves, moves to where was asked about."""
    bound = told.where.get("to")
    return bound is not None and is_here(asked, bound)


def _leaving(asked: Asked, told: Testimony) -> Bearing | None:
    kind = _kind(asked, told)
    if told.event is not None and kind is AWAY:
        return _departure(asked, told)
    if told.event is not None and kind in (TOWARD, EventType.TRANSIT, EventType.SUPPLY) and told.where:
        moved = _movement(asked, told)
        if moved is not None:
            return moved
    if kind is EventType.PRESENCE:
        return _presence(asked, told)
    return _words(asked, told)


def _departure(asked: Asked, told: Testimony) -> Bearing | None:
    origin, actor = _leaves_from(asked, told), match_actor(asked, told)
    if told.negated:
        spot = told.where.get("from")
        elsewhere = spot is not None and is_elsewhere(asked, spot)
        return None if elsewhere else said_so(Side.AGAINST, "says that it does not leave")
    if origin is Match.SAME:
        return _leaves(asked, told)
    if origin is Match.OTHER:
        same = actor is Match.SAME or (actor is Match.NEAR)
        return said_so(Side.ELSEWHERE, "leaves another place") if same else None
    place = match_place(asked, told)
    about = origin is Match.NEAR or (asked.places and place is Match.LEAD and actor in (Match.SAME, Match.NEAR))
    if about and not told.where.get("to"):
        return _leaves(asked, told)
    if (place is not Match.OTHER or "to" in told.where) and (actor is Match.SAME or origin is Match.NEAR):
        return sign_of(Side.UNCLEAR, "leaves, and it is not told from where")
    return None


def _leaves(asked: Asked, told: Testimony) -> Bearing:
    """Tell what a departure from where was asked about says: one plane that leaves is a sign that its owner does."""
    event = told.event
    if event is not None and event.planned:
        return said_so(Side.FOR, "a plan to leave")
    part = event is not None and event.assets and asked.actors and not asked.things
    if part and event is not None and not _acts_itself(asked, event.actor):
        return sign_of(Side.FOR, f"a sign: {event.assets[0].span.text} left")
    return said_so(Side.FOR, "says that it leaves")


def _acts_itself(asked: Asked, actor: str | None) -> bool:
    """Tell whether whoever acts is the actor that is asked about, by name."""
    return any(actor_words <= party_words(actor or "") for actor_words in asked.actors)


def _movement(asked: Asked, told: Testimony) -> Bearing | None:
    if _is_bound(asked, told):
        if told.negated:
            return None
        if told.event is not None and (told.event.planned or _carries(told)):
            return sign_of(Side.UNCLEAR, "movement towards it, which may fetch or bring")
        return sign_of(Side.AGAINST, "comes to it")
    origin = told.where.get("from")
    bound = told.where.get("to")
    if bound is None or told.negated:
        return None
    here = origin is not None and (is_here(asked, origin) or is_wide(origin))
    if here:
        return sign_of(Side.FOR, f"moves away, to {bound.name}")
    if match_place(asked, told) is Match.SAME and not is_wide(bound):
        return sign_of(Side.FOR, f"moves away, to {bound.name}")
    related = match_actor(asked, told) is Match.SAME and match_place(asked, told) is not Match.OTHER
    related = related and not is_wide(bound)
    return sign_of(Side.UNCLEAR, f"moves to {bound.name}") if related else None


def _carries(told: Testimony) -> bool:
    """Tell whether what comes is there to carry: a landing ship, a convoy of lorries."""
    keys = frozenset().union(*(stems(asset.name) for asset in told.event.assets)) if told.event else frozenset()
    return bool({stem(word) for word in read_words("assess_carriers.txt")} & (keys | stems(told.said)))


def _denied(asked: Asked, told: Testimony) -> bool:
    """Tell whether what is told is denied, or said of none of what is asked about: 'no submarine in the harbour'."""
    keys = frozenset().union(*(kin for _, kin in asked.things), *(() if asked.things else asked.actors))
    return told.negated or any(is_denied(told.said, start) for start, key in placed_stems(told.said) if key in keys)


def _presence(asked: Asked, told: Testimony) -> Bearing | None:
    named = (Match.SAME, Match.NEAR)
    ours = match_things(asked, told) if asked.things else match_actor(asked, told)
    if told.negated and ours in named and match_place(asked, told) in (Match.UNTOLD, Match.LEAD):
        return said_so(Side.FOR, "says that it is no longer there")
    if match_place(asked, told) not in (Match.SAME, Match.NEAR) or _is_at_another(asked, told):
        return None
    if told.negated:
        return said_so(Side.FOR, "says that nothing is left there")
    found = _words(asked, told)
    if found is not None or (
        asked.countries and not asked.kinds
    ):  # all that stands in a country tells nothing of leaving it
        return found
    return sign_of(Side.UNCLEAR, "tells what is there, not what leaves")


def _is_at_another(asked: Asked, told: Testimony) -> bool:
    """Tell whether what is told to be somewhere, is at another place than the one that was asked about."""
    at = told.where.get("at") or told.where.get("to")
    return at is not None and is_elsewhere(asked, at)


def _words(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell the side by words alone, of what is said of the place that was asked about."""
    place = match_place(asked, told)
    actor = match_actor(asked, told)
    if asked.act.move == "away" and place is not Match.SAME and actor in (Match.SAME, Match.NEAR):
        outward = next((hit for hit in told.find(asked.act) if hit.part == HOME), None)
        if outward is not None and not _is_bound(asked, told):
            return sign_of(Side.FOR, f"a sign: “{outward.words}”")
    known = actor in (Match.SAME, Match.NEAR)
    about = (
        place is Match.SAME or (place is Match.NEAR and known) or (place is Match.LEAD and actor is not Match.UNTOLD)
    )
    if not about and not (place is Match.UNTOLD and actor is Match.SAME):
        return None
    hits = told.find(asked.act)
    ranked = sorted(hits, key=lambda hit: (NOT, IS, FOR, HOME, AGAINST, UNCLEAR).index(hit.part))
    named = not asked.things or match_things(asked, told) is Match.SAME
    for hit in ranked:
        if hit.part not in (IS, NOT) and (not named or place is Match.LEAD):
            continue
        denied = told.denies(hit.words, contrary=hit.part == NOT)
        if hit.part in (IS, NOT):
            if hit.part == IS and not denied and asked.act.move == "away" and _names_other_origin(asked, told):
                return said_so(Side.ELSEWHERE, "leaves another place")
            side = Side.FOR if (hit.part == IS) is not denied else Side.AGAINST
            return said_so(side, f"{'denies' if denied else 'says'} “{hit.words}”")
        if hit.part == UNCLEAR or denied:
            return sign_of(Side.UNCLEAR, f"tells of “{hit.words}”")
        return sign_of(Side.FOR if hit.part in (FOR, HOME) else Side.AGAINST, f"a sign: “{hit.words}”")
    return None


def _names_it(asked: Asked, told: Testimony) -> Bearing | None:
    """Tell the side by whether a sentence has what is asked about or denies it: 'There are no jets at the field'."""
    if match_things(asked, told) is not Match.SAME:
        return None
    kin = frozenset().union(*(kin for _, kin in asked.things))
    for start, key in placed_stems(told.said):
        if key in kin:
            if is_denied(told.said, start):
                return said_so(Side.AGAINST, "says that none is there")
            seen = told.support.basis in _SEEING
            return said_so(Side.FOR, "is there") if seen or _THERE.search(told.said) else None
    return None


def _reaching(asked: Asked, told: Testimony) -> Bearing | None:
    kind, event = _kind(asked, told), told.event
    place, things = match_place(asked, told), match_things(asked, told)
    if event is not None and kind is TOWARD:
        return _arrival(asked, told)
    if event is not None and kind is EventType.PRESENCE and place is Match.SAME:
        denied = _denied(asked, told)
        return said_so(Side.AGAINST if denied else Side.FOR, f"is {'not ' if denied else ''}there")
    if event is not None and kind in _MOVES:
        if place in (Match.SAME, Match.NEAR) and (things is not Match.UNTOLD or kind is AWAY):
            pattern = asked.question.pattern
            sent = pattern is not None and EventType.DEPLOY in pattern.acts and kind is AWAY and not told.negated
            if sent and place is Match.SAME and Match.SAME in (things, match_actor(asked, told)):
                return sign_of(Side.FOR, "is on its way there")
            return sign_of(Side.UNCLEAR, "moves, and is not told to have come")
        return None
    if place is Match.OTHER or things is Match.UNTOLD:
        return None
    return _words(asked, told)


def _arrival(asked: Asked, told: Testimony) -> Bearing | None:
    event = told.event
    here = _is_bound(asked, told) or match_place(asked, told) in (Match.SAME, Match.NEAR)
    if not here:
        same = match_things(asked, told) is Match.SAME or match_actor(asked, told) is Match.SAME
        return said_so(Side.ELSEWHERE, "comes to another place") if same and told.where.get("to") else None
    if _denied(asked, told):
        return said_so(Side.AGAINST, "says that it did not come")
    due = any(hit.part == HOME for hit in told.find(asked.act))
    if event is not None and (event.planned or due):
        return sign_of(Side.UNCLEAR, "is due, and not told to have come")
    return said_so(Side.FOR, "says that it came")


def _being_there(asked: Asked, told: Testimony) -> Bearing | None:
    kind, event = _kind(asked, told), told.event
    place = match_place(asked, told)
    there = kind in (EventType.PRESENCE, TOWARD) and not _denied(asked, told)
    if there and _is_at_another(asked, told) and match_things(asked, told) is Match.SAME:
        return said_so(Side.ELSEWHERE, "is at another place")
    if place not in (Match.SAME, Match.NEAR) or _is_at_another(asked, told):
        return None
    if event is not None and kind in (EventType.PRESENCE, TOWARD):
        if _denied(asked, told):
            return said_so(Side.AGAINST, "says that none is there")
        return said_so(Side.FOR, "is there" if kind is EventType.PRESENCE else "came there")
    if event is not None and kind is AWAY:
        return said_so(Side.FOR if told.negated else Side.AGAINST, "stays" if told.negated else "left")
    return _names_it(asked, told) or _words(asked, told)
