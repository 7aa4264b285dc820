"""The forms that a picture can be exported in: what each is called, who writes it and what file it makes.

Every form carries quotations and none carries a whole report, so that it may be shared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec

from reportedly.errors import MissingResource, UnknownResource
from reportedly.export.csv_table import write_csv
from reportedly.export.follow_the_money import write_entities
from reportedly.export.geojson import write_geojson
from reportedly.export.html import write_brief as write_page
from reportedly.export.kml import write_kml
from reportedly.export.markdown import write_brief as write_markdown
from reportedly.export.parquet_table import write_parquet
from reportedly.export.prov import write_prov
from reportedly.export.stix import write_stix
from reportedly.export.table import TABLES
from reportedly.export.web_annotation import write_annotations
from reportedly.picture import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One output form."""

    name: str
    write: Callable[[Dossier], str] | Callable[[Dossier], bytes]
    file: str  # what its file is called where several are written; its ending is the form's
    media_type: str
    binary: bool = False  # bytes, which no terminal can show


_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"
_ALL = (
    Form(name="geojson", write=write_geojson, file="picture.geojson", media_type="application/geo+json"),
    Form(name="kml", write=write_kml, file="picture.kml", media_type="application/vnd.google-earth.kml+xml"),
    Form(name="prov", write=write_prov, file="lineage.prov.json", media_type="application/json"),
    Form(
        name="annotations",
        write=write_annotations,
        file="supports.anno.jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ),
    Form(name="stix", write=write_stix, file="picture.stix.json", media_type="application/stix+json;version=2.1"),
    Form(name="ftm", write=write_entities, file="picture.ftm.json", media_type="application/json+ftm"),
    Form(
        name="markdown",
        write=partial(write_markdown, share=True),
        file="brief.md",
        media_type="text/markdown; charset=utf-8",
    ),
    Form(name="html", write=partial(write_page, share=True), file="brief.html", media_type="text/html; charset=utf-8"),
    *(
        Form(name=f"csv-{table.name}", write=partial(write_csv, table), file=f"{table.name}.csv", media_type=_CSV)
        for table in TABLES
        if table.name in ("claims", "supports")
    ),
    *(
        Form(
            name=f"parquet-{table.name}",
            write=partial(write_parquet, table),
            file=f"{table.name}.parquet",
            media_type=_PARQUET,
            binary=True,
        )
        for table in TABLES
    ),
)
FORMS = {form.name: form for form in _ALL}
GROUPS = {  # forms that are asked for by one name
    "csv": tuple(name for name in FORMS if name.startswith("csv-")),
    "parquet": tuple(name for name in FORMS if name.startswith("parquet-")),
    "all": tuple(FORMS),
}


def choose_forms(names: Iterable[str]) -> tuple[Form, ...]:
    """Give the forms of these names, each once; a group stands for its forms.

    Raises:
        UnknownResource: there is no such form.
        MissingResource: the form needs a library that is not installed.

    >>> [form.file for form in choose_forms(["kml", "csv"])]
    ['picture.kml', 'claims.csv', 'supports.csv']
    """
    chosen: dict[str, Form] = {}
    for name in names:
        if name not in FORMS and name not in GROUPS:
            raise UnknownResource(f"there is no form {name!r}; there are {', '.join([*FORMS, *GROUPS])}")
        for each in GROUPS.get(name, (name,)):
            chosen[each] = FORMS[each]
    if any(form.binary for form in chosen.values()) and find_spec("pyarrow") is None:
        raise MissingResource("Parquet needs pyarrow, which is not installed: pip install 'reportedly[parquet]'")
    return tuple(chosen.values())
