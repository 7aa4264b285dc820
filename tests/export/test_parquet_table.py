import pytest

from reportedly.export.parquet_table import write_parquet
from reportedly.export.table import TABLES

from . import awkward, factory

arrow = pytest.importorskip("pyarrow", reason="Parquet is written by pyarrow")
parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet is written by pyarrow")
BY_NAME = {table.name: table for table in TABLES}


def read(name, dossier):
    return parquet.read_table(arrow.BufferReader(write_parquet(BY_NAME[name], dossier)))


@pytest.mark.parametrize("name", BY_NAME)
def test_the_metadata_name_the_schema_with_its_version_and_the_moment(name):
    metadata = read(name, factory.dossier()).schema.metadata
    assert metadata[b"reportedly.schema"] == f"reportedly/table/{name}/1".encode()
    assert metadata[b"reportedly.as_of"] == b"2024-03-05"


def test_columns_keep_their_types_even_where_a_table_is_empty():
    nothing = read("derivations", awkward.dossier()).slice(0, 0)
    assert [str(field.type) for field in nothing.schema] == [
        "string", "string", "string", "double", "bool", "string", "double",
    ]  # fmt: skip


def test_half_a_character_becomes_the_replacement_sign_and_offsets_still_hold():
    odd = read("supports", awkward.dossier()).to_pylist()[-1]
    assert odd["quote"] == awkward.WORDS.replace("\ud800", "\ufffd")
    assert odd["end"] - odd["start"] == len(odd["quote"])


def test_no_table_has_a_column_for_the_body():
    assert all("body" not in table.columns for table in TABLES)


def test_a_database_joins_the_tables(tmp_path, dossier):
    duckdb = pytest.importorskip("duckdb", reason="a database that reads Parquet, for this test alone")
    for table in TABLES:
        (tmp_path / f"{table.name}.parquet").write_bytes(write_parquet(table, dossier))
    counted = duckdb.sql(
        f"""
        SELECT c.id, count(DISTINCT s.leg) AS legs, any_value(c.origins) AS origins
        FROM '{tmp_path}/claims.parquet' c
        JOIN '{tmp_path}/supports.parquet' s ON s.claim = c.id AND s.side = 'for' AND NOT s.withdrawn
        JOIN '{tmp_path}/reports.parquet' r ON s.report = r.id
        GROUP BY c.id
        """
    ).fetchall()
    assert len(counted) == sum(claim.origins > 0 for claim in dossier.picture.claims)
    assert all(legs >= origins for _, legs, origins in counted)
