"""All that some readings tell, gathered to be weighed: at once, or part by part where a collection grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple

from reportedly.assess.claim import Papers, Side, weigh_pool, write_claim
from reportedly.assess.contradiction import Rivals, find_contradictions
from reportedly.assess.coreference import Pool, PoolFinder, akin, block_keys, pool_mentions
from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Mention, Mode, collect_mentions
from reportedly.assess.provenance import Provenance
from reportedly.assess.replay import Replay
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.site import list_entries
from reportedly.assess.summary import fullest_sources
from reportedly.assess.taken_back import find_taken_back
from reportedly.claim import Claim, Spot
from reportedly.judgement import Judgement, Lost
from reportedly.lineage import Lineage
from reportedly.picture import Finding
from reportedly.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Claims, and what became of the judgements on them."""

    findings: list[Finding]
    spots: Mapping[str, Spot]  # by claim: a mention that it rests on
    lost: tuple[Lost, ...]  # judgements that found nothing to hold for
    idle: frozenset[str]  # ids of judgements that changed nothing


_NONE: Mapping[str, Sequence[Mention]] = {}


class Part(NamedTuple):
    """Mentions of claims that are one, contradict or take back each other."""

    spots: list[Spot]
    mark: int  # another one wherever the same mentions make other claims


_Key = tuple[str, int, int, str]


class _Pooled(NamedTuple):
    """What came of pooling."""

    pools: list[Pool]
    rivals: Rivals
    taken: Mapping[_Key, frozenset[str]]  # what is taken back by which reports
    backs: Mapping[_Key, list[_Key]]  # and by which of their mentions

    def ties(self) -> Iterator[list[_Key]]:
        """Give the keys of mentions of one pool, and of two pools of which one bears on the other."""
        yield from ([mention.key for mention in pool.members] for pool in self.pools)
        for one, others in self.rivals.of.items():
            yield from ([self.pools[one].first.key, self.pools[other].first.key] for other in others)
        yield from ([key, *backs] for key, backs in self.backs.items())

    def describe(self, number: int, rank: Mapping[_Key, int]) -> str:
        """Say of a pool all by which others may come into it or be held against it, and what is claimed of it.

        Args:
            number: the pool's.
            rank: of the mentions of its part, by key.
        """
        pool, rival = self.pools[number], self.rivals.best.get(number)
        told = (
            [rank[mention.key] for mention in pool.heads],
            sorted((rank[key], rank[head]) for key, head in pool.retold.items()),
            [rank[mention.key] for mention in pool.updates],
            sorted(rank[key] for key in pool.superseded),
            sorted(
                (rank[mention.key], rank[key]) for mention in pool.members for key in self.backs.get(mention.key, ())
            ),
            sorted(rank[self.pools[other].first.key] for other in self.rivals.of.get(number, ())),
            None if rival is None else round(rival, 6),
            pool.sure,
        )
        return repr(told)


class _Sides(dict[int, Side]):
    """What pools amount to, by number, each worked out when it is asked for."""

    def __init__(self, weigh: Callable[[int], Side]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, number: int) -> Side:
        self[number] = side = self._weigh(number)
        return side


