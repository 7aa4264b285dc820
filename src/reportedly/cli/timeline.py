"""`reportedly timeline`: what happened when, as far as it is told."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths, TableFormat
from reportedly.cli.output import Table, show_table
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier


def timeline(
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what happened then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what happened then or earlier.")
    ] = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: TableFormat = Table.TEXT,
    debug: Debug = False,
) -> None:
    """List claims by the time of what they tell, earliest first.

    Example: reportedly timeline --db syria.db --since 2024-12-08
    """
    from reportedly.export.timeline_text import entry_row, write_timeline

    with progress() as show:
        picture = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show).picture
    found = [
        entry
        for entry in picture.timeline
        if (since is None or (entry.end or entry.start or "") >= since)
        and (until is None or (entry.start or "")[: len(until)] <= until)
    ]
    show_table(found, form, row=entry_row, text=write_timeline)
