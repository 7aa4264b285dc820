"""Whether two mentions tell of one happening, by what, who, where, when, with what and in which words."""

from __future__ import annotations

from reportedly.assess.kin import group
from reportedly.assess.mention import Days, Mention
from reportedly.assess.party import states_of, surely_two
from reportedly.assess.place import place_points
from reportedly.assess.quantity import amounts_apart, amounts_differ, shared_amounts
from reportedly.assess.wording import likeness, overlap, stem, stems, total
from reportedly.attribution import Polarity, Stance
from reportedly.data import read_words
from reportedly.event import Event, EventType

SAME = 4.0  # points from which two mentions tell of one happening; see `affinity`
_QUOTED = 0.6  # share of the shorter words that two statements without an event have to share
_ALIKE = 0.35  # share of all their words that they have to share
_SAME_WORDS = 0.8  # share of all their words from which two tellings are one in other spelling
_TELLING = 18.0  # weight of shared words from which they are an anchor of their own: three rare words or five common
_FEWEST_SHARED = 3  # words that they have to share
_NAMED = 1.0  # points for a town that both sentences name, where it is not told to be the place
_SLACK_DAYS = 1  # time zones move a happening over midnight
_SHORT_DAYS = 3  # a period up to this long tells one happening from the next
_STALE_DAYS = 14  # undated happenings in reports further apart are two


def affinity(one: Mention, other: Mention) -> float:
    """Give points for all that speaks for one happening; -1 where something rules it out, 0 where little speaks for it.

    Polarity and amounts are left to the caller. Place 2 (a country, or a town no more than named, 1), short period 2
    (long 1), actor 1.5, target 1.5, assets 1, shared amounts 1.5, words up to 4; SAME of them are wanted, and a firm
    anchor.
    """
    if group(one.type) != group(other.type) or one.mode is not other.mode:
        return -1.0
    if (one.report, one.sentence) == (other.report, other.sentence):
        return -1.0  # a sentence does not tell one happening twice
    if one.harm and other.harm and one.harm != other.harm:
        return -1.0  # the killed and the hurt are counted apart
    if one.event is None or other.event is None:
        return _statements(one, other)
    points = [
        _parties(one.actor, other.actor),
        _times(one.days, other.days, _gap_days(one, other)),
        _places(one, other),
        _parties(one.target, other.target),
    ]
    if min(points) < -1:
        return -1.0
    if points[2] == 0 and one.named & other.named:
        points[2] = _NAMED
    points.append(_assets(one.event, other.event))
    words = overlap(one.words, other.words)
    amounts = 1.5 * shared_amounts(one.event, other.event)
    firm = points[2] >= 2 or points[3] > 0 or amounts > 0 or words >= 0.5
    told = 3 * words + (total(one.words & other.words) >= _TELLING)
    return max(0.0, sum(points) + amounts + told) if firm and words >= 0.2 else 0.0


def may_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether nothing rules out that two mentions are of one happening, told the same way round."""
    if (one.report, one.sentence) == (other.report, other.sentence):
        return False  # a sentence does not tell one happening twice
    apart = bool(one.harm and other.harm and one.harm != other.harm)  # the killed and the hurt are counted apart
    return not apart and not turned_round(one, other)


def turned_round(one: Mention, other: Mention) -> bool:
    """Tell whether one says that it is so and the other that it is not.

    Words that are all but the same, with as many words of denial, say the same whatever the polarity was read as.
    """
    if _holds(one) is _holds(other):
        return False
    same_words = one.negators == other.negators and likeness(one.words, other.words) >= _SAME_WORDS
    return not (same_words and _stance(one) is _stance(other))


def _holds(mention: Mention) -> bool:
    """Tell whether a mention says that what it is about is so: open, for a crossing that 'has not been closed'."""
    affirmed = mention.polarity is Polarity.AFFIRMED
    if mention.event is None or mention.type is not EventType.STATE:
        return affirmed
    reversals = {stem(word) for word in read_words("assess_reversals.txt")}
    return affirmed is not bool(stems(mention.event.predicate.text) & reversals)


def _stance(mention: Mention) -> Stance | None:
    """Give what the speaker does; None in the outlet's own voice."""
    return mention.attribution.stance if mention.attribution else None


def told_apart_by_amounts(one: Mention, other: Mention) -> bool:
    """Tell whether both count the same thing and the ranges do not meet."""
    return one.event is not None and other.event is not None and amounts_apart(one.event, other.event)


def counted_anew(one: Mention, other: Mention) -> bool:
    """Tell whether both count the same thing and not one range is the same, be it that they meet."""
    return one.event is not None and other.event is not None and amounts_differ(one.event, other.event)


def _statements(one: Mention, other: Mention) -> float:
    """Give points for two mentions of which one at least is bare words: most of the words must be shared."""
    numbers = [frozenset(word for word in item.words if word[0].isdigit()) for item in (one, other)]
    if numbers[0] != numbers[1] or _gap_days(one, other) > _STALE_DAYS:
        return -1.0
    if len(one.words & other.words) < _FEWEST_SHARED:
        return 0.0
    shared, alike = overlap(one.words, other.words), likeness(one.words, other.words)
    return SAME + alike if shared >= _QUOTED and alike >= _ALIKE else 0.0


def _parties(one: frozenset[str], other: frozenset[str]) -> float:
    """Give points for two actors: one or neither told, the same, different, or of different states."""
    if not one or not other:
        return 0.0
    if surely_two(one, other):
        return -2.0
    if one <= other or other <= one or states_of(one) & states_of(other):
        return 1.5
    return 0.5 if one & other else -1.0


def _places(one: Mention, other: Mention) -> float:
    """Give points for the places that both events give the same role."""
    points = [place_points(one.where[role], other.where[role]) for role in one.where if role in other.where]
    if any(point < 0 for point in points):
        return -2.0
    return max(points, default=0.0)


def _gap_days(one: Mention, other: Mention) -> int:
    """Give how many days lie between two reports; 0 where one has no date."""
    return abs((one.day - other.day).days) if one.day and other.day else 0


def _times(ours: Days | None, theirs: Days | None, gap_days: int) -> float:
    """Give points for two times; undated happenings are as far apart as their reports."""
    if ours is None or theirs is None:
        return 0.5 if gap_days <= _STALE_DAYS else -2.0
    if max((ours[0] - theirs[1]).days, (theirs[0] - ours[1]).days) > _SLACK_DAYS:
        return -2.0
    if ours[0] > theirs[1] or theirs[0] > ours[1]:
        return 0.0
    longest = max((ours[1] - ours[0]).days, (theirs[1] - theirs[0]).days)
    return 2.0 if longest <= _SHORT_DAYS else 1.0


def _assets(one: Event, other: Event) -> float:
    """Give points for what the events were done with."""
    if not one.assets or not other.assets:
        return 0.0
    names = [frozenset().union(*(stems(asset.name) for asset in event.assets)) for event in (one, other)]
    kinds = [frozenset(asset.category for asset in event.assets) for event in (one, other)]
    return 1.0 if names[0] & names[1] else 0.5 if kinds[0] & kinds[1] else -1.0
