"""Shows what a view makes of records: as plain text of a given width, or with the codes that a terminal gets.

And a store of the texts that come with Dragoman, coded once for all tests that ask it.
"""

import io

import pytest
from rich.console import Console

from dragoman.desk.examples import examples
from dragoman.desk.keeping import Kept, keep
from dragoman.store import open_store


@pytest.fixture(scope="session")
def folder(tmp_path_factory, coder):
    """Where a store of the shipped examples is; tests leave it as it is."""
    place = tmp_path_factory.mktemp("examples") / "store"
    with open_store(place, create=True) as store:
        assert all(isinstance(one, Kept) for one in keep(store, [examples()], coder=coder))
    return place


@pytest.fixture
def plain():
    def shown(renderable, width=80):
        console = Console(file=io.StringIO(), width=width, highlight=False, color_system=None)
        console.print(renderable)
        return console.file.getvalue()

    return shown


@pytest.fixture
def coloured():
    def shown(renderable, *, no_color=False):
        console = Console(
            file=io.StringIO(),
            width=80,
            force_terminal=True,
            color_system="standard",
            no_color=no_color,
            highlight=False,
        )
        console.print(renderable)
        return console.file.getvalue()

    return shown
