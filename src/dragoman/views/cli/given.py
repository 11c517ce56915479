"""Given: takes the name of a file on the command line, gives a file; for "-" one that holds standard input."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def given(name: str) -> Iterator[str]:
    """The name itself; or, while the block lasts, that of a file with all that came on standard input."""
    if name != "-":
        yield name
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "standard input"
        with file.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield str(file)
