"""Output: takes a path or nothing, gives a stream of bytes; a file is replaced whole, or left as it was."""

import codecs
import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

import msgspec
from rich.console import Console, RenderableType

from dragoman.errors import DragomanError

WIDTH_OF_FILES = 100


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when the block ends without an error."""
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    try:
        with _replaced(path.resolve()) as stream:
            yield stream
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DragomanError(f"cannot write {path}: {reason}; choose another place with --output") from error


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
        with path.open("wb") as stream:
            yield stream
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        unfinished = Path(stream.name)
        try:
            yield stream.file  # type: ignore[misc]  # declared IO[bytes], and a BinaryIO in fact
            stream.close()
            unfinished.chmod(path.stat().st_mode if path.exists() else _usual_mode())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def print_to(stream: BinaryIO, *renderables: RenderableType) -> None:
    """Prints for people: in colour on a terminal that wants it, as plain text anywhere else."""
    console_for(stream).print(*renderables)


def write_json(stream: BinaryIO, records: Iterable[object]) -> None:
    """Writes for programs: each record as a line of JSON."""
    stream.writelines(msgspec.json.encode(record) + b"\n" for record in records)


def console_for(stream: BinaryIO) -> Console:
    """A console that writes to the stream. Characters that its encoding lacks are replaced."""
    if stream is sys.stdout.buffer:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        return Console(highlight=False, soft_wrap=False)
    text = codecs.getwriter("utf-8")(stream, "replace")
    return Console(file=cast("IO[str]", text), highlight=False, width=WIDTH_OF_FILES)
