"""`reportedly why`: where one claim comes from, and how it came here."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import BAD_INPUT, DONE, refuse
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths
from reportedly.cli.output import show_json, show_text, tell_unread
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier
from reportedly.errors import UnknownResource


class WhyForm(StrEnum):
    """How a trace is printed."""

    TEXT = "text"
    JSON = "json"


def why(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim's id, the beginning of one, or words that it alone says.",
            show_default=False,
        ),
    ],
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[WhyForm, typer.Option("--format", help="What to print.")] = WhyForm.TEXT,
    debug: Debug = False,
) -> None:
    """Say where one claim comes from.

    Each origin with its source, what only tells it again, what was lost on the way, a sentence to paste.

    Example: reportedly why "not leaving" reports/
    """
    from reportedly.export.text import write_trace
    from reportedly.pipeline import trace_claim
    from reportedly.record import to_record

    with progress() as show:
        dossier = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show)
    code = tell_unread(dossier.picture.unread) if paths else DONE
    if code == BAD_INPUT and not dossier.picture.reports:
        raise typer.Exit(code)
    try:
        trace = trace_claim(dossier, claim)
    except UnknownResource as fault:
        refuse(str(fault))
    if form is WhyForm.JSON:
        show_json(to_record(trace))
    else:
        show_text(write_trace(trace, dossier))
    raise typer.Exit(code)
