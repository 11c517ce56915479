"""Golden files: takes a YAML file and gives its sentences, each with its line, or every fault of the file at once."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

import yaml
from pydantic import BaseModel, ValidationError

from dragoman import packs
from dragoman.errors import PackError
from dragoman.measure.golden.shapes import Expected, GoldenSentence, WrittenFile, WrittenSentence
from dragoman.records.event import LinkKind, Status

_SHAPES: tuple[type[BaseModel], ...] = (WrittenFile, WrittenSentence, Expected)
_Place = tuple[int | str, ...]


# The ontology that is shipped is a pack like any other, and so are its golden sentences.
SHIPPED = Path(packs.__file__).parent / "plover"


def golden_of(folders: Iterable[Path]) -> list[GoldenSentence]:
    """The golden sentences of several packs."""
    return [sentence for folder in folders for file in golden_files(folder) for sentence in read_golden(file)]


def golden_files(pack: Path = SHIPPED) -> list[Path]:
    """The golden files of a pack, `golden/*.yaml`, in order of their names."""
    return sorted((pack / "golden").glob("*.yaml"))


def read_golden(file: Path) -> tuple[GoldenSentence, ...]:
    """The sentences of one file.

    Raises:
        PackError: The file is faulty; the message has a line `file:line: what` for every fault.
    """
    tree = _tree(file)
    lines = _lines(tree)
    try:
        # Scalars stay text: `2022-06-28` is no date object, and the shapes know which words are figures or yes and no.
        written = WrittenFile.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    except ValidationError as error:
        faults = sorted(
            {
                (_line(lines, fault["loc"]), _words(fault["type"], fault["loc"], fault["msg"], lines))
                for fault in error.errors()
            }
        )
        raise PackError("\n".join(f"{file.name}:{line}: {words}" for line, words in faults)) from None
    return tuple(
        GoldenSentence(file=file.name, line=lines["sentences", index], written=sentence)
        for index, sentence in enumerate(written.sentences)
    )


def _tree(file: Path) -> yaml.Node:
    try:
        tree = yaml.compose(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise PackError(f"{file.name}:{mark.line + 1 if mark else 1}: this is not YAML: {error.problem}") from None
    except UnicodeDecodeError as error:
        raise PackError(f"{file.name}:1: the file is not UTF-8 ({error.reason}); save it as UTF-8") from None
    if tree is None:
        raise PackError(f"{file.name}:1: the file is empty; write `about` and `sentences`")
    return tree


def _lines(node: yaml.Node, place: _Place = ()) -> dict[_Place, int]:
    """The line of every place in the file: `("sentences", 2, "events", 0, "type")` → 14."""
    lines = {place: node.start_mark.line + 1}
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines |= _lines(item, (*place, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*place, key.value)
            lines |= _lines(value, inner)
            lines[inner] = key.start_mark.line + 1
    return lines


def _known(lines: dict[_Place, int], location: _Place) -> _Place:
    """The part of a fault's location that is a place in the file: pydantic adds the arms of unions to it."""
    place: _Place = ()
    for step in location:
        if (*place, step) in lines:
            place = (*place, step)
    return place


def _line(lines: dict[_Place, int], location: _Place) -> int:
    return lines[_known(lines, location)]


def _words(kind: str, location: _Place, message: str, lines: dict[_Place, int]) -> str:
    """What is wrong, and what was probably meant."""
    key = str(location[-1])
    if kind == "extra_forbidden":
        return f"unknown key '{key}'" + _meant(key, [name for shape in _SHAPES for name in shape.model_fields])
    if kind == "missing":
        return f"'{key}' is missing; write it"
    place = _known(lines, location)
    field = next((str(step) for step in reversed(place) if isinstance(step, str)), "file")
    if field in {"status", "link"}:
        return f"'{field}' must be one of {', '.join(get_args(Status if field == 'status' else LinkKind))}"
    if field == "events":
        return "'events' must be a list of events, or none"
    return f"'{field}': {message[:1].lower()}{message[1:]}"


def _meant(key: str, names: list[str]) -> str:
    close = get_close_matches(key, names, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
