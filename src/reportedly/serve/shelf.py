"""The shelf: the collection with what was last worked out from it, kept until something changes."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from threading import RLock
from typing import TypeVar, cast

from reportedly.attribution import Basis
from reportedly.claim import Claim, ClaimFilter, ClaimGroup, Grouping
from reportedly.collect import Collection
from reportedly.collection import Holdings, Revision
from reportedly.errors import UnknownResource
from reportedly.export.catalogue import Catalogue, catalogue
from reportedly.export.claim_card import Card, Leg, lay_out
from reportedly.lineage import Comparison
from reportedly.picture import Answer, Dossier, SiteQuery, Survey
from reportedly.pipeline import answer_question, compare_readings, survey_sites
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.serve.claim_group import group_claims
from reportedly.serve.drawings import Drawings, draw
from reportedly.serve.map_sheet import MapSheet, lay_out_sheet, nearest_basis
from reportedly.serve.story import Story, list_stories
from reportedly.text.day import end_of
from reportedly.trace import Trace
from reportedly.watchlist import Watchlist

_LABEL = re.compile(r"(?:^|(?<=, )|(?<=and ))(R\d+) ")
_WHOLE = 1000  # reports up to which a collection is laid out whole
LATEST = 200  # reports of a larger one that screens without anything asked for draw on
_MOST = 1000  # claims of a larger one that are given at once
_MAPPED = 2000  # claims that the map shows at once
_KEPT = 64  # answers that are kept: dossiers of a few moments, and what was asked of them
_LASTING: tuple[tuple[object, ...], ...] = (
    ("papers", None),
    ("drawings", None, None, frozenset()),
    ("sheet", None, None),
    ("holdings",),
    ("count", None),
)  # what most screens draw on, always kept

Answered = TypeVar("Answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What is known at a moment, each record found by its id."""

    dossier: Dossier
    catalogue: Catalogue
    by_label: Mapping[str, str]  # the reports by the short labels that other forms give them
    readings: Mapping[str, Reading]
    stories: tuple[Story, ...]  # the latest first
    story_of: Mapping[str, Story]  # by report
    arrivals: Mapping[str, str]  # when each report was taken in, UTC
    held: int  # reports of the collection at that moment; these may be the latest alone, or those asked for

    @property
    def partial(self) -> bool:
        """Tell whether the collection holds more reports than were looked into here."""
        return self.held > len(self.readings)

    def report(self, id_: str) -> Report:
        """Give a report.

        Raises:
            UnknownResource: it is not held.
        """
        if id_ not in self.catalogue.reports:
            raise UnknownResource(f"{id_} is no report of this collection")
        return self.catalogue.reports[id_]

    def story(self, id_: str) -> Story:
        """Give the story that a report belongs to.

        Raises:
            UnknownResource: the report is not held.
        """
        self.report(id_)
        return self.story_of[id_]

    def claim(self, id_: str) -> Claim:
        """Give a claim by its id.

        Raises:
            UnknownResource: there is no such claim.
        """
        if id_ not in self.catalogue.claims:
            raise UnknownResource(f"{id_} is no claim of this collection")
        return self.catalogue.claims[id_]

    def name_leg(self, leg: Leg) -> str:
        """Say what a leg goes back to; the labels that other forms number reports by are left out."""
        return _LABEL.sub(lambda found: "" if found[1] in self.by_label else found[0], leg.heading)

    def card(self, claim: Claim) -> Card:
        """Lay a claim out for people."""
        return lay_out(claim, self.catalogue.numbers[claim.id], self.catalogue)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Some of the claims that are wanted."""

    claims: tuple[Claim, ...]
    total: int


class Shelf:
    """One open collection, and what was last worked out from it; any number of threads may ask."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.writing = RLock()  # who adds or judges holds it: the index of wording has one writer
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._revision = ""  # of the collection, when somebody last asked
        self._making: dict[tuple[object, ...], RLock] = {}
        self._lock = RLock()

    def papers(self, as_of: str | None = None) -> Papers:
        """Give what is known now, of a large collection from its latest reports; or could be known once.

        Raises:
            UnknownResource: `as_of` is no day and no moment.
        """
        return self._keep(("papers", as_of), partial(self._lay_out, as_of))

    def about(self, ids: Iterable[str], as_of: str | None = None, *, compared: bool = True) -> Papers:
        """Give what is known at least of some reports, of their kin, and of all claims that they bear on."""
        if as_of is not None or not self.large:
            return self.papers(as_of)
        asked = tuple(sorted(set(ids)))
        return self._keep(
            ("about", asked, compared), lambda: self._papers(self.collection.about(asked, compared=compared))
        )

    def about_claims(
        self, ids: Iterable[str], beside: Iterable[str] = (), as_of: str | None = None, *, voiced: bool = True
    ) -> Papers:
        """Give what is known at least of some claims, with what they rest on of their reports; nothing of their kin."""
        if as_of is not None or not self.large:
            return self.papers(as_of)
        asked, others = tuple(sorted(set(ids))), tuple(sorted(set(beside)))
        made = partial(self.collection.about_claims, asked, others, voiced=voiced)
        return self._keep(("claims", asked, others, voiced), lambda: self._papers(made()))

    @property
    def large(self) -> bool:
        """Tell whether the collection is too large to be laid out whole."""
        return self.count()[0] > _WHOLE

    def count(self, wanted: ClaimFilter | None = None) -> tuple[int, int]:
        """Count the reports, and the claims that are wanted."""
        return self._keep(("count", wanted), lambda: self.collection.count(wanted))

    def claims(
        self, wanted: ClaimFilter, as_of: str | None = None, *, start: int = 0, limit: int | None = None
    ) -> Claims:
        """Give claims that are wanted, those on most origins first, with how many there are in all."""
        if as_of is not None or not self.large:
            found = [claim for claim in self.papers(as_of).dossier.picture.claims if wanted.admits(claim)]
            return Claims(claims=tuple(found[start:][:limit]), total=len(found))
        found = self.collection.claims(wanted, limit=min(limit or _MOST, _MOST), offset=start)
        return Claims(claims=tuple(found), total=self.count(wanted)[1])

    def groups(self, by: Grouping, wanted: ClaimFilter, as_of: str | None = None) -> tuple[ClaimGroup, ...]:
        """Count the claims that are wanted by what they have in common: days the latest first, else by their number."""

        def made() -> tuple[ClaimGroup, ...]:
            if as_of is None and self.large:
                found = self.collection.count_groups(by, wanted)
            else:
                found = group_claims(self.claims(wanted, as_of).claims, by, self.papers(as_of).story_of)
            ordered = sorted(found, key=lambda group: (-group.claims, group.key))
            if by is Grouping.DAY:
                ordered.sort(key=lambda group: group.key, reverse=True)
            return tuple(sorted(ordered, key=lambda group: not group.key))  # what is not told comes last

        return self._keep(("groups", by, wanted, as_of), made)

    def compare(self, a: str, b: str, as_of: str | None = None) -> Comparison:
        """Tell what changed between two reports.

        Raises:
            UnknownResource: one of them is not held, or both are one.
        """
        papers = self.about([a, b], as_of)
        first, second = papers.report(a), papers.report(b)
        if first.id == second.id:
            raise UnknownResource("a report is compared with another one, not with itself")
        held = papers.catalogue.comparisons.get(frozenset((a, b)))
        made = partial(compare_readings, papers.readings[a], papers.readings[b])
        return held or self._keep(("compare", *sorted((a, b)), as_of), made)

    def revisions(self, report: str, as_of: str | None = None) -> tuple[Revision, ...]:
        """Tell what each later version of a report changed in the one before it, the latest first."""
        made = self._keep(("revisions", report), lambda: self.collection.revisions(report))
        return tuple(each for each in made if as_of is None or each.at <= end_of(as_of))

    def trace(self, claim: str, as_of: str | None = None) -> Trace:
        """Say where a claim comes from.

        Raises:
            UnknownResource: there is no such claim, or more than one.
        """
        return self._keep(("trace", claim, as_of), lambda: self.collection.why(claim, as_of))

    def survey(self, query: SiteQuery, as_of: str | None = None) -> Survey | None:
        """Say what is known to be at sites on a day; None where no day is told."""

        def made() -> Survey | None:
            if query.place is not None and as_of is None and self.large:
                return self.collection.sites(query.place, on=query.day, what=query.wanted)
            return survey_sites(self.papers(as_of).dossier, query)

        return self._keep(("survey", query, as_of), made)

    def map_papers(self, wanted: ClaimFilter | None = None, as_of: str | None = None) -> Papers:
        """Give what the map is drawn from: of a large collection, where anything is asked for, the claims like that."""
        if not wanted or wanted == ClaimFilter() or as_of is not None or not self.large:
            return self.papers(as_of)
        found = self._keep(("mapped", wanted), lambda: self.collection.claims(wanted, limit=_MAPPED))
        return self.about_claims([claim.id for claim in found], voiced=False)

    def drawings(
        self, as_of: str | None = None, wanted: ClaimFilter | None = None, bases: frozenset[Basis] = frozenset()
    ) -> Drawings:
        """Give the map and the timeline, of the claims that are wanted and rest most nearly on one of some bases."""
        papers = self.map_papers(wanted, as_of)

        def made() -> Drawings:
            picture = papers.dossier.picture
            kept = _like(picture.claims, wanted, bases)[:_MAPPED]
            if len(kept) < len(picture.claims):
                ids = {claim.id for claim in kept}
                entries = tuple(entry for entry in picture.timeline if entry.claim in ids)
                picture = replace(picture, claims=kept, timeline=entries)
            return draw(picture, papers.catalogue)

        return self._keep(("drawings", as_of, wanted, bases), made)

    def sheet(self, as_of: str | None = None, wanted: ClaimFilter | None = None) -> MapSheet:
        """Give what the map and the timeline show, as records, no more claims at once than a browser can move."""
        papers, placing = self.map_papers(wanted, as_of), self.drawings(as_of, wanted).placing

        def made() -> MapSheet:
            found = _like(papers.dossier.picture.claims, wanted)
            total, held = len(found), len(papers.dossier.picture.claims)
            if as_of is None and self.large:
                total, held = self.count(wanted or ClaimFilter())[1], self.count()[1]
            return lay_out_sheet(papers.dossier, papers.catalogue, placing, found[:_MAPPED], total=total, held=held)

        return self._keep(("sheet", as_of, wanted), made)

    def holdings(self) -> Holdings:
        """Count what the collection holds."""
        return self._keep(("holdings",), self.collection.holdings)

    def answer(self, question: str, watchlist: Watchlist, as_of: str | None = None) -> Answer:
        """Answer a plain question."""

        def made() -> Answer:
            asked = self.about_question(question, as_of).dossier
            return answer_question(asked, question, watchlist).picture.questions[0]

        return self._keep(("answer", question, as_of), made)

    def about_question(self, question: str, as_of: str | None = None) -> Papers:
        """Give what a question is answered from: of a large collection the reports that hold most of its names."""
        if as_of is not None or not self.large:
            return self.papers(as_of)
        return self._keep(("question", question), lambda: self._papers(self.collection.about_question(question)))

    def _lay_out(self, as_of: str | None) -> Papers:
        if as_of is None and self.large:
            return self._papers(self.collection.about_latest(LATEST))
        dossier = self.collection.dossier(as_of)
        return self._papers(dossier, held=None if as_of is None else len(dossier.readings))

    def _papers(self, dossier: Dossier, *, held: int | None = None) -> Papers:
        papers = catalogue(dossier)
        stories = list_stories(dossier, papers)
        return Papers(
            dossier=dossier,
            catalogue=papers,
            by_label={label: id_ for id_, label in papers.labels.items()},
            readings={reading.report.id: reading for reading in dossier.readings},
            stories=stories,
            story_of={report: story for story in stories for report in story.reports},
            arrivals=self.collection.arrivals(papers.reports),
            held=self.count()[0] if held is None else held,
        )

    def _keep(self, asked: tuple[object, ...], make: Callable[[], Answered]) -> Answered:
        """Give what was worked out before, if nothing has changed since; else work it out."""
        revision = self.collection.revision()
        key = (revision, *asked)
        with self._lock:
            self._revision = revision
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("Answered", self._kept[key])
            making = self._making.setdefault(key, RLock())
        with making:  # whoever asks the same waits for it; whoever asks something else does not
            with self._lock:
                if key in self._kept:
                    return cast("Answered", self._kept[key])
            try:
                made = make()
                with self._lock:
                    self._kept[key] = made
                    self._make_room()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            return made

    def _make_room(self) -> None:
        """Let go of what was worked out before the last change, and of answers that were not asked for of late."""
        for key in [key for key in self._kept if key[0] != self._revision]:
            del self._kept[key]
        passing = [key for key in self._kept if key[1:] not in _LASTING]
        for key in passing[: max(len(passing) - _KEPT, 0)]:
            del self._kept[key]


def _like(
    claims: Iterable[Claim], wanted: ClaimFilter | None, bases: frozenset[Basis] = frozenset()
) -> tuple[Claim, ...]:
    """Give the claims that are wanted and rest most nearly on one of some bases, in their order."""
    return tuple(
        claim
        for claim in claims
        if (wanted is None or wanted.admits(claim)) and (not bases or nearest_basis(claim) in bases)
    )
