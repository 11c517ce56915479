"""Pack pages: takes the folder of a pack, gives what of its files is written for people.

That is what the frames are about, the golden sentences, and where the facts come from on what terms. What the coder
needs of a pack is in `pack`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from dragoman.errors import PackError
from dragoman.knowledge.frame_shapes import FrameFile
from dragoman.knowledge.rows import read_text, read_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile:
    """A file (or folder) of a pack: where its facts come from, and on what terms."""

    name: str
    source: str
    license: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What pack.yaml tells of a pack."""

    name: str
    version: str
    about: str
    license: str
    files: tuple[FactFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleEvent:
    """An event of an example: participants are ids, with the sector where one is given: "DEU", "FRA GOV"."""

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A golden sentence and the events that it holds; `file` says where it stands."""

    text: str
    published: str | None
    events: tuple[ExampleEvent, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPages:
    """What a pack holds for people. `types` and `frames` say what phrasings of a type, and of a frame, are about."""

    head: PackHead
    types: dict[str, str]
    frames: dict[str, str]
    examples: tuple[Example, ...]


def read_pages(folder: Path) -> PackPages:
    """The pages of a pack.

    Raises:
        PackError: a file of it cannot be read.
    """
    shapes = [read_yaml(path, FrameFile) for path in sorted((folder / "frames").glob("*.yaml"))]
    return PackPages(
        head=read_head(folder),
        types={shape.type: shape.about for shape in shapes},
        frames={frame.id: frame.about for shape in shapes for frame in shape.frames if frame.about},
        examples=tuple(one for path in sorted((folder / "golden").glob("*.yaml")) for one in _examples(path)),
    )


def read_head(folder: Path) -> PackHead:
    """What the folder's pack.yaml tells.

    Raises:
        PackError: there is none, or it lacks what a pack must tell of itself.
    """
    told = _read(folder / "pack.yaml", _Head)
    facts = (
        FactFile(name=name, source=" ".join(one.source.split()), license=one.license, note=one.note)
        for name, one in told.files.items()
    )
    return PackHead(
        name=told.name,
        version=told.version,
        about=" ".join(told.about.split()),
        license=told.license,
        files=tuple(facts),
    )


def _examples(path: Path) -> Iterator[Example]:
    """The sentences of a file that are coded as they should be and hold an event of a type."""
    for sentence in _read(path, _Golden).sentences:
        events = sentence.events if isinstance(sentence.events, list) else []
        told = tuple(_event(one) for one in events if one.type)
        if told and sentence.gap is None:
            yield Example(text=sentence.text, published=sentence.published, events=told, file=f"golden/{path.name}")


def _event(written: "_Event") -> ExampleEvent:
    return ExampleEvent(
        type=written.type or "",
        mode=_one(written.mode),
        status=written.status,
        actors=_several(written.actor),
        recipients=_several(written.recipient),
    )


def _several(written: str | list[str]) -> tuple[str, ...]:
    """One or several, as people write them; the word `none` is nobody."""
    several = [written] if isinstance(written, str) else written
    return tuple(one for one in several if one not in {"", "none"})


def _one(written: str | None) -> str | None:
    return None if written == "none" else written


def _read(path: Path, shape: type[T]) -> T:
    try:
        return msgspec.convert(yaml.load(read_text(path), Loader=yaml.CBaseLoader), shape)  # noqa: S506 - text only
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise PackError(f"{path}: cannot be read: {error}; `docs/reference/packs.md` says what it holds") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    source: str = "not told"
    license: str = "not told"
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    name: str
    version: str
    about: str = ""
    license: str = "not told"
    files: dict[str, _Facts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    type: str | None = None
    mode: str | None = None
    status: str = "occurred"
    actor: str | list[str] = ""
    recipient: str | list[str] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    text: str
    events: list[_Event] | str
    published: str | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Golden:
    sentences: list[_Sentence]
