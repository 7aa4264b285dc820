"""`reportedly ask`: a plain question, and what a set of reports says to it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import DONE
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths, Watch, watched
from reportedly.cli.output import show_json, show_text, tell_unread
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier


class AnswerForm(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="As you would put it.", show_default=False)],
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    watch: Watch = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[AnswerForm, typer.Option("--format", help="What to print.")] = AnswerForm.TEXT,
    debug: Debug = False,
) -> None:
    """Answer a question from a set of reports, or from a collection.

    A ledger: the claims for it and against it, the same elsewhere, what is unclear, and what nobody has reported.

    Example: reportedly ask "Is the force leaving Beira?" reports/
    """
    from reportedly.pipeline import answer_question
    from reportedly.record import to_record

    watchlist = watched(watch)
    with progress() as show:
        dossier = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show)
        dossier = answer_question(dossier, question, watchlist)
    if form is AnswerForm.JSON:
        show_json(to_record(dossier.picture))  # ids of claims and reports lead somewhere in it
    else:
        from reportedly.export.text import write_ledger

        show_text(write_ledger(dossier))
    raise typer.Exit(tell_unread(dossier.picture.unread) if paths else DONE)
