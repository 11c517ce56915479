"""Routing: takes an address and a function, makes a route of it that OpenAPI describes: answers, forms, problems."""

from collections.abc import Awaitable, Callable
from typing import Any, Literal, TypeVar

from fastapi import APIRouter, Response
from starlette.responses import JSONResponse

from dragoman.desk.tokens import Role
from dragoman.views.api.asking import CSV, JSON, Coming, needs
from dragoman.views.api.problems import KINDS, MEDIA

Answering = TypeVar("Answering", bound=Callable[..., Response | Awaitable[Response]])
Method = Literal["GET", "POST", "DELETE"]
PROBLEM = {"$ref": "#/components/schemas/Problem"}
_TEXTS = frozenset({CSV})


def route(  # noqa: PLR0913 - all that is told of a route, by keyword
    router: APIRouter,
    path: str,
    model: Any,
    *,
    method: Method = "GET",
    forms: tuple[str, ...] = (),
    role: Role = "reader",
    status: int = 200,
    later: Any = None,
) -> Callable[[Answering], Answering]:
    """Adds the function as the answer of a path. `model` is the type of its JSON, `later` that of an answer of 202.

    Without a model there is no JSON: the answer has one of the forms.
    """

    def add(function: Answering) -> Answering:
        router.add_api_route(
            path,
            function,
            methods=[method],
            response_model=model,
            response_class=JSONResponse if model is not None else Response,
            status_code=status,
            dependencies=[needs(role)],
            responses=_responses(status, forms, later, has_json=model is not None),
            openapi_extra={"x-role": role},
        )
        return function

    return add


def _responses(status: int, forms: tuple[str, ...], later: Any, *, has_json: bool) -> dict[int | str, dict[str, Any]]:
    answers: dict[int | str, dict[str, Any]] = {
        number: {
            "description": "; ".join(title for other, title in KINDS.values() if other == number),
            "content": {MEDIA: {"schema": PROBLEM}},
        }
        for number in sorted({number for number, _ in KINDS.values()})
    }
    answers[304] = {"description": "Nothing has changed since the answer that has this ETag"}
    if forms:
        other = {form: {"schema": _schema(form)} for form in forms}
        answers[status] = {"description": "The answer", "content": {**({JSON: {}} if has_json else {}), **other}}
    if later is not None:
        answers[202] = {"description": "It is still being made; ask again", "model": later}
    return answers


def _schema(form: str) -> dict[str, str]:
    return {"type": "string"} if form in _TEXTS else {"type": "string", "format": "binary"}


def ledger_route(
    router: APIRouter, path: str, model: Any, *, forms: tuple[str, ...] = ()
) -> Callable[[Answering], Answering]:
    """The same for what is read in the ledger, which may still be made when it is asked for."""
    return route(router, path, model, forms=forms, later=Coming)
