"""The command `actors import`: takes a foreign file of actors, writes an actors.csv, and says what was set aside."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import SourceError
from dragoman.views.cli.counting import SET_ASIDE
from dragoman.views.cli.given import given
from dragoman.views.cli.output import opened
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from dragoman.imports import Imported, Skipped
    from dragoman.knowledge.own_actors import ActorRow

SHOWN = 5  # reasons: enough to see what is wrong, few enough to be read


class ActorFormat(StrEnum):
    """What can be imported."""

    WIKIDATA = "wikidata"
    FOLLOWTHEMONEY = "followthemoney"
    PETRARCH = "petrarch"


def import_actors(
    format_: Annotated[ActorFormat, typer.Argument(metavar="FORMAT", help="wikidata, followthemoney or petrarch.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file, plain, .gz or .bz2; - is standard input.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default=False, help="Write to a file, whole or not at all."
        ),
    ] = None,
) -> None:
    """Turn a foreign file of actors into an actors.csv, which a pack of your own may hold.

    Example: dragoman actors import petrarch Phoenix.actors.txt -o mine/actors.csv
    """
    from dragoman.imports import actor_lines  # noqa: PLC0415 - only who imports waits for it

    count = _Count()
    with opened(output) as stream, given(str(file)) as there:
        for line in actor_lines(_written(_readers()[format_](Path(there)), count)):
            stream.write(line.encode())
        if not count.written:
            count.report(file)
            raise SourceError(f"{visible(str(file))}: no line of it became an actor; is it a file of {format_.value}?")
    count.report(file)
    if count.set_aside:
        raise typer.Exit(SET_ASIDE)


def _readers() -> "Mapping[ActorFormat, Callable[[Path], Iterator[Imported]]]":
    from dragoman.imports import read_followthemoney, read_petrarch, read_wikidata  # noqa: PLC0415 - as above

    return {
        ActorFormat.WIKIDATA: read_wikidata,
        ActorFormat.FOLLOWTHEMONEY: read_followthemoney,
        ActorFormat.PETRARCH: read_petrarch,
    }


@dataclass(slots=True)
class _Count:
    """How many actors were written, how much was set aside, and the first reasons."""

    written: int = 0
    set_aside: int = 0
    first: "list[Skipped]" = field(default_factory=list)

    def report(self, file: Path) -> None:
        """Tells on standard error what was done."""
        for skipped in self.first:
            sys.stderr.write(f"dragoman: {visible(f'{file}:{skipped.line}: {skipped.reason}')}\n")
        if self.set_aside > len(self.first):
            sys.stderr.write(f"dragoman: … and {self.set_aside - len(self.first)} more\n")
        sys.stderr.write(f"{self.written} actors written, {self.set_aside} set aside\n")


def _written(imported: "Iterable[Imported]", count: _Count) -> "Iterator[ActorRow]":
    """The rows alone; what was set aside is kept in `count`."""
    from dragoman.imports import Skipped  # noqa: PLC0415 - as above

    for one in imported:
        if isinstance(one, Skipped):
            count.set_aside += 1
            count.first += [one] if len(count.first) < SHOWN else []
        else:
            count.written += 1
            yield one