class Gathering:
    """The mentions of some readings, as people judged them, each known by its spot."""

    def __init__(
        self,
        readings: Iterable[Reading],
        lineage: Lineage,
        judgements: Sequence[Judgement] = (),
        told: Mapping[str, Sequence[Mention]] = _NONE,
    ) -> None:
        """Gather what readings tell; what they retell of reports that are not among them is taken as their own.

        Args:
            readings: the readings.
            lineage: who retells whom.
            judgements: what people judged.
            told: by report, of readings that nobody judged, the mentions: these need not be read again.
        """
        self._replay = Replay(sorted(readings, key=lambda reading: reading.report.id), judgements)
        self._readings = self._replay.readings
        self._provenance = Provenance(self._readings, lineage)
        self._pooled = _Pooled([], Rivals({}, {}), {}, {})
        self._mentions: dict[Spot, Mention] = {}
        self._spots: dict[_Key, Spot] = {}
        for reading in self._readings:
            mentions = told.get(reading.report.id)
            mentions = give_mentions(reading, self._replay) if mentions is None else mentions
            for place, mention in enumerate(self._replay.show(mentions)):
                spot = Spot(reading.report.id, place)
                self._mentions[spot] = mention
                self._spots[mention.key] = spot

    def spots(self, reports: Collection[str] | None = None) -> list[Spot]:
        """List the spots of some reports, or of all."""
        return [spot for spot in self._mentions if reports is None or spot.report in reports]

    def keys(self, spot: Spot) -> list[int]:
        """Give numbers of which two mentions of one happening share one at least."""
        return [_number(key) for key in block_keys(self._mentions[spot])]

    def days(self, spot: Spot) -> tuple[int, ...]:
        """Give the days, as ordinals, near which others of the same happening are; none: they may be anywhere."""
        return self._mentions[spot].about

    def akin(self, one: Spot, other: Spot) -> bool:
        """Tell whether two mentions may have to do with each other, be it that one contradicts the other."""
        return one in self._mentions and other in self._mentions and akin(self._mentions[one], self._mentions[other])

    def weigh(self) -> Weighed:
        """Pool all mentions, and write each pool up as a claim; in no order."""
        self.pool(self._mentions)
        return self.write(self._mentions)

    def pool(self, spots: Iterable[Spot]) -> list[Part]:
        """Pool mentions, and put them into parts.

        What is claimed of a part is the same whatever it is pooled with, as long as no part changes that holds anything
        akin to it. A mention that is in no pool is a part of its own.
        """
        wanted = [spot for spot in spots if spot in self._mentions]
        pools, finder = self._pool(wanted)
        rivals, taken = find_contradictions(pools, finder, self._provenance), find_taken_back(pools, finder)
        back = {mention.report: mention.key for pool in pools for mention in pool.members if mention.taken_back}
        backs = {key: sorted(back[report] for report in reports) for key, reports in taken.items()}
        self._pooled = _Pooled(pools, rivals, taken, backs)
        parts = [sorted(keys) for keys in _connected(self._pooled.ties())]
        placed = {key: number for number, keys in enumerate(parts) for key in keys}
        told: dict[int, list[str]] = defaultdict(list)  # by part: what its pools are like
        for number, pool in enumerate(pools):
            part = placed[pool.first.key]
            told[part].append(self._pooled.describe(number, {key: rank for rank, key in enumerate(parts[part])}))
        found = [
            Part([self._spots[key] for key in keys], _number(sorted(told[part]))) for part, keys in enumerate(parts)
        ]
        alone = [spot for spot in wanted if self._mentions[spot].key not in placed]
        return found + [Part([spot], _number(())) for spot in alone]

    def write(self, spots: Collection[Spot]) -> Weighed:
        """Write the pools that hold some of the mentions that were pooled last up as claims, in no order."""
        pools, rivals, taken, _ = self._pooled
        sides = _Sides(lambda number: weigh_pool(pools[number], self._provenance, taken))
        of = {reading.report.id: reading for reading in self._readings}
        bodies = {id_: reading.report.body for id_, reading in of.items()}
        papers = Papers(self._provenance, bodies, fullest_sources(self._readings))
        findings: list[Finding] = []
        rests: dict[str, Spot] = {}
        for number, pool in enumerate(pools):
            if not pool.minor and self._spots[pool.first.key] in spots:
                claim, mention = write_claim(sides[number], [sides[each] for each in rivals.of.get(number, ())], papers)
                claim = replace(claim, grade=self._replay.grade_of(pool))
                findings.append(_finding(claim, mention, of[mention.report]))
                rests[claim.id] = self._spots[mention.key]
        return Weighed(findings=findings, spots=rests, lost=self._replay.lost, idle=self._replay.idle)

    def _pool(self, spots: Iterable[Spot]) -> tuple[list[Pool], PoolFinder]:
        wanted = {self._mentions[spot].key for spot in spots}
        every = [self._mentions[spot] for spot in sorted(self._mentions)]
        return self._replay.regroup(*pool_mentions(every, self._provenance, wanted), self._provenance)


def give_mentions(reading: Reading, replay: Replay | None = None) -> list[Mention]:
    """Give the mentions of a reading, as people judged them where they did, each beside the others of its sentence."""
    every = collect_mentions(reading)
    return settle_sentences(every if replay is None else replay.keep(every), reading.report.body)


def _number(words: Sequence[str]) -> int:
    """Give a number of 63 bits for some words."""
    digest = blake2b("\x00".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _connected(ties: Iterable[Sequence[_Key]]) -> list[list[_Key]]:
    """Gather what is tied to each other over any number of steps."""
    head: dict[_Key, _Key] = {}

    def root(each: _Key) -> _Key:
        head.setdefault(each, each)
        while head[each] != each:
            head[each] = each = head[head[each]]
        return each

    for tie in ties:
        for other in tie:
            low, high = sorted((root(tie[0]), root(other)))
            head[high] = low
    parts: dict[_Key, list[_Key]] = defaultdict(list)
    for each in head:
        parts[root(each)].append(each)
    return list(parts.values())


def _finding(claim: Claim, mention: Mention, reading: Reading) -> Finding:
    """Give a claim with what putting it into a picture needs."""
    named = claim.place is not None and claim.place.name[:1].isupper()
    return Finding(
        claim=claim,
        label=mention.harm.capitalize() or (claim.place.name if claim.place and named else ""),
        remoteness=_remoteness(mention),
        entries=list_entries(claim, mention, reading),
    )


def _remoteness(mention: Mention) -> int:
    """Give 0 for what happened, 1 for what is planned, wished or undated background, 2 for mere words."""
    event = mention.event
    if event is None or group(event.type) is SPOKEN:
        return 2
    anchored = event.time is not None or bool(mention.where) or bool(event.quantities or event.assets)
    return 0 if mention.mode is Mode.HAPPENED and anchored else 1
