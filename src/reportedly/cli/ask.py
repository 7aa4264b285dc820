"""`reportedly ask`: a plain question, and what a set of reports says to it."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.option import AsIs, Debug, FoundBy, Paths, Watch, watched
from reportedly.cli.output import show_json, show_text, tell_unread
from reportedly.cli.progress import progress


class AnswerForm(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="As you would put it.", show_default=False)],
    paths: Paths,
    watch: Watch = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[AnswerForm, typer.Option("--format", help="What to print.")] = AnswerForm.TEXT,
    debug: Debug = False,
) -> None:
    """Answer a question from a set of reports.

    A ledger: the claims for it and against it, the same elsewhere, what is unclear, and what nobody has reported.

    Example: reportedly ask "Is the force leaving Beira?" reports/
    """
    from reportedly.export.record import to_record
    from reportedly.pipeline import ask_reports, gather_reports

    watchlist = watched(watch)
    with progress() as show:
        show("reading", 0, 1)
        reports, unread = gather_reports(paths, as_is=as_is, stdin=sys.stdin.buffer)
        show("reading", 1, 1)
        dossier = ask_reports(question, reports, unread, tagger=tagger, progress=show, watchlist=watchlist)
    if form is AnswerForm.JSON:
        show_json(to_record(dossier.picture))  # ids of claims and reports lead somewhere in it
    else:
        from reportedly.export.text import write_ledger

        show_text(write_ledger(dossier))
    raise typer.Exit(tell_unread(dossier.picture.unread))
