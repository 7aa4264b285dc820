"""`reportedly brief`: what is known from a set of reports."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import DONE, refuse, tell
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths, Watch, watched
from reportedly.cli.output import save, show_json, show_text, tell_unread
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier

if TYPE_CHECKING:
    from reportedly.picture import Dossier


class BriefForm(StrEnum):
    """How a brief is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def brief(
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", dir_okay=False, help="Write the brief as one self-contained page, too."),
    ] = None,
    share: Annotated[
        bool,
        typer.Option("--share", help="Leave of each report only what is quoted as evidence: a page to pass on."),
    ] = False,
    watch: Watch = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[BriefForm, typer.Option("--format", help="What to print.")] = BriefForm.TEXT,
    debug: Debug = False,
) -> None:
    """Say what is known from a set of reports, or from a collection.

    Families of reports, claims with the origins behind them, sites, times, contradictions, and the answers to the
    questions of a watch file.

    Example: reportedly brief reports/ --html brief.html
    """
    from reportedly.pipeline import answer_watchlist

    if share and form is BriefForm.JSON:
        refuse("--format json carries whole reports; with --share, print text or markdown, or use reportedly export")
    watchlist = watched(watch)
    with progress() as show:
        dossier = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show)
        dossier = answer_watchlist(dossier, watchlist)
    _show(form, dossier, share=share)
    if html is not None:
        from reportedly.export.html import write_brief as write_page

        save(html, write_page(dossier, share=share))
        tell(f"the brief is in {html}")
    raise typer.Exit(tell_unread(dossier.picture.unread) if paths else DONE)


def _show(form: BriefForm, dossier: Dossier, *, share: bool) -> None:
    """Print the brief in the form that was asked for."""
    if form is BriefForm.JSON:
        from reportedly.record import to_record

        show_json(to_record(dossier.picture))
    elif form is BriefForm.MARKDOWN:
        from reportedly.export.markdown import write_brief as write_markdown

        show_text(write_markdown(dossier, share=share))
    else:
        from reportedly.export.text import write_picture

        show_text(write_picture(dossier))
