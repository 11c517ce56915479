"""Zipped: takes a path, gives a stream whose gzipped bytes depend on the content alone; and reads its lines back."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast


@contextmanager
def zipped(path: Path) -> Iterator[BinaryIO]:
    """A stream to a gzipped file that holds neither its name nor the time."""
    with path.open("wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as out:
        yield cast("BinaryIO", out)


def lines_of(path: Path) -> Iterator[bytes]:
    """The lines of a gzipped file."""
    with gzip.open(path, "rb") as stream:
        yield from stream
