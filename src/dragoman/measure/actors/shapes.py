"""The shape of actor cases, as people write them: a text, its day, and whom some of its words mean."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from dragoman.knowledge.rows import Shape
from dragoman.knowledge.word_lists import one_or_many
from dragoman.knowledge.world_shapes import Sector
from dragoman.records.participant import Kind

Ids = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]


class Ask(Shape):
    """Whom words of the text mean: the ids in `be` (`is` in the file), none if they name nobody who acts.

    `nth` counts where the words stand more than once. What is not written is not compared. `gap` says why the coder
    cannot do it yet.
    """

    words: Annotated[str, Field(min_length=1)]
    nth: int = 1
    be: Annotated[Ids, Field(alias="is")]
    sector: Sector | None = None
    kind: Kind | None = None
    country: str | None = None
    person: str | None = None
    gap: Annotated[str, Field(min_length=1)] | None = None


class WrittenCase(Shape):
    """A text, the day on which it was published, and what is asked of it."""

    text: Annotated[str, Field(min_length=1)]
    published: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    asks: tuple[Ask, ...]


class CaseFile(Shape):
    """A file of actor cases: one phenomenon, and what it is about."""

    about: str
    cases: tuple[WrittenCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCase:
    """A case with its phenomenon (the name of its file) and its line there."""

    phenomenon: str
    line: int
    written: WrittenCase

    @property
    def address(self) -> str:
        """Where the case stands: `pronouns.yaml:12`."""
        return f"{self.phenomenon}.yaml:{self.line}"
