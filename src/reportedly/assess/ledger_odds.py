"""How likely a claim bears on a question, on each side: all signs together, each with its fitted weight.

Source: multinomial logistic weights fitted by tools/assess/fit_ledger.py on collections that we wrote for this project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from reportedly.assess.asked import Asked, Match, is_here, match_actor, match_place, match_things
from reportedly.assess.bearing import bearing_of_claim, is_another
from reportedly.assess.claim_day import days_ago, happened_on
from reportedly.assess.ledger_sign import signs, turned
from reportedly.assess.side import Bearing, sign_of
from reportedly.assess.testimony import Testimony
from reportedly.assess.wording import stems
from reportedly.claim import Claim
from reportedly.data import read_table
from reportedly.event import EventType
from reportedly.picture import Side

CONSTANT = "(always)"
BESIDE = "beside"  # the column of what bears on no side
_ENOUGH = 0.5  # likely enough to stand in a ledger where no word for the act puts it there
_KEPT = 0.3  # and where a mere sign does
_LONG_AGO = 180  # days
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THERE = frozenset({EventType.PRESENCE, EventType.DEPLOY})
_TURNS = 4.0  # how many times likelier another side has to be than the one that a mere sign speaks for


def judge(asked: Asked, claim: Claim, tellings: Sequence[Testimony], as_of: str | None) -> Bearing | None:
    """Give the side of a claim; None where it does not bear on the question.

    What says yes or no stands where its words put it; what is a mere sign, or has no word for the act, where it is
    likeliest.
    """
    found = bearing_of_claim(asked, tellings)
    if _is_past(asked, claim, as_of):  # the same elsewhere is told as that; else it bears on another matter
        return found if found is not None and found.side is Side.ELSEWHERE else None
    if found is not None and not found.sign:
        return found
    if found is None and (
        not any(_touches(asked, told) for told in tellings) or all(is_another(asked, told) for told in tellings)
    ):
        return None
    likely = sides(signs(asked, claim, tellings, found, as_of))
    if sum(likely.values()) < (_ENOUGH if found is None else _KEPT):
        return None
    best = max(likely, key=lambda side: likely[side])
    side = turned(asked, best)
    both = _fits_both(asked, tellings, side)
    if found is not None and (both or likely[best] < _TURNS * likely[turned(asked, found.side)]):
        return found
    if side is Side.ELSEWHERE:
        return found  # that it is the same, only words for the act can tell
    if both:
        side = Side.UNCLEAR
    return sign_of(side, _reason(asked, tellings, side))


def _is_past(asked: Asked, claim: Claim, as_of: str | None) -> bool:
    """Tell whether a claim is of long before the picture's day, where the question names no year: of another matter."""
    age = days_ago(happened_on(claim), as_of)
    return age is not None and age > _LONG_AGO and not _YEAR.search(asked.question.text)


def _fits_both(asked: Asked, tellings: Sequence[Testimony], side: Side) -> bool:
    """Tell whether what leans to a side would be so in either case.

    Those who talk may come to terms or not; of a leaving, so would what is there or comes, and words that tell of no
    happening.
    """
    types = {told.event.type for told in tellings if told.event is not None}
    if side in (Side.FOR, Side.AGAINST) and EventType.TALKS in types - asked.act.types:
        return True
    comes = any("to" in told.where and is_here(asked, told.where["to"]) for told in tellings)
    return side is Side.FOR and asked.act.move == "away" and (comes or not types or bool(types & _THERE))


def _touches(asked: Asked, told: Testimony) -> bool:
    """Tell whether a telling has anything of the question: a word, the actor, the thing or the place."""
    if stems(asked.question.text) & stems(told.said):
        return True
    return any(match(asked, told) is Match.SAME for match in (match_actor, match_things, match_place))


def sides(told: Mapping[str, float]) -> dict[Side, float]:
    """Give how likely a claim with these signs is on each side; what is left of 1 is that it bears on nothing."""
    points = {
        column: weights[CONSTANT] + sum(value * weights[sign] for sign, value in told.items() if value)
        for column, weights in _weights().items()
    }
    most = max(points.values())
    powers = {column: exp(each - most) for column, each in points.items()}
    return {side: powers[side.value] / sum(powers.values()) for side in Side}


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Read the weights of all signs, for each side and for none."""
    rows = read_table("ledger_weights.tsv")
    return {
        column: {row["sign"]: float(row[column]) for row in rows} for column in (BESIDE, *(side.value for side in Side))
    }


def _reason(asked: Asked, tellings: Sequence[Testimony], side: Side) -> str:
    """Say what a claim is about of what was asked, where no word for the act has put it on a side."""
    parts = (("actor", match_actor), ("thing", match_things), ("place", match_place))
    shared = [f"the {name}" for name, match in parts if any(match(asked, told) is Match.SAME for told in tellings)]
    about = f"is about {' and '.join(shared)}" if shared else "is told beside it"
    return f"{about}; {_LEANS[side]}"


_LEANS = {
    Side.FOR: "likelier if so",
    Side.AGAINST: "likelier if not",
    Side.ELSEWHERE: "of another place",
    Side.UNCLEAR: "leaves it open",
}
