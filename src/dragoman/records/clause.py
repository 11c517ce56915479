"""Clause: who does what to whom in a sentence, with grammar's detours undone."""

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What a clause says of its act: a role and the head token of the words that fill it.

    Roles: `doer`, `done-to`, `content` (a clause: said, asked, planned), `particle`, `complement` (be *concerned*), and
    every preposition by its own word (`with`, `to`, `on` …). `near` is False where the words were taken over from
    another clause (control, coordination, a light verb).
    """

    role: str
    head: int
    near: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One predicate, verb or noun, with its arguments; `head` is its token.

    `governor` is the head token of the clause that this one depends on, and `governed_as` how: content, object of that
    act, purpose, condition, relative, coordinate … `auxiliaries` are tokens (will, may, not …) that colour it.
    """

    head: int
    lemma: str
    kind: ClauseKind
    arguments: tuple[Argument, ...]
    auxiliaries: tuple[int, ...] = ()
    governor: int | None = None
    governed_as: str | None = None
    passive: bool = False

    def heads(self, role: str) -> list[int]:
        """The head tokens that fill `role`."""
        return [argument.head for argument in self.arguments if argument.role == role]
