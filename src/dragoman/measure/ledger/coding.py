"""Coding: takes documents of gold, gives them coded; what was coded by the same package is taken from a folder.

Coding is slow and the ledger is quick, and whoever works on the ledger changes nothing of what is coded before it.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import msgspec

from dragoman.pipeline import Coder
from dragoman.records.document import Document
from dragoman.records.event import Coded

# What of the package has no part in coding.
_LATER = frozenset({
    "acts", "analysis", "desk", "differing", "exports", "imports", "ledger", "measure", "questions", "releasing",
    "store", "views", "__pycache__",
    "deed.py", "entry.py", "ledger.yaml", "ledger_words.py", "theme_words.py", "themes.yaml",
})  # fmt: skip


class KeptCoder:
    """Callable: documents in, the same coded, in order. `folder` is where it keeps them; `make` makes the coder."""

    def __init__(self, make: Callable[[], Coder], folder: Path, *, again: bool = False) -> None:
        self._make = make
        self._coder: Coder | None = None
        self._again = again
        self._folder = folder / package_stamp(Path(str(files("dragoman"))))

    def __call__(self, documents: Iterable[Document]) -> list[Coded]:
        """The documents coded."""
        all_ = list(documents)
        new = [document for document in all_ if self._again or not self._file(document).is_file()]
        if new:
            self._code(new)
        return [msgspec.msgpack.decode(self._file(document).read_bytes(), type=Coded) for document in all_]

    def _code(self, documents: Sequence[Document]) -> None:
        self._coder = self._coder or self._make()
        self._folder.mkdir(parents=True, exist_ok=True)
        for coded in self._coder.stream_documents(documents):
            part = self._file(coded.document).with_suffix(".part")
            part.write_bytes(msgspec.msgpack.encode(coded))
            part.replace(self._file(coded.document))

    def _file(self, document: Document) -> Path:
        """Where it is kept: by all that is known of it."""
        name = blake2b(msgspec.msgpack.encode(document), digest_size=12).hexdigest()
        return self._folder / f"{name}.msgpack"


def package_stamp(package: Path) -> str:
    """A name for the state of all files that have a part in coding: their paths, sizes and times of change."""
    stamp = blake2b(digest_size=8)
    for file in sorted(package.rglob("*")):
        within = file.relative_to(package)
        if not _LATER.intersection(within.parts) and file.is_file():
            known = file.stat()
            stamp.update(f"{within} {known.st_size} {known.st_mtime_ns}\n".encode())
    return stamp.hexdigest()
