"""Takes a pack's folder and what compiles it; gives the compiled pack, from the user's cache when nothing has changed.

The cache holds one file for each state of the folder, named by a hash of the files in it, of the shape of the result
and of Dragoman's version. Where nothing can be written the pack is simply compiled anew.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from platformdirs import user_cache_path

from dragoman.knowledge.collecting import uncollected
from dragoman.version import __version__

T = TypeVar("T")


def compiled(
    folder: Path,
    compile_folder: Callable[[Path], T],
    shape: type[T],
    *,
    within: Sequence[type] = (),
    cache: Path | None = None,
) -> T:
    """What `compile_folder` makes of the folder, read back from the cache if the same folder was compiled before.

    `shape` is the type of the result, `within` are types that it holds encoded, so that its own schema does not tell of
    them; `cache` is another folder to keep it in than the user's own.
    """
    kept = (cache or user_cache_path("dragoman")) / f"{folder.name}-{_fingerprint(folder, (shape, *within))}.msgpack"
    with suppress(OSError, msgspec.DecodeError):  # absent, unreadable or damaged: compiled anew
        content = kept.read_bytes()
        with uncollected():
            return msgspec.msgpack.decode(content, type=shape)
    result = compile_folder(folder)
    with suppress(OSError):  # a read-only home only costs time
        _write_whole(kept, msgspec.msgpack.encode(result))
    return result


def _fingerprint(folder: Path, shapes: Sequence[type]) -> str:
    digest = hashlib.blake2b(digest_size=12)
    # The schema stands in for the code of the shape, so that an older cache is not read as a newer shape.
    digest.update(f"{__version__} {msgspec.json.schema_components(shapes)}".encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)} ".encode())
            digest.update(content)
    return digest.hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the goal and rename, so that nobody ever reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
