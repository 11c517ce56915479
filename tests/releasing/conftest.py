"""Places for stores, as the tests of the store have them."""

from tests.store.conftest import database, place, server

__all__ = ["database", "place", "server"]
