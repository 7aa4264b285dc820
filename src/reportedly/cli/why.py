"""`reportedly why`: where one claim comes from, and how it came here."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import BAD_INPUT, refuse
from reportedly.cli.option import AsIs, Debug, FoundBy, Paths
from reportedly.cli.output import show_json, show_text, tell_unread
from reportedly.cli.progress import progress
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
    paths: Paths,
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
    from reportedly.pipeline import assess_reports, gather_reports, trace_claim
    from reportedly.record import to_record

    with progress() as show:
        show("reading", 0, 1)
        reports, unread = gather_reports(paths, as_is=as_is, stdin=sys.stdin.buffer)
        show("reading", 1, 1)
        dossier = assess_reports(reports, unread, tagger=tagger, progress=show)
    code = tell_unread(dossier.picture.unread)
    if code == BAD_INPUT and not reports:
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
