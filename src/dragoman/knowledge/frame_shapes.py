"""What a pack's frames/*.yaml, lists/*.yaml and ontology.yaml may hold, checked before they are compiled."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from dragoman.knowledge.frames import Keep
from dragoman.knowledge.rows import Shape
from dragoman.knowledge.word_lists import WordList, one_or_many
from dragoman.records.event import Quad, Status

_KNOWN_ROLES = frozenset({"doer", "done-to", "content", "complement", "particle", "modifier", "between", "any"})


def _checked_role(role: str) -> str:
    if not all(part.isalpha() for part in role.replace("-", " ").split()):
        raise ValueError(f"'{role}' is no role; write {', '.join(sorted(_KNOWN_ROLES))} or a preposition")
    return role


Role = Annotated[str, AfterValidator(_checked_role)]
Roles = Annotated[tuple[Role, ...], BeforeValidator(one_or_many)]
RoleWords = dict[Role, WordList]


class ContentShape(Shape):
    """`content:` of a frame."""

    roles: Roles = ("content",)
    status: Status
    by: Literal["actor", "recipient"] = "actor"
    keep: Keep = "both"


class VariantShape(Shape):
    """An entry of a frame's `variants:`."""

    when: RoleWords
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    contexts: WordList = ()
    note: str | None = None


class FrameShape(Shape):
    """An entry of `frames:`."""

    id: str
    about: str | None = None
    verbs: WordList = ()
    nouns: WordList = ()
    actor: Roles | None = None
    recipient: Roles | None = None
    reciprocal: bool = False
    needs: WordList | None = None
    only: RoleWords = Field(default_factory=dict)
    except_: RoleWords = Field(default_factory=dict, alias="except")
    with_words: WordList = ()
    mode: str | None = None
    cameo: str | None = None
    contexts: WordList = ()
    variants: tuple[VariantShape, ...] = ()
    content: ContentShape | None = None
    no_act: bool = False
    note: str | None = None
    source: str | None = None


class FrameFile(Shape):
    """frames/<type>.yaml. `status` is what its acts have when the words around them say nothing else."""

    type: str
    about: str
    status: Status | None = None
    frames: tuple[FrameShape, ...]


class ListFile(Shape):
    """lists/<name>.yaml: named word lists that frames write as "@name"."""

    about: str | None = None
    lists: dict[str, WordList]


class ModeShape(Shape):
    """A mode of a type in ontology.yaml."""

    cameo: str
    description: str


class TypeShape(Shape):
    """A type in ontology.yaml."""

    quad: Quad
    cameo: str
    description: str
    modes: dict[str, ModeShape] = Field(default_factory=dict)


class OntologyFile(Shape):
    """ontology.yaml."""

    types: dict[str, TypeShape]
    contexts: dict[str, str]
    sectors: dict[str, str]


class CameoRow(Shape):
    """cameo.csv."""

    code: str
    name: str
    type: str | None = None
    mode: str | None = None
    goldstein: float | None = None
