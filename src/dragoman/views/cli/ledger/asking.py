"""The commands `ledger`, `meetings`, `story`, `bearing`: they ask the ledger and print what it answers."""

import sys
from collections.abc import Sequence
from typing import Annotated, cast

import typer
from typer.core import TyperGroup

from dragoman.records.entry import Entry, EntryKind, State
from dragoman.views.cli.ledger.options import (
    As,
    AsOf,
    EntryId,
    Format,
    Kind,
    Standing,
    Today,
    Who,
    With,
    form_of,
    write_entries,
)
from dragoman.views.cli.options import AsJson, Packs, day
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Output, Where, opened_store

OF = "of"


class OfParty(TyperGroup):
    """A group of commands of which `of` may be left out: `ledger JPN` is `ledger of JPN`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's own
        """Puts it back before what is no command and no call for help."""
        named = bool(args) and args[0] not in {*self.commands, "--help"}
        return super().parse_args(ctx, [OF, *args] if named else args)


ledger = typer.Typer(
    name="ledger",
    cls=OfParty,
    no_args_is_help=True,
    add_completion=False,
    help="What was promised, asked and imposed, who met, and what became of it. `ledger JPN` is `ledger of JPN`.",
)


@ledger.command(OF)
def of_party(  # noqa: PLR0913 - options of a command line
    who: Who,
    *,
    with_: With = None,
    kind: Kind = None,
    state: Standing = None,
    as_of: AsOf = None,
    today: Today = None,
    format_: As = Format.RICH,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
    output: Output = None,
) -> None:
    """List the entries of a party, or between two: promises, asks, measures, meetings, disputes, and how they stand.

    Example: dragoman ledger JPN --with NATO --kind ask
    """
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415

    with opened_store(where, packs=pack) as store, opened(output) as stream:
        entries = desk.ledger(
            store,
            party_id(store, who),
            with_=party_id(store, with_) if with_ else None,
            kind=cast("EntryKind | None", kind),
            state=cast("State | None", state),
            as_of=as_of,
            today=today,
        )
        write_entries(stream, entries, form_of(format_, as_json=as_json))
    _count(entries)


@ledger.command()
def due(  # noqa: PLR0913 - as above
    *,
    before: Annotated[str, typer.Option("--before", parser=day, metavar="DATE", help="Due before that day.")],
    after: Annotated[
        str | None,
        typer.Option("--after", parser=day, metavar="DATE", show_default=False, help="On that day or later."),
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="PARTY", show_default=False, help="Of one party.")] = None,
    today: Today = None,
    format_: As = Format.RICH,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
    output: Output = None,
) -> None:
    """List promises and asks that fall due before a day and are not yet kept or met, the earliest first.

    Example: dragoman ledger due --before 2026-01-01 --who JPN --format ics --output due.ics
    """
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415

    with opened_store(where, packs=pack) as store, opened(output) as stream:
        party = party_id(store, who) if who else None
        entries = desk.due(store, before=before, after=after, who=party, today=today)
        write_entries(stream, entries, form_of(format_, as_json=as_json))
    _count(entries)


def meetings(  # noqa: PLR0913 - as above
    who: Who,
    *,
    with_: With = None,
    state: Standing = None,
    as_of: AsOf = None,
    format_: As = Format.RICH,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
    output: Output = None,
) -> None:
    """List the meetings of a party, or of two: when, where, who, at which level, whether held. `story` has read-outs.

    Example: dragoman meetings JPN --with KOR
    """
    of_party(
        who,
        with_=with_,
        kind="meeting",
        state=state,
        as_of=as_of,
        format_=format_,
        as_json=as_json,
        where=where,
        pack=pack,
        output=output,
    )


def story(
    entry: EntryId,
    *,
    as_of: AsOf = None,
    today: Today = None,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Tell what became of an entry, turn by turn: the passage, who published it when, and why it counts.

    Example: dragoman story commitment-08740af82465c833
    """
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.views.cli.ledger.stories import whole_story  # noqa: PLC0415

    with opened_store(where, packs=pack) as store, opened(None) as stream:
        told = desk.story(store, entry, as_of=as_of, today=today)
        if as_json:
            write_json(stream, [told])
        else:
            print_to(stream, whole_story(told))


def bearing(
    one: Who,
    other: Annotated[str, typer.Argument(metavar="PARTY", help="The other party.")],
    *,
    as_of: AsOf = None,
    today: Today = None,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Say which asks and promises between two parties bore fruit, both ways, with the passages that show it.

    Example: dragoman bearing JPN NATO
    """
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415
    from dragoman.views.cli.ledger.fruits import page_of_bearing  # noqa: PLC0415

    with opened_store(where, packs=pack) as store, opened(None) as stream:
        sides = (party_id(store, one), party_id(store, other))
        directions = desk.bearing(store, *sides, as_of=as_of, today=today)
        if as_json:
            write_json(stream, directions)
        else:
            print_to(stream, page_of_bearing(directions))


def _count(entries: Sequence[Entry]) -> None:
    sys.stderr.write(f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}\n")
