"""`reportedly claims`: what is claimed, on how many origins."""

from __future__ import annotations

from reportedly.analyse import Tagger
from reportedly.claim import ClaimFilter
from reportedly.cli.option import (
    DEFAULT_DB,
    AsIs,
    AsOf,
    Db,
    Debug,
    FoundBy,
    Limit,
    MaybePaths,
    OfPlace,
    OfReport,
    OfType,
    OnOrigins,
    Opposed,
    Since,
    TableFormat,
    Until,
)
from reportedly.cli.output import Table, show_table
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier


def claims(
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    type_: OfType = None,
    place: OfPlace = None,
    report: OfReport = None,
    since: Since = None,
    until: Until = None,
    origins: OnOrigins = None,
    opposed: Opposed = None,
    limit: Limit = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: TableFormat = Table.TEXT,
    debug: Debug = False,
) -> None:
    """List what is claimed: those on most origins first.

    Example: reportedly claims --db syria.db --place Hmeimim --origins 2
    """
    from reportedly.collect import Collection
    from reportedly.export.claims_text import claim_row, write_claims

    wanted = ClaimFilter(
        type=type_, place=place, report=report, since=since, until=until, origins=origins, opposed=opposed
    )
    if not paths and as_of is None:
        with Collection(db, create=False) as held:
            found = held.claims(wanted, limit=limit)
    else:
        with progress() as show:
            picture = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show).picture
        found = [claim for claim in picture.claims if wanted.admits(claim)][:limit]
    show_table(found, form, row=claim_row, text=write_claims)
