from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.knowledge.cache import compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    words: tuple[str, ...]


class Compiler:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path) -> Words:
        self.times += 1
        return Words(words=tuple((folder / "words.txt").read_text().split()))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "words.txt").write_text("one two")
    return folder


def test_the_second_reading_comes_from_the_cache(pack: Path, tmp_path: Path) -> None:
    compiler = Compiler()
    results = [compiled(pack, compiler, Words, cache=tmp_path / "cache") for _ in range(2)]
    assert results == [Words(words=("one", "two"))] * 2
    assert compiler.times == 1


def test_a_changed_file_is_compiled_anew(pack: Path, tmp_path: Path) -> None:
    compiler = Compiler()
    compiled(pack, compiler, Words, cache=tmp_path / "cache")
    (pack / "words.txt").write_text("one three")
    assert compiled(pack, compiler, Words, cache=tmp_path / "cache").words == ("one", "three")
    assert compiler.times == 2


def test_a_damaged_cache_is_replaced(pack: Path, tmp_path: Path) -> None:
    compiler = Compiler()
    cache = tmp_path / "cache"
    compiled(pack, compiler, Words, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"\xc1")
    assert compiled(pack, compiler, Words, cache=cache).words == ("one", "two")
    assert compiled(pack, compiler, Words, cache=cache).words == ("one", "two")
    assert compiler.times == 2


def test_a_cache_that_cannot_be_written_is_done_without(pack: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    assert compiled(pack, Compiler(), Words, cache=blocked).words == ("one", "two")


def test_no_draft_is_left_behind(pack: Path, tmp_path: Path) -> None:
    compiled(pack, Compiler(), Words, cache=tmp_path / "cache")
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".msgpack"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    name: str
    adjective: str | None = None


def test_another_shape_of_what_is_held_encoded_is_compiled_anew(pack: Path, tmp_path: Path) -> None:
    compiler = Compiler()
    for within in (Older, Newer, Newer):
        compiled(pack, compiler, Words, within=(within,), cache=tmp_path / "cache")
    assert compiler.times == 2
