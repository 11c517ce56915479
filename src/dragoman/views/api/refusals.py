"""Refusals: takes what the guards before the interface refuse in plain text, tells it as a problem, as all the rest."""

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.views.api.callers import PREFIX
from dragoman.views.api.problems import problem

_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TOLD = {
    400: ("host", "this server was not started for that name; ask it under the name or address it was started with"),
    403: ("other-site", "this comes from another site; the one who runs this server lets it in with --allow-origin"),
}


class Told:
    """The application, whose refusals under the prefix of the interface are problems."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        if _BREAKS.search(scope["path"]):  # no route has one, and the framework would look for a page of that name
            detail = f"{scope['method']} {PREFIX}: a line break stands in the address; leave it out"
            await problem("not-found", detail, path=scope["path"])(scope, receive, send)
            return
        refused = False

        async def told(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] in _TOLD:
                headers = Headers(raw=message["headers"])
                refused = headers.get("content-type", "").startswith("text/plain")
            if not refused:
                await send(message)
            elif message["type"] == "http.response.start":
                kind, words = _TOLD[message["status"]]
                path = scope["path"]
                await problem(kind, f"{scope['method']} {path}: {words}", path=path)(scope, receive, send)

        await self._app(scope, receive, told)
