"""The commands `store add`, `info`, `check`, `migrate`, `backup`, `restore`, `compact`, `recode`, `sources`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.views.cli.counting import SET_ASIDE, Count, counted
from dragoman.views.cli.options import AsJson, Packs, Readers, Reading, day
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Where, opened_store, place_of
from dragoman.views.cli.store.plain import plain_table
from dragoman.views.visible import visible

store = typer.Typer(
    name="store",
    no_args_is_help=True,
    add_completion=False,
    help="Keep coded documents in a store, and look after it.",
)

FAULTY = 1


@store.command()
def add(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", show_default=False, help="Text, HTML, .jsonl, folders; - is standard input."),
    ],
    *,
    where: Where = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", show_default=False, help="Who published texts that do not say it.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            parser=day, metavar="DATE", show_default=False, help="Day of publication; goes before what texts say."
        ),
    ] = None,
    licence: Annotated[
        str | None, typer.Option(metavar="TERMS", show_default=False, help="Terms of texts that do not say them.")
    ] = None,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Code texts and keep them; the store is made where there is none. What is there already changes nothing.

    Example: dragoman store add news.jsonl --outlet Reuters
    """
    from rich.console import Console  # noqa: PLC0415 - only who adds waits for it

    from dragoman.desk.keeping import Told, keep  # noqa: PLC0415
    from dragoman.store.adding import Added  # noqa: PLC0415

    count, total = Count(), Added()
    told = Told(outlet=outlet, published=published, licence=licence)
    with opened_store(where, create=True, packs=pack) as store_, Console(stderr=True).status("coding") as status:
        answers = keep(store_, files, told=told, packs=pack or (), readers=readers.value)
        for kept in counted(answers, count):
            total += kept.added
            count.done += kept.texts - 1
            status.update(f"{count.done:,} texts, {total.events:,} events")
    count.check(files)
    sys.stdout.write(
        f"{total.documents:,} documents new, {total.again:,} coded anew, {total.publications:,} publications, "
        f"{total.events:,} events\n"
    )
    count.report()
    if count.refused:
        raise typer.Exit(SET_ASIDE)


@store.command()
def info(*, as_json: AsJson = False, where: Where = None) -> None:
    """Say how much a store holds, of which days and outlets, and by what it was coded.

    Example: dragoman store info --store mystore
    """
    from dragoman.desk.asking import holdings  # noqa: PLC0415 - only who asks waits for it

    with opened_store(where) as kept:
        held = holdings(kept)
    if as_json:
        with opened(None) as stream:
            write_json(stream, [held])
        return
    for name, number in held.counts.items():
        sys.stdout.write(f"{number:>12,} {name}\n")
    if held.first:
        sys.stdout.write(f"published {held.first} to {held.last}\n")
    for coding, number in held.codings.items():
        sys.stdout.write(f"coded by {visible(coding)}: {number:,} documents\n")


