"""Options that several commands share: files, a day, packs laid over the shipped ones."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import QuestionError
from dragoman.records.days import iso_day


def day(value: str) -> str:
    """A day as ISO writes it, or what is wrong with it."""
    try:
        return iso_day(value)
    except QuestionError as error:
        raise typer.BadParameter(str(error)) from None


class Reading(StrEnum):
    """Who reads."""

    GRAMMAR = "grammar"
    BOTH = "both"


Readers = Annotated[
    Reading,
    typer.Option(help="Grammar and frames with the learned judge, or alone: fewer acts, each told by a frame."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, a record a line.")]
Packs = Annotated[
    list[Path] | None,
    typer.Option(
        "--pack", metavar="DIR", show_default=False, help="A pack laid over the shipped ones; may be repeated."
    ),
]
Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        show_default=False,
        help="Text, HTML, .jsonl of {id, text, published}, folders; - is standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        parser=day,
        metavar="DATE",
        show_default=False,
        help="Day of publication of texts that do not say it: 2022-06-29.",
    ),
]
Expand = Annotated[
    bool, typer.Option("--expand", help="The members of a grouping on that day in its place: seven for the G7.")
]
