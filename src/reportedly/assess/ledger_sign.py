"""The signs by which a claim is told to bear on a question, and on which side, each as a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reportedly.assess.act import AGAINST, FOR, IS, NOT, UNCLEAR
from reportedly.assess.asked import Asked, Match, coverage, match_actor, match_place, match_things
from reportedly.assess.claim_day import days_ago, happened_on
from reportedly.assess.kin import AWAY, TOWARD, group
from reportedly.assess.side import Bearing
from reportedly.assess.testimony import Testimony
from reportedly.assess.vector import least_told, nearness, told_of
from reportedly.assess.wording import stems, total
from reportedly.attribution import Basis, Stance
from reportedly.claim import Claim
from reportedly.event import EventType
from reportedly.picture import Side

_MOST = 8  # tellings of a claim that are looked at
_OWN_WORDS = 2  # of the question's for its act
_PARTS = (IS, NOT, FOR, AGAINST, UNCLEAR)
_MATCHES = (Match.NEAR, Match.LEAD, Match.OTHER)
_GROUPS = (AWAY, TOWARD, EventType.PRESENCE)
_MOVES = ("away", "toward", "at")
_SEEING = frozenset({Basis.IMAGERY, Basis.OBSERVATION})
_TURNED = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}
_TYPES = frozenset(EventType)
_ALL = 0.99
_LEAD = 1  # the number of the last sentence of a report's lead
_LONG = 25  # words
_SHORT = 5
_OLD_DAYS = 60
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")
_LEANING = re.compile(r"(?:So|And|But|On|In|At|By|It|That|This|He|She|They)\b")  # opens no clause of its own

Signs = dict[str, float]


def signs(asked: Asked, claim: Claim, tellings: Sequence[Testimony], found: Bearing | None, as_of: str | None) -> Signs:
    """Measure all that tells whether a claim bears on a question, and whether its act takes place if it is so.

    Args:
        asked: the question.
        claim: the claim.
        tellings: what stands behind it, one at least.
        found: the side that the words for the act put it on.
        as_of: the picture's day.
    """
    looked = tellings[:_MOST]
    typical = [_matches(asked, told) | _sort(asked, told) for told in looked]
    strongest = [_words(asked, told) | _hits(asked, told) for told in looked]
    told = {name: sum(each[name] for each in typical) / len(typical) for name in typical[0]}
    told |= {name: max(each[name] for each in strongest) for name in strongest[0]}
    return told | _found(asked, found) | _moves(asked, told) | _standing(claim, as_of) | _first(looked[0], looked)


def _words(asked: Asked, told: Testimony) -> Signs:
    """Measure how much of the question's words, and of what is like them, is told."""
    question = asked.question.text
    keys = stems(question)
    most = max(total(keys), 1e-6)
    cover = coverage(asked, told)
    return {
        "near": nearness(question, told.said),
        "near sentence": nearness(question, told.sentence),
        "covered": told_of(question, told.said),
        "covered sentence": told_of(question, told.sentence),
        "covered before": told_of(question, f"{told.before} {told.sentence}"),
        "covered lead": told_of(question, told.lead),
        "covered title": told_of(question, told.title),
        "stems": total(keys & stems(told.said)) / most,
        "stems sentence": total(keys & stems(told.sentence)) / most,
        "stems lead": total(keys & stems(told.lead)) / most,
        "act near": _act_told(asked, told.said),
        "act near sentence": _act_told(asked, told.sentence),
        "cover": cover,
        "cover all": float(cover >= _ALL),
        "cover none": float(cover == 0),
        "actor same": float(match_actor(asked, told) is Match.SAME),
        "thing same": float(match_things(asked, told) is Match.SAME),
        "place same": float(match_place(asked, told) is Match.SAME),
    }


def _act_told(asked: Asked, text: str) -> float:
    """Give how near any word of a text is to the question's own words for its act."""
    pattern = asked.question.pattern
    acts = [act for act in (pattern.acts if pattern else ()) if act not in _TYPES][:_OWN_WORDS]
    return max((least_told(act, text) for act in acts), default=0.0)


