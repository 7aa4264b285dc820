"""Readings + lineage -> Picture: what is known, on how many legs, and what speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.assess.claim import Papers, weigh_pool, write_claim
from reportedly.assess.contradiction import find_contradictions
from reportedly.assess.coreference import pool_mentions
from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Mention, Mode, collect_mentions
from reportedly.assess.provenance import Provenance
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.site import list_entries, list_sites
from reportedly.assess.site_state import site_state
from reportedly.assess.summary import fullest_sources
from reportedly.assess.timeline import draw_timeline
from reportedly.claim import Claim
from reportedly.lineage import Family, Lineage
from reportedly.picture import Finding, Picture
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.text.day import moment

__all__ = ["assess", "compose", "find_claims", "label", "site_state"]


def assess(readings: Sequence[Reading], lineage: Lineage, unread: Sequence[Unread] = ()) -> Picture:
    """Work out what is known from the readings: claims with their legs, sites and a timeline.

    The order of the readings does not matter. Claims on more legs come first, then what happened before what is
    meant or said, then what more reports tell, then the older. `as_of` is the latest date among the reports, None
    where none has one.
    """
    reports = [reading.report for reading in readings]
    return compose(find_claims(readings, lineage), reports, lineage.families, unread)


def compose(
    findings: Iterable[Finding],
    reports: Iterable[Report],
    families: Sequence[Family],
    unread: Sequence[Unread] = (),
) -> Picture:
    """Put findings together to a picture; their order, and that of the reports, does not matter."""
    ordered = tuple(sorted(reports, key=lambda report: report.id))
    told = sorted(_tell_apart(list(findings)), key=_order)
    dates = sorted((report.published for report in ordered if report.published), key=moment)
    as_of = dates[-1] if dates else None
    claims = tuple(finding.claim for finding in told)
    return Picture(
        as_of=as_of,
        reports=ordered,
        unread=tuple(sorted(unread, key=lambda item: (item.path, item.reason))),
        families=tuple(families),
        claims=claims,
        sites=list_sites((entry for finding in told for entry in finding.entries), as_of),
        timeline=draw_timeline(claims),
        questions=(),
    )


def find_claims(readings: Sequence[Reading], lineage: Lineage) -> list[Finding]:
    """Pool all that the readings tell, and write each pool up as a claim; in no order."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    provenance = Provenance(ordered, lineage)
    mentions = [
        mention for reading in ordered for mention in settle_sentences(collect_mentions(reading), reading.report.body)
    ]
    pools, finder = pool_mentions(mentions, provenance)
    against = find_contradictions(pools, finder, provenance)
    sides = [weigh_pool(pool, provenance) for pool in pools]
    papers = Papers(provenance, {each.report.id: each.report.body for each in ordered}, fullest_sources(ordered))
    of = {reading.report.id: reading for reading in ordered}
    findings = []
    for number, side in enumerate(sides):
        if not side.pool.minor:
            claim, mention = write_claim(side, [sides[rival] for rival in against.get(number, ())], papers)
            findings.append(_finding(claim, mention, of[mention.report]))
    return findings


def _finding(claim: Claim, mention: Mention, reading: Reading) -> Finding:
    """Give a claim with what putting it into a picture needs."""
    named = claim.place is not None and claim.place.name[:1].isupper()
    return Finding(
        claim=claim,
        label=mention.harm.capitalize() or (claim.place.name if claim.place and named else ""),
        remoteness=_remoteness(mention),
        entries=list_entries(claim, mention, reading),
    )


def label(findings: Sequence[Finding], labels: Mapping[str, Collection[str]]) -> list[Finding]:
    """Put before the words of claims that are told in the same words what they differ in: a place, or a harm.

    Args:
        findings: the claims.
        labels: for each summary the labels of all claims that are told in these words.
    """
    return [
        replace(each, claim=replace(each.claim, summary=f"{each.label}: {each.claim.summary}"))
        if each.label and len(labels[each.claim.summary]) > 1
        else each
        for each in findings
    ]


def _tell_apart(findings: Sequence[Finding]) -> list[Finding]:
    """Label those of some claims, all that there are, that are told in the same words."""
    labels: dict[str, set[str]] = defaultdict(set)
    for each in findings:
        labels[each.claim.summary].add(each.label)
    return label(findings, labels)


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    """Give what claims are put in order by: legs, then what happened before what is said or meant, then reports."""
    claim = finding.claim
    return (-claim.origins, finding.remoteness, -claim.reports, moment(claim.first_reported), claim.id)


def _remoteness(mention: Mention) -> int:
    """Give 0 for what happened, 1 for what is planned, wished or undated background, 2 for mere words."""
    event = mention.event
    if event is None or group(event.type) is SPOKEN:
        return 2
    anchored = event.time is not None or bool(mention.where) or bool(event.quantities or event.assets)
    return 0 if mention.mode is Mode.HAPPENED and anchored else 1
