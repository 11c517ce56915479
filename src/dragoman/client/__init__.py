"""Client: `open_desk` gives a desk over a store that is here, or over a server; both answer to the same verbs."""

from dragoman.client.desk import Desk, Numbered
from dragoman.client.local import LocalDesk
from dragoman.client.opening import open_desk
from dragoman.client.remote import RemoteDesk

__all__ = ["Desk", "LocalDesk", "Numbered", "RemoteDesk", "open_desk"]
