"""Readings + lineage -> Picture: what is known, on how many legs, and what speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.assess.asked_claim import find_claim
from reportedly.assess.coreference import may_be_akin
from reportedly.assess.found_again import find_again, mark_place, place_of
from reportedly.assess.gathering import Gathering, Part, Weighed, give_mentions
from reportedly.assess.mention import REACH_DAYS, Mention
from reportedly.assess.party import newsroom_name
from reportedly.assess.provenance import may_lean_on, newsrooms_of
from reportedly.assess.question import answer_questions
from reportedly.assess.replay import Replay
from reportedly.assess.site import list_sites
from reportedly.assess.site_state import site_state
from reportedly.assess.timeline import draw_timeline
from reportedly.assess.trace import retold_pairs, trace
from reportedly.judgement import Judgement
from reportedly.lineage import Family, Lineage
from reportedly.picture import Finding, Picture
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.text.day import moment

__all__ = [
    "REACH_DAYS",
    "Gathering",
    "Mention",
    "Part",
    "Weighed",
    "answer_questions",
    "assess",
    "compose",
    "correct_readings",
    "find_again",
    "find_claim",
    "find_claims",
    "give_mentions",
    "label",
    "mark_place",
    "may_be_akin",
    "may_lean_on",
    "newsroom_name",
    "newsrooms_of",
    "place_of",
    "retold_pairs",
    "site_state",
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


def find_claims(readings: Sequence[Reading], lineage: Lineage, judgements: Sequence[Judgement] = ()) -> list[Finding]:
    """Pool all that the readings tell, and write each pool up as a claim, as people judged; in no order."""
    return weigh(readings, lineage, judgements).findings


def correct_readings(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> list[Reading]:
    """Give readings with every field as people corrected it; what was rejected stands in them all the same."""
    return Replay(list(readings), judgements).readings


def weigh(readings: Sequence[Reading], lineage: Lineage, judgements: Sequence[Judgement] = ()) -> Weighed:
    """Find the claims, and tell which judgements on them found nothing to hold for."""
    return Gathering(readings, lineage, judgements).weigh()


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
