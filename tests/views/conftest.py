"""Shows what a view makes of records: as plain text of a given width, or with the codes that a terminal gets."""

import io

import pytest
from rich.console import Console


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
