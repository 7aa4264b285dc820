"""All that some readings tell, gathered to be weighed: at once, or part by part where a collection grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from operator import is_
from typing import NamedTuple

from reportedly.assess.claim import Papers, weigh_pool, write_claim
from reportedly.assess.contradiction import find_contradictions
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


_Key = tuple[str, int, int, str]
_Weighing = tuple[
    list[Pool], PoolFinder, Mapping[int, tuple[int, ...]], Mapping[_Key, frozenset[str]]
]  # pools, what finds them, which contradict which, what is taken back by which reports


class _Told(NamedTuple):
    """What one reading tells: all of it, what people left of that, and how it was settled."""

    reading: Reading
    every: list[Mention]
    kept: list[Mention]
    settled: list[Mention]


class Gathering:
    """The mentions of some readings, as people judged them, each known by its spot."""

    def __init__(
        self,
        readings: Iterable[Reading],
        lineage: Lineage,
        judgements: Sequence[Judgement] = (),
        before: Gathering | None = None,
    ) -> None:
        """Gather what readings tell; what they retell of reports that are not among them is taken as their own.

        Args:
            readings: the readings.
            lineage: who retells whom.
            judgements: what people judged.
            before: a gathering of some of the readings, whose mentions need not be read again.
        """
        self._replay = Replay(sorted(readings, key=lambda reading: reading.report.id), judgements)
        self._readings = self._replay.readings
        self._provenance = Provenance(self._readings, lineage)
        self._weighed: _Weighing = [], PoolFinder(), {}, {}
        self._mentions: dict[Spot, Mention] = {}
        self._spots: dict[_Key, Spot] = {}
        self._told: dict[str, _Told] = dict(before._told) if before is not None else {}
        for reading in self._readings:
            for place, mention in enumerate(self._replay.show(self._tell(reading))):
                spot = Spot(reading.report.id, place)
                self._mentions[spot] = mention
                self._spots[mention.key] = spot

    def _tell(self, reading: Reading) -> list[Mention]:
        """Give the mentions of a reading as people judged them, each beside the others of its sentence."""
        held = self._told.get(reading.report.id)
        held = held if held is not None and held.reading is reading else None
        every = held.every if held is not None else collect_mentions(reading)
        kept = self._replay.keep(every)
        if held is None or not (len(kept) == len(held.kept) and all(map(is_, kept, held.kept))):
            settled = settle_sentences(kept, reading.report.body)
            held = self._told[reading.report.id] = _Told(reading, every, kept, settled)
        return held.settled

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

    def weigh(self, spots: Iterable[Spot] | None = None) -> Weighed:
        """Pool mentions, of all readings where none are named, and write each pool up as a claim; in no order."""
        pools, finder = self._pool(self._mentions if spots is None else spots)
        against = find_contradictions(pools, finder, self._provenance)
        taken = find_taken_back(pools, finder)
        self._weighed = pools, finder, against, taken
        sides = [weigh_pool(pool, self._provenance, taken) for pool in pools]
        of = {reading.report.id: reading for reading in self._readings}
        bodies = {id_: reading.report.body for id_, reading in of.items()}
        papers = Papers(self._provenance, bodies, fullest_sources(self._readings))
        findings: list[Finding] = []
        rests: dict[str, Spot] = {}
        for number, side in enumerate(sides):
            if not side.pool.minor:
                claim, mention = write_claim(side, [sides[rival] for rival in against.get(number, ())], papers)
                claim = replace(claim, grade=self._replay.grade_of(side.pool))
                findings.append(_finding(claim, mention, of[mention.report]))
                rests[claim.id] = self._spots[mention.key]
        return Weighed(findings=findings, spots=rests, lost=self._replay.lost, idle=self._replay.idle)

    def part(self) -> list[list[list[Spot]]]:
        """Put the mentions that were weighed last into regions, and these into parts.

        Those of two regions have nothing to do with each other: whatever is claimed is the same when each region is
        weighed alone. A part holds the mentions of claims that are one, contradict or take back each other.
        """
        pools, finder, against, taken = self._weighed
        back = {mention.report: mention.key for pool in pools for mention in pool.members if mention.taken_back}
        close = [[mention.key for mention in pool.members] for pool in pools]
        close += [[pools[one].first.key, pools[rival].first.key] for one, rivals in against.items() for rival in rivals]
        close += [[key, back[report]] for key, reports in taken.items() for report in reports]
        near = (
            (mention, other) for pool in pools for mention in pool.members for other, _ in finder.candidates(mention)
        )
        parts = {part[0]: sorted(self._spots[key] for key in part) for part in _connected(close)}
        return [[parts[key] for key in region if key in parts] for region in _connected(close, near)]

    def _pool(self, spots: Iterable[Spot]) -> tuple[list[Pool], PoolFinder]:
        wanted = {self._mentions[spot].key for spot in spots if spot in self._mentions}
        every = [self._mentions[spot] for spot in sorted(self._mentions)]
        return self._replay.regroup(*pool_mentions(every, self._provenance, wanted), self._provenance)


def _number(key: tuple[str, ...]) -> int:
    """Give a number of 63 bits for a key."""
    digest = blake2b("\x00".join(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _connected(ties: Iterable[Sequence[_Key]], near: Iterable[tuple[Mention, Mention]] = ()) -> list[list[_Key]]:
    """Gather what is tied to each other over any number of steps; two that are near are tied where they are akin."""
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
    for one, two in near:
        low, high = sorted((root(one.key), root(two.key)))
        if low != high and akin(one, two):
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
