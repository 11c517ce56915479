"""Trouble: takes an error of a tool, gives it in words of the protocol: what is wrong, and what to do."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import ValidationError
from pydantic_core import ErrorDetails

_HERE: Mapping[str, str] = {
    "`dragoman search` and `dragoman store documents` show ids": "`search_acts` shows the ids of documents",
    "`dragoman show ": "`get_act ",
    "`dragoman story ": "`ledger ",
    "`dragoman find`": "`search_acts`",
    "`dragoman ledger`": "`ledger`",
    "`dragoman actors find` shows ids": "`search_acts` shows the ids of parties",
}
"""What the desk's errors advise, which they do for the command line, and the tool that does the same."""


def told(name: str, error: ToolError, *, known: Iterable[Callable[..., object]]) -> str:
    """The error in plain words."""
    cause = error.__cause__
    tools = {tool.__name__: tool for tool in known}
    if name not in tools:
        return f"there is no tool {name}; {_meant(name, tools)}"
    if isinstance(cause, ValidationError):
        arguments = [one for one in tools[name].__annotations__ if one not in {"opened", "return"}]
        return "; ".join(_fault(one, arguments) for one in cause.errors())
    return here(str(cause or error))


def here(words: str) -> str:
    """Words of the desk with the tools named in place of commands."""
    for command, tool in _HERE.items():
        words = words.replace(command, tool)
    return words


def _fault(fault: ErrorDetails, arguments: Iterable[str]) -> str:
    """What is wrong with one argument."""
    argument = ".".join(str(part) for part in fault["loc"])
    match fault["type"]:
        case "extra_forbidden":
            return f"there is no argument {argument}; {_meant(argument, arguments)}"
        case "missing":
            return f"{argument} is missing; give it"
        case "value_error":
            return f"{argument}: {fault['ctx']['error']}"
        case _:
            return f"{argument}={_shown(fault['input'])}: {fault['msg'][:1].lower()}{fault['msg'][1:]}"


def _meant(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"


def _shown(value: Any) -> str:
    told = repr(value)
    return told if len(told) <= 60 else f"{told[:60]}…"
