"""Readings + lineage -> Picture: what is known, on how many legs, and what speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.assess.asked_claim import find_claim
from reportedly.assess.claim import Papers, weigh_pool, write_claim
from reportedly.assess.contradiction import find_contradictions
from reportedly.assess.coreference import pool_mentions
from reportedly.assess.found_again import find_again, mark_place, place_of
from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Mention, Mode, collect_mentions
from reportedly.assess.party import newsroom_name
from reportedly.assess.provenance import Provenance
from reportedly.assess.replay import Replay
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.site import list_entries, list_sites
from reportedly.assess.summary import fullest_sources
from reportedly.assess.timeline import draw_timeline
from reportedly.assess.trace import retold_pairs, trace
from reportedly.claim import Claim
from reportedly.judgement import Judgement, Lost
from reportedly.lineage import Family, Lineage
from reportedly.picture import Finding, Picture
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.text.day import moment

__all__ = [
    "Weighed",
    "assess",
    "compose",
    "correct_readings",
    "find_again",
    "find_claim",
    "find_claims",
    "label",
    "mark_place",
    "newsroom_name",
    "place_of",
    "retold_pairs",
    "trace",
    "weigh",
]


def assess(
    readings: Sequence[Reading],
    lineage: Lineage,
    unread: Sequence[Unread] = (),
    *,
    judgements: Sequence[Judgement] = (),
) -> Picture:
    """Work out what is known from the readings: claims with their legs, sites and a timeline.

    The order of the readings does not matter. Claims on more legs come first, then what happened before what is
    meant or said, then what more reports tell, then the older. `as_of` is the latest date among the reports, None
    where none has one. What people judged holds; the lineage is taken as it is given.
    """
    reports = [reading.report for reading in readings]
    found = weigh(readings, lineage, judgements)
    return replace(compose(found.findings, reports, lineage.families, unread), lost=found.lost)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Claims, and what became of the judgements on them."""

    findings: list[Finding]
    lost: tuple[Lost, ...]  # judgements that found nothing to hold for
    idle: frozenset[str]  # ids of judgements that changed nothing


def find_claims(readings: Sequence[Reading], lineage: Lineage, judgements: Sequence[Judgement] = ()) -> list[Finding]:
    """Pool all that the readings tell, and write each pool up as a claim, as people judged; in no order."""
    return weigh(readings, lineage, judgements).findings


def correct_readings(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> list[Reading]:
    """Give readings with every field as people corrected it; what was rejected stands in them all the same."""
    return Replay(list(readings), judgements).readings


def weigh(readings: Sequence[Reading], lineage: Lineage, judgements: Sequence[Judgement] = ()) -> Weighed:
    """Find the claims, and tell which judgements on them found nothing to hold for."""
    replay = Replay(sorted(readings, key=lambda reading: reading.report.id), judgements)
    ordered = replay.readings
    provenance = Provenance(ordered, lineage)
    mentions = [
        mention
        for reading in ordered
        for mention in settle_sentences(replay.keep(collect_mentions(reading)), reading.report.body)
    ]
    pools, finder = replay.regroup(*pool_mentions(mentions, provenance), provenance)
    against = find_contradictions(pools, finder, provenance)
    sides = [weigh_pool(pool, provenance) for pool in pools]
    papers = Papers(provenance, {each.report.id: each.report.body for each in ordered}, fullest_sources(ordered))
    of = {reading.report.id: reading for reading in ordered}
    findings = []
    for number, side in enumerate(sides):
        if not side.pool.minor:
            claim, mention = write_claim(side, [sides[rival] for rival in against.get(number, ())], papers)
            claim = replace(claim, grade=replay.grade_of(side.pool))
            findings.append(_finding(claim, mention, of[mention.report]))
    return Weighed(findings=findings, lost=replay.lost, idle=replay.idle)


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
