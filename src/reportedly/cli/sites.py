"""`reportedly sites`: what is known to be at places on a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import DONE, refuse
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths
from reportedly.cli.output import show_json, show_text, tell_unread
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier
from reportedly.picture import SiteQuery


class SitesForm(StrEnum):
    """How the state of sites is printed."""

    TEXT = "text"
    JSON = "json"


def sites(
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="One site, by name or gazetteer id; else all of them.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day, as 2025-03-14; else that of the latest report.")
    ] = None,
    what: Annotated[
        list[str] | None, typer.Option("--what", metavar="NAME", help="A kind of thing to ask after; may be repeated.")
    ] = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Annotated[SitesForm, typer.Option("--format", help="What to print.")] = SitesForm.TEXT,
    debug: Debug = False,
) -> None:
    """Say what is known to be at places on a day.

    What is there, was last seen there, came, left, is said to be absent, and what nobody reports.

    Example: reportedly sites reports/ --place Tartous --on 2024-12-14 --what frigates --what tankers
    """
    from reportedly.pipeline import survey_sites
    from reportedly.record import to_record

    query = SiteQuery(place=place, day=_read_day(on), wanted=tuple(what or ()))
    with progress() as show:
        dossier = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show)
    survey = survey_sites(dossier, query)
    if survey is None:
        refuse("no report has a date: say the day with --on")
    if form is SitesForm.JSON:
        show_json(to_record(survey))
    else:
        from reportedly.export.text import write_survey

        show_text(write_survey(survey))
    raise typer.Exit(tell_unread(survey.unread) if paths else DONE)


def _read_day(told: str | None) -> str | None:
    """Give a day as it was asked for, and refuse what is none."""
    try:
        return date.fromisoformat(told).isoformat() if told is not None else None
    except ValueError:
        refuse(f"--on {told}: a day is wanted, as 2025-03-14")
