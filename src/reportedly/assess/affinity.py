"""What rules out that two mentions are of one happening told the same way round; `odds` says how likely it is."""

from __future__ import annotations

from reportedly.assess.kin import group
from reportedly.assess.mention import Days, Mention, Mode
from reportedly.assess.party import surely_two
from reportedly.assess.place import place_points
from reportedly.assess.quantity import amounts_apart, amounts_differ
from reportedly.assess.sign import counts_clash
from reportedly.assess.story import of_one_story
from reportedly.assess.vector import nearness
from reportedly.assess.wording import likeness, stem, stems
from reportedly.attribution import Polarity, Stance
from reportedly.data import read_words
from reportedly.event import EventType

_SPOT = 2.0  # points of two places that are one spot
_REMARK = 0.6  # nearness that bare words of one speaker need to be one remark
_SLACK_DAYS = 1  # time zones move a happening over midnight
_SAME_WORDS = 0.8  # share of all their words from which two tellings are one in other spelling


def may_be_one(one: Mention, other: Mention) -> bool:
    """Tell whether nothing rules out that two mentions are of one happening, told the same way round."""
    if (one.report, one.sentence) == (other.report, other.sentence):
        return False  # a sentence does not tell one happening twice
    if one.harm and other.harm and one.harm != other.harm:
        return False  # the killed and the hurt are counted apart
    if surely_apart(one, other):
        return False
    return not turned_round(one, other) and not _two_remarks(one, other)


def _two_remarks(one: Mention, other: Mention) -> bool:
    """Tell whether one speaker says two things: bare words of his that are no more than alike."""
    speakers = [item.attribution.speaker.name if item.attribution else None for item in (one, other)]
    bare = one.event is None and other.event is None
    return bare and None not in speakers and speakers[0] == speakers[1] and nearness(one.said, other.said) < _REMARK


def surely_apart(one: Mention, other: Mention) -> bool:
    """Tell whether they are of two happenings, or of reports of two stories, however alike their words are."""
    if two_happenings(one, other):
        return True
    return one.report != other.report and not of_one_story(one.story, other.story)


def two_happenings(one: Mention, other: Mention) -> bool:
    """Tell whether two events differ in kind, in being planned, in place, in time or in the state that acts."""
    if one.event is None or other.event is None:
        return False
    if group(one.type) is not group(other.type) or {one.mode, other.mode} == {Mode.HAPPENED, Mode.PLANNED}:
        return True
    elsewhere = any(place_points(one.where[role], other.where[role]) < 0 for role in one.where if role in other.where)
    return elsewhere or _at_two_times(one.days, other.days) or surely_two(one.actor, other.actor)


def at_one_spot(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions give one spot the same role."""
    return any(place_points(one.where[role], other.where[role]) >= _SPOT for role in one.where if role in other.where)


def _at_two_times(ours: Days | None, theirs: Days | None) -> bool:
    """Tell whether more days lie between two periods than time zones explain."""
    if ours is None or theirs is None:
        return False
    return max((ours[0] - theirs[1]).days, (theirs[0] - ours[1]).days) > _SLACK_DAYS


def turned_round(one: Mention, other: Mention) -> bool:
    """Tell whether one says that it is so and the other that it is not.

    With as many words of denial, 'without power' and 'no electricity' say the same whatever the polarity was read as,
    and so do words that are all but the same, unless a person set it.
    """
    if _holds(one) is _holds(other):
        return False
    if one.polarity_set or other.polarity_set:
        return True
    as_many = one.negators == other.negators and _stance(one) is _stance(other)
    return not (as_many and (one.negators or likeness(one.words, other.words) >= _SAME_WORDS))


def at_odds(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions, were they of one matter, could not both be so: one denies it, or counts otherwise."""
    return turned_round(one, other) is not (told_apart_by_amounts(one, other) or counts_clash(one, other))


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
