"""Description: takes the application, gives its OpenAPI, made to say of answers what holds of every one of them.

Answers are written whole: every field of a record stands in it, and no other. The framework, which reads the same
dataclasses, does not know that, and would let fields be missing, and others be there.
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from dragoman.views.api.callers import PREFIX
from dragoman.views.api.problems import Problem
from dragoman.views.api.routes.readings import Sent
from dragoman.views.api.routes.reviews import Joining, Judging, Splitting, Tying
from dragoman.views.api.routes.tokens import Wanted

_SENT = frozenset(kind.__name__ for kind in (Sent, Joining, Splitting, Tying, Judging, Wanted))


def described(api: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 of the interface."""
    told = get_openapi(
        title=api.title, version=api.version, summary=api.summary, routes=api.routes, servers=[{"url": PREFIX}]
    )
    schemas = told["components"]["schemas"]
    for kind in ("HTTPValidationError", "ValidationError"):
        schemas.pop(kind, None)
    problem = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas |= {**problem.pop("$defs"), "Problem": problem}
    for name, schema in schemas.items():
        if name not in _SENT and schema.get("type") == "object" and "properties" in schema:
            schema["required"] = list(schema["properties"])
            schema["additionalProperties"] = False
    for operations in told["paths"].values():
        for operation in operations.values():
            # The lock of the whole: on one's own machine none is needed.
            operation["security"] = [{}, *operation.get("security", [])]
    return told
