"""The story: a family of reports with the claims that it tells, as the Desk lists it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.attribution import SpeakerKind
from reportedly.claim import Claim
from reportedly.export.catalogue import Catalogue
from reportedly.lineage import Comparison, Drift, Family, VariationKind
from reportedly.picture import Dossier
from reportedly.reading import Reading
from reportedly.text.day import moment

_MANY = 4  # sites that a row names


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A family of reports, with what it tells."""

    id: str  # that of the report that leads it
    lead: str  # the origin; where it is not held, or cannot be told, the earliest report
    family: Family
    reports: tuple[str, ...]  # the earliest first
    claims: tuple[str, ...]  # that a report of it supports; those on most origins first
    shared: tuple[str, ...]  # of these, those that stand on an origin of another story too
    opposed: tuple[str, ...]  # of these, those that something contradicts
    voices: int  # speakers that the lead quotes or draws on
    places: tuple[str, ...]  # where its claims lie, those with most claims first
    first: str | None  # when its earliest report came out, ISO 8601 as told
    last: str | None
    stronger: int  # changes by which a retelling claims more than its origin
    quotes_altered: int


def list_stories(dossier: Dossier, papers: Catalogue) -> tuple[Story, ...]:
    """List the stories that are at hand whole, those that were last told first; whatever has no date comes last."""
    told = _claims_by_report(papers)
    readings = {reading.report.id: reading for reading in dossier.readings}
    changes = _changes_by_report(dossier)
    held = [family for family in dossier.picture.families if papers.reports.keys() >= set(family.members)]
    stories = [_story(family, papers, told, readings, changes) for family in held]
    dated = sorted(stories, key=lambda story: story.id)
    dated.sort(key=lambda story: moment(story.last) if story.last else "", reverse=True)
    return tuple(dated)


def _story(
    family: Family,
    papers: Catalogue,
    told: Mapping[str, list[Claim]],
    readings: Mapping[str, Reading],
    changes: Mapping[str, list[Comparison]],
) -> Story:
    """Draw one story up."""
    members = tuple(sorted(family.members, key=lambda id_: (moment(papers.reports[id_].published), id_)))
    lead = family.origin if family.origin in family.members else members[0]
    claims = list({claim.id: claim for id_ in members for claim in told.get(id_, [])}.values())
    claims.sort(key=lambda claim: papers.numbers[claim.id])
    dates = [papers.reports[id_].published for id_ in members if papers.reports[id_].published]
    variations = [v for id_ in members for made in changes.get(id_, []) for v in made.variations]
    inside = set(members)
    return Story(
        id=lead,
        lead=lead,
        family=family,
        reports=members,
        claims=tuple(claim.id for claim in claims),
        shared=tuple(claim.id for claim in claims if claim.origins > 1 and _told_outside(claim, inside)),
        opposed=tuple(claim.id for claim in claims if any(not each.withdrawn for each in claim.opposing)),
        voices=_voices(readings.get(lead)),
        places=_places(claims),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        stronger=sum(v.direction is Drift.STRONGER for v in variations),
        quotes_altered=sum(v.kind is VariationKind.QUOTE_ALTERED for v in variations),
    )


def _claims_by_report(papers: Catalogue) -> Mapping[str, list[Claim]]:
    """List for each report the claims that it supports."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in papers.claims.values():
        for report in dict.fromkeys(each.report for each in claim.supporting):
            found[report].append(claim)
    return found


def _changes_by_report(dossier: Dossier) -> Mapping[str, list[Comparison]]:
    """List for each report the comparison with the one that it was made from."""
    found: dict[str, list[Comparison]] = defaultdict(list)
    for made in dossier.comparisons:
        if made.related:
            found[made.derivative or made.reports.b.id].append(made)
    return found


def _told_outside(claim: Claim, inside: set[str]) -> bool:
    """Tell whether a claim has support that counts in a report of another story."""
    return any(each.report not in inside and not each.withdrawn for each in claim.supporting)


def _voices(reading: Reading | None) -> int:
    """Count the speakers that a report draws on; outlets, the report's own among them, are none."""
    if reading is None:
        return 0
    return len({each.speaker_id for each in reading.attributions if each.speaker.kind is not SpeakerKind.OUTLET})


def _places(claims: list[Claim]) -> tuple[str, ...]:
    """Name the places of claims, those with most claims first."""
    counted: dict[str, int] = defaultdict(int)
    for claim in claims:
        if claim.place is not None:
            counted[claim.place.name] += 1
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_MANY])
