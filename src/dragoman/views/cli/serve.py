"""The command `serve`: shows a store in the browser."""

import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from dragoman.errors import DragomanError
from dragoman.views.cli.options import Packs, Readers, Reading
from dragoman.views.cli.store.options import Where, opened_store, place_of

_ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to tell whether it was asked for
_OWN = ("localhost", "127.0.0.1", "[::1]")


def serve(
    *,
    where: Where = None,
    host: Annotated[str, typer.Option(help="Under which address; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="On which port.")] = 8000,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Show a store in the browser: read, ask, see. A store that is not there yet is made.

    Example: dragoman serve --store mystore
    """
    missing = [package for package in ("fastapi", "uvicorn", "jinja2", "multipart") if find_spec(package) is None]
    if missing:
        raise DragomanError(f'serve needs {", ".join(missing)}, not installed here: pip install "dragoman[web]"')
    # Only who serves waits for the server to be imported.
    import uvicorn  # noqa: PLC0415

    from dragoman.views.web.app import make_app  # noqa: PLC0415

    packs = pack or []
    opened_store(where, create=True, packs=packs).close()
    hosts = ["*"] if host in _ANYWHERE else [host, *_OWN]
    app = make_app(place_of(where), packs=packs, readers=readers.value, hosts=hosts)
    sys.stderr.write(f"dragoman: http://{host}:{port}/ shows {place_of(where)}; end it with Ctrl-C\n")
    uvicorn.run(app, host=host, port=port, log_level="warning")
