"""The database of a collection: opening it, bringing its tables up to date, reading and writing in one piece.

Source: SQLite's write-ahead log, https://sqlite.org/wal.html; SQLAlchemy's notes on transactions of its SQLite driver.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, pool
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from reportedly.errors import CollectionFault

_WAIT_MS = 30_000  # for another process that is writing
_HEADER = b"SQLite format 3\x00"
_LOCK = 7_215_604  # the key under which those who write to one PostgreSQL collection take turns

log = logging.getLogger(__name__)
logging.getLogger("alembic").setLevel(logging.WARNING)


class Database:
    """One open collection."""

    def __init__(self, where: str, *, create: bool = True) -> None:
        """Open the collection at `where`, and bring its tables up to date.

        Args:
            where: a file, made where there is none; `:memory:`; or the address of a PostgreSQL database.
            create: make the collection where there is none.

        Raises:
            CollectionFault: it is not there, is none, is newer than this program, or cannot be reached.
        """
        self.where = where
        self.file = None if "://" in where or where == ":memory:" else Path(where)
        if self.file is not None:
            _check_file(self.file, create)
        self._engine = _engine(where)
        with self._told():
            self._upgrade()

    @property
    def shown(self) -> str:
        """Give the file or the address, without its password."""
        return _shown(self.where)

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the collection is SQLite's."""
        return self._engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the collection as it is now, whatever is written meanwhile.

        Raises:
            CollectionFault: the database refuses.
        """
        with self._told(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes come in all at once, or, after an error, not at all; writers take turns.

        Raises:
            CollectionFault: the database refuses.
        """
        with self._told(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what the database refuses in one line."""
        try:
            yield
        except DBAPIError as fault:
            reason = str(fault.orig).strip().split("\n")[0] or type(fault).__name__
            raise CollectionFault(f"{_shown(self.where)}: {reason}") from fault

    def _upgrade(self) -> None:
        """Take the steps that the tables lack."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        scripts = ScriptDirectory.from_config(config)
        with self._engine.connect() as connection:
            held = MigrationContext.configure(connection).get_current_revision()
            foreign = held is None and inspect(connection).get_table_names()
        if held == scripts.get_current_head():
            return
        if foreign:
            raise CollectionFault(f"{self.shown}: is no collection: it holds tables of something else")
        steps = EnvironmentContext(config, scripts, fn=lambda revision, _: scripts._upgrade_revs("head", revision))
        try:
            with self.writing() as connection, steps:
                steps.configure(connection=connection)
                steps.run_migrations()
        except CommandError as fault:
            reason = f"its tables are of version {held}, which this program does not know: it is newer"
            raise CollectionFault(f"{self.shown}: {reason}") from fault
        log.info("brought the tables up to date")


def _shown(where: str) -> str:
    """Give a collection's address without its password."""
    return make_url(where).render_as_string(hide_password=True) if "://" in where else where


def _check_file(path: Path, create: bool) -> None:
    """Refuse a file that is no collection."""
    if path.is_dir():
        raise CollectionFault(f"{path}: is a folder, not a collection")
    if not path.exists():
        if not create:
            raise CollectionFault(f"{path}: there is no such collection; `reportedly open --db {path}` makes one")
        if not path.parent.is_dir():
            raise CollectionFault(f"{path}: there is no folder {path.parent}")
        return
    try:
        with path.open("rb") as held:
            head = held.read(len(_HEADER))
    except OSError as fault:
        raise CollectionFault(f"{path}: {fault.strerror}") from fault
    if head and head != _HEADER:
        raise CollectionFault(f"{path}: is no collection: not an SQLite file")


def _engine(where: str) -> Engine:
    """Make what connects to the database."""
    if "://" not in where:
        one = {"poolclass": pool.StaticPool} if where == ":memory:" else {}
        engine = create_engine(f"sqlite:///{where}", connect_args={"check_same_thread": False}, **one)
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        address = make_url(where)
        if address.drivername in ("postgres", "postgresql"):
            address = address.set(drivername="postgresql+psycopg")
        return create_engine(address, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as fault:
        raise CollectionFault(f"{where}: is no address of a database: {fault}") from fault
    except ModuleNotFoundError as fault:
        raise CollectionFault(f"{_shown(where)}: needs the extra reportedly[postgresql]") from fault


def _set_up(connection: Any, _record: object) -> None:
    """Set a new SQLite connection up: transactions are begun by us, writers wait for each other."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_WAIT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes takes its turn at once, rather than fail when it first writes."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
