"""Takes the folder of an event pack, gives all that it knows: ontology, frames, grammar, references, status and speech."""

from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from dragoman.errors import PackError
from dragoman.knowledge.cache import compiled
from dragoman.knowledge.calendar_words import CalendarWords, read_calendar_words
from dragoman.knowledge.frame_reading import read_frames, read_lists
from dragoman.knowledge.frame_shapes import WordList
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.ontology import Ontology, read_ontology
from dragoman.knowledge.quantity_words import QuantityWords, read_quantity_words
from dragoman.knowledge.references import References
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.status import Governing, SpeechWords, StatusWords
from dragoman.records.event import Status


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


def load_pack(*folders: Path) -> Pack:
    """The PLOVER pack that comes with Dragoman, and laid over it the packs of the folders, in order.

    A pack laid over another brings frames (and word lists) of its own; where two frames fit equally well its own wins,
    and a frame that bears the id of one below takes its place.

    Raises:
        PackError: a file of a pack is faulty; the message lists every fault.
    """
    pack = compiled(Path(str(files("dragoman.packs") / "plover")), read_pack, Pack)
    for folder in folders:
        pack = laid_over(pack, folder)
    return pack


def laid_over(pack: Pack, folder: Path) -> Pack:
    """The pack with the frames of another folder laid over it."""
    head = read_yaml(folder / "pack.yaml", _Head)
    lists = {**pack.lists, **read_lists(folder)}
    own = tuple(
        replace(frame, file=f"{head.name}/{frame.file}") for frame in read_frames(folder, pack.ontology, lists)
    )
    replaced = {frame.id for frame in own}
    frames = (*own, *(frame for frame in pack.frames if frame.id not in replaced))
    return replace(
        pack,
        version=f"{pack.version}+{head.name}-{head.version}",
        frames=frames,
        lists=lists,
        grammar=replace(pack.grammar, act_nouns=_act_nouns(frames)),
    )


def read_pack(folder: Path) -> Pack:
    """The pack as its files have it now, uncached."""
    head = read_yaml(folder / "pack.yaml", _Head)
    ontology = read_ontology(folder)
    lists = read_lists(folder)
    frames = read_frames(folder, ontology, lists)
    _check_counts(head, ontology, frames)
    return Pack(
        name=head.name,
        version=head.version,
        ontology=ontology,
        frames=frames,
        lists=lists,
        grammar=replace(_grammar(folder), act_nouns=_act_nouns(frames)),
        references=_references(folder),
        status=_status(folder),
        speech=_speech(folder),
        calendar=read_calendar_words(folder),
        quantities=read_quantity_words(folder),
    )


def _act_nouns(frames: tuple[Frame, ...]) -> frozenset[str]:
    return frozenset(phrase[-1] for frame in frames if frame.kind == "noun" for phrase in frame.phrases)


def _check_counts(head: "_Head", ontology: Ontology, frames: tuple[Frame, ...]) -> None:
    counted = {
        "types": len(ontology.types),
        "frames": len(frames),
        "phrasings": sum(len(frame.phrases) for frame in frames),
    }
    short = [
        f"pack.yaml: at least {least} {what} are due, {counted[what]} are there"
        for what, least in head.at_least.items()
        if counted.get(what, 0) < least
    ]
    if short:
        raise PackError("\n".join(short))


# The smaller files of a pack, each with its shape.


class _Source(Shape):
    source: str
    license: str


class _Head(Shape):
    name: str
    version: str
    about: str
    license: str
    extends: str | None = None
    files: dict[str, _Source] = Field(default_factory=dict)
    at_least: dict[str, int] = Field(default_factory=dict)


class _GrammarFile(Shape):
    light_verbs: WordList
    half_light_verbs: WordList
    lending_verbs: WordList
    transparent_nouns: WordList
    subject_control: WordList
    object_gerunds: WordList
    list_nouns: WordList
    carrier_verbs: WordList
    between_words: WordList


