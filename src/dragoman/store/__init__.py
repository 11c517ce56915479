"""Records ⇄ a database that survives: one folder with SQLite, or a PostgreSQL server. Only this room knows SQL."""

from dragoman.store.opening import open_engine
from dragoman.store.store import Store, open_store

__all__ = ["Store", "open_engine", "open_store"]
