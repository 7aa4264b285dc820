"""`reportedly schema`: the JSON Schema of what the commands print."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.cli.output import show_json


class Record(StrEnum):
    """The records that have a schema."""

    REPORT = "report"
    READING = "reading"
    COMPARISON = "comparison"
    LINEAGE = "lineage"
    PICTURE = "picture"
    TRACE = "trace"
    SITES = "sites"


def schema(
    record: Annotated[Record, typer.Argument(help="Which record.", show_default=False)],
) -> None:
    """Print the JSON Schema of a record.

    It is made from the program's own types.

    Example: reportedly schema reading > reading.schema.json
    """
    from reportedly.export.schema import json_schema

    show_json(json_schema(record.value))
