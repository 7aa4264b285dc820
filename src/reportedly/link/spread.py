"""Link many reports over several processes: wording first, then candidates, then the groups of those related.

A process is handed the reports that it works on and hands back what it found of them. The features of all reports lie
in one index on disk, which the processes map: they share its pages.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from reportedly.lineage import Lineage
from reportedly.link.digest import Digest
from reportedly.link.group import Pair, gather_groups, judge_pairs, link_group
from reportedly.link.index import Index, Posted
from reportedly.link.verify import may_be_related
from reportedly.report import Report

_PART = 200  # reports that one process works on at a time; groups of more are first looked at for chance ties
_SURE = 0.2  # part of the pairs of words kept, of the smaller report, that two share by more than chance
_Each = TypeVar("_Each")
_Group = tuple[list[Report], list[Pair]]


def link_spread(reports: Sequence[Report], processes: int, apart: Collection[Pair] = ()) -> Iterator[Lineage]:
    """Link reports with different ids over so many processes; give the lineages of groups apart from each other.

    `apart` are pairs of ids, the lower one first, that somebody judged to have nothing from each other.
    """
    held = {report.id: report for report in reports}
    # What a process inherits it never lets go of: its collector would copy every page in looking.
    with TemporaryDirectory() as folder, ProcessPoolExecutor(processes, initializer=gc.freeze) as pool:
        posted = list(chain.from_iterable(pool.map(_post, _parted(list(held.values())))))
        index = Index(Path(folder))
        index.add(posted)
        index.close()
        shares: dict[Pair, float] = {}
        for found in pool.map(_find, ((folder, part) for part in _parted(posted))):
            for pair, share in found:
                if pair not in apart:
                    shares[pair] = max(share, shares.get(pair, 0.0))
        del posted
        groups = gather_groups(held, _without_chance(pool, held, shares))
        groups.sort(key=lambda group: -len(group[0]))  # so that no process is left with a large one at the end
        yield from chain.from_iterable(pool.map(_link, _gathered(held, groups)))


def _without_chance(pool: ProcessPoolExecutor, held: Mapping[str, Report], shares: Mapping[Pair, float]) -> list[Pair]:
    """List the pairs, but for those that are surely unrelated and would tie large groups together."""
    kept: list[Pair] = []
    weak: list[Pair] = []
    for members, pairs in gather_groups(held, sorted(shares)):
        for pair in pairs:
            (weak if len(members) > _PART and shares[pair] < _SURE else kept).append(pair)
    tasks = (([held[each] for each in sorted(set(chain(*part)))], part) for part in _parted(weak))
    return sorted(kept + list(chain.from_iterable(pool.map(_tied, tasks))))


def _parted(items: Sequence[_Each]) -> Iterator[Sequence[_Each]]:
    """Cut a list into parts that one process works on at a time."""
    return (items[start : start + _PART] for start in range(0, len(items), _PART))


def _gathered(held: Mapping[str, Report], groups: Iterable[tuple[list[str], list[Pair]]]) -> Iterator[list[_Group]]:
    """Gather groups until they are a part for one process."""
    part: list[_Group] = []
    size = 0
    for members, pairs in groups:
        part.append(([held[each] for each in members], pairs))
        size += len(members)
        if size >= _PART:
            yield part
            part, size = [], 0
    yield part


def _post(reports: Sequence[Report]) -> list[Posted]:
    """Make of each report what the index keeps of it."""
    return [Digest(report).posted for report in reports]


@lru_cache(maxsize=1)
def _opened(folder: str) -> Index:
    """Open the index, once in each process."""
    return Index(Path(folder))


def _find(asked: tuple[str, Sequence[Posted]]) -> list[tuple[Pair, float]]:
    """Find what each report may be related to in the index of a folder."""
    folder, posted = asked
    return [((min(one, other), max(one, other)), share) for one, other, share in _opened(folder).find_all(posted)]


def _tied(asked: _Group) -> list[Pair]:
    """Keep of the pairs those that may be related by all of their wording."""
    reports, pairs = asked
    digests = {report.id: Digest(report) for report in reports}
    return [(one, other) for one, other in pairs if may_be_related(digests[one], digests[other])]


def _link(groups: Sequence[_Group]) -> list[Lineage]:
    """Link each group."""
    linked = []
    for members, pairs in groups:
        digests = {report.id: Digest(report) for report in members}
        linked.append(link_group(list(digests.values()), judge_pairs(digests, pairs)))
    return linked
