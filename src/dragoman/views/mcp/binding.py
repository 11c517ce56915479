"""Binding: takes a tool's function and what is opened, gives the tool as the protocol has it, with its schemas."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations

from dragoman.errors import DragomanError
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import Shape

READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def tool_of(title: str, tool: Callable[..., Shape], opened: Opened) -> Tool:
    """The tool. An argument that it does not have is refused, not passed over."""
    made = Tool.from_function(_bound(tool, opened), title=title, annotations=READS, structured_output=True)
    arguments = made.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    made.parameters = _untitled(arguments.model_json_schema(by_alias=True))
    made.fn_metadata.output_schema = _untitled(made.fn_metadata.output_schema)
    return made


def _bound(tool: Callable[..., Shape], opened: Opened) -> Callable[..., Shape]:
    """The tool without its first argument; what Dragoman raises on purpose is told to the model, which may mend it."""

    @wraps(tool)
    def answer(**arguments: object) -> Shape:
        try:
            return tool(opened, **arguments)
        except DragomanError as error:
            raise ToolError(str(error)) from error

    signature = inspect.signature(tool)
    own = list(signature.parameters.values())[1:]
    answer.__signature__ = signature.replace(parameters=own)  # type: ignore[attr-defined]  # read by `inspect`
    return answer


def _untitled(schema: Any) -> Any:
    """A schema without the titles that are only the names once more: models read schemas, and each word costs.

    The title of a schema is a text; a field that is called so is a schema itself, and stays.
    """
    if isinstance(schema, dict):
        return {
            key: _untitled(value) for key, value in schema.items() if key != "title" or not isinstance(value, str)
        }  # fmt: skip
    return [_untitled(one) for one in schema] if isinstance(schema, list) else schema
