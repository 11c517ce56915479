"""Callers: takes a request to any part of the site, tells who asks, lets in who may, and slows who asks too often.

A token comes as `Authorization: Bearer TOKEN`; a browser sends it as the password of HTTP Basic. On a server that only
its own machine reaches no token is needed, and whoever asks may do everything.
"""

import binascii
from base64 import b64decode
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.desk.tokens import Role, Token, Tokens, may
from dragoman.views.api.buckets import Buckets
from dragoman.views.api.problems import problem

PREFIX = "/api/v1"
OPEN = frozenset({"/health", "/ready", f"{PREFIX}/health", f"{PREFIX}/ready"})
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_GET_ONE = "the one who runs this server makes one with `dragoman token add NAME`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks: by the name of a token, or from which address; and in which role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who is let in: whose tokens count, whether one is needed, how often one may ask (None: as often as one likes)."""

    tokens: Tokens | None = None
    needed: bool = False
    buckets: Buckets | None = None


class Guarded:
    """The application behind a door."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or says why not."""
        if scope["type"] != "http" or scope["path"] in OPEN:
            await self._app(scope, receive, send)
            return
        refused = await self._refused(scope)
        await (refused or self._app)(scope, receive, send)

    async def _refused(self, scope: Scope) -> Response | None:
        """None where the request may go on; who asks stands in its state then."""
        told, address = _token_in(Headers(scope=scope)), (scope.get("client") or ("somewhere",))[0]
        token = self._door.tokens.remembered(told) if told is not None and self._door.tokens else None
        # Before a token is hashed, so that guessing costs who guesses more than the server.
        wait = self._door.buckets.wait(token.name if token else address) if self._door.buckets else 0
        if wait:
            return _no(scope, "too-often", f"{wait} s are to pass before the next request", {"Retry-After": str(wait)})
        caller = await self._caller(told, address, token)
        if caller is None:
            what = "this token is not known here (any more)" if told else "a token is needed"
            return _no(scope, "token", f"{what}; send one as `Authorization: Bearer TOKEN`; {_GET_ONE}", _asking(scope))
        if _writes_by_page(scope) and not may(caller.role, "editor"):
            return _no(scope, "role", f"{caller.name} is {caller.role}; an editor may do this")
        scope.setdefault("state", {})["caller"] = caller
        return None

    async def _caller(self, told: str | None, address: str, token: Token | None) -> Caller | None:
        if token is None and told is not None and self._door.tokens is not None:
            token = await run_in_threadpool(self._door.tokens.whose, told)
        if token is not None:
            return Caller(name=token.name, role=token.role)
        # A server behind another one that asks for a password of its own gets that password, too, and need not know it.
        return None if self._door.needed else Caller(name=address, role="admin")


def _token_in(headers: Headers) -> str | None:
    """What stands in the header, whoever's it is; a password of HTTP Basic is one."""
    scheme, _, told = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return told.strip()
    if scheme.lower() != "basic":
        return None
    try:
        return b64decode(told, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _writes_by_page(scope: Scope) -> bool:
    """Whether a form of a page adds to the store; what is only read is not kept."""
    path = scope["path"]
    return scope["method"] not in _READS and not path.startswith(PREFIX) and path != "/readings"


def _asking(scope: Scope) -> dict[str, str]:
    scheme = "Bearer" if scope["path"].startswith(PREFIX) else "Basic"
    return {"WWW-Authenticate": f'{scheme} realm="Dragoman", charset="UTF-8"'}


def _no(scope: Scope, kind: str, words: str, headers: dict[str, str] | None = None) -> Response:
    detail = f"{scope['method']} {scope['path']}: {words}"
    told = problem(kind, detail, path=scope["path"], headers=headers)
    if scope["path"].startswith(PREFIX):
        return told
    return PlainTextResponse(detail + "\n", status_code=told.status_code, headers=headers)
