"""Event files: takes a path, plain or packed, gives the lines of the file, or of each file in an archive."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.imports.lines import BYTE_ORDER_MARK, GZIP_MARK, text_of
from dragoman.records.event_row import RefusedRow

ZIP_MARK = b"PK\x03\x04"
EMPTY_ZIP_MARK = b"PK\x05\x06"
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What is raised of a packed file that is cut off, damaged, locked or packed in a way that Python does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its end; `file` names the archive too: "2022.zip/20220629.export.CSV"."""

    file: str
    number: int
    text: str


def event_lines(path: Path) -> Iterator[Line | RefusedRow]:
    """The lines that hold anything, as they are asked for. Where a packed file breaks off, that is told as refused.

    Raises:
        SourceError: there is no such file, or it may not be read.
    """
    try:
        path.open("rb").close()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(f"{path}: cannot be read: {reason}; check the name and its permissions") from error
    return _read(path)


def _read(path: Path) -> Iterator[Line | RefusedRow]:
    with path.open("rb") as stream:
        mark = stream.peek(4)
        if mark.startswith((ZIP_MARK, EMPTY_ZIP_MARK)):
            yield from _archived(stream, str(path))
        else:
            yield from _lines(gzip.GzipFile(fileobj=stream) if mark.startswith(GZIP_MARK) else stream, str(path))


def _archived(stream: io.BufferedReader, path: str) -> Iterator[Line | RefusedRow]:
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if not member.is_dir() and not member.filename.startswith("__MACOSX/"):
                    yield from _member(archive, member, f"{path}/{member.filename}")
    except _BROKEN as error:
        yield RefusedRow(file=path, line=1, reason=f"the archive cannot be opened: {error}; fetch it again")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> Iterator[Line | RefusedRow]:
    try:
        stream = archive.open(member)
    except _BROKEN as error:
        yield RefusedRow(file=file, line=1, reason=f"cannot be unpacked: {error}; fetch the archive again")
        return
    with stream:
        yield from _lines(stream, file)


def _lines(stream: Iterable[bytes], file: str) -> Iterator[Line | RefusedRow]:
    number = 0
    try:
        for number, raw in enumerate(stream, start=1):
            text = text_of(raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw).rstrip("\r\n")
            if text.strip():
                yield Line(file=file, number=number, text=text)
    except _BROKEN as error:
        yield RefusedRow(file=file, line=number + 1, reason=f"cannot be read to its end: {error}; fetch the file again")
