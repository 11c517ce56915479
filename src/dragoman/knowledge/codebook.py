"""Codebook: takes the packs, gives what a person looks up in them: each type, how texts tell it, and examples."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.knowledge.cache import compiled
from dragoman.knowledge.frame_shapes import CameoRow, OntologyFile
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.ontology import Ontology
from dragoman.knowledge.pack import Pack, load_pack
from dragoman.knowledge.pack_pages import Example, PackHead, PackPages, read_head, read_pages
from dragoman.knowledge.rows import read_csv, read_yaml
from dragoman.records.event import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A mode of a type, with the code that an event of it gets when its frame names no finer one."""

    name: str
    description: str
    cameo: str
    goldstein: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A CAMEO code that belongs to a type, and to a mode of it, if that is told."""

    code: str
    name: str
    mode: str | None
    goldstein: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasing:
    """A frame: like ways to tell an act of a type. `words` are in dictionary form, `file` says where it stands."""

    frame: str
    about: str
    kind: str
    words: tuple[str, ...]
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A type. `about` says what its phrasings are about; the examples of its own file come first."""

    type: str
    quad: Quad
    description: str
    about: str
    cameo: str
    goldstein: float
    modes: tuple[Mode, ...]
    codes: tuple[Code, ...]
    phrasings: tuple[Phrasing, ...]
    examples: tuple[Example, ...]

    @property
    def number_of_words(self) -> int:
        """How many words and groups of words tell it."""
        return sum(len(one.words) for one in self.phrasings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A context, what it means, and the words by which an act's passage shows that it belongs there."""

    name: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """What the packs say: types, contexts, sectors with their meaning, and who wrote what on what terms."""

    version: str
    chapters: tuple[Chapter, ...]
    contexts: tuple[Context, ...]
    sectors: dict[str, str]
    packs: tuple[PackHead, ...]

    def chapter(self, type_: str) -> Chapter | None:
        """That of a type, None where there is no such type."""
        return next((one for one in self.chapters if one.type == type_), None)


def make_codebook(*folders: Path) -> Codebook:
    """The codebook of the shipped packs, and of the packs of the folders, which are laid over them.

    Raises:
        PackError: a file of a pack is faulty.
    """
    pack, plover = load_pack(*folders), _shipped("plover")
    pages = [compiled(plover, read_pages, PackPages), *map(read_pages, folders)]
    told = read_yaml(plover / "ontology.yaml", OntologyFile)
    rows = read_csv(plover / "cameo.csv", CameoRow)
    return Codebook(
        version=pack.version,
        chapters=tuple(_chapter(type_, pack, told, rows, pages) for type_ in pack.ontology.types),
        contexts=_contexts(pack),
        sectors=pack.ontology.sectors,
        packs=(pages[0].head, read_head(_shipped("world")), *(one.head for one in pages[1:])),
    )


def _shipped(name: str) -> Path:
    return Path(str(files("dragoman.packs") / name))


def _chapter(
    type_: str, pack: Pack, told: OntologyFile, rows: Sequence[CameoRow], pages: Sequence[PackPages]
) -> Chapter:
    known, ontology = pack.ontology.types[type_], pack.ontology
    abouts = {frame: about for one in pages for frame, about in one.frames.items()}
    return Chapter(
        type=type_,
        quad=known.quad,
        description=known.description,
        about=" ".join(one.types[type_] for one in pages if type_ in one.types),
        cameo=known.cameo,
        goldstein=ontology.goldstein[known.cameo],
        modes=tuple(
            Mode(name=name, description=one.description, cameo=one.cameo, goldstein=ontology.goldstein[one.cameo])
            for name, one in told.types[type_].modes.items()
        ),
        codes=_codes(type_, rows, ontology),
        phrasings=tuple(_phrasing(frame, abouts) for frame in pack.frames if frame.type == type_ and not frame.no_act),
        examples=_examples(type_, pages),
    )


def _codes(type_: str, rows: Sequence[CameoRow], ontology: Ontology) -> tuple[Code, ...]:
    return tuple(
        Code(code=row.code, name=row.name, mode=row.mode, goldstein=ontology.goldstein[row.code])
        for row in rows
        if row.type == type_
    )


def _phrasing(frame: Frame, abouts: dict[str, str]) -> Phrasing:
    return Phrasing(
        frame=frame.id,
        about=abouts.get(frame.id, ""),
        kind=frame.kind,
        words=tuple("any verb" if phrase == ("*",) else " ".join(phrase) for phrase in frame.phrases),
        mode=frame.mode,
        cameo=frame.cameo,
        contexts=frame.contexts,
        file=f"{frame.file}:{frame.line}",
    )


def _examples(type_: str, pages: Sequence[PackPages]) -> tuple[Example, ...]:
    """The sentences that hold an event of the type, so that the first of them show different modes and statuses.

    Those of the file that bears its name come before others, those that tell nothing else before those that do.
    """
    own = [one for page in pages for one in page.examples if any(event.type == type_ for event in one.events)]
    own.sort(key=lambda one: (one.file != f"golden/{type_.lower()}.yaml", len(one.events) > 1))
    seen: Counter[tuple[str | None, str]] = Counter()
    placed = []
    for number, one in enumerate(own):
        kind = next((event.mode, event.status) for event in one.events if event.type == type_)
        placed.append((seen[kind], number, one))
        seen[kind] += 1
    return tuple(one for _, _, one in sorted(placed, key=lambda each: each[:2]))


def _contexts(pack: Pack) -> tuple[Context, ...]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word, contexts in pack.contexts.items():
        for context in contexts:
            words[context].append(word)
    return tuple(
        Context(name=name, description=description, words=tuple(words[name]))
        for name, description in pack.ontology.contexts.items()
    )
