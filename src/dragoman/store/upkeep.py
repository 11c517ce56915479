"""Upkeep: takes a store, copies it while it is in use, puts a copy back, and makes it compact."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import StoreError
from dragoman.store.moments import microseconds
from dragoman.store.opening import FILE
from dragoman.store.searching import tidy_words
from dragoman.store.store import Store

_PARTIAL = ".partial"  # what is being written, beside what it will be
_BEGIN_HISTORY = """
    INSERT INTO editions
    SELECT coalesce(max(number), 1) + 1, max(coalesce(max(moment), 0) + 1, ?), coalesce(max(acts), 0),
           coalesce(max(events), 0)
    FROM editions
"""
_SERVER = "a store on PostgreSQL; the server's own tools do it: {}"


def backup(store: Store, to: str | Path, *, replace: bool = False) -> Path:
    """Copies the store as it is now, whoever writes meanwhile, and gives the file of the copy.

    Args:
        store: a store in a folder.
        to: a file, if its name has an ending such as `.sqlite`; else a folder, which becomes a store of its own.
        replace: write over a copy that is there already.

    Raises:
        StoreError: the store is on a server, a file is there already, or the copy cannot be written.
    """
    if store.dialect != "sqlite":
        raise StoreError(_SERVER.format("pg_dump --format=custom --file=store.dump DATABASE"))
    source, target = Path(store.location) / FILE, file_of(to)
    if target.exists() and (not replace or target.samefile(source)):
        raise StoreError(f"{target}: there is a file already; name another, or say that it may be replaced")
    _copy(source, target)
    return target


def restore(location: str | Path, source: str | Path, *, replace: bool = False) -> None:
    """Puts a backup in the place of a store. It is written beside it first: if that fails, the store is as it was.

    What changed is known from then on: what the store that was there told last, the backup does not know.

    Args:
        location: the folder of the store, whether there is one or not.
        source: what `backup` made: a file, or a folder with one.
        replace: say that the store that is there goes away.

    Raises:
        StoreError: a store is there already, another process has it open, or the backup is damaged or none.
    """
    if str(location).startswith("postgresql"):
        raise StoreError(_SERVER.format("pg_restore --clean --if-exists --dbname=DATABASE store.dump"))
    target, copy = Path(location) / FILE, file_of(source)
    if not copy.is_file():
        raise StoreError(f"{copy}: there is no backup; name the file or the folder that `dragoman store backup` made")
    if target.exists() and (not replace or target.samefile(copy)):
        raise StoreError(f"{location}: there is a store already; say that it may be replaced, or name another folder")
    with _told(copy):
        _look_through(copy)
    _copy(copy, target, finish=_begin_history)


def compact(store: Store) -> None:
    """Gives space back to the disk, and makes searches and the planning of answers quick again.

    It needs as much free space as the store takes; others wait meanwhile.
    """
    with store.maintaining() as connection:
        if store.dialect != "sqlite":
            connection.exec_driver_sql("VACUUM (ANALYZE)")
            return
        tidy_words(connection)
        for statement in ("VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.exec_driver_sql(statement)


def file_of(place: str | Path) -> Path:
    """The file that is meant: the place itself if it is or looks like one, else that of the store in the folder."""
    path = Path(place)
    return path if path.is_file() or (path.suffix and not path.is_dir()) else path / FILE


def _copy(source: Path, target: Path, *, finish: Callable[[sqlite3.Connection], None] = lambda _: None) -> None:
    """Copies what is committed in one database to another file: whole, or not at all. `finish` changes the copy."""
    partial = target.with_name(target.name + _PARTIAL)
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            _write(source, partial, finish)
            with _nobody_in(target):
                partial.replace(target)
            _sync(target.parent)
        finally:
            partial.unlink(missing_ok=True)


def _write(source: Path, partial: Path, finish: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(source, timeout=60)) as taken, closing(sqlite3.connect(partial)) as given:
        taken.backup(given)  # all pages in one step: a snapshot, and no writer has to wait
        given.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        with given:
            finish(given)
    _sync(partial)


def _begin_history(copy: sqlite3.Connection) -> None:
    """Forgets when what changed before now; in a store of an older version, which does not know it, migrating does."""
    if "moment" in {row[1] for row in copy.execute("PRAGMA table_info(editions)")}:
        copy.execute(_BEGIN_HISTORY, [microseconds(datetime.now(UTC))])
        copy.execute("DELETE FROM editions WHERE number < (SELECT max(number) FROM editions)")


@contextmanager
def _nobody_in(file: Path) -> Iterator[None]:
    """Makes sure that no process has the store open, and that nothing of its log is left beside it."""
    if not file.exists():
        _forget_log(file)
        yield
        return
    with closing(sqlite3.connect(file)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")  # writes the log into the file and takes it away
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise StoreError(f"{file}: another process has it open; end it and try again") from error
            connection.close()  # damaged: it goes away as it is
        _forget_log(file)
        yield


def _forget_log(file: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _look_through(copy: Path) -> None:
    """Whether it is a whole store."""
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("SELECT max(version) FROM schema_versions")
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
    if faults:
        raise StoreError(f"{copy}: the backup is damaged: {faults[0]}; take another one")


def _sync(path: Path) -> None:
    """Waits until it is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {error}; look at the disk's space, or take another backup") from error
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; look at its folder's space and permissions") from error
