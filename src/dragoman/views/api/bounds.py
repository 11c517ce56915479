"""Bounds: takes requests to the interface, refuses bodies that are too large before they are read, and answers HEAD."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk.workbench import LARGEST
from dragoman.views.api.problems import problem


class Bounded:
    """The interface behind these bounds. HEAD is answered as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        elif scope["method"] in {"POST", "PUT", "PATCH"}:
            await self._bounded(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reads the body, up to its bound, and hands it on in one piece."""
        body, more = b"", True
        while more and len(body) <= LARGEST:
            message = await receive()
            if message["type"] != "http.request":
                return  # whoever asked has gone
            body += message.get("body", b"")
            more = message.get("more_body", False)
        if len(body) > LARGEST:
            path = scope["path"]
            told = f"POST {path}: more than {LARGEST:,} bytes; put large texts into the store with `dragoman store add`"
            await problem("too-large", told, path=path)(scope, receive, send)
            return
        await self._app(scope, _once(body, receive), send)


def _once(body: bytes, receive: Receive) -> Receive:
    """The body, then whatever else comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _without_body(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sent
