"""`reportedly read`: the reports alone, nothing analysed."""

from __future__ import annotations

import sys

import typer

from reportedly.cli.option import AsIs, Debug, Format, Paths
from reportedly.cli.output import Form, only, show_json, show_line, show_text, tell_unread
from reportedly.cli.progress import counted, progress


def read(paths: Paths, as_is: AsIs = False, form: Format = Form.TEXT, debug: Debug = False) -> None:
    """Read reports: the body alone, and whose it is.

    Title, dates, publisher, authors, dateline; what was cut is named, with its kind, beside the body.

    Example: reportedly read story.html --format json
    """
    from reportedly.export.report_text import write_report
    from reportedly.pipeline import read_reports
    from reportedly.record import to_record
    from reportedly.report import Report, Unread

    unread: list[Unread] = []
    with progress() as show:
        items = counted(read_reports(paths, as_is=as_is, stdin=sys.stdin.buffer), show, "reading")
        for item in only(items, form):
            if isinstance(item, Unread):
                unread.append(item)
            elif isinstance(item, Report):
                if form is Form.TEXT:
                    show_text(write_report(item))
                else:
                    (show_json if form is Form.JSON else show_line)(to_record(item))
    raise typer.Exit(tell_unread(unread))
