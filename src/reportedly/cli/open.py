"""`reportedly open`: make a collection, or say what one holds."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import tell
from reportedly.cli.option import DEFAULT_DB, Db, Debug, Format, FoundBy
from reportedly.cli.output import Form, show_json, show_line, show_text
from reportedly.cli.progress import progress


def open_collection(
    db: Db = DEFAULT_DB,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Analyse again whatever another version of this program has read.")
    ] = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Make a collection, or say what one holds.

    Tables of an older version are brought up to date.

    Example: reportedly open --db syria.db
    """
    from reportedly.collect import Collection
    from reportedly.export.collection_text import write_holdings
    from reportedly.record import to_record

    with progress() as show, Collection(db, tagger=tagger) as held:
        if refresh:
            tell(f"analysed {held.refresh(progress=show)} reports again")
        holdings = held.holdings()
    if form is Form.TEXT:
        show_text(write_holdings(holdings))
    else:
        (show_json if form is Form.JSON else show_line)(to_record(holdings))
