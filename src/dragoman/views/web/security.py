"""Security: takes the application's answers, adds what keeps a page from doing more than showing; refuses odd posts.

The policy lets a page load from this server only and run no script or style that stands in it: a text that smuggled
markup past the escaping would still not run. A form of another site cannot write into the store.
"""

from collections.abc import Collection, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" browsers would not tell whence a form of our own comes
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_READS = frozenset({"GET", "HEAD"})


class Secured:
    """The application behind these headers. Scripts of `origins` may post under `prefix`."""

    def __init__(self, app: ASGIApp, *, origins: Collection[str] = (), prefix: str = "/api") -> None:
        self._app = app
        self._origins = origins
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        let_in = scope["method"] in _READS or _is_from_here(scope) or self._is_let_in(scope)
        app = self._app if let_in else _REFUSED
        await app(scope, receive, send_secured)

    def _is_let_in(self, scope: MutableMapping[str, Any]) -> bool:
        """Whether a script of a site that may ask the interface does so."""
        return scope["path"].startswith(self._prefix) and Headers(scope=scope).get("origin") in self._origins


def _is_from_here(scope: MutableMapping[str, Any]) -> bool:
    """Whether a post comes from a page of this site, or from a program, which says nothing of where it comes from."""
    headers = Headers(scope=scope)
    if headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


_REFUSED = PlainTextResponse("This form stands on another site; open Dragoman itself and try there.", status_code=403)
