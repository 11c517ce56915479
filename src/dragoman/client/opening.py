"""Opening: takes a folder, a database or the address of a server, gives the desk over it."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.client.desk import Desk
from dragoman.client.folder import Folder
from dragoman.client.server import Server
from dragoman.errors import StoreError
from dragoman.store import open_store


def open_desk(
    location: str | Path, *, create: bool = False, packs: Sequence[str | Path] = (), token: str | None = None
) -> Desk:
    """The desk over a folder, a PostgreSQL address, or a server of `dragoman serve`: a script runs the same on each.

    Use it in a `with` statement, or close it.

    Args:
        location: `news`, `postgresql://…` or `https://desk.example.org`.
        create: make the store where there is none.
        packs: folders of packs of your own with which it is coded.
        token: of a server that asks for one.

    Raises:
        StoreError: there is no store, it cannot be opened, or a server is asked to be made or to use packs.
        DragomanError: httpx is not installed, which a server needs.

    Example:
        >>> import dragoman
        >>> with dragoman.open("news") as desk:
        ...     desk.count("type:CONSULT")
        1
    """
    if not str(location).startswith(("http://", "https://")):
        return Desk(Folder(open_store(location, create=create, packs=[Path(pack) for pack in packs])))
    if create or packs:
        raise StoreError(
            f"{location}: a server makes its store and reads its packs itself; "
            "start it with `dragoman serve --store FOLDER --pack FOLDER` and open it by its address alone"
        )
    return Desk(Server(str(location), token=token))
