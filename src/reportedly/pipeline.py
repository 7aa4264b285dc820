"""The verbs composed in one process: from paths to reports, readings, lineages and a picture."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from reportedly.analyse import BODY_LIMIT, Tagger, analyse
from reportedly.lineage import Comparison, Lineage
from reportedly.picture import Dossier
from reportedly.reading import Reading
from reportedly.report import Report, Unread

_MANY_REPORTS = 2000  # from which starting other processes is worth its time

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, how many there are


def _silent(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def read_reports(
    paths: Sequence[str], *, as_is: bool = False, stdin: BinaryIO | None = None
) -> Iterator[Report | Unread]:
    """Read the reports at `paths`, in order; what cannot be read comes out with its reason.

    A report with the id of one before it, as the same words from the same file name have, is told as unread.
    """
    from reportedly.read import read

    seen: dict[str, str | None] = {}
    for item in read(paths, as_is=as_is, stdin=stdin):
        if isinstance(item, Report) and item.id in seen:
            yield Unread(
                path=item.path or item.id,
                reason=f"a report with the id {item.id} was read before, from {seen[item.id]}",
            )
        else:
            if isinstance(item, Report):
                seen[item.id] = item.path
            yield item


def gather_reports(
    paths: Sequence[str], *, as_is: bool = False, stdin: BinaryIO | None = None
) -> tuple[list[Report], list[Unread]]:
    """Read everything at `paths` and sort it into reports and what could not be read."""
    reports: list[Report] = []
    unread: list[Unread] = []
    for item in read_reports(paths, as_is=as_is, stdin=stdin):
        if isinstance(item, Report):
            reports.append(item)
        else:
            unread.append(item)
    log.info("read %d reports, could not read %d inputs", len(reports), len(unread))
    return reports, unread


def analyse_reports(items: Iterable[Report | Unread], *, tagger: Tagger = Tagger.MODEL) -> Iterator[Reading | Unread]:
    """Analyse every report as it comes; one too long gives its bare reading and is told as unread."""
    for item in items:
        if isinstance(item, Unread):
            yield item
            continue
        reading = analyse(item, tagger=tagger)
        yield reading
        if reading.not_analysed and len(item.body) > BODY_LIMIT:
            yield Unread(path=item.path or item.id, reason=f"not analysed: {reading.not_analysed}")


def link_reports(reports: Sequence[Report], *, processes: int | None = None) -> Lineage:
    """Work out which of `reports` retells which; their order does not matter.

    Args:
        reports: the reports, in any order.
        processes: over how many processes the work is spread, which changes nothing but the time that it takes;
            None lets the number of reports decide.
    """
    from reportedly.link import join, link, link_spread

    spread = processes or (usable_processors() if len(reports) >= _MANY_REPORTS else 1)
    return link(reports) if spread == 1 else join(link_spread(reports, spread))


def usable_processors() -> int:
    """Give how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def compare_reports(a: Report, b: Report, *, tagger: Tagger = Tagger.MODEL) -> Comparison:
    """Tell how two reports stand to each other and what changed between them; their order does not matter."""
    return compare_readings(analyse(a, tagger=tagger), analyse(b, tagger=tagger))


def compare_readings(a: Reading, b: Reading) -> Comparison:
    """Tell how two reports that were analysed stand to each other; their order does not matter."""
    from reportedly.link import compare

    return compare(a, b)


def assess_reports(
    reports: Sequence[Report],
    unread: Sequence[Unread] = (),
    *,
    tagger: Tagger = Tagger.MODEL,
    progress: Progress = _silent,
) -> Dossier:
    """Work out what is known from `reports`, with the papers that a page needs to show its words."""
    from reportedly.assess import assess
    from reportedly.link import compare

    ordered = sorted(reports, key=lambda report: report.id)
    readings: list[Reading] = []
    refused = list(unread)
    for item in analyse_reports(ordered, tagger=tagger):
        if isinstance(item, Unread):
            refused.append(item)
            continue
        readings.append(item)
        progress("analysing", len(readings), len(ordered))
    progress("linking", 0, 1)
    tree = link_reports(ordered)
    progress("linking", 1, 1)
    by_id = {reading.report.id: reading for reading in readings}
    edges = [edge for edge in tree.derivations if edge.parent]
    comparisons: list[Comparison] = []
    for edge in edges:
        comparisons.append(compare(by_id[edge.a], by_id[edge.b]))
        progress("comparing", len(comparisons), len(edges))
    progress("assessing", 0, 1)
    picture = assess(readings, tree, refused)
    progress("assessing", 1, 1)
    return Dossier(picture=picture, readings=tuple(readings), lineage=tree, comparisons=tuple(comparisons))
