"""A table as Parquet: typed columns that databases and data frames read as they are."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from reportedly.errors import MissingResource
from reportedly.export.table import Cell, Column, Table
from reportedly.export.untrusted import mend
from reportedly.picture import Dossier


def write_parquet(table: Table, dossier: Dossier) -> bytes:
    """Write one table; its metadata name the schema with its version, and the moment that the picture holds for.

    Raises:
        MissingResource: the library that writes Parquet is not installed.
    """
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    kinds = {
        Column.TEXT: arrow.string(),
        Column.WHOLE: arrow.int64(),
        Column.NUMBER: arrow.float64(),
        Column.FLAG: arrow.bool_(),
    }
    metadata = {"reportedly.schema": table.schema, "reportedly.as_of": dossier.picture.as_of or ""}
    schema = arrow.schema([(name, kinds[kind]) for name, kind in table.columns.items()], metadata=metadata)
    rows = [[_cell(cell) for cell in row] for row in table.rows(dossier)]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in table.columns]
    held = arrow.table([arrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)], schema)
    sink = arrow.BufferOutputStream()
    parquet.write_table(held, sink, compression="zstd")
    return bytes(sink.getvalue())


def _library(name: str) -> Any:
    """Load a module of the library that writes Parquet."""
    try:
        return import_module(name)
    except ImportError as fault:
        raise MissingResource(
            "Parquet needs pyarrow, which is not installed: pip install 'reportedly[parquet]'"
        ) from fault


def _cell(cell: Cell) -> Cell:
    return mend(str(cell)) if isinstance(cell, str) else cell
