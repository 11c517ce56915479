"""A store of the texts that come with Dragoman, coded once for all tests that ask it."""

from dragoman.desk.examples import examples
from dragoman.desk.keeping import Kept, keep
from dragoman.store import open_store


def store_of_examples(folder, coder):
    with open_store(folder, create=True) as store:
        done = list(keep(store, [examples()], coder=coder))
    assert all(isinstance(one, Kept) for one in done)
    return folder
