"""Problems: takes what went wrong, gives an answer of RFC 9457 that says what, where, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from dragoman.desk.workbench import BusyError
from dragoman.errors import DragomanError, NotKeptError, QuestionError, SourceError, StoreError
from dragoman.views.web.trouble import NotFoundError

T = TypeVar("T")
MEDIA = "application/problem+json"
KINDS: Mapping[str, tuple[int, str]] = {
    "question": (400, "This question cannot be understood"),
    "host": (400, "This server does not answer under that name"),
    "token": (401, "A token is needed"),
    "role": (403, "This is for another role"),
    "other-site": (403, "This comes from another site"),
    "not-found": (404, "There is nothing here"),
    "method": (405, "This cannot be done here"),
    "form": (406, "There is no such form of this"),
    "taken": (409, "There is one of that name already"),
    "not-kept": (410, "The store does not know what changed so long ago"),
    "too-large": (413, "This is too large"),
    "parameter": (422, "A part of the request is not as it should be"),
    "text": (422, "This text cannot be read"),
    "too-often": (429, "Too many requests"),
    "busy": (429, "Too many texts are waiting"),
    "fault": (500, "Something went wrong in the server"),
    "store": (503, "The store cannot be opened"),
}
"""Every kind of problem: its status, and what it is called. docs/reference/rest.md tells each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one part of a request: where it stands (`query limit`, `body text`), and what is wrong."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem as RFC 9457 has it: `type` is the address of its kind, `instance` the path that was asked for.

    `detail` says what happened, where, and what to do. `faults` are the single ones where a request has several.
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str
    faults: tuple[Fault, ...] = ()


class RefusalError(Exception):
    """Raised where a request cannot be answered: of which kind, and in words what, where, and what to do."""

    def __init__(self, kind: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.headers = kind, detail, dict(headers or {})


def problem(
    kind: str, detail: str, *, path: str, faults: tuple[Fault, ...] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer that tells a problem."""
    status, title = KINDS[kind]
    told = Problem(
        type=f"/api/v1/docs#problem-{kind}", title=title, status=status, detail=detail, instance=path, faults=faults
    )
    body = msgspec.json.format(msgspec.json.encode(told))
    return Response(body, status_code=status, media_type=MEDIA, headers=dict(headers or {}))


def tell_problems(api: FastAPI) -> None:
    """Makes the interface tell every error so."""
    api.add_exception_handler(RefusalError, _refused)
    api.add_exception_handler(DragomanError, _known)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _of_http)
    api.add_exception_handler(Exception, _unknown)


_KIND_OF: Mapping[type[DragomanError], str] = {
    NotFoundError: "not-found", BusyError: "busy", NotKeptError: "not-kept", QuestionError: "question",
    SourceError: "text", StoreError: "store",
}  # fmt: skip


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusalError)
    return problem(error.kind, error.detail, path=request.url.path, headers=error.headers)


def _known(request: Request, error: Exception) -> Response:
    """Of the errors of the library that are raised themselves, all are about names that the book does not have."""
    kind = next((kind for of, kind in _KIND_OF.items() if isinstance(error, of)), "question")
    headers = {"Retry-After": "60"} if kind == "busy" else {}
    return problem(kind, str(error), path=request.url.path, headers=headers)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = tuple(_fault(one["loc"], str(one["msg"]), is_json=_is_json(request)) for one in error.errors())
    told = "; ".join(f"{one.where}: {one.what}" for one in faults)
    detail = f"{told}. GET /api/v1/docs tells what each part may be"
    return problem("parameter", detail, path=request.url.path, faults=faults)


_WORDS = {"Value error, ": "", "Input should be ": "it must be ", "Field required": "it is missing"}
"""How the checks of a request begin what they say, and what stands in its place."""


def _fault(loc: tuple[int | str, ...], said: str, *, is_json: bool) -> Fault:
    """What is wrong with a part, in our words; of a body that was not sent as JSON, that it was not."""
    if loc == ("body",) and not is_json:
        return Fault(where="body", what="it is not sent as JSON; send Content-Type: application/json")
    for begun, ours in _WORDS.items():
        if said.startswith(begun):
            said = ours + said.removeprefix(begun)
    return Fault(where=" ".join(map(str, loc)), what=said)


def _is_json(request: Request) -> bool:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media.startswith("application/") and media.endswith(("/json", "+json"))


_OF_STATUS: Mapping[int, tuple[str, str]] = {
    404: ("not-found", "no address of this interface; GET /api/v1/docs lists all of them"),
    413: ("too-large", "the body is too large; put large texts into the store with `dragoman store add`"),
    405: ("method", "this address does not know this method; GET /api/v1/docs tells which it knows"),
    400: ("parameter", "the body cannot be read; send it as JSON with Content-Type: application/json"),
}


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind, words = _OF_STATUS.get(
        error.status_code, ("fault", "this cannot be answered; the log of the server says why")
    )
    detail = f"{request.method} {request.url.path}: {words}"
    return problem(kind, detail, path=request.url.path, headers=error.headers)


def _unknown(request: Request, error: Exception) -> Response:
    del error  # it is told in the log of the server, and to nobody else
    detail = f"{request.method} {request.url.path}: a fault of the server; its log says which; please report it"
    return problem("fault", detail, path=request.url.path)
