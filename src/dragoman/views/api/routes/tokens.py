"""Tokens: an admin lists them, makes them and takes them away, as `dragoman token` does."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.desk.tokens import Role, Token, Tokens
from dragoman.errors import DragomanError
from dragoman.views.api.asking import Telling
from dragoman.views.api.problems import RefusalError
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["tokens"])
_PATTERN = r"^[a-z0-9][a-z0-9.-]{0,63}$"


class Wanted(BaseModel):
    """A token that is to be made."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(pattern=_PATTERN)]
    role: Role = "reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryToken:
    """All tokens, without their secrets."""

    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A token that was made; it is shown this once."""

    name: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A token that is no more."""

    name: str


@route(ROUTER, "/tokens", EveryToken, role="admin")
def tokens(ask: Telling) -> Response:
    """Whose tokens there are, and what each allows."""
    return ask.reply(EveryToken(tokens=_kept(ask.request).every()))


@route(ROUTER, "/tokens", Made, method="POST", role="admin")
def add(ask: Telling, body: Wanted) -> Response:
    """Makes a token."""
    try:
        return ask.reply(Made(name=body.name, token=_kept(ask.request).add(body.name, body.role)))
    except DragomanError as error:
        raise RefusalError("taken", str(error)) from error


@route(ROUTER, "/tokens/{name}", Removed, method="DELETE", role="admin")
def remove(ask: Telling, name: Annotated[str, Path(pattern=_PATTERN)]) -> Response:
    """Takes a token away; it holds no more at once."""
    try:
        _kept(ask.request).remove(name)
    except DragomanError as error:
        raise RefusalError("not-found", str(error)) from error
    return ask.reply(Removed(name=name))


def _kept(request: Request) -> Tokens:
    """The tokens that count here.

    Raises:
        RefusalError: this server has none.
    """
    kept = request.app.state.tokens
    if isinstance(kept, Tokens):
        return kept
    raise RefusalError("not-found", f"{request.url.path}: this server keeps no tokens; start it with DRAGOMAN_TOKENS")
