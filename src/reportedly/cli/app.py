"""The commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly import __version__
from reportedly.cli.add import add
from reportedly.cli.analyse import analyse
from reportedly.cli.ask import ask
from reportedly.cli.brief import brief
from reportedly.cli.claims import claims
from reportedly.cli.compare import compare
from reportedly.cli.doctor import doctor
from reportedly.cli.export import export
from reportedly.cli.judge import judge
from reportedly.cli.lineage import lineage
from reportedly.cli.open import open_collection
from reportedly.cli.option import FoundByEvery
from reportedly.cli.read import read
from reportedly.cli.schema import schema
from reportedly.cli.search import search
from reportedly.cli.serve import serve
from reportedly.cli.sites import sites
from reportedly.cli.timeline import timeline
from reportedly.cli.why import why

app = typer.Typer(
    help="Work out what is actually known from news reports: offline, every word of it led back to a report's.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit()


@app.callback()
def _reportedly(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
    tagger: FoundByEvery = None,
) -> None:
    """Hold the options that stand before a command: `--tagger` there is the default of every command that takes it."""
    if tagger is not None:
        context.default_map = {name: {"tagger": tagger} for name in _TAGGING}


_TAGGING = ("analyse", "compare", "brief", "ask", "why", "open", "add", "claims", "sites", "timeline", "export")

for command in (
    read,
    analyse,
    lineage,
    compare,
    brief,
    ask,
    why,
    add,
    claims,
    sites,
    timeline,
    search,
    judge,
    export,
    schema,
    serve,
    doctor,
):
    app.command()(command)
app.command("open")(open_collection)
