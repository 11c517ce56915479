"""Trouble: what a database says when something is wrong, told so that one knows what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dragoman.errors import StoreError

_ADVICE = {
    "database or disk is full": "the disk is full; nothing of this step was written, what was there before is whole; "
    "make room and run it again",
    "disk I/O error": "the disk cannot be written or read; nothing of this step was written; look at its space and "
    "permissions, then run `dragoman store check`",
    "database is locked": "another process is writing for longer than a minute; run it again when that has ended",
    "readonly database": "the store may not be written here; look at the permissions of its folder",
    "file is not a database": "no store, or a damaged file; restore a backup with `dragoman store restore`",
    "malformed": "its file is damaged; restore a backup with `dragoman store restore`",
    "No space left": "the disk is full; nothing of this step was written; make room and run it again",
    "no such table": "its tables are missing; it was not made by `dragoman store`",
    "password authentication failed": "the server refuses the user or the password; look at the address",
    "Connection refused": "no server answers there; start it, or look at the address",
    "Is the server running": "no server answers there; start it, or look at the address",
    "does not exist": "the server has no such database or role; make it first, for example with `createdb`",
}


@contextmanager
def told_as_store_error(location: str | Path) -> Iterator[None]:
    """Turns an error of the database into a StoreError that says where and what to do."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        advice = next((advice for words, advice in _ADVICE.items() if words in said), said)
        raise StoreError(f"{_without_password(str(location))}: {advice}") from error


def _without_password(location: str) -> str:
    """The address of a server as it may be shown."""
    scheme, found, rest = location.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{host}" if found and at else location
