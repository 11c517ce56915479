"""Client: `dragoman.open` gives a `Desk` over a store that is here or over a server; its verbs are the same."""

from dragoman.client.answer import Answer
from dragoman.client.desk import Addition, Desk
from dragoman.client.folder import Folder
from dragoman.client.opening import open_desk
from dragoman.client.server import Server

__all__ = ["Addition", "Answer", "Desk", "Folder", "Server", "open_desk"]
