"""Lines: takes a file, plain or packed; gives its lines with their numbers. And the record of what was set aside."""

import bz2
import gzip
import io
import zlib
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.knowledge.own_actors import ActorRow

GZIP_MARK, BZIP2_MARK = b"\x1f\x8b", b"BZh"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that became no row: the line on which it stands, and why. Odd input is counted, not raised."""

    line: int
    reason: str


Imported = ActorRow | Skipped


def numbered_lines(path: Path) -> Generator[tuple[int, bytes]]:
    """The lines that hold anything, stripped, with their numbers.

    Raises:
        SourceError: the file cannot be read, or not to its end.
    """
    try:
        with path.open("rb") as stream:
            for number, raw in enumerate(_unpacked(stream), start=1):
                line = raw.removeprefix(BYTE_ORDER_MARK).strip() if number == 1 else raw.strip()
                if line:
                    yield number, line
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file; check the name") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{path}: cannot be read to its end: {reason}; fetch the file again") from error


def text_of(raw: bytes) -> str:
    """The text of a line: UTF-8, or Windows-1252 as older files have it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def first_line(path: Path) -> bytes:
    """The first line that holds anything; nothing if none does."""
    with closing(numbered_lines(path)) as lines:
        return next(lines, (0, b""))[1]


def _unpacked(stream: io.BufferedReader) -> io.BufferedIOBase:
    mark = stream.peek(3)
    if mark.startswith(GZIP_MARK):
        return gzip.GzipFile(fileobj=stream)
    return bz2.BZ2File(stream) if mark.startswith(BZIP2_MARK) else stream
