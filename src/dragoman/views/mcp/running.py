"""Running: takes what is opened, answers clients until they leave: on standard input and output, or over HTTP."""

import socket
import sys

from mcp.server.transport_security import TransportSecuritySettings

from dragoman.errors import DragomanError
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.server import make_server

_ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to tell whether it was asked for
_OWN = ("127.0.0.1", "localhost", "[::1]")


def run_stdio(opened: Opened) -> None:
    """Answers one client on standard input and output, until it closes them."""
    make_server(opened).run("stdio")


def run_http(opened: Opened, *, host: str, port: int) -> None:
    """Answers clients over HTTP (streamable) at `/mcp`, until it is ended.

    Each call stands for itself: no session is kept, since all tools only read.

    Raises:
        DragomanError: there is no such address here, or somebody answers there already.
    """
    check_address(host, port)
    sys.stderr.write(f"dragoman: http://{host}:{port}/mcp answers from {opened.location}; end it with Ctrl-C\n")
    make_server(opened).run(
        "streamable-http",
        host=host,
        port=port,
        stateless_http=True,
        json_response=True,
        transport_security=security_of(host),
    )


def check_address(host: str, port: int) -> None:
    """Says what is wrong with an address before a server is started there.

    Raises:
        DragomanError: there is no such address here, or somebody answers there already.
    """
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0].lower()  # what follows is the address once more
        raise DragomanError(f"{host}:{port}: {reason}; choose another with --host or --port") from error


def security_of(host: str) -> TransportSecuritySettings:
    """Under which names one may ask, so that no page of another site reaches this server by a name of its own.

    Who lets in other machines under any name (0.0.0.0) does without this.
    """
    names = _OWN if host in _ANYWHERE or host in _OWN else (f"[{host}]" if ":" in host else host, *_OWN)
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=host not in _ANYWHERE,
        allowed_hosts=[f"{name}:*" for name in names],
        allowed_origins=[f"http://{name}:*" for name in names],
    )
