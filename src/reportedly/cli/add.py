"""`reportedly add`: work reports into a collection."""

from __future__ import annotations

import sys

import typer

from reportedly.analyse import Tagger
from reportedly.cli.option import DEFAULT_DB, AsIs, Db, Debug, Format, FoundBy, Paths
from reportedly.cli.output import Form, show_json, show_line, show_text, tell_unread
from reportedly.cli.progress import progress


def add(
    paths: Paths,
    db: Db = DEFAULT_DB,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Work reports into a collection, which is made where there is none.

    What is held word for word is passed over; a page that was changed comes in as a newer version, and what was
    changed in it is told.

    Example: reportedly add reports/ --db syria.db
    """
    from reportedly.collect import Collection
    from reportedly.export.collection_text import write_added
    from reportedly.record import to_record

    with progress() as show, Collection(db, tagger=tagger) as held:
        added = held.add(*paths, as_is=as_is, stdin=sys.stdin.buffer, progress=show)
        holdings = held.holdings()
    if form is Form.TEXT:
        show_text(write_added(added, holdings))
    else:
        (show_json if form is Form.JSON else show_line)(to_record(added))
    raise typer.Exit(tell_unread(added.unread))