def _hits(asked: Asked, told: Testimony) -> Signs:
    """Tell which words of the act's table stand there, and which of them are denied."""
    hits = [(hit.part, told.denies(hit.words, contrary=hit.part == NOT)) for hit in told.find(asked.act)]
    return {f"hit {part}": float((part, False) in hits) for part in _PARTS} | {
        f"denied {part}": float((part, True) in hits) for part in _PARTS
    }


def _matches(asked: Asked, told: Testimony) -> Signs:
    """Tell how nearly it is about the actor, the thing and the place."""
    found = (
        ("actor", match_actor(asked, told)),
        ("thing", match_things(asked, told)),
        ("place", match_place(asked, told)),
    )
    return {f"{name} {each.value}": float(match is each) for name, match in found for each in _MATCHES}


def _sort(asked: Asked, told: Testimony) -> Signs:
    """Tell what sort of telling it is."""
    event, spoken = told.event, told.attribution
    kind = group(event.type) if event else None
    of_type = event is not None and event.type in asked.act.types
    length = len(told.said.split())
    return {
        "type": float(of_type),
        "type negated": float(of_type and told.negated),
        "kin": float(kind is not None and kind in {group(each) for each in asked.act.types}),
        "no event": float(event is None),
        "negated": float(told.negated),
        "planned": float(event is not None and event.planned),
        "denies": float(spoken is not None and spoken.stance is Stance.DENIES),
        "attributed": float(spoken is not None),
        "seen": float(told.support.basis in _SEEING),
        "long": min(length, _LONG) / _LONG,
        "short": float(length < _SHORT),
    } | {f"is {each.value}": float(kind is each) for each in _GROUPS}


def _found(asked: Asked, found: Bearing | None) -> Signs:
    """Tell the side that the words for the act put it on, as the act has it."""
    side = None if found is None else turned(asked, found.side)
    said = found is not None and not found.sign
    return {
        **{f"says {each.value}": float(said and side is each) for each in Side},
        **{f"sign {each.value}": float(not said and side is each) for each in Side},
        "silent": float(found is None),
    }


def turned(asked: Asked, side: Side) -> Side:
    """Turn a side from the question's to its act's, or back."""
    return _TURNED.get(side, side) if asked.inverted else side


def _moves(asked: Asked, told: Mapping[str, float]) -> Signs:
    """Tell what moves beside what is asked to move, and how much the question names."""
    return {
        f"{move}/{each.value}": told[f"is {each.value}"] * (asked.act.move == move)
        for move in _MOVES
        for each in _GROUPS
    } | {"slots": asked.slots / 3, "named": float(bool(asked.act.name)), "inverted": float(asked.inverted)}


def _standing(claim: Claim, as_of: str | None) -> Signs:
    """Tell how widely a claim is told, and of when it is."""
    age = days_ago(happened_on(claim), as_of)
    return {
        "reports": min(claim.reports, 5) / 5,
        "alone": float(claim.reports == 1),
        "origins": min(claim.origins, 3) / 3,
        "bases": min(claim.bases.max, 4) / 4,
        "opposed": float(bool(claim.opposing)),
        "timed": float(age is not None),
        "old": min(max(age or 0, 0), _OLD_DAYS) / _OLD_DAYS,
        "ahead": float(age is not None and age < 0),
    }


def _first(told: Testimony, tellings: Iterable[Testimony]) -> Signs:
    """Tell what the first telling is made of, and whether any opens a report."""
    event = told.event
    return {
        "place in report": told.number / max(told.of, 1),
        "lead": float(any(each.number <= _LEAD for each in tellings)),
        "number": float(any(sign.isdigit() for sign in told.said)),
        "names": min(len(_NAME.findall(told.said)), 4) / 4,
        "places": min(len(told.places), 3) / 3,
        "roles": min(len(told.where), 2) / 2,
        "acting": float(event is not None and bool(event.actor)),
        "assets": float(event is not None and bool(event.assets)),
        "event attributed": float(event is not None and told.attribution is not None),
        "leaning": float(bool(_LEANING.match(told.said))),
        "quoted": float("“" in told.said or '"' in told.said),
    }
