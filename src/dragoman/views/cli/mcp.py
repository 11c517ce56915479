"""The command `mcp`: lets language models ask a store, by the Model Context Protocol."""

from importlib.util import find_spec
from typing import Annotated

import typer

from dragoman.errors import DragomanError
from dragoman.views.cli.options import Packs, Readers, Reading
from dragoman.views.cli.store.options import Where, place_of


def mcp(
    *,
    where: Where = None,
    http: Annotated[bool, typer.Option("--http", help="Answer over HTTP; else on standard input and output.")] = False,
    host: Annotated[
        str, typer.Option(help="With --http: under which address; 0.0.0.0 lets other machines in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="With --http: on which port.")] = 8001,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Let language models ask a store (Model Context Protocol): tools that only read, each answer with its passages.

    Example: dragoman mcp --store mystore
    """
    if find_spec("mcp") is None:
        raise DragomanError('mcp needs the package mcp, not installed here: pip install "dragoman[mcp]"')
    # Only who serves waits for the protocol to be imported.
    from dragoman.views.mcp.opened import Opened  # noqa: PLC0415
    from dragoman.views.mcp.running import run_http, run_stdio  # noqa: PLC0415

    opened = Opened(place_of(where), packs=pack or (), readers=readers.value)
    try:
        if http:
            run_http(opened, host=host, port=port)
        else:
            run_stdio(opened)
    finally:
        opened.close()
