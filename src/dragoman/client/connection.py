"""Connection: takes the address of a server and a token, asks under `/api/v1`, gives records or the desk's own errors.

What is still being made is asked for again until it is there, and so is a server that is too busy, when it says. Needs
httpx.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import msgspec

from dragoman.errors import DragomanError, NotKeptError, QuestionError, ServerError, SourceError, StoreError
from dragoman.store.cursors import P, pages_of

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
LARGEST = 1000  # records of a page
PATIENCE = 600.0  # seconds for what is still being made, and for a server that is busy
TIME = 90.0  # seconds for one answer: more than a server waits for a text to be read
_ROOT = "/api/v1"
_COMING, _NOT_FOUND, _BUSY, _FAULTS = 202, 404, 429, 400
Given = Mapping[str, str | int | None]
"""What is asked for: parts of an address; None is left out."""
Body = Mapping[str, str | int | None]
"""What is sent, as JSON has it."""


class Connection:
    """To one server. `sleep` is how it waits."""

    def __init__(self, address: str, *, token: str | None, sleep: Callable[[float], None]) -> None:
        if find_spec("httpx") is None:
            raise DragomanError(f'{address}: a server is asked with httpx: pip install "dragoman[client]"')
        import httpx  # noqa: PLC0415 - an optional part

        self.address = address.rstrip("/").removesuffix(_ROOT).rstrip("/")
        self.wait = sleep
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(base_url=self.address + _ROOT, headers=headers, timeout=TIME)
        self._broken: type[Exception] = httpx.HTTPError

    def close(self) -> None:
        """Lets go of the server."""
        self._http.close()

    def get(self, path: str, kind: type[T], asked: Given | None = None, *, waiting: bool = True) -> T:
        """The record at a path; where it is still being made, it is asked for until it is there."""
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._answer(lambda: self._http.get(path, params=_given(asked or {})))
            if answer.status_code != _COMING or not waiting:
                return self._record(answer, kind)
            if time.monotonic() > until:
                raise ServerError(f"{self.address}{path}: not made after {PATIENCE:.0f} s; try again later")
            self.wait(float(answer.headers.get("retry-after", 5)))

    def pages(self, path: str, kind: type[P], asked: Given, *, limit: int | None = None) -> Iterator[P]:
        """The pages of an answer, each asked for when the one before is read."""
        return pages_of(lambda cursor: self.get(path, kind, {**asked, "limit": limit or LARGEST, "cursor": cursor}))

    def knows(self, path: str) -> bool:
        """Whether there is something at a path."""
        try:
            answer = self._http.head(path)
        except self._broken as error:
            raise self._unanswered(error) from error
        if answer.status_code not in {_NOT_FOUND, _BUSY} and answer.status_code >= _FAULTS:
            raise _error_of(self.address, answer)
        return answer.status_code < _FAULTS

    def post(self, path: str, kind: type[T], sent: Body) -> T:
        """What the server says of something that is sent."""
        return self._record(self._answer(lambda: self._http.post(path, json=dict(sent))), kind)

    @contextmanager
    def streamed(self, path: str, asked: Given) -> "Iterator[httpx.Response]":
        """An answer that may be large, to be read in pieces."""
        try:
            with self._http.stream("GET", path, params=_given(asked), timeout=PATIENCE) as answer:
                if answer.status_code >= _FAULTS:
                    answer.read()
                    raise _error_of(self.address, answer)
                yield answer
        except self._broken as error:
            raise self._unanswered(error) from error

    def _answer(self, ask: "Callable[[], httpx.Response]") -> "httpx.Response":
        """The answer of the server, if it is one.

        Raises:
            DragomanError: the server does not answer, or refuses.
        """
        until = time.monotonic() + PATIENCE
        while True:
            try:
                answer = ask()
            except self._broken as error:
                raise self._unanswered(error) from error
            if answer.status_code < _FAULTS:
                return answer
            if answer.status_code != _BUSY or time.monotonic() > until:
                raise _error_of(self.address, answer)
            self.wait(float(answer.headers.get("retry-after", 5)))

    def _unanswered(self, error: Exception) -> ServerError:
        return ServerError(f"{self.address}: no answer: {error}; look whether the server runs there")

    def _record(self, answer: "httpx.Response", kind: type[T]) -> T:
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except msgspec.DecodeError as error:
            raise ServerError(
                f"{answer.url}: the answer is not as this version knows it: {error}; use the version of the server"
            ) from error


def quoted(id_: str) -> str:
    """An id as a part of a path."""
    return quote(id_, safe="")


def _given(asked: Given) -> dict[str, str | int]:
    return {name: value for name, value in asked.items() if value is not None}


_ERRORS: Mapping[str, type[DragomanError]] = {
    "not-kept": NotKeptError,
    "question": QuestionError, "parameter": QuestionError, "not-found": StoreError, "store": StoreError,
    "text": SourceError, "busy": SourceError, "too-large": SourceError,
}  # fmt: skip


def _error_of(address: str, answer: "httpx.Response") -> DragomanError:
    """The error that the desk itself would raise, with the words of the server."""
    try:
        told = answer.json()
        kind, detail = str(told["type"]).rpartition("#problem-")[2], str(told["detail"])
    except (ValueError, KeyError, TypeError):
        return ServerError(f"{address}: {answer.status_code}; look whether a `dragoman serve` runs there")
    return _ERRORS.get(kind, ServerError)(detail)
