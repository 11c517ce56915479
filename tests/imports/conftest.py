"""What the tests of importers share: the shipped world, loaded once, and a way to read a text with an importer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.imports import Imported, Skipped
from dragoman.knowledge.own_actors import ActorRow
from dragoman.knowledge.world import World, load_world

Importer = Callable[..., Iterator[Imported]]


@dataclass(frozen=True, kw_only=True)
class Read:
    """What an importer made of a file."""

    rows: tuple[ActorRow, ...]
    skipped: tuple[Skipped, ...]

    @property
    def row(self) -> ActorRow:
        (row,) = self.rows
        return row

    @property
    def reasons(self) -> list[tuple[int, str]]:
        return [(one.line, one.reason) for one in self.skipped]


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture
def read(tmp_path: Path, world: World) -> Callable[[Importer, str | bytes], Read]:
    def reading(importer: Importer, content: str | bytes, name: str = "foreign.txt") -> Read:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = list(importer(path, world=world))
        return Read(
            rows=tuple(one for one in found if isinstance(one, ActorRow)),
            skipped=tuple(one for one in found if isinstance(one, Skipped)),
        )

    return reading
