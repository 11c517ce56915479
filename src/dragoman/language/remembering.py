"""Remembering: takes what gives vectors of passages and a file, gives the same, but reads each passage only once.

The vector of a passage depends on nothing else, so that it may be kept: in a file, for good. Where nothing can be
written passages are simply read anew.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Likeness = Callable[[Sequence[str]], Floats]

MOST = 100_000  # vectors that are kept, the last read ones: 160 MB
_AT_ONCE = 500  # passages that are asked for together
_WAIT = 5.0  # seconds for another process that writes

_TABLE = """
    CREATE TABLE IF NOT EXISTS vectors (number INTEGER PRIMARY KEY, passage BLOB NOT NULL UNIQUE, vector BLOB NOT NULL)
"""


class Remembering:
    """Callable: passages in, their vectors out, shape (passages, width)."""

    def __init__(self, likeness: Likeness, file: Path, *, most: int = MOST) -> None:
        self._likeness, self._file, self._most = likeness, file, most

    def __call__(self, passages: Sequence[str]) -> Floats:
        """The vectors of the passages: those kept, and those of the others, which are kept from now on."""
        keys = {passage: blake2b(passage.encode(), digest_size=16).digest() for passage in passages}
        known = self._kept(list(keys.values()))
        new = [passage for passage, key in keys.items() if key not in known]
        if new:
            read = {keys[passage]: vector for passage, vector in zip(new, self._likeness(new), strict=True)}
            self._keep(read)
            known |= read
        return np.stack([known[keys[passage]] for passage in passages])

    def _kept(self, keys: Sequence[bytes]) -> dict[bytes, Floats]:
        found: dict[bytes, Floats] = {}
        with suppress(OSError, sqlite3.Error), closing(self._connection()) as connection:
            for some in _parts(keys):
                asked = f"SELECT passage, vector FROM vectors WHERE passage IN ({','.join('?' * len(some))})"  # noqa: S608 - marks alone
                found |= {
                    passage: np.frombuffer(vector, np.float32) for passage, vector in connection.execute(asked, some)
                }
        return found

    def _keep(self, read: Mapping[bytes, Floats]) -> None:
        with suppress(OSError, sqlite3.Error), closing(self._connection()) as connection, connection:
            rows = [(passage, vector.tobytes()) for passage, vector in read.items()]
            connection.executemany("INSERT OR IGNORE INTO vectors (passage, vector) VALUES (?, ?)", rows)
            oldest = "DELETE FROM vectors WHERE number <= (SELECT max(number) FROM vectors) - ?"
            connection.execute(oldest, (self._most,))

    def _connection(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=_WAIT)
        connection.execute(_TABLE)
        return connection


def _parts(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
