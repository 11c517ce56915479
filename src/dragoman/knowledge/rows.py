"""Takes a CSV or YAML file and the shape of its rows; gives the rows, or every fault of the file at once.

offices.yaml:6: unknown key 'wrods'; did you mean 'words'?
"""

import csv
import difflib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import PackError


class Shape(BaseModel):
    """One row of a pack's file: unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Row = TypeVar("Row", bound=Shape)
YamlValue = str | int | float | bool | None | list["YamlValue"] | dict[str, "YamlValue"]


def read_csv(path: Path, shape: type[Row]) -> tuple[Row, ...]:
    """The rows of a CSV file with a header; an empty cell is a key left out."""
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""))
    known = tuple(shape.model_fields)
    faults = [_unknown(path, 1, "column", name, known) for name in reader.fieldnames or () if name not in known]
    if faults:
        raise PackError("\n".join(faults))
    rows: list[Row] = []
    for raw in reader:
        given = {key: cell for key, cell in raw.items() if cell}
        try:
            rows.append(shape.model_validate(given))
        except ValidationError as error:
            faults += [f"{path.name}:{reader.line_num}: {_said(detail, known)}" for detail in _details(error)]
    if faults:
        raise PackError("\n".join(faults))
    return tuple(rows)


def read_yaml_list(path: Path, shape: type[Row]) -> tuple[Row, ...]:
    """The entries of a YAML file that is one list of mappings."""
    node = _compose(path)
    if not isinstance(node, yaml.SequenceNode):
        raise PackError(f"{path.name}:1: this must be a list of entries; begin each with '- '")
    rows: list[Row] = []
    faults: list[str] = []
    for entry in node.value:
        try:
            rows.append(shape.model_validate(_plain(entry)))
        except ValidationError as error:
            faults += _faults(path, entry, error, shape)
    if faults:
        raise PackError("\n".join(faults))
    return tuple(rows)


def read_yaml(path: Path, shape: type[Row]) -> Row:
    """A YAML file that is one mapping."""
    node = _compose(path)
    try:
        return shape.model_validate(_plain(node))
    except ValidationError as error:
        raise PackError("\n".join(_faults(path, node, error, shape))) from None


def read_text(path: Path) -> str:
    """The file's text; a missing or undecodable file is a fault of the pack."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PackError(f"{path.name}: the pack lacks this file; add it at {path}") from None
    except UnicodeDecodeError as error:
        raise PackError(f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def _compose(path: Path) -> yaml.Node:
    try:
        node = yaml.compose(read_text(path), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError(f"{path.name}:{line}: {error.problem}; check the indentation and the quotes") from None
    if node is None:
        raise PackError(f"{path.name}:1: the file is empty; write its entries or take it out of the pack")
    return node


def _plain(node: yaml.Node) -> YamlValue:
    """The node as plain values; every scalar but true and false stays the text that was written."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    text = str(node.value)
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:bool":
        return text.lower() in {"true", "yes", "on"}
    return text


def _faults(path: Path, node: yaml.Node, error: ValidationError, shape: type[Shape]) -> list[str]:
    return [
        f"{path.name}:{_line(node, detail[0])}: {_said(detail, _keys(_shape_at(shape, detail[0])))}"
        for detail in _details(error)
    ]


def _shape_at(shape: type[Shape], where: Sequence[str | int]) -> type[Shape]:
    """The shape of the mapping in which a fault lies: of a frame, not of the file that holds it."""
    for step in where[:-1]:
        field = shape.model_fields.get(str(step))
        inner = _inner_shape(field.annotation) if field is not None else None
        shape = inner or shape
    return shape


def _inner_shape(annotation: object) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _inner_shape(argument)) is not None), None)


def _keys(shape: type[Shape]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def _line(node: yaml.Node, where: Sequence[str | int]) -> int:
    """The line of the innermost thing that the fault's path leads to."""
    line: int = node.start_mark.line
    for step in where:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
            if not found:
                break
            key, node = found[0]
            line = key.start_mark.line
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
    return line + 1


Detail = tuple[tuple[str | int, ...], str, str]


def _details(error: ValidationError) -> Iterator[Detail]:
    for one in error.errors(include_url=False, include_input=False, include_context=False):
        yield one["loc"], one["type"], one["msg"]


def _said(detail: Detail, known: Sequence[str]) -> str:
    where, kind, message = detail
    key = str(where[-1]) if where else ""
    if kind == "extra_forbidden":
        return _unknown_words("key", key, known)
    if kind == "missing":
        return f"the key '{key}' is missing; add it"
    return f"{'.'.join(str(step) for step in where)}: {message.removeprefix('Value error, ')}"


def _unknown(path: Path, line: int, what: str, name: str, known: Sequence[str]) -> str:
    return f"{path.name}:{line}: {_unknown_words(what, name, known)}"


def _unknown_words(what: str, name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(known)}"
    return f"unknown {what} '{name}'; {hint}"


def entry_lines(path: Path, key: str) -> list[int]:
    """The line on which each entry of the list under `key` begins."""
    node = _compose(path)
    lists = [value for name, value in node.value if name.value == key] if isinstance(node, yaml.MappingNode) else []
    return [entry.start_mark.line + 1 for entry in lists[0].value] if lists else []
