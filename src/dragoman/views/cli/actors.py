"""The commands `actors find`, `holders`, `offices`, `check`: they ask the book and print what it answers."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console

from dragoman.views.cli.importing import import_actors
from dragoman.views.cli.options import AsJson, Packs, day
from dragoman.views.cli.store.plain import plain_table
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from dragoman.book import Book

FAULTY = 1  # the exit code when a pack's actors are faulty
NOBODY = 1  # … and when nobody bears the name

actors = typer.Typer(
    name="actors",
    no_args_is_help=True,
    add_completion=False,
    help="Ask the book of actors: who bears a name, who held an office, what it does not know.",
)

On = Annotated[
    str | None, typer.Option("--on", parser=day, metavar="DATE", show_default=False, help="The day: 2022-06-29.")
]


@actors.command()
def find(
    name: Annotated[str, typer.Argument(help="A name as texts write it, in any script.")],
    *,
    on: On = None,
    as_json: AsJson = False,
    pack: Packs = None,
) -> None:
    """Whom a name may mean on a day, the likeliest first; near spellings where nobody bears it.

    Example: dragoman actors find Kishida --on 2014-06-01
    """
    found = _book(pack).find(name, day=on)
    if not found:
        sys.stderr.write(f"dragoman: the book has nobody called {visible(name)}, nor nearly so\n")
        raise typer.Exit(NOBODY)
    if as_json:
        _print_json(found)
        return
    for one in found:
        told = " ".join(part for part in (one.kind, one.country, one.sector) if part)
        alias = f"'{one.alias}' as {one.use}, score {one.score:.2f}"
        sys.stdout.write(f"{visible(one.id)}  {visible(one.name)}  ({told})  by {visible(alias)}\n")
        for line in (*one.offices, *_members(one.members)):
            sys.stdout.write(f"    {visible(line)}\n")


@actors.command()
def holders(
    office: Annotated[str, typer.Argument(help="An office in words, 'foreign minister', or a role, 'foreign'.")],
    *,
    of: Annotated[
        str | None, typer.Option("--of", metavar="ID", show_default=False, help="Of one state or organisation: JPN.")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
    pack: Packs = None,
) -> None:
    """Who held an office: of one state through the years, or of all on a day (without one: now).

    Example: dragoman actors holders "prime minister" --of JPN
    """
    held = _book(pack).holders(office, of=of, day=on)
    if as_json:
        _print_json(held)
        return
    rows = [(one.actor, one.office, one.person, one.start or "?", one.end or "") for one in held]
    Console().print(plain_table(("of", "office", "held by", "from", "until before"), rows))
    if not held:
        sys.stderr.write("dragoman: the book knows no holder of it then\n")


@actors.command()
def offices(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="A state or organisation, by id or name: JPN, NATO.")],
    *,
    as_json: AsJson = False,
    pack: Packs = None,
) -> None:
    """Who held the main offices of a state or organisation, office by office, the latest first.

    Example: dragoman actors offices NATO
    """
    from dragoman.desk.dealing import offices as main_offices  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import body_id  # noqa: PLC0415
    from dragoman.knowledge.world import load_world  # noqa: PLC0415

    world = load_world(packs=pack or ())
    held = main_offices(world, body_id(world, party))
    if as_json:
        _print_json(held)
        return
    rows = [(one.office, one.person, one.start or "?", one.end or "") for one in held]
    Console().print(plain_table(("office", "held by", "from", "until before"), rows))
    if not held:
        sys.stderr.write("dragoman: the book knows no main office of it\n")


@actors.command()
def check(
    packs: Annotated[
        list[Path] | None, typer.Argument(metavar="PACK", show_default=False, help="Packs whose actors to check.")
    ] = None,
    *,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Check the actors of packs, and say what the shipped book holds and for whom it knows no holder of a main office.

    Example: dragoman actors check mypack --on 2022-06-29
    """
    # Only who asks for the book waits for it.
    from dragoman.book import faults_of  # noqa: PLC0415

    faults = list(faults_of(packs or ()))
    for fault in faults:
        sys.stderr.write(f"dragoman: {visible(fault)}\n")
    if faults:
        raise typer.Exit(FAULTY)
    wanted = on or datetime.now(tz=UTC).date().isoformat()
    answer = _book(packs).check(day=wanted)
    if as_json:
        _print_json([answer])
        return
    for what, number in answer.counts.items():
        sys.stdout.write(f"{number:>8,} {what}\n")
    sys.stdout.write(f"{len(answer.unknown):>8,} main offices whose holder on {wanted} is not known:\n")
    sys.stdout.write(f"         {', '.join(answer.unknown)}\n")


actors.command("import")(import_actors)


def _book(packs: list[Path] | None) -> "Book":
    from dragoman.book import open_book  # noqa: PLC0415 - only who asks for the book waits for it

    return open_book(packs or ())


def _members(members: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{len(members)} members: {', '.join(members)}",) if members else ()


def _print_json(records: Iterable[object]) -> None:
    for record in records:
        sys.stdout.write(msgspec.json.encode(record).decode() + "\n")
