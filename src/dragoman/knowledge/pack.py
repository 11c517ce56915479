"""Takes the folder of an event pack, gives all that it knows: ontology, frames, and the words of each step."""

from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from dragoman.errors import PackError
from dragoman.knowledge.cache import compiled
from dragoman.knowledge.calendar_words import CalendarWords, read_calendar_words
from dragoman.knowledge.context_words import ContextWords, read_context_words
from dragoman.knowledge.frame_reading import read_frames, read_lists
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.grammar import Grammar, read_grammar
from dragoman.knowledge.judging import Judging, read_judging
from dragoman.knowledge.ledger_words import LedgerWords, read_ledger_words
from dragoman.knowledge.ontology import Ontology, read_ontology
from dragoman.knowledge.quantity_words import QuantityWords, read_quantity_words
from dragoman.knowledge.references import References, read_references
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.same_act_words import SameActWords, read_same_act_words
from dragoman.knowledge.status import SpeechWords, StatusWords, read_speech, read_status
from dragoman.knowledge.theme_words import ThemeWords, read_theme_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """An event pack, compiled. `version` is a part of every event's id."""

    name: str
    version: str
    ontology: Ontology
    frames: tuple[Frame, ...]
    lists: dict[str, tuple[str, ...]]
    grammar: Grammar
    references: References
    status: StatusWords
    speech: SpeechWords
    calendar: CalendarWords
    quantities: QuantityWords
    contexts: ContextWords
    judging: Judging
    same_acts: SameActWords
    ledger: LedgerWords
    themes: ThemeWords


def load_pack(*folders: Path) -> Pack:
    """The PLOVER pack that comes with Dragoman, and laid over it the packs of the folders, in order.

    A pack laid over another brings frames (and word lists) of its own; where two frames fit equally well its own wins,
    and a frame that bears the id of one below takes its place.

    Raises:
        PackError: a file of a pack is faulty; the message lists every fault.
    """
    pack = compiled(Path(str(files("dragoman.packs") / "plover")), _read_pack, Pack)
    for folder in folders:
        pack = _laid_over(pack, folder)
    return pack


def _laid_over(pack: Pack, folder: Path) -> Pack:
    """The pack with the frames of another folder laid over it."""
    head = read_yaml(folder / "pack.yaml", Head)
    lists = {**pack.lists, **read_lists(folder)}
    own = tuple(replace(frame, file=f"{head.name}/{frame.file}") for frame in read_frames(folder, pack.ontology, lists))
    replaced = {frame.id for frame in own}
    frames = (*own, *(frame for frame in pack.frames if frame.id not in replaced))
    return replace(
        pack,
        version=f"{pack.version}+{head.name}-{head.version}",
        frames=frames,
        lists=lists,
        grammar=replace(pack.grammar, act_nouns=_act_nouns(frames) | pack.judging.nouns),
    )


def _read_pack(folder: Path) -> Pack:
    """The pack as its files have it now, uncached."""
    head = read_yaml(folder / "pack.yaml", Head)
    ontology = read_ontology(folder)
    lists = read_lists(folder)
    frames = read_frames(folder, ontology, lists)
    judging = read_judging(folder, ontology)
    _check_counts(head, ontology, frames)
    return Pack(
        name=head.name,
        version=head.version,
        ontology=ontology,
        frames=frames,
        lists=lists,
        grammar=read_grammar(folder, act_nouns=_act_nouns(frames) | judging.nouns),
        references=read_references(folder),
        status=read_status(folder),
        speech=read_speech(folder),
        calendar=read_calendar_words(folder),
        quantities=read_quantity_words(folder),
        contexts=read_context_words(folder, ontology.contexts),
        judging=judging,
        same_acts=read_same_act_words(folder, ontology.types),
        ledger=read_ledger_words(folder),
        themes=read_theme_words(folder),
    )


def _act_nouns(frames: tuple[Frame, ...]) -> frozenset[str]:
    return frozenset(phrase[-1] for frame in frames if frame.kind == "noun" for phrase in frame.phrases)


def _check_counts(head: "Head", ontology: Ontology, frames: tuple[Frame, ...]) -> None:
    counted = {
        "types": len(ontology.types),
        "frames": len(frames),
        "phrasings": sum(len(frame.phrases) for frame in frames),
    }
    short = [
        f"pack.yaml: at least {least} {what} are due, {counted[what]} are there"
        for what, least in head.at_least.items()
        if what in counted and counted[what] < least
    ]
    short += [
        f"pack.yaml: nothing called '{what}' is counted; known are {', '.join(counted)}"
        for what in head.at_least
        if what not in counted
    ]
    if short:
        raise PackError("\n".join(short))


class Source(Shape):
    """Where the facts of a file come from and on what terms."""

    source: str
    license: str


class Head(Shape):
    """pack.yaml."""

    name: str
    version: str
    about: str
    license: str
    extends: str | None = None
    files: dict[str, Source] = Field(default_factory=dict)
    at_least: dict[str, int] = Field(default_factory=dict)
