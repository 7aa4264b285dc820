"""`reportedly lineage`: which report retells which."""

from __future__ import annotations

import sys

import typer

from reportedly.cli.option import DEFAULT_DB, AsIs, Db, Debug, Format, MaybePaths
from reportedly.cli.output import Form, show_json, show_line, show_text, tell_unread
from reportedly.cli.progress import progress
from reportedly.report import Unread


def lineage(
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_is: AsIs = False,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Say which reports were made from which.

    Every related pair, and the families that they form.

    Example: reportedly lineage reports/ --format jsonl
    """
    from reportedly.export.text import write_lineage
    from reportedly.pipeline import gather_reports, link_reports
    from reportedly.record import to_record

    unread: list[Unread] = []
    if paths:
        with progress() as show:
            show("reading", 0, 1)
            reports, unread = gather_reports(paths, as_is=as_is, stdin=sys.stdin.buffer)
            show("reading", 1, 1)
            show("linking", 0, 1)
            tree = link_reports(reports)
            show("linking", 1, 1)
    else:
        from reportedly.collect import Collection

        with Collection(db, create=False) as held:
            reports, tree = held.reports(), held.lineage()
    if form is Form.TEXT:
        show_text(write_lineage(tree, reports))
    elif form is Form.JSON:
        show_json([to_record(pair) for pair in tree.derivations])
    else:
        for pair in tree.derivations:
            show_line(to_record(pair))
    raise typer.Exit(tell_unread(unread))
