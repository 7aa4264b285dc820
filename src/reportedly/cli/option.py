"""Arguments and options that commands share."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import refuse
from reportedly.cli.output import Form, Table
from reportedly.errors import UnreadableInput
from reportedly.event import EventType
from reportedly.watchlist import Watchlist

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (text, HTML, WARC, RSS or Atom, JSON lines), folders, or - for standard input.",
        show_default=False,
    ),
]
AsIs = Annotated[bool, typer.Option("--as-is", help="Take each text as the body, exactly: nothing is cut.")]
Format = Annotated[Form, typer.Option("--format", help="text for people, json for one record, jsonl for one a line.")]


def _log(debug: bool) -> None:
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s: %(message)s")


_TAGGER = typer.Option(
    "--tagger",
    help="Who finds attributions and happenings: the trained models with the rules, or the rules alone.",
)
FoundBy = Annotated[Tagger, _TAGGER]
FoundByEvery = Annotated[Tagger | None, _TAGGER]

Watch = Annotated[
    Path | None,
    typer.Option("--watch", metavar="FILE", help="A watch file: places, actors, assets and questions (docs/watch.md)."),
]


def watched(path: Path | None) -> Watchlist | None:
    """Read the watch file that was named, and end with exit code 2 where it is none."""
    if path is None:
        return None
    from reportedly.pipeline import read_watchlist

    try:
        return read_watchlist(str(path))
    except UnreadableInput as fault:
        refuse(str(fault))


Debug = Annotated[
    bool,
    typer.Option("--debug", help="Log what is done, and show where a fault happened.", callback=_log, is_eager=True),
]

MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders or - for standard input; none: the collection.",
        show_default=False,
    ),
]
Db = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar="REPORTEDLY_DB",
        help="The collection: a file, or the address of a PostgreSQL database.",
    ),
]
DEFAULT_DB = "reportedly.db"
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The picture as it could be known at a day or a moment (ISO 8601)."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only what happened then or later (ISO 8601).")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Only what happened then or earlier (ISO 8601).")
]
TableFormat = Annotated[Table, typer.Option("--format", help="text for people; json, jsonl or csv.")]
OfType = Annotated[EventType | None, typer.Option("--type", help="Only claims of this type.")]
OfPlace = Annotated[str | None, typer.Option("--place", help="Only of this place: its name or gazetteer id.")]
OfReport = Annotated[str | None, typer.Option("--report", help="Only what this report bears on: its id.")]
OnOrigins = Annotated[int | None, typer.Option("--origins", min=0, help="Only on so many origins or more.")]
Opposed = Annotated[
    bool | None, typer.Option("--opposed/--unopposed", help="Only what something contradicts, or what nothing does.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Only so many.")]
