"""Options of the commands that work on a store, and how they open it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from dragoman.errors import QuestionError
from dragoman.records.question import Question
from dragoman.settings import read_settings

if TYPE_CHECKING:
    from dragoman.store import Store

_LEFT_OUT = re.compile(r"-[a-z_]{2,}:")

Where = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="FOLDER",
        show_default=False,
        help="The store: a folder, or a postgresql:// address. Else DRAGOMAN_STORE, else ./dragoman-store.",
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUESTION",
        show_default=False,
        help="Words such as actor:JPN type:CONSULT date:2022, all of which must hold; without any, everything.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file, whole or not at all."),
]


class Asking(TyperCommand):
    """A command that may ask a question: `-status:negated` is a word of it, and no option."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's own
        """Puts a blank before such words, which a question passes over."""
        return super().parse_args(ctx, [f" {arg}" if _LEFT_OUT.match(arg) else arg for arg in args])


def place_of(where: str | None) -> str:
    """Where the store is."""
    return where or read_settings().store


def opened_store(where: str | None, *, create: bool = False, packs: list[Path] | None = None) -> "Store":
    """The store that is meant."""
    # SQLAlchemy takes a while to import, and `--help` must not wait for it.
    from dragoman.store import open_store  # noqa: PLC0415

    return open_store(place_of(where), create=create, packs=packs or ())


def question_of(words: list[str] | None) -> Question:
    """The question that the words ask: arguments of a command line, or all of it as one."""
    from dragoman.questions import read_question  # noqa: PLC0415 - only who asks waits for it

    try:
        return read_question(" ".join(words or ()))
    except QuestionError as error:
        raise QuestionError(f"the question: {error}") from error
