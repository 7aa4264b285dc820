"""The verbs composed in one process: from paths to reports, readings, lineages and a picture."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from reportedly.analyse import BODY_LIMIT, Tagger, analyse
from reportedly.claim import ClaimsOf
from reportedly.lineage import Comparison, Lineage
from reportedly.picture import Dossier, SiteQuery, Survey
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.text.day import end_of, moment
from reportedly.trace import Trace
from reportedly.watchlist import Question, Watchlist

_MANY_REPORTS = 2000  # from which starting other processes is worth its time

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, how many there are


def silent(_what: str, _done: int, _total: int) -> None:
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


def link_reports(
    reports: Sequence[Report], *, processes: int | None = None, apart: Collection[tuple[str, str]] = ()
) -> Lineage:
    """Work out which of `reports` retells which; their order does not matter.

    Args:
        reports: the reports, in any order.
        processes: over how many processes the work is spread, which changes nothing but the time that it takes;
            None lets the number of reports decide.
        apart: pairs of ids, the lower one first, that somebody judged to have nothing from each other.
    """
    from reportedly.link import join, link, link_spread

    spread = processes or (usable_processors() if len(reports) >= _MANY_REPORTS else 1)
    return link(reports, apart) if spread == 1 else join(link_spread(reports, spread, apart))


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


def compare_versions(earlier: Reading, later: Reading) -> Comparison:
    """Tell what a later version of a report changed in an earlier one."""
    from reportedly.link import compare_versions as compare

    return compare(earlier, later)


def read_watchlist(path: str) -> Watchlist:
    """Read a watch file.

    Raises:
        UnreadableInput: it is none; the message names the file, the key and the reason.
    """
    from reportedly.read.watchlist import read_watchlist as read

    return read(path)


def answer_watchlist(dossier: Dossier, watchlist: Watchlist | None) -> Dossier:
    """Give a dossier whose picture answers the questions that are watched, in their order; None asks nothing."""
    if watchlist is None or not watchlist.questions:
        return dossier
    from reportedly.analyse.question import understand
    from reportedly.assess import answer_questions

    read = replace(watchlist, questions=tuple(understand(question) for question in watchlist.questions))
    picture = dossier.picture
    answers = answer_questions(read, picture.claims, dossier.readings, picture.as_of)
    return replace(dossier, picture=replace(picture, questions=answers))


def answer_question(dossier: Dossier, question: str, watchlist: Watchlist | None = None) -> Dossier:
    """Give a dossier whose picture's only answer is to one plain question.

    Args:
        dossier: what is known.
        question: as a person would put it.
        watchlist: what is watched; its own questions are not asked, but one with these words lends its pattern.
    """
    watched = watchlist or Watchlist()
    known = next((each for each in watched.questions if each.text == question), Question(text=question))
    return answer_watchlist(dossier, replace(watched, questions=(known,)))


def assess_reports(
    reports: Sequence[Report],
    unread: Sequence[Unread] = (),
    *,
    tagger: Tagger = Tagger.MODEL,
    as_of: str | None = None,
    progress: Progress = silent,
) -> Dossier:
    """Work out what is known from `reports`, with the papers that a page needs to show its words.

    Args:
        reports: the reports, in any order.
        unread: inputs that could not be read; the picture names them.
        tagger: who finds the attributions.
        as_of: a day (to its end) or a moment, ISO 8601: reports that are known to be of later are left out.
        progress: is told what is being done.

    Raises:
        UnknownResource: `as_of` is no day and no moment.
    """
    from reportedly.assess import assess
    from reportedly.link import compare

    until = None if as_of is None else end_of(as_of)
    known = [each for each in reports if until is None or not each.published or moment(each.published) <= until]
    ordered = sorted(known, key=lambda report: report.id)
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
    picture = picture if as_of is None else replace(picture, as_of=as_of)
    progress("assessing", 1, 1)
    return Dossier(picture=picture, readings=tuple(readings), lineage=tree, comparisons=tuple(comparisons))


def trace_claim(dossier: Dossier, asked: str, held: int | None = None) -> Trace:
    """Say where a claim comes from, and what was lost on the way to those who only tell it again.

    Args:
        dossier: the picture that holds it, with its papers.
        asked: the claim's id, the beginning of one, or words of which its summary alone holds all.
        held: how many reports there are, where the dossier does not hold all.

    Raises:
        UnknownResource: it stands for no claim, or for more than one.
    """
    from reportedly.assess import find_claim, retold_pairs, trace

    claim = find_claim(dossier.picture.claims, asked)
    readings = {reading.report.id: reading for reading in dossier.readings}
    compared = {frozenset((each.reports.a.id, each.reports.b.id)): each for each in dossier.comparisons}
    for pair in retold_pairs(claim):
        if frozenset(pair) not in compared and readings.keys() >= set(pair):
            compared[frozenset(pair)] = compare_readings(readings[pair[0]], readings[pair[1]])
    return trace(claim, dossier.readings, dossier.lineage, compared.values(), held)


def survey_sites(dossier: Dossier, query: SiteQuery, claims: ClaimsOf | None = None) -> Survey | None:
    """Say what is known to be at one site, or at every one of which something is told, on a day.

    Args:
        dossier: what is known.
        query: what is asked.
        claims: gives the claims that some reports bear on, by their ids; None: they are the picture's.

    Returns:
        The survey; None where no day is told and no report has one.
    """
    from reportedly.assess import site_state

    picture = dossier.picture
    on = query.day or (picture.as_of or "")[:10]
    if not on:
        return None
    told = (site for site in picture.sites if site.present or site.absent or site.arrivals or site.departures)
    places = [query.place] if query.place is not None else sorted({site.place.name for site in told})
    claims_of = claims or (lambda _: picture.claims)
    return Survey(
        day=on,
        sites=tuple(site_state(claims_of, dossier.readings, each, on, query.wanted) for each in places),
        unread=picture.unread,
    )
