"""Where a command's picture comes from: the reports that were named, or the collection."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reportedly.analyse import Tagger
from reportedly.picture import Dossier
from reportedly.pipeline import Progress


def open_dossier(
    paths: Sequence[str] | None,
    *,
    db: str,
    as_of: str | None = None,
    as_is: bool = False,
    tagger: Tagger = Tagger.MODEL,
    show: Progress,
) -> Dossier:
    """Give the picture of the reports at `paths`, or, where none are named, of the collection.

    Raises:
        ReportedlyError: there is no such collection, or `as_of` is no date.
    """
    if not paths:
        from reportedly.collect import Collection

        with Collection(db, create=False, tagger=tagger) as held:
            return held.dossier(as_of)
    from reportedly.pipeline import assess_reports, gather_reports

    show("reading", 0, 1)
    reports, unread = gather_reports(paths, as_is=as_is, stdin=sys.stdin.buffer)
    show("reading", 1, 1)
    return assess_reports(reports, unread, tagger=tagger, as_of=as_of, progress=show)
