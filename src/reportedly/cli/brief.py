"""`reportedly brief`: what is known from a set of reports."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import tell
from reportedly.cli.option import AsIs, Debug, FoundBy, Paths, Watch, watched
from reportedly.cli.output import save, show_json, show_text, tell_unread
from reportedly.cli.progress import progress


class BriefForm(StrEnum):
    """How a brief is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def brief(
    paths: Paths,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", dir_okay=False, help="Write the brief as one self-contained page, too."),
    ] = None,
    watch: Watch = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[BriefForm, typer.Option("--format", help="What to print.")] = BriefForm.TEXT,
    debug: Debug = False,
) -> None:
    """Say what is known from a set of reports.

    Families of reports, claims with the origins behind them, sites, times, contradictions, and the answers to the
    questions of a watch file.

    Example: reportedly brief reports/ --html brief.html
    """
    from reportedly.export.record import to_record
    from reportedly.pipeline import assess_reports, gather_reports

    watchlist = watched(watch)
    with progress() as show:
        show("reading", 0, 1)
        reports, unread = gather_reports(paths, as_is=as_is, stdin=sys.stdin.buffer)
        show("reading", 1, 1)
        dossier = assess_reports(reports, unread, tagger=tagger, progress=show, watchlist=watchlist)
    if form is BriefForm.JSON:
        show_json(to_record(dossier.picture))
    elif form is BriefForm.MARKDOWN:
        from reportedly.export.markdown import write_brief as write_markdown

        show_text(write_markdown(dossier))
    else:
        from reportedly.export.text import write_picture

        show_text(write_picture(dossier))
    if html is not None:
        from reportedly.export.html import write_brief as write_page

        save(html, write_page(dossier))
        tell(f"the brief is in {html}")
    raise typer.Exit(tell_unread(dossier.picture.unread))
