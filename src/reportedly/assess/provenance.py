"""Where each sentence goes back to: the report that it was taken from, and the newsroom that collected it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from reportedly.assess.party import newsroom_name, plain
from reportedly.assess.withdrawn import withdrawn_reports
from reportedly.attribution import SpeakerKind
from reportedly.data import read_words
from reportedly.lineage import DERIVED, InferredOrigin, Lineage, Relation, Retelling
from reportedly.reading import Reading
from reportedly.report import NoticeKind, Report

UNNAMED = "report:"  # what the key of a newsroom starts with that no words name
_CHANGES = (NoticeKind.CORRECTION, NoticeKind.UPDATE)


@dataclass(frozen=True, slots=True)
class Descent:
    """The sentence that a sentence goes back to."""

    origin: str  # id of the report, or of the inferred origin; the sentence's own report where it is nobody else's
    sentence: int | None  # where it starts in the origin; None where the origin is not held


class Provenance:
    """What the lineage says of any sentence of any report."""

    def __init__(self, readings: Sequence[Reading], lineage: Lineage) -> None:
        self._reports: dict[str, Report] = {reading.report.id: reading.report for reading in readings}
        self._starts = {reading.report.id: [sentence.start for sentence in reading.sentences] for reading in readings}
        self._inferred: dict[str, InferredOrigin] = {
            family.inferred_origin.id: family.inferred_origin for family in lineage.families if family.inferred_origin
        }
        self._family_of = {member: family for family in lineage.families for member in family.members}
        self._retold = self._by_sentence(lineage.retellings)
        self._parents = {
            edge.b if edge.origin == edge.a else edge.a: edge.origin
            for edge in sorted(lineage.derivations, key=lambda edge: (edge.a, edge.b))
            if edge.parent and edge.origin and edge.kind in DERIVED
        }
        self._updates = {frozenset((edge.a, edge.b)) for edge in lineage.derivations if edge.kind is Relation.UPDATE}
        self._withdrawn = withdrawn_reports(readings)
        # A report that names no newsroom of its own and has its sources tell one is taken to be that one's.
        self._told = {reading.report.id: told for reading in readings if (told := _whom_sources_told(reading))}
        names = [name for report in self._reports.values() for name in (report.publisher, report.agency) if name]
        names += self._told.values()
        names += [origin.publisher for origin in self._inferred.values()]
        self._credited = {reading.report.id: _outlets_named(reading) for reading in readings}
        self._speaking = {reading.report.id: _outlets_speaking(reading) for reading in readings}
        self._beside: dict[str, frozenset[str]] = defaultdict(frozenset)
        for edge in lineage.derivations:
            for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
                if edge.kind in DERIVED and edge.origin == one:
                    continue  # a report has nothing from what was made of it
                self._beside[one] |= newsrooms_of(self._reports[other]) if other in self._reports else frozenset()
        self._held = frozenset[str]().union(*map(newsrooms_of, self._reports.values()))
        self.titles = {newsroom_name(name): name for name in sorted(names, reverse=True)}

    def _by_sentence(self, retellings: Sequence[Retelling]) -> dict[tuple[str, int], Retelling]:
        """Keep for each sentence the retelling that is surest."""
        kept: dict[tuple[str, int], Retelling] = {}
        for item in sorted(retellings, key=lambda item: (-item.score, item.origin, item.report)):
            for start in self._sentences_in(item.report, item.sentence.start, item.sentence.end):
                kept.setdefault((item.report, start), item)
        return kept

    def _sentences_in(self, report: str, start: int, end: int) -> list[int]:
        """List where the sentences start that `[start, end)` of a report touches."""
        starts = self._starts.get(report, [])
        first = max(0, bisect_right(starts, start) - 1)
        return starts[first : bisect_right(starts, end - 1)]

    def descent(self, report: str, sentence: int) -> Descent:
        """Give the sentence that the one starting at `sentence` goes back to, at the end of the chain."""
        seen = [(report, sentence)]
        while retold := self._retold.get(seen[-1]):
            if retold.origin not in self._reports or retold.origin_sentence is None:
                return Descent(retold.origin, None)
            held = self._sentences_in(retold.origin, retold.origin_sentence.start, retold.origin_sentence.start + 1)
            if not held:
                return Descent(retold.origin, None)
            step = (retold.origin, held[0])
            if step in seen:  # two reports each said to retell the other: the lower id stands for both
                return Descent(*min(seen[seen.index(step) :]))
            seen.append(step)
        return Descent(*seen[-1])

    def sureness(self, report: str, sentence: int) -> float | None:
        """Give how sure it is, 0 to 1, where the sentence starting at `sentence` goes back to; None where nowhere."""
        retold = self._retold.get((report, sentence))
        return retold.score if retold else None

    def publisher_not_held(self, origin: str) -> str | None:
        """Give whose report an origin is that others credit and that is not held; None for one that is held."""
        return self._inferred[origin].publisher if origin in self._inferred else None

    def newsroom(self, origin: str) -> str:
        """Give the newsroom of a report or of an inferred origin; it starts with UNNAMED where no words name it."""
        if origin in self._inferred:
            return newsroom_name(self._inferred[origin].publisher)
        report = self._reports.get(origin)
        named = report and (report.agency or report.publisher or self._told.get(origin))
        return newsroom_name(named) if named else UNNAMED + origin

    def own_newsroom(self, report: str) -> str:
        """Give the newsroom of what a report has from nobody else: not the agency whose copy the rest of it is."""
        signed = self.newsroom(report)
        held = self._reports.get(report)
        if held and held.publisher and signed in self.ancestors(report) and not self.corrects(report):
            return newsroom_name(held.publisher)
        return signed

    def titles_of(self, origin: str) -> tuple[str, ...]:
        """Give what the newsroom of a report, or of an inferred origin, is called in it."""
        if origin in self._inferred:
            return (self._inferred[origin].publisher,)
        report = self._reports.get(origin)
        return tuple(name for name in (report.agency, report.publisher) if name) if report else ()

    def leans_on(self, report: str) -> tuple[str, ...]:
        """Give the newsrooms of other reports held that `report` says it has something from."""
        own = newsrooms_of(self._reports[report]) if report in self._reports else frozenset()
        credited = self._credited.get(report, frozenset())
        speaking = self._speaking.get(report, frozenset())
        if speaking & own or "" in speaking:  # 'according to the agency': one of those that tell the same story
            credited |= self._beside.get(report, frozenset())
        return tuple(sorted((credited & self._held) - own))

    def ancestors(self, report: str) -> tuple[str, ...]:
        """Give the newsrooms of the reports that `report` as a whole derives from."""
        found: list[str] = []
        seen = {report}
        while (parent := self._parents.get(report)) and parent not in seen:
            seen.add(parent)
            found.append(self.newsroom(parent))
            report = parent
        family = self._family_of.get(report)
        if family and family.inferred_origin:
            found.append(self.newsroom(family.inferred_origin.id))
        return tuple(found)

    def is_signed(self, *reports: str) -> bool:
        """Tell whether each of some reports names its agency or its publisher itself."""
        return all(self.titles_of(report) for report in reports)

    def is_dated(self, report: str) -> bool:
        """Tell whether a report has a dateline."""
        held = self._reports.get(report)
        return held is not None and held.dateline is not None

    def names_itself(self, report: str, words: str) -> bool:
        """Tell whether words of a report name its own outlet, if by the last word of its name: 'the Courier found'."""
        own = {title.split()[-1] for title in self.titles_of(report)}
        return not own.isdisjoint(words.replace("’", "'").replace("'", " ").split())

    def corrects(self, report: str) -> bool:
        """Tell whether a report says that it corrects an earlier one, or brings it up to date."""
        held = self._reports.get(report)
        return held is not None and any(notice.kind in _CHANGES for notice in held.notices)

    def is_update(self, one: str, other: str) -> bool:
        """Tell whether one of two reports is an update of the other."""
        return frozenset((one, other)) in self._updates

    def withdrawn(self, report: str, origin: str) -> bool:
        """Tell whether the report was retracted, or the one that its sentence goes back to."""
        return report in self._withdrawn or origin in self._withdrawn


def newsrooms_of(report: Report) -> frozenset[str]:
    """Give the newsrooms that a report is signed by."""
    return frozenset(newsroom_name(name) for name in (report.agency, report.publisher) if name)


def may_lean_on(reading: Reading, newsrooms: Set[str]) -> bool:
    """Tell whether a report may say that it has something from some newsrooms, which tell the same story."""
    speaking = _outlets_speaking(reading)
    return (
        "" in speaking
        or not speaking.isdisjoint(newsrooms_of(reading.report))
        or bool(_outlets_named(reading) & newsrooms)
    )


def _whom_sources_told(reading: Reading) -> str | None:
    """Give the newsroom that a report's sources told most often; None where they told none by name."""
    told = Counter(
        item.via
        for item in reading.attributions
        if item.via and plain(item.via) not in read_words("assess_audiences.txt")
    )
    return min(told, key=lambda name: (-told[name], name), default=None)


def _outlets_named(reading: Reading) -> frozenset[str]:
    """Give the newsrooms that a report names as those that told something, or were told it."""
    told = frozenset(newsroom_name(item.via) for item in reading.attributions if item.via)
    return told | _outlets_speaking(reading)


def _outlets_speaking(reading: Reading) -> frozenset[str]:
    """Give the newsrooms that a report names as those that told something; empty the name of one that is not named."""
    speakers = [item.speaker for item in reading.attributions if item.speaker.kind is SpeakerKind.OUTLET]
    return frozenset(newsroom_name(speaker.name or "") for speaker in speakers)
