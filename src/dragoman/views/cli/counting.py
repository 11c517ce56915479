"""Counting: takes what the desk hands over, gives the records on and keeps what was set aside, with its reasons."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dragoman.errors import SourceError
from dragoman.sources import Refused
from dragoman.views.visible import visible

SET_ASIDE = 3  # the exit code when some inputs were set aside and others done

Record = TypeVar("Record")


@dataclass(slots=True)
class Count:
    """How many inputs were done, and which were refused."""

    done: int = 0
    refused: list[Refused] = field(default_factory=list)

    def check(self, files: Sequence[str]) -> None:
        """Raises if nothing at all could be read."""
        if self.done:
            return
        if len(self.refused) == 1:
            raise SourceError(_line(self.refused[0]))
        self.report()
        raise SourceError(f"nothing to read in {visible(', '.join(files))}; give a text, HTML or .jsonl file")

    def report(self) -> None:
        """Tells on standard error what was set aside."""
        for refused in self.refused:
            sys.stderr.write(f"dragoman: {_line(refused)}\n")
        if self.refused:
            sys.stderr.write(f"dragoman: {len(self.refused)} set aside, {self.done} done\n")


def counted(answers: Iterable[Record | Refused], count: Count) -> Iterator[Record]:
    """The records alone; what was refused is kept in `count`."""
    for answer in answers:
        if isinstance(answer, Refused):
            count.refused.append(answer)
        else:
            count.done += 1
            yield answer


def _line(refused: Refused) -> str:
    return visible(f"{refused.path}: {refused.reason}")
