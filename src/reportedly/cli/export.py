"""`reportedly export`: what is known, in the forms that other tools read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.analyse import Tagger
from reportedly.cli.exit import DONE, refuse, tell
from reportedly.cli.option import DEFAULT_DB, AsIs, AsOf, Db, Debug, FoundBy, MaybePaths
from reportedly.cli.output import save_bytes, tell_unread, write_bytes
from reportedly.cli.progress import progress
from reportedly.cli.source import open_dossier
from reportedly.errors import MissingResource, UnknownResource

if TYPE_CHECKING:
    from reportedly.export.form import Form
    from reportedly.picture import Dossier


def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORM",
            help="geojson, kml, prov, annotations, stix, ftm, markdown, html, csv-TABLE, parquet-TABLE; csv, parquet"
            " or all for every table or form; several with commas between.",
            show_default=False,
        ),
    ],
    paths: MaybePaths = None,
    db: Db = DEFAULT_DB,
    as_of: AsOf = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Where to write it; a folder for several forms; - for standard output, as without it.",
        ),
    ] = None,
    as_is: AsIs = False,
    tagger: FoundBy = Tagger.MODEL,
    debug: Debug = False,
) -> None:
    """Write what is known from a set of reports in a form that other tools read.

    Every form quotes the words that claims rest on; none holds a whole report.

    Example: reportedly export geojson reports/ --out picture.geojson
    """
    forms = _choose(form, out)
    with progress() as show:
        dossier = open_dossier(paths, db=db, as_of=as_of, as_is=as_is, tagger=tagger, show=show)
    _write(forms, dossier, out)
    raise typer.Exit(tell_unread(dossier.picture.unread) if paths else DONE)


def _choose(names: str, out: Path | None) -> Sequence[Form]:
    """Find the forms, and refuse before any work what could not be written."""
    from reportedly.export.form import choose_forms

    try:
        forms = choose_forms(name.strip() for name in names.split(","))
    except (UnknownResource, MissingResource) as fault:
        refuse(str(fault))
    if not _to_stdout(out):
        return forms
    if len(forms) > 1:
        refuse(f"{names} makes {len(forms)} files; --out FOLDER says where they go")
    if forms[0].binary:
        refuse(f"{forms[0].name} is not text; --out FILE says where it goes")
    return forms


def _to_stdout(out: Path | None) -> bool:
    return out is None or str(out) == "-"


def _write(forms: Sequence[Form], dossier: Dossier, out: Path | None) -> None:
    """Write each form to its file, or the only one to standard output."""
    for form in forms:
        made = form.write(dossier)
        if out is None or _to_stdout(out):
            write_bytes(made if isinstance(made, str) else made.decode())
            continue
        path = out / form.file if len(forms) > 1 or out.is_dir() else out
        save_bytes(path, made if isinstance(made, bytes) else made.encode("utf-8", "replace"))
        tell(f"{form.name} is in {path}")