def _grammar(folder: Path) -> Grammar:
    shape = read_yaml(folder / "grammar.yaml", _GrammarFile)
    return Grammar(
        light_verbs=frozenset(shape.light_verbs),
        half_light_verbs=frozenset(shape.half_light_verbs),
        lending_verbs=frozenset(shape.lending_verbs),
        transparent_nouns=frozenset(shape.transparent_nouns),
        subject_control=frozenset(shape.subject_control),
        object_gerunds=frozenset(shape.object_gerunds),
        list_nouns=frozenset(shape.list_nouns),
        carrier_verbs=frozenset(shape.carrier_verbs),
        between_words=frozenset(shape.between_words),
        act_nouns=frozenset(),
    )


class _ReferencesFile(Shape):
    documents: WordList
    descriptions: dict[str, WordList]
    sides: WordList
    counterparts: WordList
    former: WordList
    elect: WordList
    numbers: dict[str, int]
    name_endings: dict[str, str]
    not_names: WordList
    acts_on_places: WordList
    acts_at_home: WordList
    apart: WordList
    unnamed_sets: WordList
    arms: WordList
    relational: WordList
    private_sectors: WordList
    states: WordList
    acts_through: WordList


def _references(folder: Path) -> References:
    shape = read_yaml(folder / "references.yaml", _ReferencesFile)
    return References(
        documents=frozenset(shape.documents),
        descriptions=shape.descriptions,
        sides=frozenset(shape.sides),
        counterparts=frozenset(shape.counterparts),
        former=frozenset(shape.former),
        elect=frozenset(shape.elect),
        numbers=shape.numbers,
        name_endings=shape.name_endings,
        not_names=frozenset(shape.not_names),
        acts_on_places=frozenset(shape.acts_on_places),
        acts_at_home=frozenset(shape.acts_at_home),
        apart=frozenset(shape.apart),
        unnamed_sets=frozenset(shape.unnamed_sets),
        arms=frozenset(shape.arms),
        relational=frozenset(shape.relational),
        private_sectors=frozenset(shape.private_sectors),
        states=frozenset(shape.states),
        acts_through=frozenset(shape.acts_through),
    )


class _Governing(Shape):
    status: Status
    words: WordList = ()
    nouns: WordList = ()
    roles: WordList


class _StatusFile(Shape):
    modals: dict[str, Status]
    negators: WordList
    no_words: WordList
    governing: tuple[_Governing, ...]
    modifiers: dict[str, Status]
    carriers: WordList
    motion: WordList
    hearsay: WordList
    historical: WordList
    declared: WordList
    refusals: dict[str, str]
    threats: dict[str, str]


def _status(folder: Path) -> StatusWords:
    shape = read_yaml(folder / "status.yaml", _StatusFile)
    return StatusWords(
        modals=shape.modals,
        negators=frozenset(shape.negators),
        no_words=frozenset(shape.no_words),
        governing=tuple(
            Governing(
                status=one.status,
                phrases=tuple(tuple(phrase.split()) for phrase in (one.words or one.nouns)),
                roles=frozenset(one.roles),
                nouns=bool(one.nouns),
            )
            for one in shape.governing
        ),
        modifiers=shape.modifiers,
        carriers=frozenset(tuple(phrase.split()) for phrase in shape.carriers),
        motion=frozenset(shape.motion),
        hearsay=frozenset(shape.hearsay),
        historical=frozenset(shape.historical),
        declared=frozenset(shape.declared),
        refusals=shape.refusals,
        threats=shape.threats,
    )


class _SpeechFile(Shape):
    verbs: WordList
    addressees: WordList
    not_addressed: WordList


def _speech(folder: Path) -> SpeechWords:
    shape = read_yaml(folder / "speech.yaml", _SpeechFile)
    return SpeechWords(
        verbs=frozenset(shape.verbs), addressees=shape.addressees, not_addressed=frozenset(shape.not_addressed)
    )
