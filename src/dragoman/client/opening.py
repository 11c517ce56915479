"""Opening: takes a folder, a database or the address of a server, gives a desk over it."""

from pathlib import Path

from dragoman.client.desk import Desk
from dragoman.client.local import LocalDesk
from dragoman.client.remote import RemoteDesk
from dragoman.store import open_store


def open_desk(place: str | Path, *, token: str | None = None) -> Desk:
    """The desk over a store: a folder, a PostgreSQL address, or a server of `dragoman serve`.

    Args:
        place: `mystore`, `postgresql://…` or `https://desk.example.org`.
        token: of a server that asks for one.

    Raises:
        StoreError: there is no such store.
        DragomanError: httpx is not installed, which a server needs.

    Example:
        >>> with open_desk("https://desk.example.org", token="dragoman_anna_…") as desk:
        ...     for act in desk.every_act("actor:JPN recipient:NATO"):
        ...         print(act.type, act.status)
    """
    if str(place).startswith(("http://", "https://")):
        return RemoteDesk(str(place), token=token)
    return LocalDesk(open_store(place))
