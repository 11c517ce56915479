"""Progress: takes records as they come, shows a bar on standard error while they do."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Record = TypeVar("Record")

FEW = 3  # so many documents are done before a bar has been read


def watched(records: Iterable[Record], files: Sequence[str], stream: BinaryIO) -> Iterator[Record]:
    """The records, with a bar if they may be many and it would stand in a terminal without them."""
    if not _many(files) or not sys.stderr.isatty() or stream.isatty():
        yield from records
        return
    with _bar() as progress:
        task = progress.add_task("coding", total=_total(files))
        for record in records:
            yield record
            progress.advance(task)


def _many(files: Sequence[str]) -> bool:
    return len(files) > FEW or _total(files) is None


def _total(files: Sequence[str]) -> int | None:
    """How many documents there will be; unknown for folders, JSON lines and standard input."""
    plain = all(file != "-" and ".jsonl" not in Path(file).suffixes and not Path(file).is_dir() for file in files)
    return len(files) if plain else None


def _bar() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
