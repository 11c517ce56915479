"""The command `serve`: shows a store in the browser."""

import errno
import socket
import sys
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.desk.tokens import Tokens, tokens_of
from dragoman.errors import DragomanError
from dragoman.settings import read_settings
from dragoman.views.cli.options import Packs, Readers, Reading
from dragoman.views.cli.store.options import Where, opened_store, place_of

if TYPE_CHECKING:
    from dragoman.views.api.callers import Door

A_MINUTE = 600  # requests of each token, where nothing else is said
_ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to tell whether it was asked for
_OWN = ("localhost", "127.0.0.1", "[::1]")


def serve(  # noqa: PLR0913 - options of a command line
    *,
    where: Where = None,
    host: Annotated[str, typer.Option(help="Under which address; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="On which port.")] = 8000,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
    require_tokens: Annotated[
        bool, typer.Option("--require-tokens", help="Ask for a token also on one's own machine, as behind a proxy.")
    ] = False,
    rate: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="NUMBER",
            show_default=False,
            help=f"Requests a minute of each token or address; 0 is no limit. Else {A_MINUTE} where tokens are needed.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", show_default=False, help="A name it has on a proxy before it: desk.example.org."),
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", show_default=False, help="A site whose scripts may ask: https://example.org."),
    ] = None,
) -> None:
    """Show a store in the browser, and answer programs: read, ask, see. A store that is not there yet is made.

    Example: dragoman serve --store mystore
    """
    missing = [package for package in ("fastapi", "uvicorn", "jinja2", "multipart") if find_spec(package) is None]
    if missing:
        raise DragomanError(f'serve needs {", ".join(missing)}, not installed here: pip install "dragoman[web]"')
    # Only who serves waits for the server to be imported.
    import uvicorn  # noqa: PLC0415

    from dragoman.knowledge.collecting import settle  # noqa: PLC0415
    from dragoman.views.web.app import make_app  # noqa: PLC0415

    packs = pack or []
    origins = [_origin(one) for one in allow_origin or ()]
    opened_store(where, create=True, packs=packs).close()
    door = _door(place_of(where), host, needed=require_tokens or not _is_own(host), rate=rate)
    hosts = ["*"] if host in _ANYWHERE else [host, *_OWN, *(name or ())]
    app = make_app(place_of(where), packs=packs, readers=readers.value, hosts=hosts, door=door, origins=origins)
    _refuse_taken(host, port)
    sys.stderr.write(f"dragoman: http://{host}:{port}/ shows {place_of(where)}; end it with Ctrl-C\n")
    settle()
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _refuse_taken(host: str, port: int) -> None:
    """Looks whether one can listen there, since the server would say so in its own words.

    Raises:
        DragomanError: one cannot.
    """
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            pass
    except OSError as error:
        reason = "the port is taken" if error.errno == errno.EADDRINUSE else error.strerror or str(error)
        raise DragomanError(f"{host}:{port}: {reason}; name another with --port or --host") from error


def _door(location: str, host: str, *, needed: bool, rate: int | None) -> "Door":
    """Who is let in.

    Raises:
        DragomanError: tokens are needed, and there are none.
    """
    from dragoman.views.api.buckets import Buckets  # noqa: PLC0415 - as above
    from dragoman.views.api.callers import Door  # noqa: PLC0415

    a_minute = rate if rate is not None else A_MINUTE if needed else 0
    return Door(
        tokens=_tokens(location, host, needed=needed),
        needed=needed,
        buckets=Buckets(a_minute) if a_minute else None,
    )


def _tokens(location: str, host: str, *, needed: bool) -> Tokens | None:
    """The tokens of the store; None where there can be none and none is needed."""
    file: Path | None = read_settings().tokens
    if file is None and location.startswith("postgresql") and not needed:
        return None
    tokens = tokens_of(location, file=file)
    if needed and not tokens.every():
        asked = "--require-tokens" if _is_own(host) else f"--host {host}: other machines are let in with a token only"
        instead = "leave it out" if _is_own(host) else "serve on 127.0.0.1"
        raise DragomanError(f"{asked}: {tokens.file} has none; make one with `dragoman token add NAME`, or {instead}")
    return tokens


def _is_own(host: str) -> bool:
    """Whether only this machine can ask under that address."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _origin(told: str) -> str:
    """An origin, as a browser tells it.

    Raises:
        DragomanError: it is none.
    """
    scheme, found, rest = told.partition("://")
    if scheme not in {"http", "https"} or not found or not rest or "/" in rest or "*" in rest:
        raise DragomanError(f"--allow-origin {told}: no origin; write one as https://desk.example.org, without a path")
    return told
