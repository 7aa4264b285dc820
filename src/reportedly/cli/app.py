"""The commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly import __version__
from reportedly.cli.analyse import analyse
from reportedly.cli.brief import brief
from reportedly.cli.compare import compare
from reportedly.cli.doctor import doctor
from reportedly.cli.lineage import lineage
from reportedly.cli.option import FoundByEvery
from reportedly.cli.read import read
from reportedly.cli.schema import schema
from reportedly.cli.sites import sites

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
        context.default_map = {name: {"tagger": tagger} for name in ("analyse", "brief", "compare", "sites")}


for command in (read, analyse, lineage, compare, brief, sites, schema, doctor):
    app.command()(command)
