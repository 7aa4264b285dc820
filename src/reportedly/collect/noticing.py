"""What a screen asks of a collection that may be large: whether it has changed, its latest reports, a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportedly.claim import ClaimFilter, ClaimGroup, Grouping
from reportedly.collect.dossier import dossier_about, dossier_of_claims, dossier_of_latest, dossier_of_question
from reportedly.collection import Revision
from reportedly.picture import Dossier
from reportedly.pipeline import compare_versions
from reportedly.reading import Reading
from reportedly.store import Database, claims, lineages, reports
from reportedly.store.revision import count_reports, list_arrivals, list_latest, read_revision

_TWO = 2  # versions, where there is more than one


class Noticing:
    """The part of a collection that a screen asks before, or in place of, the whole picture."""

    _database: Database

    @property
    def shown(self) -> str:
        """Give the file or the address that the collection lies in, without its password."""
        return self._database.shown

    def revision(self) -> str:
        """Give text that is another one after every change; it says nothing else."""
        with self._database.reading() as connection:
            return read_revision(connection)

    def arrivals(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Give when the newest versions of some reports were taken in, UTC, by the report's id."""
        with self._database.reading() as connection:
            return list_arrivals(connection, ids)

    def latest(self, limit: int) -> Sequence[str]:
        """Give the ids of the reports that could be known last, the latest first."""
        with self._database.reading() as connection:
            return list_latest(connection, limit)

    def about_latest(self, limit: int) -> Dossier:
        """Give the picture of the reports that could be known last, of their kin, and of every claim of these."""
        with self._database.reading() as connection:
            return dossier_of_latest(connection, limit)

    def count(self, wanted: ClaimFilter | None = None) -> tuple[int, int]:
        """Count the reports, and the claims that are wanted."""
        with self._database.reading() as connection:
            return count_reports(connection), claims.count_claims(connection, wanted)

    def count_groups(self, by: Grouping, wanted: ClaimFilter) -> Sequence[ClaimGroup]:
        """Count the claims that are wanted by what they have in common, in no order."""
        with self._database.reading() as connection:
            return claims.count_groups(connection, by, wanted)

    def revisions(self, id_: str) -> tuple[Revision, ...]:
        """Tell what each later version of a report changed in the one before it, the latest first."""
        with self._database.reading() as connection:
            notes = reports.versions_beside(connection, id_)
            if len(notes) < _TWO:
                return ()
            readings = [reports.load_readings(connection, [note.number])[0] for note in notes]
        made = (_revise(*pair, note.fetched) for pair, note in zip(pairwise(readings), notes[1:], strict=True))
        return tuple(made)[::-1]

    def about(self, ids: Iterable[str], *, compared: bool = True) -> Dossier:
        """Give the picture of some reports and of every claim that these bear on.

        Args:
            ids: the reports'; those that are not held are passed over.
            compared: whether their kin are wanted too, with what each retelling changed.
        """
        with self._database.reading() as connection:
            kin = lineages.find_kin(connection, ids) if compared else ids
            return dossier_about(connection, kin, compared=compared)

    def about_claims(self, ids: Iterable[str], beside: Iterable[str] = (), *, voiced: bool = True) -> Dossier:
        """Give the picture of some claims alone, with the reports that they rest on, without their kin.

        Args:
            ids: the claims'; those that are not held are passed over.
            beside: ids of reports that are wanted too.
            voiced: whether to give what was read in the words that the claims rest on.
        """
        with self._database.reading() as connection:
            return dossier_of_claims(connection, ids, beside, voiced=voiced)

    def about_question(self, question: str) -> Dossier:
        """Give the picture of the reports that a question may be about: those that hold most of its names."""
        with self._database.reading() as connection:
            return dossier_of_question(connection, question)


def _revise(before: Reading, after: Reading, at: str) -> Revision:
    """Tell what one version changed in the one before it."""
    return Revision(
        at=at,
        before=before.report,
        after=after.report,
        silent=not set(after.report.notices) - set(before.report.notices),
        comparison=compare_versions(before, after),
    )
