"""Rows: takes rows of actors; gives the lines of an actors.csv, or the whole file at once."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.knowledge.own_actors import COLUMNS, ActorRow


def actor_lines(rows: Iterable[ActorRow]) -> Iterator[str]:
    """The header and a line for each row, newlines included."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line(_cell(value) for _, value in row)


def write_actors(rows: Iterable[ActorRow], path: Path) -> None:
    """Writes actors.csv whole, or leaves it as it was.

    Raises:
        SourceError: the file cannot be written.
    """
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise SourceError(f"{path}: cannot be written: {error.strerror}; choose another place") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(actor_lines(rows))
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(value: str | tuple[str, ...] | None) -> str:
    return "|".join(value) if isinstance(value, tuple) else value or ""
