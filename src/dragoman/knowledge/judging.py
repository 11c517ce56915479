"""Takes a pack's judged.yaml, gives what the learned judge may do, and the frames of acts that no phrasing tells."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from dragoman.errors import PackError
from dragoman.knowledge.frame_reading import content_of
from dragoman.knowledge.frame_shapes import ContentShape
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.ontology import Ontology
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList

FILE = "judged.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Probabilities from 0 to 1 at which the judge overrules grammar and frames; judged.yaml says what each is for."""

    drop: float
    take: float
    retype: float
    rule_out: float
    add: float
    side: float
    only: float
    restate: float
    undo: float
    context: float
    lead: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Thresholds, weights of a record's confidence, and for each type the frame of acts that no phrasing tells.

    `negating` are those of acts that a negation tells: who "did not grant" a request has rejected it.
    `acting` are nouns of people and bodies whom no list names, `nouns` those that may tell an act without a frame.
    """

    thresholds: Thresholds
    frames: dict[str, Frame]
    negating: tuple[Frame, ...]
    confidence: dict[str, float]
    acting: frozenset[str]
    nouns: frozenset[str]


class ThresholdsShape(Shape):
    """`thresholds:` of judged.yaml."""

    drop: float = Field(ge=0, le=1)
    take: float = Field(ge=0, le=1)
    retype: float = Field(ge=0, le=1)
    rule_out: float = Field(ge=0, le=1)
    add: float = Field(ge=0, le=1)
    side: float = Field(ge=0, le=1)
    only: float = Field(ge=0, le=1)
    restate: float = Field(ge=0, le=1)
    undo: float = Field(ge=0, le=1)
    context: float = Field(ge=0, le=1)
    lead: float = Field(ge=0, le=1)


class ConfidenceShape(Shape):
    """`confidence:` of judged.yaml: what adds to a record's log odds of being right, for each sign of it."""

    always: float
    act: float
    type: float
    status: float
    actor: float
    recipient: float
    framed: float
    long_phrase: float
    noun: float
    no_actor: float
    no_recipient: float
    from_context: float
    hearsay: float
    content: float


class JudgedFile(Shape):
    """judged.yaml."""

    about: str
    thresholds: ThresholdsShape
    contents: dict[str, ContentShape] = Field(default_factory=dict)
    negating: WordList = ()
    confidence: ConfidenceShape
    acting: WordList = ()
    nouns: WordList = ()


def read_judging(folder: Path, ontology: Ontology) -> Judging:
    """What the folder's judged.yaml says.

    Raises:
        PackError: the file is faulty, or names a type that is not in the ontology.
    """
    shape = read_yaml(folder / FILE, JudgedFile)
    faults = [_unknown(name, ontology) for name in (*shape.contents, *shape.negating) if name not in ontology.types]
    if faults:
        raise PackError("\n".join(faults))
    frames = {name: _frame(name, shape.contents) for name in ontology.types}
    return Judging(
        thresholds=Thresholds(**shape.thresholds.model_dump()),
        confidence=shape.confidence.model_dump(),
        acting=frozenset(shape.acting),
        nouns=frozenset(shape.nouns),
        frames=frames,
        negating=tuple(frames[name] for name in shape.negating),
    )


def _frame(type_: str, contents: Mapping[str, ContentShape]) -> Frame:
    return Frame(
        id=f"judged-{type_.lower()}",
        type=type_,
        file=FILE,
        line=1,
        kind="verb",
        phrases=(),
        actor=("doer",),
        recipient=("done-to",),
        only={},
        exceptions={},
        content=content_of(contents.get(type_)),
    )


def _unknown(name: str, ontology: Ontology) -> str:
    near = difflib.get_close_matches(name, ontology.types, n=1)
    return f"{FILE}: type {name} is not in the ontology" + (f"; did you mean {near[0]}?" if near else "")
