"""`reportedly search`: the claims and the reports of a collection that hold some words."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.option import DEFAULT_DB, Db, Debug, TableFormat
from reportedly.cli.output import Table, show_table


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help='What to look for; "in quotation marks" one after the other; -word not there.'
        ),
    ],
    db: Db = DEFAULT_DB,
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many claims and so many reports at most.")] = 20,
    form: TableFormat = Table.TEXT,
    debug: Debug = False,
) -> None:
    """Find the claims and the reports of a collection that hold all of some words, the best first.

    Example: reportedly search cargo plane '"air base"' --db syria.db
    """
    from reportedly.collect import Collection
    from reportedly.export.collection_text import hit_row, write_hits

    with Collection(db, create=False) as held:
        claims, reports = held.search(" ".join(words), limit=limit)
    show_table([*claims, *reports], form, row=hit_row, text=write_hits)
