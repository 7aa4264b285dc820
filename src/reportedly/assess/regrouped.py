"""Pools as people merged and split them: each is put together again from the mentions that it is to hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import Enum, auto
from itertools import combinations

from reportedly.assess.contradiction import contradict
from reportedly.assess.coreference import Pool, PoolFinder, arrival, take_in
from reportedly.assess.found_again import find_again, place_of_mention
from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.judgement import Mark

_Key = tuple[str, int, int, str]


class Outcome(Enum):
    """What came of merging or splitting."""

    DONE = auto()
    IDLE = auto()  # it was so already
    OPPOSITE = auto()  # the two contradict each other


class Regrouped:
    """Pools that can be merged and split."""

    def __init__(self, pools: Sequence[Pool], finder: PoolFinder, provenance: Provenance) -> None:
        self._provenance = provenance
        self._finder = finder
        self._pools: dict[int, Pool] = dict(enumerate(pools))
        self._changed = False
        self._in: dict[_Key, int] = {}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)  # by report
        for number, pool in self._pools.items():
            for mention in pool.members:
                self._in[mention.key] = number
                self._mentions[mention.report].append(mention)

    def result(self) -> tuple[list[Pool], PoolFinder]:
        """Give the pools, and what finds them."""
        pools = list(self._pools.values())
        if not self._changed:
            return pools, self._finder
        finder = PoolFinder()
        figures = [(mention, pool) for pool in pools for mention in pool.figures]
        for mention, pool in sorted(figures, key=lambda each: arrival(each[0])):
            finder.add(mention, pool)
        return pools, finder

    def find(self, mark: Mark, reports: Iterable[str]) -> list[Mention]:
        """Give the mentions that stand where the mark is, one at most of each report; what is a claim goes first."""
        found = []
        for report in reports:
            every = self._mentions.get(report, ())
            placed = [(mention, place_of_mention(mention)) for mention in every]
            shown = [each for each in placed if not self._pools[self._in[each[0].key]].minor]
            mention = find_again(mark, shown) or find_again(mark, placed)
            if mention is not None:
                found.append(mention)
        return found

    def pool_of(self, mention: Mention) -> Pool:
        """Give the pool that holds a mention."""
        return self._pools[self._in[mention.key]]

    def merge(self, ones: Sequence[Mention], others: Sequence[Mention]) -> Outcome:
        """Make one pool of those that hold some mentions; a pool that contradicts the other never supports it."""
        numbers = sorted({self._in[mention.key] for mention in (*ones, *others)})
        if len(numbers) == 1:
            pool = self._pools[numbers[0]]
            pool.sure, idle = True, pool.sure
            return Outcome.IDLE if idle else Outcome.DONE
        pools = sorted((self._pools[number] for number in numbers), key=lambda pool: arrival(pool.first))
        if any(contradict(*pair, self._provenance) for pair in combinations(pools, 2)):
            return Outcome.OPPOSITE
        for number in numbers[1:]:
            del self._pools[number]
        self._put(numbers[0], [head for pool in pools for head in pool.heads], pools)
        self._pools[numbers[0]].sure = True
        return Outcome.DONE

    def split(self, leaving: Sequence[Mention]) -> Outcome:
        """Take mentions, each with whatever retells it, out of the pool that holds them, into one of their own."""
        numbers = sorted({self._in[mention.key] for mention in leaving})
        done = [self._part(number, {mention.key for mention in leaving}) for number in numbers]
        return Outcome.DONE if any(done) else Outcome.IDLE

    def _part(self, number: int, leaving: set[_Key]) -> bool:
        """Part one pool; tell whether anything is left in it."""
        pool = self._pools[number]
        gone = leaving | {key for key, head in pool.retold.items() if head in leaving}
        heads = [head for head in pool.heads if head.key not in gone]
        if not heads:
            return False
        # What leaves the mention that it retells is the first of its own claim, and still goes back to that sentence.
        first = [m for m in pool.members if m.key in leaving and pool.retold.get(m.key) not in gone]
        self._put(number, heads, [pool], without=gone)
        self._put(max(self._pools) + 1, first, [pool])
        return True

    def _put(
        self, number: int, heads: Sequence[Mention], sources: Sequence[Pool], without: Collection[_Key] = ()
    ) -> None:
        """Put a pool together from heads and from what retells them in other pools."""
        self._changed = True
        retellings: dict[_Key, list[Mention]] = defaultdict(list)
        for source in sources:
            for follower in source.followers:
                if follower.key not in without:
                    retellings[source.retold[follower.key]].append(follower)
        pool = Pool([], sure=any(source.sure for source in sources))
        for head in heads:
            take_in(head, retellings.get(head.key, ()), pool, self._provenance)
        self._pools[number] = pool
        for mention in pool.members:
            self._in[mention.key] = number
