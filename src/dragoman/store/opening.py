"""Opening: takes where a store is, gives an engine that reads and writes it safely.

A folder holds `store.sqlite`, in WAL mode: several processes read while one writes, and a second writer waits. An
address that begins with `postgresql` is a server.
"""

import sqlite3
import time
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from dragoman.errors import StoreError

FILE = "store.sqlite"
_WAITING = 60_000  # milliseconds that a second writer waits for the first
_AGAIN = 0.05  # seconds until a file that is being made is tried again
_CONNECTIONS = 15  # that stay open once they are: one that is made anew reads schema and pages anew
_CACHE = -131_072  # KiB of pages kept in memory
_MAPPED = 1 << 31  # bytes of the file that are read as memory
_CHECKPOINT = 64_000  # pages that wait in the log before they are written to their places
_LOCK = 4_722_366  # the lock under which writers of one PostgreSQL database take turns


def open_engine(location: str | Path, *, create: bool = False) -> Engine:
    """The engine of the store at `location`; a folder that holds none is an error, unless one is to be made.

    Raises:
        StoreError: there is no store, or no driver for the server.
    """
    if str(location).startswith("postgresql"):
        return _server(str(location))
    if str(location).startswith(("http://", "https://")):
        raise StoreError(
            f"{location}: this is a server, and no store that can be opened here; ask it from Python "
            f'(dragoman.open("{location}")), by its pages, or under {str(location).rstrip("/")}/api/v1'
        )
    file = Path(location) / FILE
    if create:
        _make_folder(file.parent)
    elif not file.exists():
        raise StoreError(f"{location}: there is no store; make one with `dragoman store add FILE --store {location}`")
    return _embedded(file)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{folder}: no folder for a store can be made: {error.strerror}; name another with --store"
        ) from error


def _embedded(file: Path) -> Engine:
    engine = create_engine(f"sqlite:///{file}", pool_size=_CONNECTIONS, max_overflow=0)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins, not the driver
    connection.execute(f"PRAGMA busy_timeout = {_WAITING}")
    _keep_log(connection)
    for pragma in (
        "synchronous = NORMAL",
        "foreign_keys = ON",
        f"cache_size = {_CACHE}",
        f"mmap_size = {_MAPPED}",
        "temp_store = MEMORY",
        f"wal_autocheckpoint = {_CHECKPOINT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turns a new file to WAL mode. SQLite does not wait where two processes do so at once: one of them tries again."""
    until = time.monotonic() + _WAITING / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once; who only reads gets a snapshot that no writer disturbs."""
    if connection.get_execution_options().get("maintains", False):
        return
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server(address: str) -> Engine:
    if address.startswith("postgresql:"):
        address = address.replace("postgresql:", "postgresql+psycopg:", 1)
    try:
        engine = create_engine(address, pool_size=_CONNECTIONS, max_overflow=0)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(f"PostgreSQL needs its driver: pip install 'dragoman[postgresql]' ({error})") from error
    event.listen(engine, "begin", _take_turn)
    return engine


def _take_turn(connection: Connection) -> None:
    """Writers take turns, so that what one finds among the acts is still so when it writes."""
    if connection.get_execution_options().get("maintains", False):
        return
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
