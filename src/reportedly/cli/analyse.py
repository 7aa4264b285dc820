"""`reportedly analyse`: what each report says."""

from __future__ import annotations

import sys

import typer

from reportedly.analyse import Tagger
from reportedly.cli.option import AsIs, Debug, Format, FoundBy, Paths
from reportedly.cli.output import Form, only, show_json, show_line, show_text, tell_unread
from reportedly.cli.progress import counted, progress


def analyse(
    paths: Paths,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Say who says what in each report, and what happened.

    With how they know, how sure they are, when and where; every value with its words. Nothing is stored.

    Example: reportedly analyse story.txt --format json
    """
    from reportedly.export.text import write_reading
    from reportedly.pipeline import analyse_reports, read_reports
    from reportedly.reading import Reading
    from reportedly.record import to_record
    from reportedly.report import Unread

    unread: list[Unread] = []
    with progress() as show:
        found = only(read_reports(paths, as_is=as_is, stdin=sys.stdin.buffer), form)
        for item in counted(analyse_reports(found, tagger=tagger), show, "analysing"):
            if isinstance(item, Unread):
                unread.append(item)
            elif isinstance(item, Reading):
                if form is Form.TEXT:
                    show_text(write_reading(item))
                else:
                    (show_json if form is Form.JSON else show_line)(to_record(item))
    raise typer.Exit(tell_unread(unread))
