"""The collection: reports that are kept, and the picture of them that every new one is worked into.

It composes the pipeline with the store. Whatever it knows was worked out from the reports and from what people judged.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from reportedly.analyse import Tagger, analyse, components
from reportedly.assess import correct_readings, label
from reportedly.claim import Claim, ClaimFilter
from reportedly.collect.assessing import work_in
from reportedly.collect.deciding import Deciding
from reportedly.collect.dossier import dossier_of_claim, is_large, survey_site, whole_dossier
from reportedly.collect.linking import Linker
from reportedly.collect.noticing import Noticing
from reportedly.collection import Added, Edit, Hit, HitKind, Holdings
from reportedly.errors import UnknownResource
from reportedly.export.form import choose_forms
from reportedly.judgement import digest_body
from reportedly.lineage import Lineage
from reportedly.picture import Answer, Dossier, Picture, SiteQuery, Survey, TimelineEntry
from reportedly.pipeline import (
    Progress,
    analyse_reports,
    answer_question,
    compare_versions,
    read_reports,
    silent,
    survey_sites,
    trace_claim,
)
from reportedly.reading import Reading
from reportedly.report import Report, Unread
from reportedly.store import Database, claims, judgements, lineages, reports, search
from reportedly.text.day import stamp
from reportedly.trace import Trace
from reportedly.watchlist import Watchlist

_AT_ONCE = 64  # reports that come in together: what a kill in between can make one read again

log = logging.getLogger(__name__)


class Collection(Noticing, Deciding):
    """Reports that are kept, with all that is known from them.

    >>> with Collection(":memory:") as held:
    ...     _ = held.add_reports([])
    ...     held.picture().claims
    ()
    """

    def __init__(self, where: str, *, create: bool = True, tagger: Tagger = Tagger.MODEL) -> None:
        """Open the collection at `where`, a file or a PostgreSQL address, and make it where there is none.

        Raises:
            CollectionFault: it cannot be opened.
        """
        self._database = Database(where, create=create)
        self._tagger = tagger
        self._linker = Linker(self._database)

    def __enter__(self) -> Collection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def where(self) -> str:
        """Give the file or the address that it was opened by."""
        return self._database.where

    def close(self) -> None:
        """Let go of the files."""
        self._linker.close()
        self._database.close()

    def add(
        self,
        *paths: str | Path,
        as_is: bool = False,
        stdin: BinaryIO | None = None,
        progress: Progress = silent,
    ) -> Added:
        """Read the reports at `paths` and work them into the picture."""
        return self.add_reports(
            read_reports([str(path) for path in paths], as_is=as_is, stdin=stdin), progress=progress
        )

    def add_reports(
        self, items: Iterable[Report | Unread], *, fetched: datetime | None = None, progress: Progress = silent
    ) -> Added:
        """Work reports into the picture, a few at a time: those that are in stay in, whatever happens to the rest.

        Args:
            items: reports, and inputs that could not be read, which are noted.
            fetched: when they were fetched, aware; now where it is not given.
            progress: is told how many have come in.
        """
        when = stamp(fetched)
        total = Added(new=(), held=(), edits=(), unread=())
        waiting = iter(items)
        while part := list(islice(waiting, _AT_ONCE)):
            came = self._add_part(part, when)
            total = Added(
                new=total.new + came.new,
                held=total.held + came.held,
                edits=total.edits + came.edits,
                unread=total.unread + came.unread,
            )
            progress("adding", len(total.new) + len(total.held), len(total.new) + len(total.held) + 1)
        log.info("added %d reports, %d were held, %d unread", len(total.new), len(total.held), len(total.unread))
        return total

    def _add_part(self, items: Sequence[Report | Unread], when: str) -> Added:
        """Add a few reports in one piece."""
        unread = [item for item in items if isinstance(item, Unread)]
        came = {report.id: report for report in items if isinstance(report, Report)}
        with self._database.reading() as connection:
            newest = {id_: reports.find_newest(connection, report) for id_, report in came.items()}
        held = {id_ for id_, note in newest.items() if note and note.digest == digest_body(came[id_])}
        readings: list[Reading] = []
        fresh = sorted((report for id_, report in came.items() if id_ not in held), key=lambda report: report.id)
        for item in analyse_reports(fresh, tagger=self._tagger):
            if isinstance(item, Unread):
                unread.append(item)
            else:
                readings.append(item)
        edits = self._write(readings, unread, when)
        return Added(
            new=tuple(reading.report.id for reading in readings),
            held=tuple(sorted(held)),
            edits=tuple(edits),
            unread=tuple(unread),
        )

    def add_readings(self, readings: Sequence[Reading], *, fetched: datetime | None = None) -> None:
        """Work reports that were analysed elsewhere into the picture, in one piece; none of them is held already."""
        self._write(readings, [], stamp(fetched))

    def remove(self, ids: Iterable[str]) -> None:
        """Let go of reports, every version of them; ids that are not held are passed over."""
        with self._database.writing() as connection:
            gone = reports.drop_reports(connection, ids)
            work_in(connection, self._linker.link(connection, [], gone))

    def _write(self, readings: Sequence[Reading], unread: Sequence[Unread], when: str) -> list[Edit]:
        """Keep readings and bring lineage and claims up to date, all in one transaction."""
        edits: list[Edit] = []
        with self._database.writing() as connection:
            gone: list[str] = []
            for reading in readings:
                before = reports.find_newest(connection, reading.report)
                if before is not None:
                    gone.append(before.id)
                    edits.append(_edit(reports.load_readings(connection, [before.number])[0], reading))
                reports.save_report(connection, reading, when)
            reports.save_unread(connection, unread, when)
            if readings:
                came = list({reports.item_of(each.report): each.report for each in readings}.values())
                touched = self._linker.link(connection, came, gone)
                work_in(connection, touched, {report.id for report in came})
        return edits

    def dossier(self, as_of: str | None = None) -> Dossier:
        """Give the picture with the papers that a page needs to show every word behind it.

        Args:
            as_of: a day or a moment, ISO 8601: the picture as it could be known then. A report counts from when it was
                published (a day from its beginning), one without a date from when it was fetched, each in the version
                that was held then.
        """
        with self._database.reading() as connection:
            return whole_dossier(connection, as_of)

    def picture(self, as_of: str | None = None) -> Picture:
        """Give what is known, or could be known at a day or a moment."""
        return self.dossier(as_of).picture

    def reports(self) -> list[Report]:
        """List the reports, each in its newest version, by id."""
        with self._database.reading() as connection:
            return reports.load_reports(connection, [note.number for note in reports.list_held(connection)])

    def lineage(self) -> Lineage:
        """Give who retells whom."""
        with self._database.reading() as connection:
            return lineages.load_lineage(connection)

    def claims(self, wanted: ClaimFilter | None = None, *, limit: int | None = None, offset: int = 0) -> list[Claim]:
        """List claims, those on most legs first."""
        with self._database.reading() as connection:
            findings = claims.load_findings(connection, wanted, limit=limit, offset=offset)
            return [finding.claim for finding in label(findings, claims.labels_of(connection, findings))]

    def claim(self, id_: str) -> Claim:
        """Give one claim by its id, or by the beginning of it that no other claim shares.

        Raises:
            UnknownResource: there is no such claim, or more than one.
        """
        with self._database.reading() as connection:
            ids = claims.match_ids(connection, id_)
            if len(ids) != 1 and id_ not in ids:
                told = f"stands for {', '.join(ids)}" if ids else "is no claim of this collection"
                raise UnknownResource(f"{id_} {told}")
            findings = claims.find_findings(connection, [id_ if id_ in ids else ids[0]])
            return label(findings, claims.labels_of(connection, findings))[0].claim

    def holdings(self) -> Holdings:
        """Count what is held."""
        with self._database.reading() as connection:
            return Holdings(
                where=self._database.shown,
                claims=claims.count_claims(connection),
                claims_independent=claims.count_claims(connection, ClaimFilter(origins=2)),
                families=lineages.count_families(connection),
                judgements=len(judgements.load_judgements(connection)),
                unread=len(reports.load_unread(connection)),
                outdated=len(reports.find_outdated(connection, components(self._tagger))),
                **reports.count_versions(connection),
            )

    def refresh(self, *, progress: Progress = silent) -> int:
        """Analyse again what another version of this program has read; give how many reports that were."""
        with self._database.reading() as connection:
            numbers = reports.find_outdated(connection, components(self._tagger))
        done = 0
        for start in range(0, len(numbers), _AT_ONCE):
            done += self._refresh_part(numbers[start : start + _AT_ONCE])
            progress("analysing", done, len(numbers))
        return done

    def _refresh_part(self, numbers: Sequence[int]) -> int:
        with self._database.reading() as connection:
            held = reports.load_numbered(connection, numbers)
        readings = {number: analyse(report, tagger=self._tagger) for number, report in held.items()}
        with self._database.writing() as connection:
            for number, reading in readings.items():
                reports.save_reading(connection, number, reading)
            work_in(connection, {reading.report.id for reading in readings.values()})
        return len(readings)

    def why(self, id_: str, as_of: str | None = None) -> Trace:
        """Say where a claim comes from, which reports only tell it again, and what was lost on the way.

        Args:
            id_: the claim's id, the beginning of one, or words of which its summary alone holds all.
            as_of: a day or a moment, ISO 8601: as it could be known then.

        Raises:
            UnknownResource: there is no such claim, or more than one.
        """
        with self._database.reading() as connection:
            found = claims.match_ids(connection, id_, 2) if as_of is None else []
            if len(found) == 1:
                (finding,) = claims.find_findings(connection, found)
                return trace_claim(*dossier_of_claim(connection, finding))
            if as_of is None and is_large(connection):
                raise UnknownResource(f"{id_} {'begins more than one claim' if found else 'begins no claim'} here")
            judged = judgements.load_judgements(connection)
            dossier = whole_dossier(connection, as_of)
        return trace_claim(replace(dossier, readings=tuple(correct_readings(dossier.readings, judged))), id_)

    def sites(
        self, place: str | None = None, *, on: str | None = None, what: Sequence[str] = (), as_of: str | None = None
    ) -> Survey | None:
        """Say what is known to be at a site, or at every one of which something is told, on a day.

        Args:
            place: its name, an alias, or its id in the gazetteer.
            on: the day, ISO 8601; that of the latest report where none is given.
            what: kinds of thing to ask after.
            as_of: a day or a moment, ISO 8601: as it could be known then.

        Returns:
            The survey; None where no day is told and no report has one.
        """
        query = SiteQuery(place=place, day=on, wanted=tuple(what))
        with self._database.reading() as connection:
            if as_of is None:
                return survey_site(connection, query)
            dossier = whole_dossier(connection, as_of)
        return survey_sites(dossier, query)

    def ask(self, question: str, *, as_of: str | None = None, watchlist: Watchlist | None = None) -> Answer:
        """Answer a plain question: what speaks for it and against it, the same elsewhere, what is unclear or missing.

        Args:
            question: as a person would put it.
            as_of: a day or a moment, ISO 8601: as it could be known then.
            watchlist: what is watched.
        """
        return answer_question(self.dossier(as_of), question, watchlist).picture.questions[0]

    def timeline(self, as_of: str | None = None) -> tuple[TimelineEntry, ...]:
        """List claims by the time of what they tell, earliest first."""
        return self.picture(as_of).timeline

    def export(self, form: str, *, as_of: str | None = None) -> str | bytes:
        """Write the picture in a form that other tools read.

        Args:
            form: geojson, kml, prov, annotations, stix, ftm, markdown, html, csv-TABLE or parquet-TABLE.
            as_of: a day or a moment, ISO 8601: as it could be known then.

        Raises:
            UnknownResource: there is no such form.
        """
        (chosen,) = choose_forms([form])
        return chosen.write(self.dossier(as_of))

    def search(self, words: str, *, limit: int = 20) -> tuple[list[Hit], list[Hit]]:
        """Find the claims, and the reports, that hold all of some words."""
        with self._database.reading() as connection:
            found = [
                search.search(connection, words, kind=kind, limit=limit) for kind in (HitKind.CLAIM, HitKind.REPORT)
            ]
        return found[0], found[1]


def _edit(before: Reading, after: Reading) -> Edit:
    return Edit(before=before.report, after=after.report, comparison=compare_versions(before, after))
