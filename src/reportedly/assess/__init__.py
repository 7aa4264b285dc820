"""Readings + lineage -> Picture: what is known, on how many legs, and what speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.assess.claim import Papers, weigh_pool, write_claim
from reportedly.assess.contradiction import find_contradictions
from reportedly.assess.coreference import pool_mentions
from reportedly.assess.day import moment
from reportedly.assess.kin import SPOKEN, group
from reportedly.assess.mention import Mention, Mode, collect_mentions
from reportedly.assess.provenance import Provenance
from reportedly.assess.question import answer_questions
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.site import list_sites
from reportedly.assess.summary import fullest_sources
from reportedly.assess.timeline import draw_timeline
from reportedly.claim import Claim
from reportedly.lineage import Lineage
from reportedly.picture import Picture
from reportedly.reading import Reading
from reportedly.report import Unread
from reportedly.watchlist import Watchlist

__all__ = ["assess"]


def assess(
    readings: Sequence[Reading],
    lineage: Lineage,
    unread: Sequence[Unread] = (),
    watchlist: Watchlist = Watchlist(),  # noqa: B008  # frozen
) -> Picture:
    """Work out what is known from the readings: claims with their legs, sites, a timeline and answers to questions.

    The order of the readings does not matter. Claims on more legs come first, then what happened before what is
    meant or said, then what more reports tell, then the older. `as_of` is the latest date among the reports, None
    where none has one.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    told = _write_claims(ordered, Provenance(ordered, lineage))
    dates = sorted((reading.report.published for reading in ordered if reading.report.published), key=moment)
    as_of = dates[-1] if dates else None
    claims = tuple(claim for claim, _ in told)
    return Picture(
        as_of=as_of,
        reports=tuple(reading.report for reading in ordered),
        unread=tuple(sorted(unread, key=lambda item: (item.path, item.reason))),
        families=lineage.families,
        claims=claims,
        sites=list_sites(told, {reading.report.id: reading for reading in ordered}, as_of),
        timeline=draw_timeline(claims),
        questions=answer_questions(watchlist, claims, ordered, as_of),
    )


def _write_claims(readings: Sequence[Reading], provenance: Provenance) -> list[tuple[Claim, Mention]]:
    """Pool all mentions and write the pools up, in the order in which they are shown."""
    mentions = [
        mention for reading in readings for mention in settle_sentences(collect_mentions(reading), reading.report.body)
    ]
    pools, finder = pool_mentions(mentions, provenance)
    against = find_contradictions(pools, finder, provenance)
    sides = [weigh_pool(pool, provenance) for pool in pools]
    bodies = {reading.report.id: reading.report.body for reading in readings}
    papers = Papers(provenance, bodies, fullest_sources(readings))
    told = [
        write_claim(side, [sides[rival] for rival in against.get(number, ())], papers)
        for number, side in enumerate(sides)
        if not side.pool.minor
    ]
    return sorted(_tell_apart(told), key=_order)


def _tell_apart(told: Sequence[tuple[Claim, Mention]]) -> list[tuple[Claim, Mention]]:
    """Put before the words of claims that are told in the same words what they differ in: a place, or a harm."""
    labels: dict[str, set[str]] = defaultdict(set)
    for claim, mention in told:
        labels[claim.summary].add(_label(claim, mention))
    return [
        (replace(claim, summary=f"{_label(claim, mention)}: {claim.summary}"), mention)
        if len(labels[claim.summary]) > 1 and _label(claim, mention)
        else (claim, mention)
        for claim, mention in told
    ]


def _label(claim: Claim, mention: Mention) -> str:
    """Give what tells a claim from another one in the same words; empty where nothing does."""
    named = claim.place is not None and claim.place.name[:1].isupper()
    return mention.harm.capitalize() or (claim.place.name if claim.place and named else "")


def _order(told: tuple[Claim, Mention]) -> tuple[int, int, int, str, str]:
    """Give what claims are put in order by: legs, then what happened before what is said or meant, then reports."""
    claim, mention = told
    return (-claim.origins, _remoteness(mention), -claim.reports, moment(claim.first_reported), claim.id)


def _remoteness(mention: Mention) -> int:
    """Give 0 for what happened, 1 for what is planned, wished or undated background, 2 for mere words."""
    event = mention.event
    if event is None or group(event.type) is SPOKEN:
        return 2
    anchored = event.time is not None or bool(mention.where) or bool(event.quantities or event.assets)
    return 0 if mention.mode is Mode.HAPPENED and anchored else 1
