"""How far what came, went or was judged reaches in a collection, and what is claimed there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest
from operator import itemgetter

from reportedly.assess import REACH_DAYS, Gathering, Part, Weighed, may_be_akin
from reportedly.claim import Spot
from reportedly.collect.letters import Letters
from reportedly.collect.shelf import Shelf
from reportedly.judgement import Judgement, digest_body, standing
from reportedly.lineage import Lineage
from reportedly.link import join
from reportedly.picture import Finding
from reportedly.reading import Reading
from reportedly.store import Connection, claims, judgements, lineages, mentions, reports, source_letters
from reportedly.store.mentions import NO_MARK, NO_PART, Noted

_MOST = 2_000  # mentions from which on no further parts are looked at
_REPORTS = 60  # those nearest to what comes in that are looked at
_NO_LINEAGE = Lineage(derivations=(), families=(), retellings=())


class Scope:
    """The parts of a collection that a change may reach, grown until it reaches no further."""

    def __init__(self, connection: Connection, changed: Set[str], anew: Set[str]) -> None:
        """Begin with the parts that some reports have to do with, and note anew what these tell.

        Args:
            connection: a connection that writes.
            changed: ids of reports that came or went, or whose lineage or judgements changed.
            anew: of these, the ids of those of which other things may be told than was noted.
        """
        self._connection = connection
        self._changed = changed
        self._judgements = judgements.load_judgements(connection)
        self._standing = standing(self._judgements)
        self._judged = reports.find_digests(connection, _digests(self._standing))
        self._shelf = Shelf(connection, self._judged)
        before = mentions.list_of_reports(connection, changed)
        self._parts = {note.part for note in before} | mentions.find_akin(connection, _numbers(before))
        mentions.drop_mentions(connection, anew)
        self._readings: list[Reading] = []
        self._kin: set[str] = set()  # reports of which the lineage is known
        self._lineage = _NO_LINEAGE
        self._gathering = self._gather(anew, _NO_LINEAGE)
        self._noted: dict[Spot, Noted] = {}
        self._tied: set[Spot] = set()
        self._pooled: list[Part] = []
        self._seen: set[Spot] = set()  # what was pooled at least once
        self._note(self._gathering.spots())
        self._parts |= self._tie()

    def widen(self) -> bool:
        """Pool what is new in reach beside what is tied to it, and take in what it reaches; tell whether to go on.

        Once nothing more is reached, all is pooled together.
        """
        self._noted |= {note.spot: note for note in mentions.list_mentions(self._connection, self._parts)}
        wanted = self._beside(self._noted.keys() - self._seen)
        self._seen |= wanted
        kin = lineages.find_kin(self._connection, self._changed | {spot.report for spot in self._noted})
        self._lineage = join([self._lineage, lineages.load_lineage(self._connection, kin - self._kin)])
        self._kin = kin
        self._gathering = self._gather(kin, self._lineage)
        pooled = self._gathering.pool(wanted)
        self._pooled = [part for part in self._pooled if part.spots[0] not in wanted] + pooled
        reached = self._note(spot for part in pooled for spot in part.spots)
        reached |= mentions.find_parts(self._connection, self._judged_with(kin)) | self._tie()
        moved = [self._noted[spot] for part in pooled if not self._stays(part) for spot in part.spots]
        reached |= mentions.find_akin(self._connection, _numbers(moved))
        grown = not reached <= self._parts and len(self._noted) <= _MOST
        self._parts |= reached if grown else set()
        return grown or len(wanted) < len(self._noted)

    def _beside(self, spots: Set[Spot]) -> set[Spot]:
        """Give some mentions with all that is tied to them, or in one part with them, over any number of steps.

        All that is noted where that is less than twice as much, or where people judged, who tie whatever they please.
        """
        every = set(self._noted)
        if 2 * len(spots) > len(every) or not spots or self._standing:
            return every
        ties = [[each.number for each in notes] for notes in self._together()]
        ties += mentions.list_ties(self._connection, _numbers(self._noted.values()))
        near: dict[int, set[int]] = defaultdict(set)
        for tied in ties:
            for number in tied:
                near[tied[0]].add(number)
                near[number].add(tied[0])
        reached, waiting = set[int](), {self._noted[spot].number for spot in spots}
        while waiting:
            reached |= waiting
            waiting = set[int]().union(*(near[number] for number in waiting)) - reached
        found = {spot for spot in every if self._noted[spot].number in reached}
        return every if 2 * len(found) > len(every) else found

    def _together(self) -> Iterator[list[Noted]]:
        """Give the mentions of each part, as it was and as it came out."""
        held: dict[int, list[Noted]] = defaultdict(list)
        for note in self._noted.values():
            held[note.part or -note.number].append(note)
        yield from held.values()
        yield from ([self._noted[spot] for spot in part.spots] for part in self._pooled)

    def _gather(self, ids: Set[str], lineage: Lineage) -> Gathering:
        """Gather what reports tell."""
        self._readings = self._shelf.take(ids)
        return Gathering(self._readings, lineage, self._judgements, self._shelf.told)

    def keep(self) -> Weighed:
        """Keep what is claimed of the parts that came out otherwise than they were."""
        moved = self._moved()
        spots = {spot for part in moved for spot in part.spots}
        same = {note.part for spot, note in self._noted.items() if spot not in spots}
        claims.drop_claims(self._connection, self._parts - same)
        first = mentions.next_part(self._connection)
        part_of = {spot: number for number, part in enumerate(moved, first) for spot in part.spots}
        marked = {spot: part.mark for part in moved for spot in part.spots}
        placed = {self._noted[spot].number: (part_of[spot], marked[spot]) for spot in spots}
        mentions.put_into_parts(self._connection, placed)
        weighed = self._gathering.write(spots)
        weighed = replace(weighed, findings=self._graded(weighed.findings))
        placed_in = [(part_of[weighed.spots[finding.claim.id]], finding) for finding in weighed.findings]
        claims.save_findings(self._connection, sorted(placed_in, key=itemgetter(0)))
        judgements.save_lost(self._connection, weighed.lost, self._settled())
        return weighed

    def _moved(self) -> list[Part]:
        """List the parts that are not as they were noted, or that a report has to do with which changed."""
        return [part for part in self._pooled if not self._stays(part)]

    def _stays(self, part: Part) -> bool:
        notes = [self._noted[spot] for spot in part.spots]
        same = {(note.part, note.mark) for note in notes} == {(notes[0].part, part.mark)}
        return same and not any(spot.report in self._changed for spot in part.spots)

    def _note(self, spots: Iterable[Spot]) -> set[int]:
        """Note mentions that are not, and give the parts of those that are noted elsewhere."""
        absent = [spot for spot in spots if spot not in self._noted]
        elsewhere = {note.spot: note for note in mentions.list_of_reports(self._connection, {s.report for s in absent})}
        new = [spot for spot in absent if spot not in elsewhere]
        told = [(spot, self._gathering.keys(spot), self._gathering.days(spot)) for spot in new]
        self._noted |= mentions.save_mentions(self._connection, told)
        self._noted |= {spot: elsewhere[spot] for spot in absent if spot in elsewhere}
        return {elsewhere[spot].part for spot in absent if spot in elsewhere}

    def _tie(self) -> set[int]:
        """Tie mentions that are not to those that they may have to do with; give the parts of these."""
        notes = [note for spot, note in self._noted.items() if note.mark == NO_MARK and spot not in self._tied]
        self._tied |= {note.spot for note in notes}
        found = self._find_candidates(note.spot for note in notes)
        near = self._of_one_story({spot.report for spot in found}, _nearest(found))
        both = Gathering(self._shelf.take(near), _NO_LINEAGE, self._judgements, self._shelf.told)
        akin = [(note, each) for note in notes for each in found[note.spot] if both.akin(note.spot, each.spot)]
        mentions.tie_mentions(self._connection, [(note.number, other.number) for note, other in akin if note != other])
        return {other.part for _, other in akin} - {NO_PART}

    def _of_one_story(self, ids: Set[str], others: Set[str]) -> set[str]:
        """Name some reports, and those of some others that may tell anything akin to what they do."""
        told = [reading.report for reading in self._shelf.take(ids)]
        held = reports.load_reports(self._connection, reports.find_numbers(self._connection, others - ids).values())
        return set(ids).union(other.id for other in held if any(may_be_akin(each, other) for each in told))

    def _find_candidates(self, spots: Iterable[Spot]) -> dict[Spot, list[Noted]]:
        """List for each of some mentions those that share most with it, those that do first."""
        postings = mentions.Postings(self._connection, REACH_DAYS)
        found = {spot: postings.find(self._gathering.keys(spot), self._gathering.days(spot)) for spot in spots}
        numbers = {number for each in found.values() for number in each}
        notes = {note.number: note for note in mentions.list_numbered(self._connection, numbers)}
        return {spot: [notes[number] for number in each] for spot, each in found.items()}

    def _judged_with(self, ids: Set[str]) -> set[str]:
        """List those of some reports of which people judged anything, and those that judgements tie to them."""
        pairs = [{each.mark.digest, each.other.digest} for each in self._standing if each.mark and each.other]
        digests = {digest_body(reading.report) for reading in self._shelf.take(ids & self._judged)}
        while grown := set().union(*(pair for pair in pairs if pair & digests)) - digests:
            digests |= grown
        return reports.find_digests(self._connection, digests)

    def _graded(self, findings: Sequence[Finding]) -> list[Finding]:
        """Put the user's source letters beside the supports."""
        held = source_letters.load_letters(self._connection)
        return Letters(held, [reading.report for reading in self._readings], None).put_beside(findings)

    def _settled(self) -> list[str]:
        """List the judgements of which the readings tell whether they find what they are about, or that none does."""
        known = {digest_body(reading.report) for reading in self._readings}
        digests = {each.id: _digests([each]) for each in self._standing}
        held = reports.find_held_digests(self._connection, set().union(*digests.values()))
        return [id_ for id_, wanted in digests.items() if wanted <= known or not wanted <= held]


def _nearest(found: Mapping[Spot, Sequence[Noted]]) -> set[str]:
    """Name the reports that share most with what is told, by turns for all that is told, as many as are looked at."""
    nearest: set[str] = set()
    for turn in zip_longest(*found.values()):
        nearest |= {candidate.spot.report for candidate in turn if candidate is not None}
        if len(nearest) >= _REPORTS:
            break
    return nearest


def _numbers(notes: Iterable[Noted]) -> list[int]:
    return [note.number for note in notes]


def _digests(judged: Iterable[Judgement]) -> set[str]:
    """List by what the texts are known that judgements are about."""
    return {mark.digest for each in judged for mark in (each.mark, each.other) if mark}
