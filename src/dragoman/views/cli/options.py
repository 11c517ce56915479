"""Options that several commands share: a day, packs laid over the shipped ones."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


def day(value: str) -> str:
    """A day as ISO writes it, or what is wrong with it."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day; write it as 2022-06-29") from None


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
