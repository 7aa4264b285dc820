"""`reportedly compare`: two reports side by side, and what the retelling changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import BAD_INPUT, refuse, tell
from reportedly.cli.option import AsIs, Debug, Format, FoundBy
from reportedly.cli.output import Form, save, show_json, show_line, show_text, tell_unread


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A report.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="Another; their order does not matter.", show_default=False)],
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", dir_okay=False, help="Write it as one self-contained page, too."),
    ] = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    form: Format = Form.TEXT,
    debug: Debug = False,
) -> None:
    """Say what changed between two reports.

    How they stand to each other, which came first and why, and every change that alters what is claimed.

    Example: reportedly compare wire.txt retelling.txt --html changes.html
    """
    from reportedly.export.text import write_comparison
    from reportedly.pipeline import compare_reports, gather_reports
    from reportedly.record import to_record

    reports, unread = gather_reports([a, b], as_is=as_is, stdin=sys.stdin.buffer)
    code = tell_unread(unread)
    if len(reports) > 2:
        refuse(f"compare takes two reports; {a} and {b} hold {len(reports)}")
    if len(reports) < 2:
        raise typer.Exit(code or BAD_INPUT)
    comparison = compare_reports(*reports, tagger=tagger)
    if form is Form.TEXT:
        show_text(write_comparison(comparison))
    else:
        (show_json if form is Form.JSON else show_line)(to_record(comparison))
    if html is not None:
        from reportedly.export.html import write_comparison as write_page

        save(html, write_page(comparison))
        tell(f"the comparison is in {html}")
    raise typer.Exit(code)
