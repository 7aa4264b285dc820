"""What is claimed in a collection, brought up to date where something came, went or was judged, and nowhere else.

What reports tell is put into regions that have nothing to do with each other, and within them into parts, the mentions
of one claim and of those that speak against it. Only the regions that something new belongs to are worked out again:
the claims come out as they would from all reports at once. Of regions that are very large only the nearest parts are:
a claim may then be pooled otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from reportedly.assess import REACH_DAYS, Gathering, Weighed
from reportedly.claim import Spot
from reportedly.collect.comparing import keep_comparisons
from reportedly.collect.letters import Letters
from reportedly.judgement import Judgement, digest_body, standing
from reportedly.lineage import Lineage
from reportedly.picture import Finding
from reportedly.reading import Reading
from reportedly.store import Connection, claims, judgements, lineages, mentions, reports, source_letters

_MOST = 2_000  # mentions up to which whole regions are worked out again; of more, only the parts that are touched
_REPORTS = 60  # those nearest to what comes in that are looked at
_NO_LINEAGE = Lineage(derivations=(), families=(), retellings=())


class Shelf:
    """Readings of a collection, each loaded once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[str, Reading] = {}

    def take(self, ids: Iterable[str]) -> list[Reading]:
        """Give the readings of those reports that are held, by id."""
        wanted = sorted(set(ids))
        numbers = reports.find_numbers(self._connection, [id_ for id_ in wanted if id_ not in self._held])
        loaded = reports.load_readings(self._connection, numbers.values())
        self._held.update((reading.report.id, reading) for reading in loaded)
        return [self._held[id_] for id_ in wanted if id_ in self._held]


def work_in(connection: Connection, touched: Set[str], came: Set[str] | None = None) -> None:
    """Bring up to date what is claimed, and what retellings changed, after reports came, went or were read anew.

    Args:
        connection: a connection that writes.
        touched: ids of reports that came, went or were read anew, or whose lineage is another.
        came: of these, the ids of those that came or were read anew; all may have, where none are named.
    """
    assess_touched(connection, touched, came)
    keep_comparisons(connection, touched)


def assess_touched(connection: Connection, touched: Iterable[str], came: Set[str] | None = None) -> Weighed:
    """Work out again what is claimed wherever some reports have to do with it, and keep it.

    Args:
        connection: a connection that writes.
        touched: ids of reports that came or went, or whose lineage or judgements changed.
        came: of these, the ids of those that tell something new; all may, where none are named.
    """
    changed = set(touched)
    shelf = Shelf(connection)
    judged = judgements.load_judgements(connection)
    near = mentions.find_parts(connection, changed)
    regions = mentions.find_regions(connection, near)
    mentions.drop_mentions(connection, changed)
    akin, looked_at = _find_akin(connection, changed if came is None else changed & came, judged, shelf)
    near |= akin
    near |= mentions.find_parts(connection, _tied_by_judgement(connection, changed, judged, shelf))
    stale = near | mentions.find_parts_of(connection, regions | mentions.find_regions(connection, near), _MOST)
    kept = mentions.list_spots(connection, stale)
    kin = lineages.find_kin(connection, changed | {spot.report for spot in kept})
    readings = shelf.take(kin)
    gathering = Gathering(readings, lineages.load_lineage(connection, kin), judged, looked_at)
    new = gathering.spots(changed)
    weighed = gathering.weigh([*kept, *new])
    claims.drop_claims(connection, stale)
    _keep(connection, gathering, replace(weighed, findings=_graded(connection, weighed, readings)), new)
    judgements.save_lost(connection, weighed.lost, _settled(connection, judged, readings))
    return weighed


def _settled(connection: Connection, judged: Sequence[Judgement], readings: Sequence[Reading]) -> list[str]:
    """List the judgements of which some readings tell whether they find what they are about, or that no report does."""
    known = {digest_body(reading.report) for reading in readings}
    digests = {each.id: {mark.digest for mark in (each.mark, each.other) if mark} for each in standing(judged)}
    held = reports.find_held_digests(connection, set().union(*digests.values()))
    return [id_ for id_, wanted in digests.items() if wanted <= known or not wanted <= held]


def _graded(connection: Connection, weighed: Weighed, readings: Sequence[Reading]) -> list[Finding]:
    """Put the user's source letters beside the supports."""
    letters = Letters(source_letters.load_letters(connection), [reading.report for reading in readings], None)
    return letters.put_beside(weighed.findings)


def _find_akin(
    connection: Connection, changed: set[str], judged: Sequence[Judgement], shelf: Shelf
) -> tuple[set[int], Gathering]:
    """Name the parts that what some reports tell belongs to, with the mentions that were looked at for that."""
    fresh = Gathering(shelf.take(changed), _NO_LINEAGE, judged)
    found: dict[Spot, list[tuple[Spot, int]]] = {
        spot: mentions.find_candidates(connection, fresh.keys(spot), fresh.days(spot), REACH_DAYS)
        for spot in fresh.spots()
    }
    both = Gathering(shelf.take(changed | _nearest(found)), _NO_LINEAGE, judged, fresh)
    return {part for spot, near in found.items() for other, part in near if both.akin(spot, other)}, both


def _nearest(found: Mapping[Spot, Sequence[tuple[Spot, int]]]) -> set[str]:
    """Name the reports that share most with what is told, by turns for all that is told, as many as are looked at."""
    nearest: set[str] = set()
    for turn in zip_longest(*found.values()):
        nearest |= {candidate[0].report for candidate in turn if candidate is not None}
        if len(nearest) >= _REPORTS:
            break
    return nearest


def _tied_by_judgement(
    connection: Connection, changed: set[str], judged: Sequence[Judgement], shelf: Shelf
) -> set[str]:
    """List the reports that people's judgements tie to some, over any number of steps."""
    pairs = [{each.mark.digest, each.other.digest} for each in standing(judged) if each.mark and each.other]
    if not pairs:
        return set()
    digests = {digest_body(reading.report) for reading in shelf.take(changed)}
    while grown := set().union(*(pair for pair in pairs if pair & digests)) - digests:
        digests |= grown
    return reports.find_digests(connection, digests) - changed


def _keep(connection: Connection, gathering: Gathering, weighed: Weighed, new: Sequence[Spot]) -> None:
    """Keep mentions and claims under the parts that they now fall into."""
    fresh, part_of = set(new), {}
    number = mentions.next_part(connection)
    for region in gathering.part():
        home = number
        for spots in region:
            part_of.update(dict.fromkeys(spots, number))
            mentions.move_mentions(connection, [spot for spot in spots if spot not in fresh], number, home)
            added = [(spot, gathering.keys(spot), gathering.days(spot)) for spot in spots if spot in fresh]
            mentions.save_mentions(connection, added, number, home)
            number += 1
    grouped: dict[int, list[Finding]] = defaultdict(list)
    for finding in weighed.findings:
        grouped[part_of[weighed.spots[finding.claim.id]]].append(finding)
    for number in sorted(grouped):
        claims.save_findings(connection, grouped[number], number)
