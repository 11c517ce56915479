"""Files: takes paths (files, folders, "-" for standard input), gives the items in them, in order."""

import gzip
import io
import itertools
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import SourceError
from dragoman.sources.decoding import decode
from dragoman.sources.item import Item, Media, Refused
from dragoman.sources.lines import read_lines

STANDARD_INPUT = "-"
HTML_ENDINGS = (".html", ".htm", ".xhtml")
LINES_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
FOLDER_ENDINGS = (".txt", ".txt.gz", *HTML_ENDINGS, *LINES_ENDINGS)
GZIP_MARK = b"\x1f\x8b"
LARGEST = 64 * 1024 * 1024  # bytes of one text: a larger file is a collection, not a document
HTML_START = re.compile(
    r"\s*(?:<!doctype html|<\?xml[^>]*>\s*<(?:!doctype )?html|<!--|"
    r"<(?:html|head|body|article|main|section|div|p|h1)\b)",
    re.IGNORECASE,
)
HTML_CLOSING = re.compile(r"</(?:html|head|body|article|main|section|div|p|h1)\s*>", re.IGNORECASE)
OBJECT_START = re.compile(rb'\s*\{\s*"')


def read_items(paths: Iterable[str | Path]) -> Iterator[Item | Refused]:
    """The texts in `paths`: plain files, HTML, JSON lines, folders of these, and "-" for standard input.

    A path that does not exist is an error, raised before anything is read. A file that holds no text is `Refused`.

        for item in read_items(["summit.txt", "wire.jsonl.gz"]): ...
    """
    found = [file for path in paths for file in list_files(path)]
    return itertools.chain.from_iterable(map(read_file, found))


def list_files(path: str | Path) -> list[str]:
    """The files that `path` stands for."""
    if str(path) == STANDARD_INPUT:
        return [STANDARD_INPUT]
    try:
        if not Path(path).exists():
            raise SourceError(
                f"{path}: there is no such file or folder; check the name, or give '-' for standard input"
            )
        if not Path(path).is_dir():
            return [str(path)]
        files = sorted(str(file) for file in Path(path).rglob("*") if is_text_file(file, Path(path)))
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: cannot be looked into: {error}; check the name and its permissions") from error
    if not files:
        raise SourceError(f"{path}: the folder holds no texts; it needs files that end in {', '.join(FOLDER_ENDINGS)}")
    return files


def is_text_file(file: Path, folder: Path) -> bool:
    """Whether a file of a folder is read with it: by its ending, and unless it is hidden."""
    hidden = any(name.startswith(".") for name in file.relative_to(folder).parts)
    return not hidden and file.name.lower().endswith(FOLDER_ENDINGS) and file.is_file()


def read_file(path: str) -> Iterator[Item | Refused]:
    """The items in one file."""
    try:
        if path == STANDARD_INPUT:
            yield from read_stream(sys.stdin.buffer, path)
            return
        with Path(path).open("rb") as stream:
            yield from read_stream(stream, path)
    except (OSError, EOFError, zlib.error) as error:
        yield Refused(path=path, reason=f"cannot be read: {getattr(error, 'strerror', None) or error}")


def read_stream(stream: BinaryIO, path: str) -> Iterator[Item | Refused]:
    """The items in a stream of bytes, which may be gzipped: JSON lines as they come, anything else as one text."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    if buffered.peek(2)[:2] == GZIP_MARK:
        with gzip.open(buffered) as opened:
            yield from read_plain(io.BufferedReader(opened), path)
    else:
        yield from read_plain(buffered, path)


def read_plain(stream: io.BufferedReader, path: str) -> Iterator[Item | Refused]:
    """The items in a stream of bytes that is not packed."""
    if path.lower().endswith(LINES_ENDINGS) or (path == STANDARD_INPUT and is_lines(stream)):
        yield from read_lines(stream, path)
        return
    raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        yield Refused(path=path, reason=f"larger than {LARGEST >> 20} MB; split it, or give it as JSON lines")
        return
    yield read_bytes(raw, path)


def is_lines(stream: io.BufferedReader) -> bool:
    """Whether what comes on standard input is JSON lines, by its first bytes."""
    return OBJECT_START.match(stream.peek(4096)) is not None


def read_bytes(raw: bytes, path: str) -> Item | Refused:
    """The item that a file's bytes hold, or why they hold none."""
    decoded = decode(raw)
    if decoded.text is None:
        return Refused(path=path, reason=decoded.reason)
    return make_item(decoded.text, path=path, notes=decoded.notes)


def make_item(content: str, *, path: str = "text", notes: tuple[str, ...] = ()) -> Item | Refused:
    """The item of a text at hand; whether it is HTML is told by the path's ending and by how it begins."""
    if not content.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        return Refused(path=path, reason="no text")
    return Item(path=path, content=content, media=media_of(content, path), notes=notes)


def media_of(content: str, path: str) -> Media:
    """Plain text or HTML."""
    if path.lower().removesuffix(".gz").endswith(HTML_ENDINGS):
        return "html"
    return "html" if HTML_START.match(content) and HTML_CLOSING.search(content) else "text"