@store.command()
def check(
    *,
    where: Where = None,
    pack: Packs = None,
    deep: Annotated[bool, typer.Option("--deep", help="Tell all acts anew as well, and compare: slow.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look for faults: of the file, of spans, of references between records, of acts.

    Example: dragoman store check --deep
    """
    from dragoman.store.checking import check as faults_of  # noqa: PLC0415 - only who checks waits for it

    with opened_store(where, packs=pack) as kept:
        faults = faults_of(kept, deep=deep)
    if as_json:
        with opened(None) as stream:
            write_json(stream, [{"faults": faults}])
    else:
        for fault in faults:
            sys.stderr.write(f"dragoman: {visible(fault)}\n")
        sys.stdout.write(f"faults: {len(faults)}\n" if faults else "no faults\n")
    if faults:
        raise typer.Exit(FAULTY)


@store.command()
def migrate(*, where: Where = None) -> None:
    """Bring the tables of a store that an older Dragoman made up to this version.

    Example: dragoman store migrate --store mystore
    """
    from dragoman.store.migrating import VERSION  # noqa: PLC0415
    from dragoman.store.migrating import migrate as bring_up  # noqa: PLC0415
    from dragoman.store.opening import open_engine  # noqa: PLC0415

    engine = open_engine(place_of(where))
    taken = bring_up(engine)
    engine.dispose()
    sys.stdout.write(f"{taken} steps taken; the tables are of version {VERSION}\n")


@store.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="TO", help="A file or folder for the copy.")],
    *,
    where: Where = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite a copy that is there.")] = False,
) -> None:
    """Copy a store, also while somebody writes to it.

    Example: dragoman store backup copies/news.sqlite --replace
    """
    from dragoman.store.upkeep import backup as copy  # noqa: PLC0415

    with opened_store(where) as kept:
        sys.stdout.write(f"copied to {visible(str(copy(kept, to, replace=replace)))}\n")


@store.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="A copy that `store backup` made.")],
    *,
    where: Where = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite the store that is there.")] = False,
) -> None:
    """Make a store out of a copy.

    Example: dragoman store restore copies/news.sqlite --store mystore
    """
    from dragoman.store.upkeep import restore as put_back  # noqa: PLC0415

    put_back(place_of(where), source, replace=replace)
    sys.stdout.write(f"restored to {visible(place_of(where))}\n")


@store.command()
def compact(*, where: Where = None) -> None:
    """Give back the room of what was deleted, and renew the statistics by which questions are planned.

    Example: dragoman store compact
    """
    from dragoman.store.upkeep import compact as shrink  # noqa: PLC0415

    with opened_store(where) as kept:
        shrink(kept)
    sys.stdout.write("compacted\n")


@store.command()
def recode(
    *,
    where: Where = None,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Code the stored texts anew with this version and these packs; what changed is kept for `dragoman diff`.

    Example: dragoman store recode --pack mine
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    with opened_store(where, packs=pack) as kept:
        from dragoman.pipeline import load  # noqa: PLC0415 - the parser takes seconds to import
        from dragoman.store.recoding import recode as code_anew  # noqa: PLC0415

        done = code_anew(kept, load(packs=pack or (), readers=readers.value), moment=moment)
    if not done.documents:
        sys.stdout.write("all documents are coded so already\n")
        return
    sys.stdout.write(
        f"{done.documents:,} documents coded anew: {done.before:,} events before, {done.after:,} now\n"
        f"dragoman diff {moment} tells what changed\n"
    )


@store.command()
def sources(
    name: Annotated[
        str | None, typer.Argument(metavar="OUTLET", show_default=False, help="One outlet, to say its terms.")
    ] = None,
    *,
    where: Where = None,
    licence: Annotated[str | None, typer.Option(metavar="TERMS", show_default=False, help="Its terms.")] = None,
    may_be_passed_on: Annotated[
        bool | None, typer.Option("--passed-on/--kept-back", help="Whether a release may hold its texts.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List who published what; or say on which terms an outlet's texts may be passed on.

    Example: dragoman store sources Reuters --licence CC-BY-4.0 --passed-on
    """
    from dragoman.desk.asking import sources_of  # noqa: PLC0415 - only who asks waits for it
    from dragoman.store.terms import say_terms  # noqa: PLC0415

    with opened_store(where) as kept:
        if name is not None:
            say_terms(kept, name, licence=licence, may_be_passed_on=may_be_passed_on)
        found = sources_of(kept)
        rows = [
            (
                one.outlet or "(not named)",
                f"{one.documents:,}",
                min(one.days, default=""),
                max(one.days, default=""),
                one.licence or "",
                {None: "", True: "passed on", False: "kept back"}[one.may_be_passed_on],
            )
            for one in found
        ]
    with opened(None) as stream:
        if as_json:
            write_json(stream, found)
            return
        print_to(
            stream, plain_table(("outlet", "documents", "first", "last", "terms", "texts"), rows, numbers={"documents"})
        )
