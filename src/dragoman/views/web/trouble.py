"""Trouble: what a page says when it cannot answer: which error is which response, and what one can do."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from dragoman.errors import DragomanError, QuestionError, SourceError, StoreError
from dragoman.views.web.asked import Asked
from dragoman.views.web.showing import show
from dragoman.views.web.site import Site

T = TypeVar("T")


class NotFoundError(StoreError):
    """There is nothing of that id."""


class Moved(Exception):  # noqa: N818 - it is no error: what is asked for has another, permanent address
    """What is asked for stands at another address, which is the permanent one."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def path_as(self, form: str | None) -> str:
        """The address in a form."""
        return f"{self.path}.{form}" if form else self.path


class Elsewhere(Exception):  # noqa: N818 - as above
    """What is asked for here is told at another address, this time: another question asked here may be told here."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def path_as(self, form: str | None) -> str:
        """The address in a form: the ending stands before the question mark."""
        path, mark, query = self.path.partition("?")
        return f"{path}.{form}{mark}{query}" if form else self.path


def found(look_up: Callable[[], T]) -> T:
    """What is looked up by its id in a store that is open.

    Raises:
        NotFoundError: there is nothing of that id, or there are several.
    """
    try:
        return look_up()
    except StoreError as error:
        raise NotFoundError(str(error)) from error


_STATUS: Mapping[type[DragomanError], int] = {
    NotFoundError: 404, QuestionError: 400, SourceError: 422, StoreError: 503,
}  # fmt: skip
_HEADINGS: Mapping[int, str] = {
    400: "This question cannot be understood",
    403: "This is not allowed",
    404: "There is nothing here",
    405: "This cannot be done here",
    413: "This is too large",
    422: "This text cannot be read",
    503: "The store cannot be opened",
}


def tell_troubles(app: FastAPI, site: Site) -> None:
    """Makes the application tell errors in words: a page for people, JSON for programs."""

    def known(request: Request, error: Exception) -> Response:
        status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
        return _told(request, site, status, str(error))

    def of_http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return _told(request, site, status, "")

    app.add_exception_handler(DragomanError, known)
    app.add_exception_handler(HTTPException, of_http)


def _told(request: Request, site: Site, status: int, message: str) -> Response:
    asked = Asked.of(request)
    if asked.stem != asked.path:
        return JSONResponse({"error": message or _HEADINGS.get(status, "error"), "status": status}, status_code=status)
    heading = _HEADINGS.get(status, "Something went wrong")
    shown = {
        "title": heading, "asked": asked, "site": site, "forms": {}, "next": None, "reload": None, "status": status,
        "faults": message.splitlines(), "typed": asked.text("q"),
    }  # fmt: skip
    return Response(show("trouble.html", shown), status_code=status, media_type="text/html")
