"""Pool the mentions of one happening: by sentence lineage first, then by what, who, where and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice

from reportedly.assess.affinity import (
    at_one_spot,
    counted_anew,
    may_be_one,
    surely_apart,
    told_apart_by_amounts,
    turned_round,
    two_happenings,
)
from reportedly.assess.counterpart import find_counterparts, is_twisted
from reportedly.assess.kin import group
from reportedly.assess.mention import REACH_DAYS, Mention, in_reach
from reportedly.assess.odds import odds
from reportedly.assess.place import place_key
from reportedly.assess.provenance import Provenance
from reportedly.assess.story import of_one_story, story_of
from reportedly.assess.update import supersedes
from reportedly.assess.withdrawn import may_take_back
from reportedly.assess.wording import names, rarest
from reportedly.report import Report
from reportedly.text.day import moment

AGAINST = -0.8  # log odds from which two mentions that cannot both be so speak against each other
SAME = -1.0  # log odds from which a mention joins a pool: the mean of its nearest and of all
_KEY_NAMES = 3
_KEY_STEMS = 6  # the rarest words of a mention under which others look for it
_POSTINGS = 200  # of a key, the latest that are looked at: keeps the work linear
_CANDIDATES = 96  # compared in full, those that share most keys: more share one only in large collections
_WITNESSES = 8  # mentions of a pool that a newcomer must not contradict
_Key = tuple[str, int, int, str]
_Posting = tuple[int, Mention, "Pool", tuple[int, ...]]  # its number, which grows, and the days that it is about
_Beside = dict[tuple[str, int], list[Mention]]


@dataclass(slots=True)
class Pool:
    """Mentions of one happening, told the same way round."""

    heads: list[Mention]  # those that are nobody's retelling
    followers: list[Mention] = field(default_factory=list)  # their retellings, by sentence lineage
    retold: dict[_Key, _Key] = field(default_factory=dict)  # for each of those, what it retells
    superseded: set[_Key] = field(default_factory=set)  # those whose figures a later mention replaced
    updates: list[Mention] = field(default_factory=list)  # the followers that did so
    sure: bool = False  # a person said that it is one happening

    @property
    def first(self) -> Mention:
        """Give the mention that came first, which the claim is known by."""
        return self.heads[0]

    @property
    def minor(self) -> bool:
        """Tell whether it is no more than a circumstance, or a double of something else, and in one report alone."""
        return all(mention.minor for mention in self.heads) and len({mention.report for mention in self.heads}) < 2

    @property
    def figures(self) -> list[Mention]:
        """Give the mentions that are told in figures of their own: heads, and updates of them."""
        return self.heads + self.updates

    @property
    def current(self) -> list[Mention]:
        """Give the mentions that others are compared with: what was brought up to date does not count any more."""
        told = [mention for mention in self.figures if mention.key not in self.superseded]
        return told[:_WITNESSES]

    @property
    def members(self) -> list[Mention]:
        """Give all mentions in a fixed order."""
        return sorted(self.heads + self.followers, key=arrival)


def arrival(mention: Mention) -> tuple[str, tuple[str, int, int, str]]:
    """Give what mentions are put in order by: when their report came out, undated ones last."""
    return (moment(mention.published), mention.key)


def pool_mentions(
    mentions: Sequence[Mention], provenance: Provenance, wanted: Collection[_Key] | None = None
) -> tuple[list[Pool], PoolFinder]:
    """Pool mentions of one happening; the order that they come in does not matter.

    Only mentions that are nobody's retelling are compared with each other: a retelling goes where its origin
    goes, so that adding one moves nothing.

    Args:
        mentions: all that the reports tell.
        provenance: where their sentences go back to.
        wanted: the keys of those to be pooled, whole parts that have nothing to do with the others; None for all.
    """
    ordered = sorted(mentions, key=arrival)
    heads, followers = _follow_lineage(ordered, provenance)
    finder = PoolFinder()
    pools: list[Pool] = []
    beside: _Beside = defaultdict(list)
    for mention in ordered:
        beside[mention.report, mention.sentence].append(mention)
    # What a report that derives from another adds of its own comes last, so that it moves nothing else.
    chosen = [head for head in heads if wanted is None or head.key in wanted]
    for head in sorted(chosen, key=lambda head: (bool(provenance.ancestors(head.report)), arrival(head))):
        retellings = followers.get(head.key, ())
        updates = [other for other in retellings if _replaces(other, head, provenance)]
        pool = _best_pool(updates[-1] if updates else head, beside, finder, provenance)
        if pool is None:
            pool = Pool([])
            pools.append(pool)
        take_in(head, retellings, pool, provenance)
        for mention in (head, *updates):
            finder.add(mention, pool)
    return pools, finder


def take_in(head: Mention, retellings: Sequence[Mention], pool: Pool, provenance: Provenance) -> None:
    """Put a mention with its retellings into a pool; it replaces the figures that its newsroom told before."""
    pool.superseded |= {
        other.key for other in pool.current if counted_anew(head, other) and supersedes(head, other, provenance)
    }
    pool.heads.append(head)
    updates = [other for other in retellings if _replaces(other, head, provenance)]
    for retelling in retellings:
        pool.followers.append(retelling)
        pool.retold[retelling.key] = head.key
    for update in updates:
        pool.updates.append(update)
        pool.superseded |= {head.key, *(other.key for other in updates[:-1])}


def _replaces(follower: Mention, head: Mention, provenance: Provenance) -> bool:
    """Tell whether a retelling is an update with a new figure."""
    return counted_anew(follower, head) and supersedes(follower, head, provenance)


def _follow_lineage(
    ordered: Sequence[Mention], provenance: Provenance
) -> tuple[list[Mention], dict[_Key, list[Mention]]]:
    """Part the mentions into heads, and retellings under the key of the head that each retells.

    A retelling that says the opposite of what it retells is neither.
    """
    at: dict[tuple[str, int | None], list[Mention]] = defaultdict(list)
    for mention in ordered:
        at[mention.report, mention.sentence].append(mention)
    followers: dict[_Key, list[Mention]] = defaultdict(list)
    following: set[_Key] = set()
    for (report, sentence), retold in at.items():
        descent = provenance.descent(report, sentence or 0)
        if descent.origin == report:
            continue
        told = at.get((descent.origin, descent.sentence), ())
        for mention, head in find_counterparts(retold, told):
            followers[head.key].append(mention)
            following.add(mention.key)
        # What a retelling turns round speaks for nobody: it is told as a variation, not as a claim.
        following |= {mention.key for mention in retold if is_twisted(mention, told)}
    for retellings in followers.values():
        retellings.sort(key=arrival)
    return [mention for mention in ordered if mention.key not in following], followers


def retold_by_lineage(mentions: Sequence[Mention], provenance: Provenance) -> dict[_Key, _Key]:
    """Give for each mention that retells another one, by the lineage of its sentence, that other one.

    Args:
        mentions: all mentions of some reports, and of the reports that their sentences go back to.
        provenance: where sentences go back to.
    """
    _, followers = _follow_lineage(sorted(mentions, key=arrival), provenance)
    return {follower.key: head for head, following in followers.items() for follower in following}


class PoolFinder:
    """Finds the pools that a mention may belong to, without looking at all of them."""

    def __init__(self) -> None:
        self._postings: dict[tuple[str, ...], dict[int | None, list[_Posting]]] = defaultdict(lambda: defaultdict(list))
        self._count = 0
        self._found: dict[_Key, list[tuple[Mention, Pool]]] = {}  # since the last was added, by what was looked for

    def add(self, mention: Mention, pool: Pool) -> None:
        """Keep a mention of a pool, to be found by others."""
        self._count += 1
        self._found.clear()
        about = mention.about
        periods: set[int | None] = {day // REACH_DAYS for day in about}
        for key in block_keys(mention):
            for period in periods or {None}:
                self._postings[key][period].append((self._count, mention, pool, about))

    def candidates(self, mention: Mention) -> list[tuple[Mention, Pool]]:
        """List mentions in reach of `mention` that share most with it, each with its pool."""
        if mention.key not in self._found:
            self._found[mention.key] = self._look_for(mention)
        return self._found[mention.key]

    def _look_for(self, mention: Mention) -> list[tuple[Mention, Pool]]:
        shared: Counter[int] = Counter()
        kept: dict[int, tuple[Mention, Pool]] = {}
        about = mention.about
        for key in block_keys(mention):
            for number, other, pool, _ in islice(self._near(key, about), _POSTINGS):
                shared[number] += 1
                kept[number] = (other, pool)
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        return [kept[number] for number in ranked[:_CANDIDATES]]

    def _near(self, key: tuple[str, ...], about: tuple[int, ...]) -> Iterator[_Posting]:
        """Give what is in reach of some days under a key, the latest first, out of the periods beside theirs."""
        held = self._postings.get(key, {})
        beside = {day // REACH_DAYS + step for day in about for step in (-1, 0, 1)}
        periods = [held[period] for period in ({None, *beside} & held.keys() if beside else held)]
        last = None
        for posting in merge(*map(reversed, periods), key=lambda each: -each[0]):
            if posting[0] != last and in_reach(about, posting[3]):
                yield posting
            last = posting[0]


def akin(one: Mention, other: Mention) -> bool:
    """Tell whether what is claimed of one mention may be another thing where the other one is not there.

    They may be of one happening, told the same way round or not, or one takes the other back.
    """
    if not one.in_reach(other):
        return False
    apart = surely_apart(one, other)
    taken_back = one.taken_back or other.taken_back
    if apart and not taken_back:
        return False
    near = odds(one, other)
    if near.same >= SAME and (taken_back or may_be_one(one, other)):
        return True
    return near.against >= AGAINST and not apart


def may_be_akin(one: Report, other: Report) -> bool:
    """Tell whether anything that the one report tells may be akin to what the other one does."""
    if one.id == other.id or of_one_story(story_of(one), story_of(other)):
        return True
    return may_take_back(one.body) or may_take_back(other.body)


def block_keys(mention: Mention) -> list[tuple[str, ...]]:
    """Give the keys of which two mentions of one happening share one at least."""
    keys: list[tuple[str, ...]] = [("w", stem) for stem in rarest(mention.words, _KEY_STEMS)]
    keys += [("n", name) for name in rarest(names(mention.context), _KEY_NAMES)]
    keys += [("p", place_key(place)) for place in mention.where.values()]
    keys += [("a", word) for word in sorted(mention.actor | mention.target)[:3]]
    if mention.days is not None:
        keys.append(("d", group(mention.type).value, mention.days[0].isoformat()))
    return list(dict.fromkeys(keys))


def _best_pool(mention: Mention, beside: _Beside, finder: PoolFinder, provenance: Provenance) -> Pool | None:
    """Give the pool that `mention` belongs to; None where it starts its own.

    Args:
        beside: the mentions by their sentence. 'It has left the one port, but not the other' tells nothing of the other
            but that, whatever else it holds.
    """
    nearest: dict[int, tuple[float, Pool]] = {}
    for other, pool in finder.candidates(mention):
        if not may_be_one(mention, other):
            continue
        near = odds(mention, other).same
        if near < SAME or _told_beside(mention, other, near, beside):
            continue
        if id(pool) not in nearest or near > nearest[id(pool)][0]:
            nearest[id(pool)] = (near, pool)
    best: tuple[float, Pool] | None = None
    for near, pool in nearest.values():
        told = [odds(mention, other).same for other in pool.current]
        points = (near + sum(told) / len(told)) / 2 if told else near
        if points < SAME or (best is not None and points <= best[0]):
            continue
        denied = any(_denied_beside(mention, other, beside) for other in pool.current)
        if not denied and _fits(mention, pool, provenance):
            best = (points, pool)
    return best[1] if best else None


def _told_beside(mention: Mention, other: Mention, near: float, beside: _Beside) -> bool:
    """Tell whether another mention of its sentence is likelier to tell the event of `other` than it is: both cannot."""
    return None not in (mention.event, other.event) and any(
        sibling is not mention and may_be_one(sibling, other) and odds(sibling, other).same > near
        for sibling in beside[mention.report, mention.sentence]
    )


def _denied_beside(mention: Mention, other: Mention, beside: _Beside) -> bool:
    """Tell whether the sentence of one denies of the very place of the other what it tells of another place."""
    if at_one_spot(mention, other):
        return False
    return any(
        turned_round(sibling, theirs) and at_one_spot(sibling, theirs) and not two_happenings(sibling, theirs)
        for ours, theirs in ((mention, other), (other, mention))
        for sibling in beside[ours.report, ours.sentence]
    )


def _fits(mention: Mention, pool: Pool, provenance: Provenance) -> bool:
    """Tell whether nothing rules out that `mention` tells what a pool tells, or brings it up to date."""
    return all(may_be_one(mention, other) for other in pool.heads) and all(
        not told_apart_by_amounts(mention, other) or supersedes(mention, other, provenance) for other in pool.current
    )
