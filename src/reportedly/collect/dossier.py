"""The picture of a collection with its working papers: of everything, of what could be known once, or of a part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from reportedly.assess import compose, correct_readings, label
from reportedly.collect.comparing import compare_kin
from reportedly.collect.weighing import known_at
from reportedly.data import read_words
from reportedly.lineage import Lineage
from reportedly.picture import Dossier, Finding, SiteQuery, Survey
from reportedly.pipeline import survey_sites
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.store import Connection, claims, judgements, lineages, reports, search
from reportedly.store.codec import plain
from reportedly.store.revision import count_reports, holds_more, list_latest
from reportedly.text.day import end_of

_FEW = 400  # reports up to which everything is looked at
_OF_QUESTION = 60  # reports, those that hold most of its names, by which a question to a large collection is answered
_CLAIMS_OF_QUESTION = 200  # that these bear on, after which no more of them are looked into
_UNRELATED = Lineage(derivations=(), families=(), retellings=())
_WORDS = re.compile(r"[\w'’-]+")
OF_SITE = 40  # reports, the latest that name it, and as many of its claims, by which a large collection tells of a site


def is_large(connection: Connection) -> bool:
    """Tell whether a collection is too large to be looked through whole for one site or one claim."""
    return holds_more(connection, _FEW)


def whole_dossier(connection: Connection, as_of: str | None = None) -> Dossier:
    """Give the picture of everything that is held, or could be known at a day or a moment."""
    if as_of is not None:
        known = _lay_out(connection, *known_at(connection, end_of(as_of)))
        return replace(known, picture=replace(known.picture, as_of=as_of))
    readings = reports.load_readings(connection, [note.number for note in reports.list_held(connection)])
    told = _lay_out(connection, readings, lineages.load_lineage(connection), claims.load_findings(connection))
    return replace(told, picture=replace(told.picture, lost=judgements.load_lost(connection)))


def dossier_of_latest(connection: Connection, limit: int) -> Dossier:
    """Give the picture of the latest reports, of all that they are kin to, and of every claim that these bear on."""
    near = lineages.find_kin(connection, list_latest(connection, limit))
    findings = claims.find_findings_of(connection, near)
    kin = lineages.find_kin(connection, near.union(*(finding.claim.report_ids for finding in findings)))
    readings = reports.load_readings(connection, reports.find_numbers(connection, kin).values())
    told = label(findings, claims.labels_of(connection, findings))
    return _lay_out(connection, readings, lineages.load_lineage(connection, kin), told)


def dossier_about(connection: Connection, ids: Iterable[str], *, compared: bool = False) -> Dossier:
    """Give the picture of some reports and of every claim that these bear on.

    Of the others that these claims rest on, and of what is kin to any, there are the reports without what was read in
    them.

    Args:
        connection: a connection that reads.
        ids: the reports'.
        compared: whether to tell what each retelling among them changed.
    """
    near = set(ids)
    findings = claims.find_findings_of(connection, near)
    kin = lineages.find_kin(connection, near.union(*(finding.claim.report_ids for finding in findings)))
    readings = reports.load_readings(connection, reports.find_numbers(connection, near).values())
    beside = reports.load_reports(connection, reports.find_numbers(connection, kin - near).values())
    told = label(findings, claims.labels_of(connection, findings))
    lineage = lineages.load_lineage(connection, kin)
    return _lay_out(connection, readings, lineage, told, beside=beside, compared=compared)


def dossier_of_claims(
    connection: Connection, ids: Iterable[str], beside: Iterable[str] = (), *, voiced: bool = True
) -> Dossier:
    """Give the picture of some claims alone, with what they rest on of their reports, and others wanted beside.

    Args:
        connection: a connection that reads.
        ids: the claims'.
        beside: ids of reports.
        voiced: whether to give what was read in the words that the claims rest on; without it there are the reports.
    """
    findings = claims.find_findings(connection, list(ids))
    supports = [each for told in findings for each in (*told.claim.supporting, *told.claim.opposing)]
    wanted = {*beside, *(each.report for each in supports), *(each.origin for each in supports)}
    parts = {id_ for each in supports for id_ in (each.attribution, each.event) if id_}
    told_in = reports.find_numbers(connection, {each.report for each in supports} if voiced else ())
    readings = reports.load_excerpts(connection, told_in.values(), parts)
    others = reports.load_reports(connection, reports.find_numbers(connection, wanted - told_in.keys()).values())
    told = label(findings, claims.labels_of(connection, findings))
    lineage = lineages.load_lineage(connection, wanted)
    return _lay_out(connection, readings, lineage, told, beside=others, compared=False)


def dossier_of_question(connection: Connection, question: str) -> Dossier:
    """Give the picture of the reports of a large collection that a question may be about.

    They are those that hold most of its names, where it has none, of its words, until they tell enough.
    """
    told = [word.strip("'’") for word in _WORDS.findall(question)]
    names = [word for word in told[1:] if word[:1].isupper()]
    wanted = names or [word for word in told if word.lower() not in read_words("stopwords.txt")]
    best = search.search_any(connection, wanted, limit=_OF_QUESTION)
    counted = claims.count_by_report(connection, best)
    before = accumulate((counted.get(id_, 0) for id_ in best), initial=0)
    enough = [id_ for id_, told_so_far in zip(best, before, strict=False) if told_so_far < _CLAIMS_OF_QUESTION]
    return dossier_about(connection, enough)


def dossier_of_claim(connection: Connection, finding: Finding) -> tuple[Dossier, str, int]:
    """Give the picture that the trace of a claim needs, as people corrected it, its id, how many reports there are."""
    kin = lineages.find_kin(connection, finding.claim.report_ids)
    readings = reports.load_readings(connection, reports.find_numbers(connection, kin).values())
    told = label([finding], claims.labels_of(connection, [finding]))
    found = _lay_out(connection, readings, lineages.load_lineage(connection, kin), told)
    corrected = correct_readings(readings, judgements.load_judgements(connection))
    return replace(found, readings=tuple(corrected)), finding.claim.id, count_reports(connection)


def survey_site(connection: Connection, query: SiteQuery) -> Survey | None:
    """Say what is known to be at a site of a large collection, or at all of another one.

    It is told by the latest reports, up to the day that is asked for, that name the site or of which claims say what is
    there, and their kin.
    """
    if query.place is None or not is_large(connection):
        return survey_sites(whole_dossier(connection), query)
    named = [hit.id for hit in search.search_phrase(connection, query.place, limit=OF_SITE, until=query.day)]
    wanted = [*named, *claims.reports_of_site(connection, query.place, query.day, OF_SITE)]
    near = lineages.find_kin(connection, wanted)
    if query.day is None:  # it is that of the latest report, be it one that a claim rests on
        return survey_sites(dossier_about(connection, near), query)
    readings = reports.load_readings(connection, reports.find_numbers(connection, near).values())
    papers = _lay_out(connection, readings, _UNRELATED, (), compared=False)
    return survey_sites(papers, query, lambda ids: [told.claim for told in claims.find_findings_of(connection, ids)])


def papers_of(connection: Connection, named: Iterable[str]) -> tuple[list[Reading], list[Finding]]:
    """Give the readings, as people corrected them, and the findings among which a person finds what they name.

    Args:
        connection: a connection that reads.
        named: beginnings of ids of claims, ids of reports, REPORT:START-END, ids of what was read in a report.
    """
    reported: set[str] = set()
    begun: list[str] = []
    for name in (each for each in named if each and plain(each) == each):
        of_report = set(reports.find_numbers(connection, {name, name.rpartition(":")[0]}))
        of_claims = claims.match_ids(connection, name)
        begun += of_claims
        reported |= of_report or ({_report_of(connection, name)} - {""} if not of_claims else set())
    findings = {each.claim.id: each for each in claims.find_findings(connection, begun)}
    wanted = reported.union(*(finding.claim.report_ids for finding in findings.values()))
    findings |= {each.claim.id: each for each in claims.find_findings_of(connection, reported)}
    readings = reports.load_readings(connection, reports.find_numbers(connection, wanted).values())
    return correct_readings(readings, judgements.load_judgements(connection)), list(findings.values())


def _report_of(connection: Connection, id_: str) -> str:
    """Name the report in which an attribution or an event was read, looking in one after the other; '' for none."""
    for note in reports.list_held(connection):
        (reading,) = reports.load_readings(connection, [note.number])
        if any(each.id == id_ for each in reading.attributions) or any(each.id == id_ for each in reading.events):
            return note.id
    return ""


def _lay_out(
    connection: Connection,
    readings: Sequence[Reading],
    lineage: Lineage,
    findings: Sequence[Finding],
    *,
    beside: Sequence[Report] = (),
    compared: bool = True,
) -> Dossier:
    unread = reports.load_unread(connection)
    held = [*(reading.report for reading in readings), *beside]
    return Dossier(
        picture=compose(findings, held, lineage.families, unread),
        readings=tuple(readings),
        lineage=lineage,
        comparisons=compare_kin(connection, readings, lineage) if compared else (),
    )
