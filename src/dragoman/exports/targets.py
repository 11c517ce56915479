"""Targets: takes where an export goes, a path or a stream of bytes; gives a stream or a path to fill.

A file is written under another name in the same folder and renamed when it is whole: whoever finds a file by its name
finds all of it, and an export that fails leaves the file of before as it was.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from dragoman.errors import DragomanError

Target = Path | BinaryIO


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """A stream of bytes to the target.

    Raises:
        DragomanError: no file can be made or replaced there.
    """
    if not isinstance(target, Path):
        yield target
        return
    with filled(target) as path, path.open("wb") as stream:
        yield stream


@contextmanager
def filled(target: Target) -> Iterator[Path]:
    """A path at which there is no file yet; what is written there goes to the target.

    Raises:
        DragomanError: no file can be made or replaced there.
    """
    if not isinstance(target, Path):
        with TemporaryDirectory(prefix="dragoman-") as folder:
            path = Path(folder) / "export"
            yield path
            _copy(path, target)
    elif target.exists() and not target.is_file() and not target.is_dir():
        # A pipe or a terminal stays what it is and is written to.
        with _writable(target), target.open("wb") as stream, filled(stream) as path:
            yield path
    else:
        with _replaced(target.resolve()) as path:
            yield path


@contextmanager
def _replaced(goal: Path) -> Iterator[Path]:
    """Filled in a folder on the same disk, since only there a file is moved at one stroke."""
    if goal.is_dir():
        raise DragomanError(f"{goal}: this is a folder; name a file in it")
    with _writable(goal):
        folder = TemporaryDirectory(dir=goal.parent, prefix=f".{goal.name[:40]}-")
    with folder:
        path = Path(folder.name) / goal.name
        yield path
        with _writable(goal):
            path.replace(goal)


@contextmanager
def _writable(goal: Path) -> Iterator[None]:
    """Says in words what the system says of a file that cannot be written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DragomanError(
            f"{goal}: no file can be written here: {reason}; name a file in a folder that you may write to"
        ) from error


def _copy(path: Path, stream: BinaryIO) -> None:
    with path.open("rb") as written:
        shutil.copyfileobj(written, stream)
