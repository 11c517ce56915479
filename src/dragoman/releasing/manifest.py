"""Manifest: what a release is made of: who made it from what, how much is in it, and the hash of every file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import msgspec

from dragoman.errors import SourceError

FILE = "manifest.json"
FORMAT = 1  # raised whenever a file gets another name, or a column of it another meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHash:
    """A file: its path in the release, its size in bytes, and the SHA-256 of its content."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackVersion:
    """A pack by which the texts were coded, as its pack.yaml names it; `folder` is that of its copy in the release."""

    name: str
    version: str
    license: str
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of what are in a release; `texts` are documents whose text is in it, `publications` where they stood."""

    documents: int
    texts: int
    publications: int
    events: int
    acts: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A release. `coder` is the version that codes for the store; `codings` says how many documents each has coded.

    `judge` are the files of the learned judge, which are not in the release. `since` is the name of the release before.
    """

    format: int
    name: str
    title: str
    moment: str
    dragoman: str
    coder: str
    codings: Mapping[str, int]
    packs: tuple[PackVersion, ...]
    judge: tuple[FileHash, ...]
    store_schema: int
    counts: Counts
    since: str | None
    files: tuple[FileHash, ...]


def written(manifest: Manifest) -> bytes:
    """The manifest as its file has it."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a release.

    Raises:
        SourceError: there is none, or it is damaged.
    """
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}; name the folder of a release") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise SourceError(f"{path}: no manifest of a release: {error}; take the release anew") from error


def verify(folder: Path) -> Manifest:
    """Compares every file of a release with its manifest, and gives the manifest if all are as they were.

    Raises:
        SourceError: files are missing, changed or too many; all are named.
    """
    manifest = read_manifest(folder)
    listed = {file.path: file for file in manifest.files}
    there = {file.path: file for file in hashes(folder) if file.path != FILE}
    faults = [f"{path} is missing" for path in sorted(listed.keys() - there.keys())]
    faults += [f"{path} is not of this release" for path in sorted(there.keys() - listed.keys())]
    faults += [
        f"{path} has changed: {there[path].bytes} bytes, SHA-256 {there[path].sha256[:12]}…, "
        f"not {listed[path].bytes} bytes, {listed[path].sha256[:12]}…"
        for path in sorted(listed.keys() & there.keys())
        if listed[path] != there[path]
    ]
    if faults:
        raise SourceError("\n".join([f"{folder}: not as it was released; take it anew", *faults]))
    return manifest


def hashes(folder: Path) -> tuple[FileHash, ...]:
    """The hash of every file below a folder, sorted by path."""
    return tuple(sorted((file_hash(path, folder) for path in _files(folder)), key=lambda file: file.path))


def file_hash(path: Path, folder: Path) -> FileHash:
    """The hash of one file; its path is told from the folder on."""
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return FileHash(path=path.relative_to(folder).as_posix(), bytes=path.stat().st_size, sha256=digest)


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
