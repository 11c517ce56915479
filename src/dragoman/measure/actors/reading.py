"""Actor cases from files: takes a pack's `golden/*.yaml`, gives the cases, each with its line."""

from collections.abc import Iterable
from pathlib import Path

from dragoman import packs
from dragoman.knowledge.rows import entry_lines, read_yaml
from dragoman.measure.actors.shapes import ActorCase, CaseFile

SHIPPED = Path(packs.__file__).parent / "world"


def cases_of(folders: Iterable[Path]) -> list[ActorCase]:
    """The actor cases of several packs."""
    return [case for folder in folders for file in case_files(folder) for case in read_cases(file)]


def case_files(pack: Path = SHIPPED) -> list[Path]:
    """The case files of a pack, in order of their names."""
    return sorted((pack / "golden").glob("*.yaml"))


def read_cases(file: Path) -> tuple[ActorCase, ...]:
    """The cases of one file.

    Raises:
        PackError: the file is faulty; the message has a line `file:line: what` for every fault.
    """
    written = read_yaml(file, CaseFile)
    lines = entry_lines(file, "cases")
    return tuple(
        ActorCase(phenomenon=file.stem, line=line, written=case)
        for line, case in zip(lines, written.cases, strict=True)
    )
